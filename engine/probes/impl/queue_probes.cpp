// POSIX message queues: order, priority and what they refuse.
#include <fcntl.h>
#include <mqueue.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

#include "core/error.h"
#include "core/run_directory.h"
#include "probes/probe_parts.h"

namespace ipclab {

namespace {

constexpr long kMessages = 8, kQueueBytes = 16;

// mq_overview(7): on Linux the descriptor is a file descriptor.
UniqueFd makeQueue(RunDirectory& names) {
    mq_attr attributes{};
    attributes.mq_maxmsg = kMessages;
    attributes.mq_msgsize = kQueueBytes;
    const std::string name = names.newName(ObjectKind::PosixMq);
    const int queue = ::mq_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NONBLOCK | O_CLOEXEC, 0600, &attributes);
    if (queue < 0 && errno == ENOSYS)
        throw MachineLacks("this kernel has no POSIX message queues (CONFIG_POSIX_MQUEUE)");
    UniqueFd owned(check(queue, "mq_open"));
    ::mq_unlink(name.c_str());
    return owned;
}

}  // namespace

void probeQueueOrder(unsigned, const TellFigure& tell) {
    constexpr std::array<unsigned, kMessages> kPriorities{3, 1, 2, 3, 1, 2, 3, 1};
    RunDirectory names(makeRunToken());
    const UniqueFd queue = makeQueue(names);
    for (std::size_t i = 0; i < kPriorities.size(); ++i) {
        const char number = static_cast<char>(i);
        check(::mq_send(queue.get(), &number, 1, kPriorities[i]), "mq_send");
    }
    int byPriority = 0, byAge = 0;
    unsigned lastPriority = ~0U;
    int lastNumber = -1;
    for (std::size_t i = 0; i < kPriorities.size(); ++i) {
        std::array<char, kQueueBytes> bytes{};
        unsigned priority = 0;
        check(::mq_receive(queue.get(), bytes.data(), bytes.size(), &priority), "mq_receive");
        if (priority > lastPriority) ++byPriority;
        if (priority == lastPriority && bytes[0] < lastNumber) ++byAge;
        lastPriority = priority;
        lastNumber = bytes[0];
    }
    tell("received", static_cast<double>(kPriorities.size()));
    tell("against_priority", byPriority);
    tell("against_age", byAge);
}

void probeQueueLimit(unsigned, const TellFigure& tell) {
    RunDirectory names(makeRunToken());
    const UniqueFd queue = makeQueue(names);
    const std::vector<char> bytes(kQueueBytes + 1);
    tell("too_long_errno", ::mq_send(queue.get(), bytes.data(), bytes.size(), 0) == 0 ? 0 : errno);
    for (long i = 0; i < kMessages; ++i) check(::mq_send(queue.get(), bytes.data(), 1, 0), "mq_send");
    tell("full_errno", ::mq_send(queue.get(), bytes.data(), 1, 0) == 0 ? 0 : errno);
}

}  // namespace ipclab
