// Values of expressions as people read them.
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

#include "labs/expression.h"

namespace ipclab {

namespace {

std::string numberWords(double number) {
    std::array<char, 64> text{};
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    const auto end =
        whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<long long>(number)).ptr
              : std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

// 1234567 as 1,234,567.
std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

// Three digits that tell something; of a thousand and more all before the point.
std::string figureWords(double number) {
    const double size = std::abs(number);
    if (size >= 1e15 || (size != 0 && size < 1e-4)) return numberWords(number);
    if (number == std::floor(number) || size >= 999.5) {
        return grouped(std::to_string(std::llround(number)));
    }
    const int decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(size))));
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals).ptr;
    std::string words(text.data(), end);
    if (words.find('.') != words.npos) words.erase(words.find_last_not_of('0') + 1);
    if (words.ends_with('.')) words.pop_back();
    return words;
}

std::string scalarText(const LabScalar& scalar) {
    if (const auto* number = std::get_if<double>(&scalar)) return numberWords(*number);
    if (const auto* truth = std::get_if<bool>(&scalar)) return *truth ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
    return "–";
}

std::string figureText(const LabScalar& scalar) {
    const auto* number = std::get_if<double>(&scalar);
    return number != nullptr ? figureWords(*number) : scalarText(scalar);
}

std::string listText(const LabValue& value, std::string (*textOf)(const LabScalar&)) {
    const auto ofEach = [&](const auto& one) -> std::string {
        if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, LabList>)
            return textOf(one);
        else {
            std::string text;
            for (const auto& each : one) text += (text.empty() ? "" : ", ") + textOf(each);
            return text;
        }
    };
    return std::visit(ofEach, value);
}

}  // namespace

std::string labValueText(const LabValue& value) { return listText(value, scalarText); }

std::string labFigureText(const LabValue& value) { return listText(value, figureText); }

}  // namespace ipclab
