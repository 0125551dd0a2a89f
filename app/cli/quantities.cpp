#include "cli/quantities.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "plot/units.h"

namespace ipclab {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::string quantity(double value, std::string_view unit) {
    const QString text = formatQuantity(value, QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())));
    return text.trimmed().toStdString();
}

std::string quantity(const std::optional<double>& value, std::string_view unit) {
    return quantity(value.value_or(kUnknown), unit);
}

std::string quantity(const std::optional<std::uint64_t>& value, std::string_view unit) {
    return quantity(value ? static_cast<double>(*value) : kUnknown, unit);
}

std::string duration(double seconds) { return quantity(seconds, "s"); }
std::string duration(const std::optional<double>& seconds) { return quantity(seconds, "s"); }

std::string share(double part, double whole) {
    if (!(whole > 0)) return "–";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f%%", 100 * part / whole);
    return text.data();
}

std::string grouped(std::uint64_t value) {
    std::string text = std::to_string(value);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
    return text;
}

std::string figureText(const MaybeQuantity& value, QuantityUnit unit) {
    if (!value) return "–";
    if (unit == QuantityUnit::Share) return share(asDouble(*value), 1);
    const auto* whole = std::get_if<std::int64_t>(&*value);
    const bool counted = unit == QuantityUnit::Number || unit == QuantityUnit::Messages;
    if (whole != nullptr && counted && *whole >= 0) return grouped(static_cast<std::uint64_t>(*whole));
    const bool isUnit = !counted && unit != QuantityUnit::MessagePerSecond;
    return quantity(asDouble(*value), isUnit ? symbol(unit) : std::string_view());
}

}  // namespace ipclab
