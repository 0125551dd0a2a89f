// Values of what is handed over as JSON at a start (launch_order.h, launcher/worker_plan_json.h), taken as they were
// written and not otherwise: nlohmann-json alone turns any number into any other, whether it fits or not. What is no
// such value throws std::runtime_error.
#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "document/json_scanner.h"
#include "document/limits.h"

namespace ipclab {

// The greatest value of an enumeration that is handed over as its number.
template <typename Enum>
inline constexpr Enum kLastOf = Enum{};

namespace plan_values {

[[noreturn]] inline void refuseValue(std::string_view name, std::string_view expected) {
    throw std::runtime_error("\"" + std::string(name) + "\" is no " + std::string(expected));
}

template <std::integral T>
void takeNumber(const auto& value, std::string_view name, T& into) {
    const bool fits = value.is_number_unsigned()  ? std::in_range<T>(value.template get<std::uint64_t>())
                      : value.is_number_integer() ? std::in_range<T>(value.template get<std::int64_t>())
                                                  : false;
    if (!fits) refuseValue(name, "whole number of its kind");
    into = value.template get<T>();
}

inline void takeValue(const auto& value, std::string_view name, bool& into) {
    if (!value.is_boolean()) refuseValue(name, "truth value");
    into = value.template get<bool>();
}

inline void takeValue(const auto& value, std::string_view name, std::string& into) {
    if (!value.is_string()) refuseValue(name, "text");
    into = value.template get<std::string>();
}

inline void takeValue(const auto& value, std::string_view name, double& into) {
    if (!value.is_number()) refuseValue(name, "number");
    into = value.template get<double>();
}

template <std::integral T>
void takeValue(const auto& value, std::string_view name, T& into) {
    takeNumber(value, name, into);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void takeValue(const auto& value, std::string_view name, Enum& into) {
    std::underlying_type_t<Enum> number{};
    takeNumber(value, name, number);
    if (number > static_cast<std::underlying_type_t<Enum>>(kLastOf<Enum>)) refuseValue(name, "choice there is");
    into = static_cast<Enum>(number);
}

template <typename T>
void takeValue(const auto& value, std::string_view name, std::optional<T>& into) {
    if (!value.is_null()) takeValue(value, name, into.emplace());
}

template <typename T>
void takeValue(const auto& value, std::string_view name, std::vector<T>& into) {
    if (!value.is_array()) refuseValue(name, "list");
    for (const auto& each : value) takeValue(each, name, into.emplace_back());
}

}  // namespace plan_values

// The field of that name, which must be there.
template <typename Json, typename T>
void take(const Json& object, const char* name, T& into) {
    plan_values::takeValue(object.at(name), name, into);
}

// Never deeper than what comes after can follow. Json: json, or ordered_json.
template <typename Json = nlohmann::json>
Json parsePlan(std::string_view text) {
    if (findExcess(text, limits::kDepth + 2, limits::kFileBytes)) throw std::runtime_error("it is nested too deeply");
    return Json::parse(text);
}

}  // namespace ipclab
