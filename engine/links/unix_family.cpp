#include "links/unix_family.h"

#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "core/sentences.h"

namespace ipclab {

SocketAddress unixAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::invalid_argument(
            say(Sentence::LongSocketPath, {{"path", path}, {"most", sizeof address.sun_path - 1}}));
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    SocketAddress result;
    std::memcpy(&result.storage, &address, sizeof address);
    result.sizeBytes = sizeof address;
    return result;
}

void UnixFamily::removeAddress(const std::string& address) const { ::unlink(address.c_str()); }

}  // namespace ipclab
