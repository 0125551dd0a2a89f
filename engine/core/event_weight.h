// How grave an event is, for lists, ticks in charts and filters: in this order.
#pragma once

#include <cstdint>

namespace ipclab {

enum class EventWeight : std::uint8_t { Note, Steering, Warning, Failure };

}  // namespace ipclab
