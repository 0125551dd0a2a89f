#include "lab_views/lab_text.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace ipclab {

namespace {

// Nobody knows where a picture of somebody else's exercise is, and a label would read that file to its end: a device has
// none.
void removePictures(QTextDocument& document) {
    for (QTextCursor at(&document); !at.atEnd();) {
        at.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        at.charFormat().isImageFormat() ? at.removeSelectedText() : at.clearSelection();
    }
}

}  // namespace

QString richTextOf(const QString& markdown) {
    if (markdown.isEmpty()) return {};
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
    removePictures(document);
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
