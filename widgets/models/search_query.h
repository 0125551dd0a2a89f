// What somebody types to find a thing by its name, and how well a name answers to it. Every word of it has to be found:
// in a name as it stands, shortened ("svch" is "Save chart"), or in what is said of the thing. In
// Korean a syllable that is not finished, or its first consonant alone, stands for all that begin so.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ipclab {

// By what a row of a model can be found, of each a QStringList: what it is called, and what is said of it.
enum SearchRole { SearchNamesRole = Qt::UserRole + 0x100, SearchTextsRole };

class SearchQuery {
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    // The higher the better; 0: it is not found.
    [[nodiscard]] int score(const QStringList& names, const QStringList& texts) const;
    // Where in the name the letters stand that answer, in no order.
    [[nodiscard]] QList<int> placesIn(const QString& name) const;

private:
    QStringList m_words;
    QString m_whole;
};

}  // namespace ipclab
