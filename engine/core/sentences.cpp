#include "core/sentences.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

// A piece of a sentence: words of its own, then a value, which the last piece may not have.
struct Piece {
    std::string_view words, value;
};

Piece takePiece(std::string_view& sentence) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = open == sentence.npos ? open : sentence.find('}', open);
    Piece piece{sentence.substr(0, open), {}};
    if (close != sentence.npos) piece.value = sentence.substr(open + 1, close - open - 1);
    sentence.remove_prefix(close == sentence.npos ? sentence.size() : close + 1);
    return piece;
}

std::size_t ownWords(std::string_view sentence) {
    std::size_t count = 0;
    while (!sentence.empty()) count += takePiece(sentence).words.size();
    return count;
}

// Behind the quotation that the text begins with, and the mark of what was cut off it; 0: it begins with none.
std::size_t afterQuotation(std::string_view text) {
    constexpr std::string_view kCutOff = "…";
    if (!text.starts_with('"')) return 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1 + (text.substr(at + 1).starts_with(kCutOff) ? kCutOff.size() : 0);
    }
    return 0;
}

bool isOwnText(std::string_view valueName) { return valueName.ends_with("why"); }

// Where the words come first, not within a quotation: what a person has written is no part of our sentences.
std::size_t findUnquoted(std::string_view text, std::string_view words) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with(words)) return at;
        if (const std::size_t behind = afterQuotation(text.substr(at)); behind != 0) at += behind - 1;
    }
    return text.find(words);
}

// A value ends where the words after it come first. One in quotation marks ends behind them.
std::size_t endOfValue(std::string_view text, std::string_view valueName, std::string_view words) {
    if (isOwnText(valueName)) return findUnquoted(text, words);
    const std::size_t behind = afterQuotation(text);
    return behind != 0 && text.substr(behind).starts_with(words) ? behind : text.find(words);
}

// Those at the end of the sentence end the text.
std::optional<SentenceValues> valuesOf(std::string_view sentence, std::string_view text) {
    SentenceValues values;
    Piece piece = takePiece(sentence);
    if (!text.starts_with(piece.words)) return std::nullopt;
    text.remove_prefix(piece.words.size());
    while (!piece.value.empty()) {
        const Piece next = takePiece(sentence);
        const bool isLast = next.value.empty();
        if (isLast && !text.ends_with(next.words)) return std::nullopt;
        const std::size_t end = isLast ? text.size() - next.words.size() : endOfValue(text, piece.value, next.words);
        if (end == text.npos) return std::nullopt;
        values.emplace_back(piece.value, text.substr(0, end));
        text.remove_prefix(end + next.words.size());
        piece = next;
    }
    return text.empty() ? std::optional(std::move(values)) : std::nullopt;
}

SentenceValues pairsOf(std::initializer_list<SentenceValue> values) {
    SentenceValues pairs;
    for (const SentenceValue& value : values) pairs.emplace_back(value.name, value.text);
    return pairs;
}

std::string filled(Sentence sentence, const SentenceValues& values) {
    return fillSentence(allSentences()[static_cast<std::size_t>(sentence)], values,
                        [](std::string_view, const std::string& value) { return value; });
}

std::optional<SaidSentence> findSentence(std::string_view text, std::size_t& explained) {
    const auto sentences = allSentences();
    std::optional<SaidSentence> found;
    explained = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        auto values = valuesOf(sentences[i], text);
        if (!values) continue;
        std::size_t words = ownWords(sentences[i]);
        for (const auto& [name, value] : *values) {
            std::size_t within = 0;
            if (isOwnText(name)) findSentence(value, within);
            words += within;
        }
        if (found && words <= explained) continue;
        explained = words;
        found = {static_cast<Sentence>(i), *std::move(values)};
    }
    return found;
}

}  // namespace

std::span<const std::string_view> allSentences() {
    static constexpr auto sentences = std::to_array<std::string_view>({
#define SENTENCE(name, text) text,
#include "core/sentences.def"
#undef SENTENCE
    });
    return sentences;
}

std::string say(Sentence sentence, std::initializer_list<SentenceValue> values) {
    return filled(sentence, pairsOf(values));
}

std::string sayCount(std::uint64_t count, Sentence one, Sentence many, std::initializer_list<SentenceValue> values) {
    SentenceValues all = pairsOf(values);
    all.emplace_back("count", std::to_string(count));
    return filled(count == 1 ? one : many, all);
}

std::optional<SaidSentence> findSentence(std::string_view text) {
    std::size_t explained = 0;
    return findSentence(text, explained);
}

std::string fillSentence(std::string_view sentence, const SentenceValues& values,
                         const std::function<std::string(std::string_view name, const std::string& value)>& format) {
    std::string text;
    while (!sentence.empty()) {
        const Piece piece = takePiece(sentence);
        text += piece.words;
        if (piece.value.empty()) continue;
        const auto found = std::ranges::find(values, piece.value, &std::pair<std::string, std::string>::first);
        text += found == values.end() ? "–" : format(piece.value, found->second);
    }
    return text;
}

}  // namespace ipclab
