#include "cli/argument_words.h"

#include <algorithm>

#include "links/registry.h"
#include "runs/claims/claim.h"
#include "serving/registry.h"

namespace ipclab {

std::function<std::string(const std::string&)> oneOf(std::vector<std::string_view> known) {
    return [known = std::move(known)](const std::string& word) {
        const bool is = std::ranges::find(known, word) != known.end();
        return is ? std::string() : withSuggestion(quote(word) + " is none of them", word, known);
    };
}

Words partsOf(std::string_view list) {
    Words parts;
    for (;;) {
        const std::size_t comma = list.find(',');
        parts.emplace_back(list.substr(0, comma));
        if (comma == list.npos) return parts;
        list.remove_prefix(comma + 1);
    }
}

std::vector<std::uint32_t> sizesOf(const std::string& list) {
    std::vector<std::uint32_t> sizes;
    for (const std::string& size : partsOf(list)) sizes.push_back(static_cast<std::uint32_t>(std::stoul(size)));
    return sizes;
}

std::string named(const std::string& word) { return word.empty() ? "this name is empty" : std::string(); }

std::string isSize(const std::string& word) {
    unsigned width = 0, height = 0;
    const char* const end = word.data() + word.size();
    const auto x = std::from_chars(word.data(), end, width);
    if (x.ec == std::errc() && x.ptr != end && *x.ptr == 'x') {
        const auto y = std::from_chars(x.ptr + 1, end, height);
        if (y.ec == std::errc() && y.ptr == end && width >= 100 && height >= 100 && width <= 8000 && height <= 8000)
            return {};
    }
    return quote(word) + " is not a size such as 1280x800";
}

void addJson(CLI::App& app, bool& json) {
    app.add_flag("--json", json, "print exactly one JSON document, nothing else, on\nstandard output");
}

std::vector<std::string_view> claimIds() {
    std::vector<std::string_view> ids;
    for (const Claim* claim : allClaims()) ids.push_back(claim->id);
    return ids;
}

std::vector<std::string_view> mechanismIds() {
    std::vector<std::string_view> ids;
    for (const Mechanism* mechanism : allMechanisms()) ids.push_back(mechanism->info().id);
    return ids;
}

std::vector<std::string_view> strategyIds() {
    std::vector<std::string_view> ids;
    for (const Strategy* strategy : allStrategies()) ids.push_back(strategy->info().id);
    return ids;
}

}  // namespace ipclab
