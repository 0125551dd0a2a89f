#include "lab_views/lab_text.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include "core/markup.h"

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

// One thin line between cells, instead of a box around each.
void ruleTables(const QTextDocument& document) {
    constexpr double kRulePx = 1, kCellPx = 4;
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr) continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(kRulePx);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(QColor(0x80, 0x80, 0x80));  // seen on light and dark
        format.setCellPadding(kCellPx);
        format.setCellSpacing(0);
        format.setTopMargin(2 * kCellPx);
        table->setFormat(format);
    }
}

// The column is narrow: half the way in that a list has of itself.
void pullLists(QTextDocument& document) {
    constexpr double kBackPx = -20;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.textList() == nullptr) continue;
        QTextBlockFormat format = block.blockFormat();
        format.setLeftMargin(kBackPx);
        QTextCursor(block).setBlockFormat(format);
    }
}

// Between a pair of backticks; one alone is itself.
const QRegularExpression& codeInLine() {
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    return code;
}

// No line begins with a unit.
const QRegularExpression& spaceBeforeUnit() {
    static const QRegularExpression space(
        QStringLiteral("(?<=[0-9]) (?=(?:%|(?:s|ms|µs|ns|B|KiB|MiB|GiB)(?![A-Za-z])))"));
    return space;
}

}  // namespace

QString richLineOf(const QString& sentence) {
    return QString::fromStdString(markupText(sentence.toStdString()))
        .replace(spaceBeforeUnit(), QStringLiteral("\u00a0"))
        .replace(codeInLine(), QStringLiteral("<code>\\1</code>"))
        .replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString plainLineOf(const QString& sentence) { return QString(sentence).replace(codeInLine(), QStringLiteral("\\1")); }

QString quoted(QString sentence) {
    if (sentence.endsWith(QLatin1Char('.'))) sentence.chop(1);
    return QStringLiteral("“%1”").arg(sentence);
}

QString nameIn(const QString& option) { return option.section(QStringLiteral(": "), 0, 0); }

QString richTextOf(const QString& markdown) {
    if (markdown.isEmpty()) return {};
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
    removePictures(document);
    ruleTables(document);
    pullLists(document);
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
