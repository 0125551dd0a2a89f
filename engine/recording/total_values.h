// Quantities as values of a file and back. Private to recordings.
#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "recording/row.h"
#include "recording/total_lists.h"
#include "recording/totals.h"
#include "results/words.h"

namespace ipclab {

inline TotalValue valueOf(bool flag) { return std::int64_t{flag}; }
inline TotalValue valueOf(std::integral auto number) { return static_cast<std::int64_t>(number); }
inline TotalValue valueOf(double number) { return number; }
inline TotalValue valueOf(const std::string& text) { return text; }
inline TotalValue valueOf(StateSource source) { return std::string(id(source)); }
template <class T>
TotalValue valueOf(const std::optional<T>& value) {
    return value ? valueOf(*value) : TotalValue();
}
inline TotalValue valueOf(const WaitObjects& objects) { return waitObjectsText(objects); }
inline TotalValue valueOf(const std::vector<ConnectionReading>& connections) { return connectionsText(connections); }
inline TotalValue valueOf(const std::vector<CallData>& calls) { return callsText(calls); }
inline TotalValue valueOf(const std::vector<ReceiveRecord>& calls) {
    nlohmann::json list = nlohmann::json::array();
    for (const ReceiveRecord& call : calls) list.push_back({call.calledNs, call.returnedNs, call.completedNs});
    return list.dump();
}
template <std::integral T>
TotalValue valueOf(const std::vector<T>& numbers) {
    return nlohmann::json(numbers).dump();
}
template <std::integral T, std::size_t N>
TotalValue valueOf(const std::array<T, N>& numbers) {
    return nlohmann::json(numbers).dump();
}

inline std::int64_t wholeNumber(const TotalValue& value, std::int64_t low, std::int64_t high) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) refuse("it holds no whole number");
    if (*number < low || *number > high) refuse("it is out of range: " + std::to_string(*number));
    return *number;
}
inline const std::string& text(const TotalValue& value) {
    const auto* words = std::get_if<std::string>(&value);
    if (words == nullptr) refuse("it holds no text");
    return *words;
}
inline nlohmann::json list(const std::string& text) {
    auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) refuse("it holds no JSON array");
    return json;
}
inline nlohmann::json list(const TotalValue& value) { return list(text(value)); }
template <std::integral T>
T numberIn(const nlohmann::json& json) {
    if (!json.is_number_integer()) refuse("its list holds what is no number");
    if (json.is_number_unsigned() ? !std::in_range<T>(json.get<std::uint64_t>())
                                  : !std::in_range<T>(json.get<std::int64_t>()))
        refuse("its list holds a number out of range");
    return json.get<T>();
}

inline void take(const TotalValue& value, bool& into) { into = wholeNumber(value, 0, 1) != 0; }
template <std::integral T>
void take(const TotalValue& value, T& into) {
    // Counts and times; room for arithmetic.
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 4;
    constexpr bool kNarrow = sizeof(T) < sizeof(std::int64_t);
    constexpr std::int64_t kHigh = kNarrow ? static_cast<std::int64_t>(std::numeric_limits<T>::max()) : kMost;
    constexpr std::int64_t kLow = kNarrow && std::is_signed_v<T> ? std::int64_t{std::numeric_limits<T>::min()} : 0;
    into = static_cast<T>(wholeNumber(value, kLow, kHigh));
}
inline void take(const TotalValue& value, double& into) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* number = std::get_if<double>(&value);
    if (whole == nullptr && number == nullptr) refuse("it holds no number");
    into = whole != nullptr ? static_cast<double>(*whole) : *number;
    if (!std::isfinite(into)) refuse("it is infinite");
}
inline void take(const TotalValue& value, std::string& into) { into = text(value); }
inline void take(const TotalValue& value, StateSource& into) {
    const auto known = stateSourceOf(text(value));
    if (!known) refuse("unknown word \"" + text(value).substr(0, 40) + "\"");
    into = *known;
}
template <class T>
void take(const TotalValue& value, std::optional<T>& into) {
    if (std::holds_alternative<std::monostate>(value)) return into.reset();
    take(value, into.emplace());
}
inline void take(const TotalValue& value, WaitObjects& into) { into = waitObjectsOf(text(value)); }
inline void take(const TotalValue& value, std::vector<ConnectionReading>& into) { into = connectionsOf(text(value)); }
inline void take(const TotalValue& value, std::vector<CallData>& into) { into = callsOf(text(value)); }
inline void take(const TotalValue& value, std::vector<ReceiveRecord>& into) {
    into.clear();
    for (const auto& call : list(value)) {
        if (!call.is_array() || call.size() != 3) refuse("its list holds what is no triple of times");
        into.push_back(
            {numberIn<Nanoseconds>(call[0]), numberIn<Nanoseconds>(call[1]), numberIn<Nanoseconds>(call[2])});
    }
}
template <std::integral T>
void take(const TotalValue& value, std::vector<T>& into) {
    into.clear();
    for (const auto& number : list(value)) into.push_back(numberIn<T>(number));
}
// A newer program's may be longer; what an older one has not stays as it was.
template <std::integral T, std::size_t N>
void take(const TotalValue& value, std::array<T, N>& into) {
    std::size_t place = 0;
    for (const auto& number : list(value)) {
        if (place < N) into[place++] = numberIn<T>(number);
    }
}

}  // namespace ipclab
