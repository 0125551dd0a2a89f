// dbus-daemon as a child of this process, killed with it. It takes the socket over as services of systemd do: by the
// descriptor 3 and two variables, one of which is its process number.
#pragma once

#include <sys/types.h>

#include "core/clock.h"
#include "core/unique_fd.h"
#include "stacks/stack.h"

namespace ipclab {

inline constexpr const char* kBusService = "org.ipclab.Link";   // the name that may be owned on it
inline constexpr Nanoseconds kBusSilenceNs = 5 * kNsPerSecond;  // for which one may not introduce himself
inline constexpr std::uint64_t kBusHeadBytes = 64 * 1024;       // of a message around its bytes

class BusDaemon {
public:
    // Until it serves. Throws std::system_error.
    BusDaemon(const StackPlace& place, const UniqueFd& listener);
    BusDaemon(const BusDaemon&) = delete;
    BusDaemon& operator=(const BusDaemon&) = delete;
    ~BusDaemon();

private:
    void awaitAddress(int reader);
    void end();

    pid_t m_pid = -1;
};

}  // namespace ipclab
