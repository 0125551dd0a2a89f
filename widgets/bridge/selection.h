// What is selected: a process, a link, or nothing. One word of it for canvas, tables and inspector.
#pragma once

#include <cstdint>

namespace ipclab {

struct Selection {
    enum class Kind { None, Process, Link };
    Kind kind = Kind::None;
    std::uint32_t index = 0;

    bool operator==(const Selection&) const = default;
};

}  // namespace ipclab
