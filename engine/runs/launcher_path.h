// Where the programs that belong to this one are.
#pragma once

#include <QString>

namespace ipclab {

// ipclab-launcher: beside this executable, in ../libexec/ipclab, or as IPCLAB_LAUNCHER names it. Empty: not there.
QString findLauncher();
// ipclab-worker: beside the launcher. Empty: not there.
QString findWorker();

}  // namespace ipclab
