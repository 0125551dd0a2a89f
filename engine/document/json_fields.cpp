#include "document/json_fields.h"

#include <charconv>
#include <cmath>

namespace ipclab {

namespace {

constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53

std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

bool isWhole(double value) { return std::floor(value) == value && std::abs(value) <= kLargestExactInteger; }

// A list nobody reads to its end need not fill the memory.
constexpr std::size_t kMostCollected = 1000;

}  // namespace

void Place::problem(std::string message) const {
    if (m_problems.size() >= kMostCollected) return;
    m_problems.push_back({m_pointer, 0, 0, std::move(message), Severity::Error});
}

std::string found(const Json& value) {
    switch (value.type()) {
        case Json::value_t::object:
            return say(Sentence::FoundObject);
        case Json::value_t::array:
            return value.empty() ? say(Sentence::FoundEmptyArray)
                                 : say(Sentence::FoundArray, {{"count", value.size()}});
        case Json::value_t::string:
            return say(Sentence::FoundValue, {{"value", quote(value.get_ref<const std::string&>())}});
        default:
            return say(Sentence::FoundValue, {{"value", value.dump()}});
    }
}

std::string numberText(double value) {
    if (isWhole(value)) return grouped(std::to_string(static_cast<std::int64_t>(value)));
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

void complain(const Place& at, const Json& value, const std::string& expected) {
    if (!at.meaning()) {
        return at.problem(say(Sentence::FoundExpected, {{"found_why", found(value)}, {"expected_why", expected}}));
    }
    at.problem(say(Sentence::FoundExpectedMeaning,
                   {{"found_why", found(value)}, {"expected_why", expected}, {"meaning_why", say(*at.meaning())}}));
}

std::optional<double> readNumber(const Json& value, const Place& at, double low, double high) {
    if (value.is_number()) {
        const auto number = value.get<double>();
        if (number >= low && number <= high) return number;
    }
    complain(at, value, say(Sentence::ExpectedNumber, {{"low", numberText(low)}, {"high", numberText(high)}}));
    return std::nullopt;
}

std::optional<std::string> readText(const Json& value, const Place& at, std::size_t maxBytes) {
    if (!value.is_string()) {
        complain(at, value, say(Sentence::ExpectedText));
        return std::nullopt;
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() <= maxBytes) return text;
    at.problem(say(Sentence::TextTooLong, {{"count", text.size()}, {"most", maxBytes}}));
    return std::nullopt;
}

std::optional<bool> readBool(const Json& value, const Place& at) {
    if (value.is_boolean()) return value.get<bool>();
    complain(at, value, say(Sentence::ExpectedBool));
    return std::nullopt;
}

Json durationJson(Nanoseconds value, Nanoseconds unitNs) {
    if (value % unitNs == 0) return value / unitNs;
    return static_cast<double>(value) / static_cast<double>(unitNs);
}

Json numberJson(double value) {
    if (isWhole(value)) return static_cast<std::int64_t>(value);
    return value;
}

std::optional<WholeNumber> wholeNumber(const Json& value) {
    if (value.is_number_unsigned()) return WholeNumber{false, value.get<std::uint64_t>()};
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        if (number >= 0) return WholeNumber{false, static_cast<std::uint64_t>(number)};
        return WholeNumber{true, 0 - static_cast<std::uint64_t>(number)};
    }
    if (!value.is_number_float() || !isWhole(value.get<double>())) return std::nullopt;
    const auto number = value.get<double>();
    return WholeNumber{number < 0, static_cast<std::uint64_t>(std::abs(number))};
}

std::optional<std::size_t> readWordIndex(const Json& value, const Place& at, std::span<const std::string_view> words) {
    const std::vector<std::string_view> known(words.begin(), words.end());
    if (value.is_string()) {
        const auto& word = value.get_ref<const std::string&>();
        if (const auto match = std::find(words.begin(), words.end(), word); match != words.end()) {
            return static_cast<std::size_t>(match - words.begin());
        }
        at.problem(withSuggestion(found(value), word, known));
        return std::nullopt;
    }
    // A word is the value of a field: the place knows what it means.
    at.problem(say(Sentence::FoundExpectedWord,
                   {{"found_why", found(value)}, {"known", listed(known)}, {"meaning_why", say(*at.meaning())}}));
    return std::nullopt;
}

void reportUnknownField(const Place& at, std::string_view key, const std::vector<std::string_view>& known) {
    const std::string what = withSuggestion(say(Sentence::NoSuchField, {{"field", quote(key)}}), key, known);
    at.field(key).problem(say(Sentence::RenameOrRemove, {{"problem_why", what}}));
}

}  // namespace ipclab
