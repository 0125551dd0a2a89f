#pragma once

#include <QRegularExpression>
#include <QString>

namespace ipclab {

// The text of a menu entry without mnemonic and ellipsis: "Save &data…" is "Save data", "실행(&R)" is "실행".
inline QString plainText(QString text) {
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&.\\)"));
    return text.remove(bracketed).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

}  // namespace ipclab
