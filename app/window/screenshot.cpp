#include "window/screenshot.h"

#include <QAction>
#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <cstdio>
#include <memory>

#include "bridge/selection.h"
#include "window/main_window.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

void save(MainWindow& window, const QString& path) {
    if (window.grab().save(path)) return QApplication::exit(0);
    std::fprintf(stderr, "ipclab: the picture %s cannot be written\n", qPrintable(path));
    QApplication::exit(1);
}

// Once the layout has settled and everything has been painted.
void saveSoon(MainWindow& window, const QString& path) {
    QTimer::singleShot(300, &window, [&window, path] { save(window, path); });
}

void saveAfterEnd(MainWindow& window, const QString& path) {
    QObject::connect(&window.session(), &Session::stateChanged, &window, [&window, path] {
        if (!window.session().isActive()) saveSoon(window, path);
    });
}

// The processes are counted first, then the links.
Selection selectionOf(MainWindow& window, std::size_t number) {
    const RunData& run = window.session().view();
    if (number < run.processes.size()) return {Selection::Kind::Process, static_cast<std::uint32_t>(number)};
    const std::size_t link = number - run.processes.size();
    return link < run.links.size() ? Selection{Selection::Kind::Link, static_cast<std::uint32_t>(link)} : Selection{};
}

}  // namespace

void takeScreenshot(MainWindow& window, const WindowOptions& options) {
    if (options.selectProcess) window.select(selectionOf(window, static_cast<std::size_t>(*options.selectProcess)));
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
