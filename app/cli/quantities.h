// Figures as a table of the command line writes them, in the words of the charts (plot/units.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "results/quantity.h"

namespace ipclab {

inline constexpr std::string_view kDash = "–";  // where nothing is known

// "1.23 M", "340 µs", "64 KiB"; an en dash where nothing is known.
std::string quantity(double value, std::string_view unit);
std::string quantity(const std::optional<double>& value, std::string_view unit);
std::string quantity(const std::optional<std::uint64_t>& value, std::string_view unit);
std::string duration(double seconds);
std::string duration(const std::optional<double>& seconds);
std::string share(double part, double whole);  // "93.1%"
std::string grouped(std::uint64_t value);      // "1,234,567"
// Of any quantity, with its unit.
std::string figureText(const MaybeQuantity& value, QuantityUnit unit);

}  // namespace ipclab
