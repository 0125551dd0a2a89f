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
        QTextCursor cursor(block);
        cursor.setBlockFormat(format);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat small;
        small.setProperty(QTextFormat::FontSizeAdjustment, -1);
        cursor.mergeCharFormat(small);
    }
    return document.toHtml();
}

}  // namespace ipclab
