// A picture of the window made by the program itself: for the README, and to look at every theme and language.
#pragma once

#include "window/window_main.h"

namespace ipclab {

class MainWindow;

// Runs the experiment as the options say, saves the picture and ends the application; its exit status says whether the
// picture was written. Call once the window is shown.
void takeScreenshot(MainWindow& window, const WindowOptions& options);

}  // namespace ipclab
