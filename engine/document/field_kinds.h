// The kinds of values that fields of several objects have in common. Private to this room.
#pragma once

#include "document/experiment_fields.h"
#include "document/limits.h"

namespace ipclab {

inline constexpr Nanoseconds kNsPerMillisecond = 1'000'000;
inline constexpr Nanoseconds kNsPerMicrosecond = 1'000;

inline std::optional<double> readRate(const Json& value, const Place& at) {
    return readNumber(value, at, 0, limits::kRatePerSecond);
}
inline std::optional<std::uint32_t> readSize(const Json& value, const Place& at) {
    return readInteger<std::uint32_t>(value, at, kMinMessageBytes, kMaxMessageBytes);
}
inline std::optional<Nanoseconds> readWork(const Json& value, const Place& at) {
    return readDuration(value, at, kNsPerMicrosecond, 0, limits::kWorkNs);
}
inline std::optional<CanvasPlace> readPlace(const Json& value, const Place& at) {
    std::vector<int> xy;
    readArray(value, at, 2, 2, xy, [](const Json& one, const Place& here, int& into) {
        assign(into, readInteger<int>(one, here, -limits::kCanvas, limits::kCanvas));
    });
    return xy.size() == 2 ? std::optional(CanvasPlace{xy[0], xy[1]}) : std::nullopt;
}
inline Json placeJson(const std::optional<CanvasPlace>& place) {
    return place ? Json::array({place->x, place->y}) : Json();
}
inline void readName(const Json& value, const Place& at, std::string& into) {
    assign(into, readText(value, at, limits::kLinkNameBytes));
}

// Null, so that the field is left out, when the value is the usual one.
template <typename Enum, std::size_t N>
Json wordUnless(Enum value, Enum usual, const std::array<std::string_view, N>& words) {
    return value == usual ? Json() : Json(std::string(wordOf(value, words)));
}

template <typename Value>
Json optionalJson(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

}  // namespace ipclab
