#include "core/version.h"

namespace ipclab {

std::string_view programVersion() { return IPCLAB_VERSION; }

}  // namespace ipclab
