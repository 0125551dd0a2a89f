#include "document/suggestion.h"

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

constexpr std::size_t kLongestWord = 80;  // beyond this nothing known is close, and the distance is dear
constexpr std::size_t kLongestExcerpt = 60;
constexpr std::size_t kMostListed = 40;

bool isSwap(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
    return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

// Optimal string alignment: insertions, deletions, replacements and swapped neighbours ("tpc").
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> older, previous(b.size() + 1), current(b.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
            if (isSwap(a, b, i, j)) current[j] = std::min(current[j], older[j - 2] + 1);
        }
        older = previous;
        std::swap(previous, current);
    }
    return previous[b.size()];
}

}  // namespace

std::string quote(std::string_view text) {
    const nlohmann::json value = excerpt(text, kLongestExcerpt);
    const std::string quoted = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() <= kLongestExcerpt) return printable(quoted);
    // The mark of what is left out is not a part of the text.
    return printable(quoted.substr(0, quoted.rfind("…"))) + "\"…";
}

std::string_view closest(std::string_view word, const std::vector<std::string_view>& known) {
    if (word.empty() || word.size() > kLongestWord) return {};
    std::string_view best;
    std::size_t bestDistance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view candidate : known) {
        if (candidate.size() > kLongestWord) continue;
        const std::size_t distance = editDistance(word, candidate);
        if (distance >= bestDistance) continue;
        bestDistance = distance;
        best = candidate;
    }
    return best;
}

std::string listed(const std::vector<std::string_view>& known) {
    std::string text;
    for (std::size_t i = 0; i < std::min(known.size(), kMostListed); ++i) {
        text.append(i == 0 ? "" : ", ").append(printable(excerpt(known[i], kLongestExcerpt)));
    }
    return known.size() > kMostListed ? text + ", …" : text;
}

std::string withSuggestion(const std::string& what, std::string_view word, const std::vector<std::string_view>& known) {
    const std::string_view meant = closest(word, known);
    if (known.empty()) return what;
    if (meant.empty()) return say(Sentence::WithKnown, {{"what_why", what}, {"known", listed(known)}});
    return say(Sentence::WithMeantAndKnown, {{"what_why", what}, {"meant", quote(meant)}, {"known", listed(known)}});
}

}  // namespace ipclab
