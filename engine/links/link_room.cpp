#include "links/link_room.h"

#include <algorithm>

#include "core/error.h"
#include "core/sentences.h"
#include "links/system_limits.h"

namespace ipclab {

const RoomField* findRoomField(std::string_view name) {
    const auto found = std::ranges::find(kRoomFields, name, &RoomField::name);
    return found == kRoomFields.end() ? nullptr : &*found;
}

bool resizes(const Traits& traits, const RoomField& field) {
    if (field.member == &LinkRoom::capacityBytes)
        return traits.resizing == Resizing::Pipe || traits.resizing == Resizing::Queue;
    if (traits.resizing != Resizing::Buffers) return false;
    return field.member == &LinkRoom::sendBufferBytes || traits.reach == Reach::Network;
}

std::optional<std::uint64_t>& givenOf(LinkProperties& given, const RoomField& field) {
    if (field.member == &LinkRoom::capacityBytes) return given.capacityBytes;
    return field.member == &LinkRoom::sendBufferBytes ? given.sendBufferBytes : given.receiveBufferBytes;
}

std::uint64_t leastRoom(const Traits& traits, std::uint64_t messageBytes) {
    constexpr std::uint64_t kPacketOverheadBytes = 32;
    if (traits.boundaries == Boundaries::Bytes) return 0;
    if (traits.resizing == Resizing::Queue) return messageBytes;
    return (messageBytes + kPacketOverheadBytes + 1) / 2;  // the kernel doubles it
}

std::string roomRefusal(const Traits& traits, int error, std::uint64_t askedBytes) {
    const bool pipe = traits.resizing == Resizing::Pipe;
    if (pipe && error == EBUSY) return say(Sentence::RoomBusy, {{"bytes", askedBytes}});
    const char* file = pipe ? "/proc/sys/fs/pipe-max-size" : "/proc/sys/kernel/msgmnb";
    const auto limit = readLimit(file);
    if (error != EPERM || !limit || traits.resizing == Resizing::Buffers) return errorText(error);
    const bool above = askedBytes > *limit;
    if (!above) return say(Sentence::RoomOfAllPipes, {{"bytes", askedBytes}});
    return say(Sentence::RoomAboveLimit,
               {{"bytes", askedBytes}, {"limit_name", pipe ? "fs.pipe-max-size" : "kernel.msgmnb"}, {"limit", *limit}});
}

}  // namespace ipclab
