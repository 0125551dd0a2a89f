#include "window/screenshot.h"

#include <QAction>
#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <cstdio>
#include <memory>

#include "bridge/selection.h"
#include "inspect/details_window.h"
#include "inspect/inspector.h"
#include "inspect/process_inspector.h"
#include "window/main_window.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

// The window, or the details' own where that is open.
QPixmap pictureOf(MainWindow& window) {
    for (QWidget* other : QApplication::topLevelWidgets())
        if (auto* details = qobject_cast<DetailsWindow*>(other); details != nullptr && details->isVisible())
            return details->grab();
    return window.grab();
}

void save(MainWindow& window, const QString& path) {
    if (pictureOf(window).save(path)) return QApplication::exit(0);
    std::fprintf(stderr, "ipclab: the picture %s cannot be written\n", qPrintable(path));
    QApplication::exit(1);
}

// Once the layout has settled and everything has been painted.
void saveSoon(MainWindow& window, const QString& path) {
    QTimer::singleShot(300, &window, [&window, path] { save(window, path); });
}

void saveAfterEnd(MainWindow& window, const QString& path) {
    QObject::connect(&window.session().shown(), &RunSource::stateChanged, &window, [&window, path] {
        if (!window.session().isActive()) saveSoon(window, path);
    });
}

// The processes are counted first, then the links.
Selection selectionOf(MainWindow& window, std::size_t number) {
    const RunData& run = window.session().view();
    const RunSource& source = window.session().shown();
    if (number < run.processes.size()) return source.partAt(Selection::Kind::Process, number);
    const std::size_t link = number - run.processes.size();
    return link < run.links.size() ? source.partAt(Selection::Kind::Link, link) : Selection{};
}

// "3" or "window 3".
void showDetails(MainWindow& window, const QString& wanted) {
    bool isPart = false;
    const int part = wanted.section(QLatin1Char(' '), -1).toInt(&isPart);
    if (!isPart || part < 0 || part >= DetailsView::kPartCount) return;
    window.inspector()->process()->showPart(static_cast<DetailsView::Part>(part));
    if (wanted.startsWith(QLatin1String("window"))) window.inspector()->process()->openWindow();
}

}  // namespace

void takeScreenshot(MainWindow& window, const WindowOptions& options) {
    if (options.selectProcess) window.select(selectionOf(window, static_cast<std::size_t>(*options.selectProcess)));
    showDetails(window, options.inspect);
    if (options.runSeconds <= 0) return saveSoon(window, options.screenshot);
    window.actionsOfWindow().run->trigger();
    QTimer::singleShot(static_cast<int>(options.runSeconds * 1000), &window, [&window, options] {
        if (!options.stopped) return save(window, options.screenshot);
        if (!window.session().isActive()) return saveSoon(window, options.screenshot);
        saveAfterEnd(window, options.screenshot);
        window.session().stop();
    });
}

}  // namespace ipclab
