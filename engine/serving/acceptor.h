// Taking connections in, also where no descriptor is left for them: one is held in reserve and given up for as long as
// it takes to accept the connection and close it, so that whoever connected learns it and the listening socket, which
// stays ready otherwise, does not wake the server over and over (accept(2), EMFILE). One thread.
#pragma once

#include "core/unique_fd.h"
#include "serving/counts.h"
#include "serving/served.h"

namespace ipclab {

class Acceptor {
public:
    // descriptorLimit as in StrategyInfo. flags of accept4(2) beside SOCK_CLOEXEC.
    Acceptor(Service& service, ServingCounts& counts, std::uint32_t descriptorLimit, int flags);

    // The next connection. Nothing: none waits, or those that did were turned away.
    UniqueFd accept(int listener);
    // What came of an accept that another made: a descriptor or -errno.
    UniqueFd accepted(int listener, int result);
    // Closes a connection for which there is no thread or process.
    void turnAway(UniqueFd fd, TurnAway why, int value);

private:
    void turnAwayWithReserve(int listener, int error);

    Service& m_service;
    ServingCounts& m_counts;
    std::uint32_t m_limit;
    int m_flags;
    UniqueFd m_reserve;
};

}  // namespace ipclab
