#include "lab_views/c_syntax.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ipclab {
namespace {

constexpr std::array kKeywords{
    u"_Alignas", u"_Alignof", u"_Atomic", u"_Generic",      u"_Noreturn", u"_Static_assert", u"_Thread_local",
    u"auto",     u"break",    u"case",    u"const",         u"continue",  u"default",        u"do",
    u"else",     u"enum",     u"extern",  u"for",           u"goto",      u"if",             u"inline",
    u"register", u"restrict", u"return",  u"sizeof",        u"static",    u"struct",         u"switch",
    u"typedef",  u"union",    u"volatile", u"while"};
// Of the language, and those of the headers that programs here include.
constexpr std::array kTypes{u"FILE", u"_Bool", u"_Complex", u"bool", u"char", u"double", u"float",
                            u"int", u"long", u"short", u"signed", u"unsigned", u"va_list", u"void"};

template <class Words>
bool isOneOf(QStringView word, const Words& words) {
    return std::ranges::any_of(words, [&](const char16_t* each) { return word == QStringView(each); });
}

bool isLetter(QChar c) { return c.isLetter() || c == u'_'; }
bool isOfWord(QChar c) { return c.isLetterOrNumber() || c == u'_'; }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

class Scanner {
public:
    Scanner(QStringView text, int state) : m_text(text), m_begun((state & kCBegun) != 0), m_state(state) {}

    CLine line() {
        if ((m_state & kCInComment) != 0) comment(0, 0);
        if ((m_state & kCInLineComment) != 0) lineComment(0);
        if ((m_state & kCInString) != 0) quoted(0, 0, u'"', kCInString);
        if ((m_state & kCInCharacter) != 0) quoted(0, 0, u'\'', kCInCharacter);
        while (m_at < m_text.size()) part();
        if (m_made.state == kCPlain && goesOn() && m_begun) m_made.state = kCBegun;
        return std::move(m_made);
    }

private:
    [[nodiscard]] bool goesOn() const { return m_text.endsWith(u'\\'); }
    [[nodiscard]] QChar at(qsizetype index) const { return index < m_text.size() ? m_text.at(index) : QChar(); }
    void take(CPart part, qsizetype from, qsizetype to) {
        if (to > from) m_made.spans.push_back({part, from, to - from});
        m_at = to;
    }

    void part() {
        const QChar c = m_text.at(m_at), next = at(m_at + 1);
        if (c.isSpace() || (c == u'\\' && m_at + 1 == m_text.size())) {
            ++m_at;
        } else if (c == u'/' && next == u'*') {
            comment(m_at, m_at + 2);
        } else if (c == u'/' && next == u'/') {
            lineComment(m_at);
        } else {
            const bool isFirst = !std::exchange(m_begun, true);
            code(c, next, isFirst);
        }
    }

    void code(QChar c, QChar next, bool isFirst) {
        if (c == u'#' && isFirst) {
            directive();
        } else if (c == u'"') {
            quoted(m_at, m_at + 1, u'"', kCInString);
        } else if (c == u'\'') {
            quoted(m_at, m_at + 1, u'\'', kCInCharacter);
        } else if (isDigit(c) || (c == u'.' && isDigit(next))) {
            number();
        } else if (isLetter(c)) {
            word();
        } else {
            ++m_at;
        }
    }

    // A comment counts as a space: what stands before it and what follows are on one line.
    void comment(qsizetype from, qsizetype inside) {
        const auto end = m_text.indexOf(u"*/", inside);
        take(CPart::Comment, from, end < 0 ? m_text.size() : end + 2);
        if (end < 0) m_made.state = kCInComment | (m_begun ? kCBegun : 0);
    }

    void lineComment(qsizetype from) {
        take(CPart::Comment, from, m_text.size());
        if (goesOn()) m_made.state = kCInLineComment;
    }

    // One that is not ended ends with the line: what comes then is read as if it had been.
    void quoted(qsizetype from, qsizetype inside, QChar quote, int state) {
        qsizetype end = inside;
        while (end < m_text.size() && m_text.at(end) != quote) end += m_text.at(end) == u'\\' ? 2 : 1;
        const bool isEnded = end < m_text.size();
        take(CPart::Text, from, std::min(isEnded ? end + 1 : end, m_text.size()));
        if (!isEnded && end > m_text.size()) m_made.state = state | kCBegun;
        m_begun = true;
    }

    void directive() {
        const qsizetype from = m_at++;
        while (at(m_at).isSpace()) ++m_at;
        const qsizetype name = m_at;
        while (isOfWord(at(m_at))) ++m_at;
        const bool includes = m_text.mid(name, m_at - name) == u"include";
        take(CPart::Directive, from, m_at);
        while (includes && at(m_at).isSpace()) ++m_at;
        if (!includes || at(m_at) != u'<') return;
        const auto end = m_text.indexOf(u'>', m_at);
        take(CPart::Text, m_at, end < 0 ? m_text.size() : end + 1);
    }

    // A preprocessing number: whatever may follow a digit, with the sign of an exponent.
    void number() {
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const QChar c = m_text.at(end), sign = at(end + 1);
            const bool isExponent = QStringView(u"eEpP").contains(c) && (sign == u'+' || sign == u'-');
            if (!isOfWord(c) && c != u'.') break;
            end += isExponent ? 2 : 1;
        }
        take(CPart::Number, m_at, std::min(end, m_text.size()));
    }

    void word() {
        qsizetype end = m_at;
        while (isOfWord(at(end))) ++end;
        const QStringView word = m_text.mid(m_at, end - m_at);
        if (isOneOf(word, kKeywords)) return take(CPart::Keyword, m_at, end);
        // size_t, pid_t, pthread_mutex_t: POSIX keeps these names for types.
        if (isOneOf(word, kTypes) || (word.size() > 2 && word.endsWith(u"_t"))) return take(CPart::Type, m_at, end);
        m_at = end;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_begun;
    int m_state;
    CLine m_made;
};

}  // namespace

CLine scanC(QStringView text, int state) { return Scanner(text, state < 0 ? kCPlain : state).line(); }

}  // namespace ipclab
