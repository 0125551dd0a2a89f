// The room of links in use, changed on request: of a queue by its object, else at copies of the descriptors that the
// processes hold, which are the same open files.
#include <fcntl.h>
#include <sys/socket.h>

#include "core/error.h"
#include "core/sentences.h"
#include "launcher/link_table.h"
#include "links/link_room.h"
#include "links/registry.h"
#include "links/socket_buffers.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;

namespace {

// Of the descriptor, as the kernel says it then. Throws std::system_error.
std::uint64_t resize(int fd, const RoomField& field, std::uint64_t bytes) {
    if (field.member == &LinkRoom::capacityBytes) {
        check(::fcntl(fd, F_SETPIPE_SZ, static_cast<int>(bytes)), "F_SETPIPE_SZ");
        return static_cast<std::uint64_t>(check(::fcntl(fd, F_GETPIPE_SZ), "F_GETPIPE_SZ"));
    }
    const int option = field.member == &LinkRoom::sendBufferBytes ? SO_SNDBUF : SO_RCVBUF;
    setSocketBuffer(fd, option, bytes);
    return socketBuffer(fd, option);
}

}  // namespace

std::vector<LinkSet> LinkTable::resize(std::uint32_t link, const LinkRoom& room) {
    std::vector<LinkSet> done;
    if (link >= m_links.size()) return done;
    for (const RoomField& field : kRoomFields) {
        if (const auto& asked = room.*field.member) done.push_back(resizeOne(link, field, *asked));
    }
    return done;
}

LinkSet LinkTable::resizeOne(std::uint32_t link, const RoomField& field, std::uint64_t bytes) {
    LinkSet set{.link = link, .what = std::string(field.name), .asked = bytes, .given = {}, .why = {}};
    const auto refuse = [&](int error, std::string why) {
        set.error = error;
        set.why = std::move(why);
    };
    const Mechanism* mechanism = findMechanism(m_experiment.links[link].mechanism);
    const std::uint32_t message = m_specs[link].maxMessageBytes;
    if (mechanism == nullptr || !resizes(mechanism->info().traits, field)) {
        refuse(ENOTSUP, say(Sentence::RoomFixed));
    } else if (bytes < leastRoom(mechanism->info().traits, message)) {
        refuse(EMSGSIZE, say(Sentence::RoomTooSmall, {{"message", message}, {"bytes", bytes}}));
    } else {
        try {
            set.given = mechanism->info().traits.resizing == Resizing::Queue ? resizeQueue(link, bytes)
                                                                             : resizeEnds(link, field, bytes);
            if (!set.given) refuse(ENOTCONN, say(Sentence::RoomWithoutEnds));
        } catch (const std::system_error& error) {
            refuse(error.code().value(), roomRefusal(mechanism->info().traits, error.code().value(), bytes));
        }
    }
    set.atNs = monotonicNow();
    return set;
}

std::optional<std::uint64_t> LinkTable::resizeQueue(std::uint32_t link, std::uint64_t bytes) {
    if (m_links[link] == nullptr) return std::nullopt;
    return m_links[link]->setCapacityBytes(bytes);
}

// A pipe is one whichever end is asked; buffers are those of every socket on their side, of which the least counts.
std::optional<std::uint64_t> LinkTable::resizeEnds(std::uint32_t link, const RoomField& field, std::uint64_t bytes) {
    std::optional<std::uint64_t> given;
    const auto [first, end] = portRange(link);
    for (std::uint32_t i = first; i < end; ++i) {
        EndpointSlot& slot = m_segment.endpoints()[i];
        const bool ofSenders = field.member == &LinkRoom::sendBufferBytes;
        const bool pipe = field.member == &LinkRoom::capacityBytes;
        const bool other = !pipe && (slot.role == PortRole::Sender) != ofSenders;
        if (other || slot.state.load(memory_order_acquire) != static_cast<std::uint32_t>(EndpointState::Open)) continue;
        for (const int fd : descriptorsOf(slot)) {
            const pid_t pid = m_segment.processes()[slot.process].pid.load(memory_order_relaxed);
            const UniqueFd copy = probeOf(slot.process, pid).copyOf(fd);
            if (!copy && errno == EBADF) continue;  // closed meanwhile
            check(copy.get(), "pidfd_getfd");
            const std::uint64_t now = ipclab::resize(copy.get(), field, bytes);
            given = std::min(given.value_or(now), now);
            if (pipe) return given;
        }
    }
    return given;
}

std::vector<int> LinkTable::descriptorsOf(const EndpointSlot& slot) const {
    std::vector<int> fds;
    const auto add = [&](std::int32_t stored) {
        if (stored > 0) fds.push_back(stored - 1);
    };
    add(slot.fd.load(memory_order_relaxed));
    for (const ConnectionSlot& connection : m_segment.connectionsOf(slot))
        add(connection.descriptor.load(memory_order_relaxed));
    return fds;
}

}  // namespace ipclab
