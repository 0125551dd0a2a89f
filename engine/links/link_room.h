// What of a link's room can be changed while it is used, by the names that documents, events and controls have for it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "links/mechanism.h"

namespace ipclab {

struct RoomField {
    std::string_view name;
    std::optional<std::uint64_t> LinkRoom::*member;
};
inline constexpr std::array kRoomFields{RoomField{"capacity_bytes", &LinkRoom::capacityBytes},
                                        RoomField{"send_buffer_bytes", &LinkRoom::sendBufferBytes},
                                        RoomField{"receive_buffer_bytes", &LinkRoom::receiveBufferBytes}};

// nullptr: there is none of that name.
const RoomField* findRoomField(std::string_view name);
// UNIX domain sockets have no receive buffer of their own (unix(7)).
bool resizes(const Traits& traits, const RoomField& field);
// What the system gave of it when the link was made, or since.
std::optional<std::uint64_t>& givenOf(LinkProperties& given, const RoomField& field);

// The least that still takes a message of so many bytes, to be asked for: where messages are kept whole, a smaller
// one would fail for ever. 0: any will do.
std::uint64_t leastRoom(const Traits& traits, std::uint64_t messageBytes);

// Why the system refused that, in people's words.
std::string roomRefusal(const Traits& traits, int error, std::uint64_t askedBytes);

}  // namespace ipclab
