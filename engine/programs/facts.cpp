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
    for (const FactValue& value : values) {
        if (report.valueCount == kMostFactValues) break;
        ReportedValue& reported = report.values[report.valueCount++];
        copyText(reported.name, value.name);
        reported.number = value.number;
        copyText(reported.text, value.text);
    }
    [[maybe_unused]] const ssize_t written = ::write(reportFd, &report, sizeof report);
}

std::string addressText(std::uint64_t address) {
    std::array<char, 20> digits{'0', 'x'};
    const auto end = std::to_chars(digits.data() + 2, digits.data() + digits.size(), address, 16).ptr;
    return {digits.data(), end};
}

std::optional<ToldFact> readFact(const ChildReport& report) {
    if (report.kind != ReportKind::Fact || report.valueCount > kMostFactValues) return std::nullopt;
    const FactKind* kind = findFactKind(boundedText(report.text));
    if (kind == nullptr) return std::nullopt;
    ToldFact fact{std::string(kind->id), report.pid, report.atNs, {}};
    for (std::size_t i = 0; i < report.valueCount; ++i) {
        const std::string_view name = boundedText(report.values[i].name), text = boundedText(report.values[i].text);
        if (!isValueName(name)) return std::nullopt;
        fact.values.emplace_back(name, text.empty() ? std::to_string(report.values[i].number) : std::string(text));
    }
    return fact;
}

}  // namespace ipclab
