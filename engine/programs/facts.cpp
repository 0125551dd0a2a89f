#include "programs/facts.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "core/text.h"

namespace ipclab {

namespace {

template <std::size_t N>
void copyText(char (&into)[N], std::string_view text) {
    text.copy(into, N - 1);  // an empty text may have no address
}

template <std::size_t N>
std::string_view boundedText(const char (&from)[N]) {
    return {from, ::strnlen(from, N)};
}

void copyBytes(ChildReport& report, std::size_t& used, ReportedValue& value, std::span<const std::byte> bytes) {
    const std::size_t count = std::min(bytes.size(), kMostFactBytes - used);
    value.bytesAt = static_cast<std::int32_t>(used);
    value.bytesCount = static_cast<std::uint32_t>(count);
    std::copy_n(bytes.begin(), count, std::as_writable_bytes(std::span(report.bytes)).subspan(used).begin());
    used += count;
}

// Nothing where a child made it up.
std::optional<std::string> valueText(const ChildReport& report, const ReportedValue& value) {
    if (value.bytesAt >= 0) {
        const auto at = static_cast<std::size_t>(value.bytesAt);
        if (at > kMostFactBytes || value.bytesCount > kMostFactBytes - at) return std::nullopt;
        const auto bytes = std::as_bytes(std::span(report.bytes)).subspan(at, value.bytesCount);
        if (!value.bytesAreText) return hexText(bytes);
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    const std::string_view text = boundedText(value.text);
    return text.empty() ? std::to_string(value.number) : std::string(text);
}

bool isValueName(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos;
}

}  // namespace

std::span<const FactKind> allFactKinds() {
    using enum FieldType;
    static constexpr auto kinds = std::to_array<FactKind>({
#define FACT(name, id, sentence, ...) {id, sentence, {{__VA_ARGS__}}},
#define GRAVE_FACT FACT
#include "programs/facts.def"
#undef FACT
#undef GRAVE_FACT
    });
    return kinds;
}

const FactKind* findFactKind(std::string_view id) {
    const auto kinds = allFactKinds();
    const auto found = std::ranges::find(kinds, id, &FactKind::id);
    return found == kinds.end() ? nullptr : &*found;
}

void writeFact(int reportFd, std::string_view id, FactValues values) {
    ChildReport report;
    report.kind = ReportKind::Fact;
    report.pid = ::getpid();
    report.atNs = monotonicNow();
    copyText(report.text, id);
    std::size_t used = 0;
    for (const FactValue& value : values) {
        if (report.valueCount == kMostFactValues) break;
        ReportedValue& reported = report.values[report.valueCount++];
        copyText(reported.name, value.name);
        reported.number = value.number;
        copyText(reported.text, value.text);
        if (value.isBytes) copyBytes(report, used, reported, value.bytes);
        reported.bytesAreText = value.bytesAreText;
    }
    [[maybe_unused]] const ssize_t written = ::write(reportFd, &report, sizeof report);
}

std::string addressText(std::uint64_t address) {
    std::array<char, 20> digits{'0', 'x'};
    const auto end = std::to_chars(digits.data() + 2, digits.data() + digits.size(), address, 16).ptr;
    return {digits.data(), end};
}

std::string hexText(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const std::byte byte : bytes) {
        text += kDigits[std::to_integer<std::size_t>(byte >> 4)];
        text += kDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return text;
}

std::optional<std::vector<std::byte>> bytesOfHex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::vector<std::byte> bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t at = 0; at < hex.size(); at += 2) {
        std::uint8_t byte = 0;
        const char* end = hex.data() + at + 2;
        if (std::from_chars(hex.data() + at, end, byte, 16).ptr != end) return std::nullopt;
        bytes.push_back(std::byte{byte});
    }
    return bytes;
}

std::optional<ToldFact> readFact(const ChildReport& report) {
    if (report.kind != ReportKind::Fact || report.valueCount > kMostFactValues) return std::nullopt;
    const FactKind* kind = findFactKind(boundedText(report.text));
    if (kind == nullptr) return std::nullopt;
    ToldFact fact{std::string(kind->id), report.pid, report.atNs, {}};
    for (std::size_t i = 0; i < report.valueCount; ++i) {
        const std::string_view name = boundedText(report.values[i].name);
        const std::optional<std::string> text = valueText(report, report.values[i]);
        if (!isValueName(name) || !text) return std::nullopt;
        fact.values.emplace_back(name, *text);
    }
    return fact;
}

}  // namespace ipclab
