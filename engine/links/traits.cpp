#include "links/traits.h"

#include <array>

namespace ipclab {

namespace {

template <typename Enum, std::size_t N>
std::string_view named(Enum value, const std::array<std::string_view, N>& names) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view id(Family value) {
    return named<Family, 8>(value,
                            {"pipe", "socket", "message-queue", "shared-memory", "signal", "file", "rpc", "model"});
}
std::string_view id(Direction value) { return named<Direction, 3>(value, {"one-way", "half-duplex", "full-duplex"}); }
std::string_view id(Kinship value) { return named<Kinship, 2>(value, {"related", "any"}); }
std::string_view id(Reach value) { return named<Reach, 3>(value, {"process", "machine", "network"}); }
std::string_view id(Boundaries value) { return named<Boundaries, 4>(value, {"bytes", "messages", "cell", "call"}); }
std::string_view id(Ordering value) { return named<Ordering, 3>(value, {"fifo", "priority", "none"}); }
std::string_view id(Persistence value) { return named<Persistence, 3>(value, {"process", "kernel", "filesystem"}); }
std::string_view id(CapacityKind value) { return named<CapacityKind, 4>(value, {"none", "bytes", "messages", "cell"}); }
std::string_view id(Synchroniser value) { return named<Synchroniser, 2>(value, {"system", "user"}); }
std::string_view id(Resizing value) { return named<Resizing, 4>(value, {"nothing", "pipe", "queue", "buffers"}); }
std::string_view id(EndOfStream value) { return named<EndOfStream, 2>(value, {"system", "user"}); }

}  // namespace ipclab
