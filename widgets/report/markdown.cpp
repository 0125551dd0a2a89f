#include "report/markdown.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>
#include <QUrl>
#include <algorithm>

namespace ipclab {

namespace {

struct MarkdownWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Markdown)
};

constexpr int kDeepest = 5;  // lists in lists

// What a reader would follow by a click; a file of the author's machine or a script is none.
QString safeLink(const QString& address) {
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool leadsToTheWeb =
        scheme == QLatin1String("http") || scheme == QLatin1String("https") || scheme == QLatin1String("mailto");
    return url.isValid() && leadsToTheWeb ? url.toString(QUrl::FullyEncoded) : QString();
}

ReportSpan spanOf(const QTextFragment& fragment) {
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat()) {
        const QString name = format.toImageFormat().property(QTextFormat::ImageAltText).toString();
        return {.text = MarkdownWords::tr("[picture: %1]").arg(name.isEmpty() ? format.toImageFormat().name() : name),
                .italic = true};
    }
    QString text = fragment.text();
    text.replace(QChar::LineSeparator, QLatin1Char(' '));
    text.remove(QChar::ObjectReplacementCharacter);
    return {.text = text,
            .bold = format.fontWeight() > QFont::Medium,
            .italic = format.fontItalic(),
            .code = format.fontFixedPitch(),
            .struck = format.fontStrikeOut(),
            .link = safeLink(format.anchorHref())};
}

ReportText textOf(const QTextBlock& block) {
    ReportText text;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (const ReportSpan span = spanOf(it.fragment()); !span.text.isEmpty()) text.push_back(span);
    }
    return text;
}

// Goes through a document as it stands, gathering what belongs together.
class Reader {
public:
    std::vector<ReportBlock> read(const QTextFrame& frame) {
        for (auto it = frame.begin(); !it.atEnd(); ++it) {
            if (const auto* table = qobject_cast<QTextTable*>(it.currentFrame()))
                m_blocks.emplace_back(tableOf(*table));
            else if (it.currentFrame() != nullptr)
                read(*it.currentFrame());
            else
                take(it.currentBlock());
        }
        return m_blocks;
    }

private:
    void take(const QTextBlock& block) {
        const QTextBlockFormat format = block.blockFormat();
        if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) return;
        if (isCode(format)) return takeCode(block);
        if (block.textList() != nullptr) return takeItem(block);
        ReportText text = textOf(block);
        if (text.empty()) return;
        if (format.headingLevel() > 0) {
            for (ReportSpan& span : text) span.bold = false;  // the heading is
            m_blocks.emplace_back(ReportHeading{std::move(text), std::clamp(format.headingLevel() + 2, 3, 5)});
            return;
        }
        const bool isQuote = format.intProperty(QTextFormat::BlockQuoteLevel) > 0;
        m_blocks.emplace_back(
            ReportParagraph{std::move(text), isQuote ? ReportParagraph::Kind::Quote : ReportParagraph::Kind::Body});
    }

    static bool isCode(const QTextBlockFormat& format) {
        return format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage) ||
               format.nonBreakableLines();
    }

    // A block a line.
    void takeCode(const QTextBlock& block) {
        const bool goesOn =
            m_codeEnd == block.position() && !m_blocks.empty() && std::holds_alternative<ReportCode>(m_blocks.back());
        if (goesOn)
            std::get<ReportCode>(m_blocks.back()).text += QLatin1Char('\n') + block.text();
        else
            m_blocks.emplace_back(ReportCode{block.text()});
        m_codeEnd = block.position() + block.length();
    }

    void takeItem(const QTextBlock& block) {
        const QTextList& list = *block.textList();
        const bool numbered = list.format().style() <= QTextListFormat::ListDecimal;
        const int depth = std::clamp(list.format().indent() - 1, 0, kDeepest);
        ReportItem item{textOf(block), depth, numbered ? list.itemText(block) : QString()};
        if (block.blockFormat().marker() != QTextBlockFormat::MarkerType::NoMarker)
            item.marker = block.blockFormat().marker() == QTextBlockFormat::MarkerType::Checked ? QStringLiteral("☑")
                                                                                                : QStringLiteral("☐");
        if (m_blocks.empty() || !std::holds_alternative<ReportList>(m_blocks.back()))
            m_blocks.emplace_back(ReportList{});
        std::get<ReportList>(m_blocks.back()).items.push_back(std::move(item));
    }

    static QString cellText(const QTextTable& table, int row, int column) {
        QStringList texts;
        const QTextTableCell cell = table.cellAt(row, column);
        for (auto it = cell.begin(); !it.atEnd(); ++it) texts << plainTextOf(textOf(it.currentBlock()));
        return texts.join(QLatin1Char(' '));
    }

    static bool isAtRight(const QTextTable& table, int column) {
        const QTextTableCell cell = table.cellAt(std::min(1, table.rows() - 1), column);
        return (cell.firstCursorPosition().blockFormat().alignment() & Qt::AlignRight) != 0;
    }

    static ReportTable tableOf(const QTextTable& table) {
        ReportTable made;
        for (int column = 0; column < table.columns(); ++column)
            made.columns.push_back({cellText(table, 0, column), isAtRight(table, column)});
        for (int row = 1; row < table.rows(); ++row) {
            QStringList cells;
            for (int column = 0; column < table.columns(); ++column) cells << cellText(table, row, column);
            made.rows.push_back(cells);
        }
        return made;
    }

    std::vector<ReportBlock> m_blocks;
    int m_codeEnd = -1;
};

}  // namespace

std::vector<ReportBlock> blocksOfMarkdown(const QString& markdown) {
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
    return Reader().read(*document.rootFrame());
}

}  // namespace ipclab
