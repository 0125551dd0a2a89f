#include "plan/json_text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "plan/json_scanner.h"

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

// How long a well-formed UTF-8 character begins here (Unicode, table 3-7); 0: none.
std::size_t characterBytes(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return 0;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (byte(at + 1) < low || byte(at + 1) > high) return 0;
    for (std::size_t i = 2; i < size; ++i) {
        if (byte(at + i) < 0x80 || byte(at + i) > 0xBF) return 0;
    }
    return size;
}

std::size_t firstInvalidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = characterBytes(text, at);
        if (size == 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

std::string hexByte(char c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'0', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]};
}

std::optional<Problem> encodingProblem(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.substr(0, 2).find('\0') != text.npos) {
        return problemAt(text, 0, "", "found UTF-16 or binary data, expected JSON in UTF-8. Save the file as UTF-8");
    }
    const std::size_t bad = firstInvalidUtf8(text);
    if (bad == std::string_view::npos) return std::nullopt;
    return problemAt(text, bad, "",
                     "found the byte " + hexByte(text[bad]) + ", which is not UTF-8. Save the file as UTF-8");
}

// nlohmann writes "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …": the reader
// has the place already.
std::string syntaxMessage(const std::string& what) {
    const std::size_t at = what.find("syntax error");
    return at == std::string::npos ? what.substr(std::min(what.find("] ") + 2, what.size())) : what.substr(at);
}

std::string syntaxAdvice(const std::string& message, std::string_view before) {
    if (message.find("NaN") != message.npos || before.ends_with("N") || before.ends_with("I"))
        return ". JSON has no NaN and no Infinity: write a number";
    if (message.find("number overflow") != message.npos) return ". Write a number below 1e308";
    if (message.find("end of input") != message.npos) return ". The text ends too early: is a bracket not closed?";
    if (before.ends_with("]") || before.ends_with("}")) return ". Is there a comma too many before the bracket?";
    return ". Is a comma, a colon or a quotation mark missing before this? JSON has no comments";
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
                     check.message + syntaxAdvice(check.message, before));
}

std::optional<Problem> shapeProblem(std::string_view text, const TextLimits& limits) {
    const auto excess = findExcess(text, limits.depth, limits.keysPerObject);
    if (!excess) return std::nullopt;
    const std::string message =
        excess->tooDeep ? "nested more than " + std::to_string(limits.depth) + " deep. No document needs that"
                        : "more than " + std::to_string(limits.keysPerObject) + " fields in one object";
    return problemAt(text, excess->offset, "", message);
}

std::vector<Problem> duplicateKeys(std::string_view text) {
    std::vector<Problem> problems;
    std::vector<std::set<std::string, std::less<>>> open;
    ScanEvents events;
    events.objectBegins = [&] { open.emplace_back(); };
    events.objectEnds = [&] { open.pop_back(); };
    events.key = [&](const std::string& pointer, const std::string& key, std::size_t offset) {
        if (open.back().insert(key).second || problems.size() > 100) return;
        problems.push_back(
            problemAt(text, offset, pointer, "found this field a second time in the same object. Keep one of them"));
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
                {{"", 1, 1,
                  "found " + std::to_string(text.size()) + " bytes, expected at most " + std::to_string(limits.bytes) +
                      ". This is not a document for ipclab",
                  Severity::Error}}};
    }
    std::string_view body = text;
    if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
    std::optional<Problem> problem = encodingProblem(text);
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
