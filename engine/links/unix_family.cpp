#include "links/unix_family.h"

#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace ipclab {

SocketAddress unixAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::invalid_argument("socket path " + path + " is longer than unix(7) allows (" +
                                    std::to_string(sizeof address.sun_path - 1) +
                                    " bytes). Set XDG_RUNTIME_DIR to a shorter path");
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    SocketAddress result;
    std::memcpy(&result.storage, &address, sizeof address);
    result.sizeBytes = sizeof address;
    return result;
}

void UnixFamily::removeAddress(const std::string& address) const { ::unlink(address.c_str()); }

}  // namespace ipclab
