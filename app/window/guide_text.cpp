#include "window/guide_text.h"

#include <QFile>
#include <QHash>

#include "bridge/words.h"

namespace ipclab {
namespace {

using Notes = QHash<QString, QHash<QString, QString>>;  // by mechanism, by key

// "# pipe", what it is, and lines such as "bounds: …".
Notes readNotes(const QString& markdown) {
    Notes notes;
    QString id;
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("# "))) {
            id = line.mid(2).trimmed();
            continue;
        }
        const QString key = line.section(QLatin1Char(':'), 0, 0);
        const bool keyed = GuideText::noteKeys().contains(key) && line.size() > key.size();
        if (keyed) {
            notes[id][key] = line.mid(key.size() + 1).trimmed();
        } else if (!line.isEmpty()) {
            notes[id][GuideText::noteKeys().first()] += line;
        }
    }
    return notes;
}

}  // namespace

QString GuideText::language() { return QString::fromStdString(Words::language()); }

QString GuideText::page(const QString& language, const QString& id) {
    QFile file(QStringLiteral(":/ipclab/guide/%1/%2.md").arg(language, id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString GuideText::title(const QString& markdown) {
    return markdown.startsWith(QLatin1String("# ")) ? markdown.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed()
                                                    : QString();
}

const QStringList& GuideText::noteKeys() {
    static const QStringList keys{QStringLiteral("what"),  QStringLiteral("calls"), QStringLiteral("bounds"),
                                  QStringLiteral("loses"), QStringLiteral("opens"), QStringLiteral("beware")};
    return keys;
}

QString GuideText::mechanismNote(const QString& language, const QString& id, const QString& key) {
    static QHash<QString, Notes> read;
    if (!read.contains(language)) read[language] = readNotes(page(language, QStringLiteral("mechanism-notes")));
    return read[language].value(id).value(key);
}

QString GuideText::escaped(QString text) {
    static const QString signs = QStringLiteral("\\`*_[]<>|#~");
    QString result;
    for (const QChar c : text) {
        if (signs.contains(c)) result += QLatin1Char('\\');
        result += c == QLatin1Char('\n') ? QLatin1Char(' ') : c;
    }
    return result;
}

QString GuideText::utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace ipclab
