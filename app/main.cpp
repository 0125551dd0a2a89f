// ipclab: the window or the command line, decided before anything of Qt is made.
#include <exception>
#include <iostream>
#include <variant>

#include "cli/arguments.h"
#include "cli/commands.h"
#ifdef IPCLAB_HAS_WINDOW
#include "window/window_main.h"
#endif

namespace {

int runWith(const ipclab::Arguments& arguments, [[maybe_unused]] int& argc, [[maybe_unused]] char** argv) {
#ifdef IPCLAB_HAS_WINDOW
    if (const auto* window = std::get_if<ipclab::WindowArguments>(&arguments)) {
        ipclab::WindowOptions options;
        options.file = QString::fromLocal8Bit(window->file.c_str());
        return ipclab::runWindow(argc, argv, options);
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
