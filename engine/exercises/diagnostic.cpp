#include "exercises/diagnostic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <regex>

#include "core/sentences.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostLine = 2000, kMostText = 3 * kMostLine;
constexpr std::uint64_t kFarthest = 1U << 20;  // no source has so many lines or columns
constexpr std::array<std::string_view, 3> kSeverities{"note", "warning", "error"};

unsigned numberIn(std::string_view digits) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Diagnostic::Severity severityOf(const std::string& word) {
    if (word == "warning") return Diagnostic::Severity::Warning;
    return word == "note" ? Diagnostic::Severity::Note : Diagnostic::Severity::Error;
}

[[noreturn]] void refuseDiagnostic() {
    throw std::runtime_error(say(Sentence::WorkField, {{"name", "diagnostics"}}));
}

unsigned placeIn(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > kFarthest)
        refuseDiagnostic();
    return found->get<unsigned>();
}

std::string wordIn(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string() || found->get_ref<const std::string&>().size() > kMostText)
        refuseDiagnostic();
    return found->get<std::string>();
}

}  // namespace

std::vector<Diagnostic> diagnosticsIn(std::string_view said) {
    static const std::regex kOfSource(R"(^(?:.*/)?program\.c:(\d+):(?:(\d+):)? (?:fatal )?(error|warning|note): (.*)$)");
    static const std::regex kOfLinker(R"(^(?:.*[/ ])?program\.c:(?:(\d+):|\(\.[^)]*\):) (.*)$)");
    static const std::regex kOfOther(R"(^(\S+?):\d+:(?:\d+:)? (?:fatal )?(error): (.*)$)");
    std::vector<Diagnostic> all;
    while (!said.empty() && all.size() < kMostDiagnostics) {
        const auto end = std::min(said.find('\n'), said.size());
        const std::string line(said.substr(0, std::min(end, kMostLine)));
        said.remove_prefix(std::min(end + 1, said.size()));
        std::smatch m;
        if (std::regex_match(line, m, kOfSource))
            all.push_back({severityOf(m[3]), numberIn(m[1].str()), numberIn(m[2].str()), printable(m[4].str())});
        else if (std::regex_match(line, m, kOfLinker))
            all.push_back({Diagnostic::Severity::Error, numberIn(m[1].str()), 0, printable(m[2].str())});
        else if (std::regex_match(line, m, kOfOther))
            all.push_back({Diagnostic::Severity::Error, 0, 0, printable(m[1].str() + ": " + m[3].str())});
    }
    return all;
}

Json toJson(const Diagnostic& diagnostic) {
    return {{"severity", kSeverities[static_cast<std::size_t>(diagnostic.severity)]},
            {"line", diagnostic.line},
            {"column", diagnostic.column},
            {"text", diagnostic.text}};
}

std::vector<Diagnostic> diagnosticsFromJson(const Json& json) {
    if (!json.is_array() || json.size() > kMostDiagnostics) refuseDiagnostic();
    std::vector<Diagnostic> all;
    for (const auto& each : json) {
        if (!each.is_object()) refuseDiagnostic();
        const auto known = std::ranges::find(kSeverities, wordIn(each, "severity"));
        if (known == kSeverities.end()) refuseDiagnostic();
        all.push_back({static_cast<Diagnostic::Severity>(known - kSeverities.begin()), placeIn(each, "line"),
                       placeIn(each, "column"), wordIn(each, "text")});
    }
    return all;
}

}  // namespace ipclab
