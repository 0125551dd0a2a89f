// The window as a program: made, run, gone. Called by main() once the command line has said that a window is wanted.
#pragma once

#include <QSize>
#include <QString>
#include <optional>

namespace ipclab {

struct WindowOptions {
    QString file;  // a document or the id of a preset; empty: what was open last, the first time `first`

    // For the README's picture and for tests of the looks: opens the window, runs the experiment that long, saves a
    // picture of the window and ends. Settings of the user are neither read nor written then.
    QString screenshot;
    QString theme;                     // "light", "dark"; empty: as set, else as the desktop
    QString language;                  // "en", "ko"; empty: as set, else as the desktop
    QSize size;                        // of the window; empty: as it was last
    double runSeconds = 0;             // 0: is not run
    std::optional<int> selectProcess;  // shown in the inspector
    QString inspect;                   // the part of its details to show, 0 …; "window N": in their own window
    bool stopped = false;              // the picture is taken after the run was stopped
};

// Makes the QApplication. Returns the exit status.
int runWindow(int& argc, char** argv, const WindowOptions& options);

}  // namespace ipclab
