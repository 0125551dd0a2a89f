// What the views of the states have in common, in pixels.
#pragma once

namespace ipclab {

inline constexpr double kViewMargin = 12;
inline constexpr double kChipHeight = 22;  // of a process that stands somewhere
inline constexpr double kChipSwatch = 18;  // of its state
inline constexpr double kNoteHeight = 18;  // of the line below the diagram

}  // namespace ipclab
