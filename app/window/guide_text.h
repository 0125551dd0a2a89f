// The texts of the built-in guide that people wrote, as they are embedded: :/ipclab/guide/<language>/<page>.md, and the
// notes on mechanisms, of which each language has one file.
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

namespace ipclab {

class GuideText {
public:
    // Of the interface: "en" or "ko".
    static QString language();
    static QString page(const QString& language, const QString& id);
    // The first heading of a page.
    static QString title(const QString& markdown);

    // Of the mechanism: "what", "calls", "bounds", "loses", "opens", "beware"; empty: there is none.
    static QString mechanismNote(const QString& language, const QString& id, const QString& key);
    static const QStringList& noteKeys();

    // As Markdown shows it, whatever signs are in it.
    static QString escaped(QString text);
    static QString utf8(std::string_view text);
};

}  // namespace ipclab
