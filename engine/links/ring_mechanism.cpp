#include "links/ring_mechanism.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "links/refusals.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kDefaultMessageBytes = 4096;
constexpr std::uint64_t kDefaultBytes = 65536;  // as much as a pipe has by default
constexpr std::uint64_t kMostPlaces = 1ULL << 32;

}  // namespace

MemoryRoom roomInFolder(const std::string& folder, Sentence wayOut) {
    MemoryRoom room{std::nullopt, say(Sentence::IntoFolder, {{"folder", folder}}), say(wayOut)};
    struct statvfs space {};
    if (::statvfs(folder.c_str(), &space) == 0) room.freeBytes = space.f_bavail * space.f_frsize;
    return room;
}

MemoryRoom roomInMemory() {
    MemoryRoom room{std::nullopt, say(Sentence::IntoMemory), say(Sentence::EndOthers)};
    std::ifstream in("/proc/meminfo");
    std::string name, unit;
    std::uint64_t kibibytes = 0;
    while (in >> name >> kibibytes) {
        if (name == "MemAvailable:") room.freeBytes = kibibytes * 1024;
        std::getline(in, unit);
    }
    return room;
}

RingShape ringShapeOf(const LinkRequest& spec) {
    RingShape shape;
    shape.maxMessageBytes = spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kDefaultMessageBytes;
    shape.capacity =
        spec.capacityMessages.value_or(std::clamp<std::uint64_t>(kDefaultBytes / shape.placeBytes(), 16, 1024));
    shape.manySenders = spec.senders > 1;
    shape.manyReceivers = spec.receivers > 1;
    shape.farFence = hasFarFence();
    shape.sync = syncNumberOf(spec.sync);
    return shape;
}

Refusal ringRefusal(const LinkRequest& spec, const MemoryRoom& room) {
    if (spec.capacityBytes) return capacityInBytesRefusal(spec, Sentence::RingCountsMessages);
    if (spec.maxMessageBytes > kMaxMessageBytes) return aboveLaboratory(spec);
    const RingShape shape = ringShapeOf(spec);
    if (shape.capacity == 0) return refusedLink(spec, say(Sentence::RingHoldsOne));
    const std::string refusal = syncRefusal(spec.sync, shape, spec.senders + spec.receivers);
    if (!refusal.empty()) return refusedLink(spec, refusal);
    const bool fits = shape.capacity <= kMostPlaces && (!room.freeBytes || shape.totalBytes() <= *room.freeBytes);
    if (fits) return {};
    Refusal refused(refusedLink(spec, say(room.freeBytes ? Sentence::RingDoesNotFitFree : Sentence::RingDoesNotFit,
                                          {{"count", shape.capacity},
                                           {"bytes", shape.maxMessageBytes},
                                           {"where_why", room.where},
                                           {"free", room.freeBytes.value_or(0)},
                                           {"way_why", room.wayOut}})));
    refused.ofMachine = shape.capacity <= kMostPlaces;
    return refused;
}

void checkHolds(int fd, std::uint64_t sizeBytes, const std::string& name) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat " + name);
    if (static_cast<std::uint64_t>(info.st_size) < sizeBytes) throwErrno(EINVAL, name + " is smaller than its ring");
}

}  // namespace ipclab
