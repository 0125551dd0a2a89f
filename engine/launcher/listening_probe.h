// What is known of a port that a server listens on beside its accept queue: how many of its connections are in
// TIME_WAIT, and how many of the whole system have found an accept queue full since the run began.
#pragma once

#include <map>
#include <optional>

#include "core/clock.h"
#include "core/probed_figures.h"
#include "observe/socket_diag.h"

namespace ipclab {

class ListeningProbe {
public:
    // Adds what is known of that port. Asks the kernel once a second at most: it walks through all connections there
    // are.
    void read(std::uint16_t port, ProbedFigures& figures);

private:
    struct Known {
        Nanoseconds atNs = 0;
        std::optional<std::int64_t> timeWait{}, overflows{}, drops{};
    };
    void ask(std::uint16_t port, Known& known) const;

    SocketDiag m_diag;
    std::optional<ListenCounters> m_before = readListenCounters();
    std::map<std::uint16_t, Known> m_known;
};

}  // namespace ipclab
