// Taking connections in, also where no descriptor is left for them: one is held in reserve and given up for as long as
// it takes to accept the connection and close it, so that whoever connected learns it and the listening socket, which
// stays ready otherwise, does not wake the server over and over (accept(2), EMFILE). One thread.
#pragma once

#include "core/unique_fd.h"
#include "serving/counts.h"
#include "serving/served.h"

namespace ipclab {

// Of the errors of accept(2) those that are about the connection, not the listening socket: the next one may be all
// right.
[[nodiscard]] bool concernsOneConnection(int error);

class Acceptor {
public:
    // descriptorLimit as in StrategyInfo.
    Acceptor(Service& service, ServingCounts& counts, std::uint32_t descriptorLimit);

    // The next connection, whose descriptor blocks: all calls on it say otherwise themselves (MSG_DONTWAIT). Nothing:
    // none waits, or those that did were turned away.
    UniqueFd accept(int listener, bool& turnedAway);
    // The same for what accept(2) told another: a descriptor.
    UniqueFd accepted(int fd);
    // And for its error: where it is that none are left, turns away whoever waits. False: nobody did, and a pause was
    // made. The listener does not block. Throws std::system_error for any other error.
    bool turnAwayWithReserve(int listener, int error);
    // Closes a connection for which there is no thread or process.
    void turnAway(UniqueFd fd, TurnAway why, int value);
    // The same for one that somebody else closes next.
    void noteTurnedAway(int fd, TurnAway why, int value);

private:
    Service& m_service;
    ServingCounts& m_counts;
    std::uint32_t m_limit;
    UniqueFd m_reserve;
};

}  // namespace ipclab
