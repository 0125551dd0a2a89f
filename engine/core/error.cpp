#include "core/error.h"

namespace ipclab {

void throwErrno(int error, std::string_view what) {
    throw std::system_error(error, std::generic_category(), std::string(what));
}

std::string errorText(int error) { return std::generic_category().message(error); }

}  // namespace ipclab
