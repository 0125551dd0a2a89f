#include "document/json_scanner.h"

#include <algorithm>
#include <vector>

#include "document/json_text.h"

namespace ipclab {

namespace {

// The offset behind the closing quotation mark; `at` is on the opening one.
std::size_t afterString(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at + 1;
}

// Most keys have no escapes; only those that do are worth a parser.
std::string decoded(std::string_view literal) {
    if (literal.find('\\') != literal.npos) return Json::parse(literal).get<std::string>();
    return std::string(literal.substr(1, literal.size() - 2));
}

class Scanner {
public:
    Scanner(std::string_view text, const ScanEvents& events) : m_text(text), m_events(events) {}

    void value() {
        skipSpace();
        if (m_events.value) m_events.value(m_pointer, m_at);
        switch (peek()) {
            case '{':
                object();
                break;
            case '[':
                array();
                break;
            case '"':
                m_at = afterString(m_text, m_at);
                break;
            default:
                skipWord();
        }
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }
    void skipWord() { m_at = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size()); }

    void nested(std::string_view token) {
        const std::size_t length = m_pointer.size();
        m_pointer.append("/").append(token);
        value();
        m_pointer.resize(length);
    }

    void object() {
        if (m_events.objectBegins) m_events.objectBegins();
        for (++m_at, skipSpace(); peek() == '"'; next()) member();
        if (m_events.objectEnds) m_events.objectEnds();
        ++m_at;
    }

    void member() {
        const std::size_t start = m_at;
        m_at = afterString(m_text, m_at);
        const std::string key = decoded(m_text.substr(start, m_at - start));
        const std::string token = pointerToken(key);
        if (m_events.key) m_events.key(m_pointer + "/" + token, key, start);
        skipSpace();
        ++m_at;  // the colon
        nested(token);
    }

    void array() {
        std::size_t index = 0;
        for (++m_at, skipSpace(); m_at < m_text.size() && peek() != ']'; next()) nested(std::to_string(index++));
        ++m_at;
    }

    // Behind a value: over the comma, if there is one, to the next.
    void next() {
        skipSpace();
        if (peek() != ',') return;
        ++m_at;
        skipSpace();
    }

    std::string_view m_text;
    const ScanEvents& m_events;
    std::size_t m_at = 0;
    std::string m_pointer;
};

}  // namespace

void scanJson(std::string_view text, const ScanEvents& events) {
    // The mark is blanked by a stand-in for white space rather than removed, so that offsets stay those of the file.
    const bool marked = text.starts_with("\xEF\xBB\xBF");
    const std::string copy = marked ? "   " + std::string(text.substr(3)) : std::string();
    Scanner(marked ? std::string_view(copy) : text, events).value();
}

std::optional<Excess> findExcess(std::string_view text, std::size_t maxDepth, std::size_t maxKeysPerObject) {
    std::vector<std::size_t> keys;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
            case '"':
                at = afterString(text, at) - 1;
                break;
            case '{':
            case '[':
                keys.push_back(0);
                if (keys.size() > maxDepth) return Excess{at, true};
                break;
            case '}':
            case ']':
                if (!keys.empty()) keys.pop_back();
                break;
            case ':':
                if (!keys.empty() && ++keys.back() > maxKeysPerObject) return Excess{at, false};
                break;
            default:
                break;
        }
    }
    return std::nullopt;
}

}  // namespace ipclab
