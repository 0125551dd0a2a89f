// Where the programs that belong to this one are.
#pragma once

#include <QString>
#include <string>

namespace ipclab {

// ipclab-launcher: beside this executable, in ../libexec/ipclab, or as IPCLAB_LAUNCHER names it. Empty: not there.
QString findLauncher();
// ipclab-worker: beside the launcher. Empty: not there.
QString findWorker();

// May this launcher open switch events? It is asked itself, because its file may have a right that this program lacks.
struct LauncherProbe {
    bool answered = false;
    bool switchEvents = false;
    std::string problem;  // why not
};
LauncherProbe probeLauncher(const QString& launcher);

// Has its file the capability cap_perfmon, permitted and effective (setcap(8))?
bool hasPerfmon(const QString& launcher);

// The command that gives this launcher alone the right to open switch events: "sudo setcap cap_perfmon=ep /…".
QString perfmonCommand(const QString& launcher);

// Would that help, where observation was refused for this reason?
bool perfmonWouldHelp(const std::string& reason);

}  // namespace ipclab
