// ipclab: the window or the command line, decided before anything of Qt is made.
#include <exception>
#include <iostream>
#include <variant>

#include "cli/arguments.h"
#include "cli/commands.h"
#ifdef IPCLAB_HAS_WINDOW
#include <QStringList>

#include "window/window_main.h"
#endif

namespace {

#ifdef IPCLAB_HAS_WINDOW
ipclab::WindowOptions optionsOf(const ipclab::WindowArguments& arguments) {
    ipclab::WindowOptions options;
    options.file = QString::fromLocal8Bit(arguments.file.c_str());
    options.screenshot = QString::fromLocal8Bit(arguments.screenshot.c_str());
    options.theme = QString::fromStdString(arguments.theme);
    options.language = QString::fromStdString(arguments.language);
    const QStringList size = QString::fromStdString(arguments.size).split(QLatin1Char('x'));
    if (size.size() == 2) options.size = QSize(size[0].toInt(), size[1].toInt());
    options.runSeconds = arguments.runSeconds;
    options.inspect = QString::fromStdString(arguments.inspect);
    if (arguments.select >= 0) options.selectProcess = arguments.select;
    options.stopped = arguments.stopped;
    return options;
}
#endif

int runWith(const ipclab::Arguments& arguments, [[maybe_unused]] int& argc, [[maybe_unused]] char** argv) {
#ifdef IPCLAB_HAS_WINDOW
    if (const auto* window = std::get_if<ipclab::WindowArguments>(&arguments)) {
        return ipclab::runWindow(argc, argv, optionsOf(*window));
    }
#endif
    return ipclab::execute(arguments);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const ipclab::Parsed parsed = ipclab::parseArguments({argv + 1, argv + argc});
        std::cout << parsed.output;
        std::cerr << parsed.error;
        return parsed.arguments ? runWith(*parsed.arguments, argc, argv) : parsed.status;
    } catch (const std::exception& error) {
        std::cerr << "ipclab: " << error.what() << '\n';
        return 1;
    }
}
