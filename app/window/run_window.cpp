#include "window/window_main.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <QScreen>
#include <cstdio>

#include "core/clock.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/preferences.h"
#include "window/screenshot.h"
#include "window/settings.h"
#include "window/theme.h"

namespace ipclab {
namespace {

ThemeChoice themeOf(const WindowOptions& options, const Preferences& preferences) {
    if (options.theme == QLatin1String("dark")) return ThemeChoice::Dark;
    if (options.theme == QLatin1String("light")) return ThemeChoice::Light;
    return preferences.theme;
}

// Nothing of it lies off the screen, its frame included, which is not known before it is shown.
void fitToScreen(MainWindow& window) {
    constexpr QSize kFrame(8, 40);
    if (const QScreen* screen = window.screen())
        window.resize(window.size().boundedTo(screen->availableSize() - kFrame));
}

// IPCLAB_TRACE_START=1: says on standard error when the window was painted first.
void traceStart(MainWindow& window, Nanoseconds begun) {
    if (qEnvironmentVariableIntValue("IPCLAB_TRACE_START") == 0) return;
    QObject::connect(
        &window, &MainWindow::firstPainted, &window,
        [begun] {
            std::fprintf(stderr, "ipclab: first paint after %.1f ms\n", toSeconds(monotonicNow() - begun) * 1e3);
        },
        Qt::SingleShotConnection);
}

}  // namespace

int runWindow(int& argc, char** argv, const WindowOptions& options) {
    const Nanoseconds begun = monotonicNow();
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ipclab"));
    QApplication::setDesktopFileName(QStringLiteral("ipclab"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/ipclab/icons/ipclab.svg")));
    const bool picture = !options.screenshot.isEmpty();
    WindowSettings settings(picture);
    Theme theme;
    theme.install();
    const Preferences preferences = Preferences::from(settings);
    theme.choose(themeOf(options, preferences));
    theme.setTextPercent(preferences.textPercent);
    Language language;
    language.choose(options.language.isEmpty() ? preferences.language : options.language);
    MainWindow window(theme, language, settings);
    if (!picture) fitToScreen(window);
    if (options.size.isValid() && !options.size.isEmpty()) window.resize(options.size);
    traceStart(window, begun);
    window.openInitial(options.file);
    window.show();
    if (picture) {
        takeScreenshot(window, options);
    } else {
        theme.askDesktop();
        window.offerLeft();
    }
    return QApplication::exec();
}

}  // namespace ipclab
