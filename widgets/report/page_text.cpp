#include "report/page_text.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <algorithm>

#include "report/page_style.h"

namespace ipclab {

namespace {

QTextCharFormat formatOf(const ReportSpan& span, const TextStyle& style) {
    QTextCharFormat format;
    QFont font = span.code ? page::mono(style.sizePt * 0.92) : style.font;
    if (span.bold) font.setWeight(QFont::DemiBold);
    font.setItalic(span.italic);
    font.setStrikeOut(span.struck);
    format.setFont(font);
    format.setForeground(span.link.isEmpty() ? style.color : page::kAccent);
    return format;
}

// A link that does not name its address is of no use on paper.
QString shownText(const ReportSpan& span) {
    const bool named = span.link.isEmpty() || span.link.contains(span.text) || span.text.contains(span.link);
    return named ? span.text : span.text + QStringLiteral(" (") + span.link + QLatin1Char(')');
}

// Qt ends a line between any two syllables of Korean. A word stays whole there, as everywhere, unless it is longer than
// the line.
int lengthOfWholeWords(const QString& text, const QTextLine& line) {
    const int begin = line.textStart(), end = begin + line.textLength();
    const auto isWithinAWord = [&](int at) {
        return at < text.size() && text.at(at - 1).isLetterOrNumber() && text.at(at).isLetterOrNumber();
    };
    if (!isWithinAWord(end)) return line.textLength();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    finder.setPosition(end);
    for (int at = static_cast<int>(finder.toPreviousBoundary()); at > begin;
         at = static_cast<int>(finder.toPreviousBoundary()))
        if (!isWithinAWord(at)) return at - begin;
    return line.textLength();
}

}  // namespace

TextBlock::TextBlock(const ReportText& text, const TextStyle& style, double width)
    : m_color(style.color), m_lineHeight(style.sizePt * page::kPt * page::kLineFactor) {
    // No line ends behind the slash that a path begins with.
    static const QRegularExpression beforePath(QStringLiteral("(^|[\\s(])/(?=\\w)"));
    QString all;
    QList<QTextLayout::FormatRange> formats;
    for (const ReportSpan& span : text) {
        QString shown = shownText(span);
        shown.replace(beforePath, QStringLiteral("\\1/\u2060"));
        formats.append({static_cast<int>(all.size()), static_cast<int>(shown.size()), formatOf(span, style)});
        all += shown;
    }
    m_layout = std::make_unique<QTextLayout>(all, style.font);
    QTextOption option(style.alignment);
    option.setUseDesignMetrics(true);
    option.setWrapMode(style.breaksWords ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setFormats(formats);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        const int whole = style.breaksWords ? line.textLength() : lengthOfWholeWords(all, line);
        if (whole < line.textLength()) line.setNumColumns(whole, width);
        line.setPosition({0, 0});
    }
    m_layout->endLayout();
}

int TextBlock::lines() const { return std::max(m_layout->lineCount(), 1); }

double TextBlock::naturalWidth() const {
    double width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i) width = std::max(width, m_layout->lineAt(i).naturalTextWidth());
    return width;
}

QString TextBlock::textOf(int line) const {
    const QTextLine of = m_layout->lineAt(line);
    return m_layout->text().mid(of.textStart(), of.textLength());
}

void TextBlock::paintLine(int line, QPainter& painter, double left, double top) const {
    if (line >= m_layout->lineCount()) return;
    const QTextLine text = m_layout->lineAt(line);
    painter.setPen(m_color);
    text.draw(&painter, {left, top + (m_lineHeight - text.height()) / 2});
}

std::vector<FlowAtom> linesOf(std::shared_ptr<const TextBlock> block, double left) {
    std::vector<FlowAtom> atoms;
    const int count = block->lines();
    for (int i = 0; i < count; ++i) {
        FlowAtom atom;
        atom.height = block->lineHeight();
        atom.keepsNext = i + 1 < count && (i == 0 || i + 2 == count || count <= 3);
        atom.paint = [block, i, left](QPainter& painter, double top) { block->paintLine(i, painter, left, top); };
        atoms.push_back(std::move(atom));
    }
    return atoms;
}

}  // namespace ipclab
