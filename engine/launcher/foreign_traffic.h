// How many bytes go through a link between two commands, which count nothing themselves: by /proc/PID/io of the
// processes at its ends, as far as each has one link in that direction. What the kernel counts there is every read and
// write of a process, of its descendants too once they are waited for; splice(2) and its kin are not counted at all.
// Hence two rules. A process that has nothing else open in that direction is believed rather than one that has; and of
// two that are equally good the smaller figure holds, unless it is so small that its process moves the bytes by splice.
#pragma once

#include <optional>
#include <vector>

#include "core/segment.h"
#include "observe/process_reader.h"
#include "document/experiment.h"

namespace ipclab {

// What one process has read and written since the run began.
struct ForeignAccount {
    std::uint64_t readBytes = 0, writtenBytes = 0;
    bool readsElsewhere = false, writesElsewhere = false;  // it had another file open for that
};

// Bytes through a link, from what is known of its two ends; each absent where it cannot be told.
struct EndFigure {
    std::uint64_t bytes = 0;
    bool elsewhere = false;
};
std::optional<std::uint64_t> bytesThrough(const std::optional<EndFigure>& sender,
                                          const std::optional<EndFigure>& receiver);

class ForeignTraffic {
public:
    ForeignTraffic(const Experiment& experiment, const Segment& segment);

    // Everybody waits to be let go: what was read and written so far is no traffic.
    void begin(const std::vector<pid_t>& pids);
    // Of those that live, now and then.
    void look(const std::vector<pid_t>& pids, Nanoseconds now);
    // It has ended and nobody has waited for it yet: its account is complete.
    void ended(std::uint32_t process, pid_t pid);

private:
    struct Party {
        std::uint32_t process = 0;
        ForeignAccount before, now;
        bool known = false;
    };
    struct Between {  // a link between two commands
        std::uint32_t link = 0;
        std::optional<std::size_t> sender, receiver;  // the parties, where that has no other link in that direction
    };
    std::optional<std::size_t> partyOf(std::uint32_t process);
    void read(Party& party, pid_t pid);
    void tell(Nanoseconds now);

    const Segment& m_segment;
    std::vector<Party> m_parties;
    std::vector<Between> m_links;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab
