#include "links/ring_mechanism.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kDefaultMessageBytes = 4096;
constexpr std::uint64_t kDefaultBytes = 65536;  // as much as a pipe has by default
constexpr std::uint64_t kMostPlaces = 1ULL << 32;

}  // namespace

MemoryRoom roomInFolder(const std::string& folder, const std::string& wayOut) {
    MemoryRoom room{std::nullopt, "into " + folder, wayOut};
    struct statvfs space {};
    if (::statvfs(folder.c_str(), &space) == 0) room.freeBytes = space.f_bavail * space.f_frsize;
    return room;
}

MemoryRoom roomInMemory() {
    MemoryRoom room{std::nullopt, "into this machine's memory", "end other programs"};
    std::ifstream in("/proc/meminfo");
    std::string name, unit;
    std::uint64_t kibibytes = 0;
    while (in >> name >> kibibytes) {
        if (name == "MemAvailable:") room.freeBytes = kibibytes * 1024;
        std::getline(in, unit);
    }
    return room;
}

RingShape ringShapeOf(const LinkSpec& spec) {
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

Refusal ringRefusal(const LinkSpec& spec, const MemoryRoom& room) {
    const std::string link = "link \"" + spec.name + "\": ";
    if (spec.capacityBytes) {
        return link + "a capacity of " + std::to_string(*spec.capacityBytes) +
               " bytes was asked for, but this ring counts messages. Give the capacity in messages, or choose a byte "
               "stream (pipe, unix-stream, tcp)";
    }
    if (spec.maxMessageBytes > kMaxMessageBytes) {
        return link + "a message of " + std::to_string(spec.maxMessageBytes) +
               " bytes is above the laboratory's largest (" + std::to_string(kMaxMessageBytes) + "). Lower it";
    }
    const RingShape shape = ringShapeOf(spec);
    if (shape.capacity == 0) return link + "a ring holds at least 1 message. Raise the capacity";
    const std::string refusal = syncRefusal(spec.sync, shape, spec.senders + spec.receivers);
    if (!refusal.empty()) return link + refusal;
    const bool fits = shape.capacity <= kMostPlaces && (!room.freeBytes || shape.totalBytes() <= *room.freeBytes);
    if (fits) return {};
    const std::string left = room.freeBytes ? ", where " + std::to_string(*room.freeBytes) + " bytes are free" : "";
    Refusal refused(link + "capacity " + std::to_string(shape.capacity) + " messages of up to " +
                    std::to_string(shape.maxMessageBytes) + " bytes do not fit " + room.where + left +
                    ". Lower one of them, or " + room.wayOut);
    refused.ofMachine = shape.capacity <= kMostPlaces;
    return refused;
}

void checkHolds(int fd, std::uint64_t sizeBytes, const std::string& name) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat " + name);
    if (static_cast<std::uint64_t>(info.st_size) < sizeBytes) throwErrno(EINVAL, name + " is smaller than its ring");
}

}  // namespace ipclab
