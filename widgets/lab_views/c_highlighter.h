// C in colours, light and dark. Whoever cannot tell the colours apart sees the parts by their form: keywords bold,
// comments slanted.
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>
#include <array>

#include "lab_views/c_syntax.h"

namespace ipclab {

class CHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    CHighlighter(QTextDocument* document, const QPalette& palette);

    // In the colours of that ground.
    void setPalette(const QPalette& palette);
    [[nodiscard]] static QTextCharFormat formatOf(CPart part, const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    void readFormats(const QPalette& palette);
    std::array<QTextCharFormat, kCPartCount> m_formats;
};

}  // namespace ipclab
