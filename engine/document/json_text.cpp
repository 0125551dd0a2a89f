#include "document/json_text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/sentences.h"
#include "core/utf8.h"
#include "document/json_scanner.h"

namespace ipclab {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Position {
    unsigned line = 1;
    unsigned column = 1;
};

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Position positionAt(std::string_view text, std::size_t offset) {
    if (text.starts_with(kByteOrderMark) && offset >= kByteOrderMark.size()) {
        text.remove_prefix(kByteOrderMark.size());
        offset -= kByteOrderMark.size();
    }
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t newline = before.rfind('\n');
    const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto continuations = std::count_if(line.begin(), line.end(), isContinuation);
    return {static_cast<unsigned>(1 + std::count(before.begin(), before.end(), '\n')),
            static_cast<unsigned>(1 + line.size() - static_cast<std::size_t>(continuations))};
}

Problem problemAt(std::string_view text, std::size_t offset, std::string pointer, std::string message) {
    const Position at = positionAt(text, offset);
    return {std::move(pointer), at.line, at.column, std::move(message), Severity::Error};
}

std::string hexByte(char c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'0', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]};
}

std::optional<Problem> encodingProblem(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.substr(0, 2).find('\0') != text.npos) {
        return problemAt(text, 0, "", say(Sentence::NotUtf8File));
    }
    const std::size_t bad = firstInvalidUtf8(text);
    const std::size_t end = text.find('\0');  // nlohmann takes it for the end of the text
    if (bad != text.npos && bad < end) {
        return problemAt(text, bad, "", say(Sentence::NotUtf8Byte, {{"byte", hexByte(text[bad])}}));
    }
    if (end == text.npos) return std::nullopt;
    return problemAt(text, end, "", say(Sentence::NulByte));
}

std::optional<Problem> secondMark(std::string_view whole, std::string_view body) {
    if (!body.starts_with(kByteOrderMark)) return std::nullopt;
    return problemAt(whole, whole.size() - body.size(), "", say(Sentence::SecondMark));
}

// nlohmann quotes all of the string or number it was in: its end, where the mistake is, is enough.
std::string withShortToken(std::string message) {
    constexpr std::string_view kToken = "last read: '";
    constexpr std::size_t kLongest = 60;
    const std::size_t begin = message.find(kToken);
    if (begin == message.npos) return message;
    const std::size_t from = begin + kToken.size();
    const std::size_t end = std::min(message.rfind("'; expected "), message.size() - 1);
    if (end < from + kLongest) return message;
    std::size_t kept = end - kLongest;
    while (isContinuation(message[kept])) ++kept;
    return message.replace(from, kept - from, "…");
}

// nlohmann writes "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …": the reader
// has the place already.
std::string syntaxMessage(const std::string& what) {
    const std::size_t at = what.find("syntax error");
    return withShortToken(at == what.npos ? what.substr(std::min(what.find("] ") + 2, what.size())) : what.substr(at));
}

Sentence withAdvice(const std::string& message, std::string_view before) {
    if (message.find("NaN") != message.npos || before.ends_with("N") || before.ends_with("I"))
        return Sentence::JsonNoNan;
    if (message.find("number overflow") != message.npos) return Sentence::JsonOverflow;
    if (message.find("unexpected end of input") != message.npos) return Sentence::JsonEndsEarly;
    if (message.find("expected end of input") != message.npos) return Sentence::JsonGoesOn;
    if (before.ends_with("]") || before.ends_with("}")) return Sentence::JsonCommaTooMany;
    return Sentence::JsonCommaMissing;
}

// Builds no tree: it is there for the position of the first mistake, which nlohmann tells a SAX handler alone.
class SyntaxCheck : public nlohmann::json_sax<Json> {
public:
    std::size_t offset = 0;
    std::string message;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
        offset = position == 0 ? 0 : position - 1;
        message = syntaxMessage(error.what());
        return false;
    }
};

std::optional<Problem> syntaxProblem(std::string_view whole, std::string_view body) {
    SyntaxCheck check;
    if (Json::sax_parse(body, &check)) return std::nullopt;
    const std::string_view before = body.substr(0, std::min(check.offset + 1, body.size()));
    return problemAt(whole, check.offset + (whole.size() - body.size()), "",
                     say(withAdvice(check.message, before), {{"json_why", check.message}}));
}

std::optional<Problem> shapeProblem(std::string_view text, const TextLimits& limits) {
    const auto excess = findExcess(text, limits.depth, limits.keysPerObject);
    if (!excess) return std::nullopt;
    return problemAt(text, excess->offset, "",
                     excess->tooDeep ? say(Sentence::TooDeep, {{"most", limits.depth}})
                                     : say(Sentence::TooManyFields, {{"most", limits.keysPerObject}}));
}

std::vector<Problem> duplicateKeys(std::string_view text) {
    std::vector<Problem> problems;
    std::vector<std::set<std::string, std::less<>>> open;
    ScanEvents events;
    events.objectBegins = [&] { open.emplace_back(); };
    events.objectEnds = [&] { open.pop_back(); };
    events.key = [&](const std::string& pointer, const std::string& key, std::size_t offset) {
        if (open.back().insert(key).second || problems.size() > 100) return;
        problems.push_back(problemAt(text, offset, pointer, say(Sentence::FieldTwice)));
    };
    scanJson(text, events);
    return problems;
}

std::string parentOf(const std::string& pointer) { return pointer.substr(0, pointer.rfind('/')); }

}  // namespace

std::string pointerToken(std::string_view key) {
    std::string token;
    for (const char c : key) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

ParsedText parseText(std::string_view text, const TextLimits& limits) {
    if (text.size() > limits.bytes) {
        return {std::nullopt,
                {{"", 1, 1, say(Sentence::DocumentTooLong, {{"count", text.size()}, {"most", limits.bytes}}),
                  Severity::Error}}};
    }
    std::string_view body = text;
    if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
    std::optional<Problem> problem = encodingProblem(text);
    if (!problem) problem = secondMark(text, body);
    if (!problem) problem = shapeProblem(text, limits);
    if (!problem) problem = syntaxProblem(text, body);
    if (problem) return {std::nullopt, {*std::move(problem)}};
    return {Json::parse(body), duplicateKeys(text)};
}

void locateProblems(std::string_view text, std::vector<Problem>& problems) {
    std::map<std::string, std::size_t, std::less<>> wanted;
    for (const Problem& problem : problems) {
        if (problem.line != 0) continue;
        for (std::string at = problem.pointer; !at.empty(); at = parentOf(at)) wanted.emplace(at, text.npos);
    }
    ScanEvents events;
    events.value = [&](const std::string& pointer, std::size_t offset) {
        if (const auto found = wanted.find(pointer); found != wanted.end()) found->second = offset;
    };
    scanJson(text, events);
    for (Problem& problem : problems) {
        if (problem.line != 0) continue;
        std::string at = problem.pointer;
        while (!at.empty() && wanted[at] == text.npos) at = parentOf(at);
        const std::size_t start = text.find_first_not_of(" \t\r\n", text.starts_with(kByteOrderMark) ? 3 : 0);
        const Position position = positionAt(text, at.empty() ? start : wanted[at]);
        problem.line = position.line;
        problem.column = position.column;
    }
}

}  // namespace ipclab
