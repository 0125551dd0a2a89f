#include "models/search_query.h"

#include <algorithm>

namespace ipclab {
namespace {

// The better of two kinds of finding is worth more than any number of the worse.
enum Worth { None = 0, InText = 10, AtWordOfText = 20, Abbreviated = 40, Inside = 60, AtWord = 80, AtStart = 100 };
constexpr int kWholeName = 60;
constexpr int kBeginning = 30;
constexpr int kLongestShortened = 40;

// A Hangul syllable is a first consonant, a vowel and perhaps a last consonant (Unicode, 3.12).
constexpr int kSyllables = 0xac00, kSyllablesEnd = 0xd7a4, kVowels = 21, kLasts = 28;
constexpr QStringView kFirstConsonants = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

bool isSyllable(QChar c) { return c.unicode() >= kSyllables && c.unicode() < kSyllablesEnd; }

bool answers(QChar asked, QChar there) {
    if (asked == there) return true;
    if (!isSyllable(there)) return false;
    const int syllable = there.unicode() - kSyllables;
    if (isSyllable(asked)) {
        const int begun = asked.unicode() - kSyllables;
        return begun % kLasts == 0 && begun / kLasts == syllable / kLasts;
    }
    const auto first = kFirstConsonants.indexOf(asked);
    return first >= 0 && first == syllable / (kVowels * kLasts);
}

bool isWordStart(QStringView text, qsizetype at) {
    return at == 0 || (text[at].isLetterOrNumber() && !text[at - 1].isLetterOrNumber());
}

qsizetype runAt(QStringView word, QStringView text, qsizetype at) {
    qsizetype length = 0;
    while (length < word.size() && at + length < text.size() && answers(word[length], text[at + length])) ++length;
    return length;
}

// The first place, at a word's start where there is one; below 0: none.
qsizetype find(QStringView word, QStringView text) {
    qsizetype inside = -1;
    for (qsizetype at = 0; at + word.size() <= text.size(); ++at) {
        if (runAt(word, text, at) < word.size()) continue;
        if (isWordStart(text, at)) return at;
        if (inside < 0) inside = at;
    }
    return inside;
}

// As people shorten names: letters left out within a word, the next from its beginning.
bool abbreviates(QStringView word, QStringView text, qsizetype from, QList<int>& places) {
    if (word.isEmpty()) return true;
    bool inWord = from > 0;
    for (qsizetype at = from; at < text.size(); ++at) {
        inWord = inWord && text[at].isLetterOrNumber();
        if (!inWord && !isWordStart(text, at)) continue;
        for (qsizetype length = runAt(word, text, at); length > 0; --length) {
            const qsizetype known = places.size();
            for (qsizetype i = 0; i < length; ++i) places << static_cast<int>(at + i);
            if (abbreviates(word.mid(length), text, at + length, places)) return true;
            places.resize(known);
        }
    }
    return false;
}

int worthInName(QStringView word, QStringView name, QList<int>& places) {
    if (const qsizetype at = find(word, name); at >= 0) {
        for (qsizetype i = 0; i < word.size(); ++i) places << static_cast<int>(at + i);
        return at == 0 ? AtStart : isWordStart(name, at) ? AtWord : Inside;
    }
    if (word.size() < 2 || name.size() > kLongestShortened) return None;
    return abbreviates(word, name, 0, places) ? Abbreviated : None;
}

int worthInText(QStringView word, QStringView text) {
    const qsizetype at = find(word, text);
    return at < 0 ? None : isWordStart(text, at) ? AtWordOfText : InText;
}

// Letter by letter: the places are those of the name as it is shown.
QString folded(const QString& text) {
    QString result = text;
    for (QChar& c : result) c = c.toCaseFolded();
    return result;
}

int bonusOf(const QString& whole, const QString& name) {
    if (name == whole) return kWholeName;
    return name.startsWith(whole) ? kBeginning : 0;
}

}  // namespace

SearchQuery::SearchQuery(const QString& text)
    : m_words(folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)), m_whole(m_words.join(QLatin1Char(' '))) {}

int SearchQuery::score(const QStringList& names, const QStringList& texts) const {
    QStringList plainNames, plainTexts;
    for (const QString& name : names) plainNames << folded(name);
    for (const QString& text : texts) plainTexts << folded(text);
    int sum = 0;
    for (const QString& word : m_words) {
        int best = None;
        QList<int> places;
        for (const QString& name : plainNames) best = std::max(best, worthInName(word, name, places));
        for (const QString& text : plainTexts) best = std::max(best, worthInText(word, text));
        if (best == None) return 0;
        sum += best;
    }
    int bonus = 0;
    for (const QString& name : plainNames) bonus = std::max(bonus, bonusOf(m_whole, name));
    return m_words.isEmpty() ? 1 : sum / static_cast<int>(m_words.size()) + bonus;
}

QList<int> SearchQuery::placesIn(const QString& name) const {
    QList<int> places;
    const QString plain = folded(name);
    for (const QString& word : m_words) worthInName(word, plain, places);
    return places;
}

}  // namespace ipclab
