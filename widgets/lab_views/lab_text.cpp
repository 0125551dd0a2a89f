#include "lab_views/lab_text.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace ipclab {

QString richTextOf(const QString& markdown) {
    if (markdown.isEmpty()) return {};
    QTextDocument document;
    document.setMarkdown(markdown);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (!format.nonBreakableLines()) continue;
        format.setNonBreakableLines(false);
        QTextCursor(block).setBlockFormat(format);
    }
    return document.toHtml();
}

}  // namespace ipclab
