#include "report/page_table.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

#include "report/page_style.h"
#include "report/page_text.h"

namespace ipclab {

namespace {

using page::kPt;

constexpr double kCellSide = 5 * kPt, kCellAbove = 1.6 * kPt;
constexpr qsizetype kLongestFigure = 32;  // in letters: "414 ms (271 ms … 475 ms)"
constexpr double kLabelShare = 0.27;      // of a table of facts

// A little more than it measures: text is set by the font's own measures, which differ in the last place.
double widthOf(const QFontMetricsF& metrics, const QString& text) { return metrics.horizontalAdvance(text) * 1.03; }

// The widest that may not be parted.
double widestWord(const QFontMetricsF& metrics, const QString& text) {
    static const QRegularExpression gaps(QStringLiteral("[\\s/]+"));
    double widest = 0;
    for (const QString& word : text.split(gaps)) widest = std::max(widest, widthOf(metrics, word));
    return widest;
}

struct Widths {
    std::vector<double> natural, least;
};

class TableRows {
public:
    TableRows(const ReportTable& table, double width, double pageHeight)
        : m_table(table), m_width(width), m_pageHeight(pageHeight) {
        m_sizePt = page::kTablePt;
        while (!fits() && m_sizePt > page::kLeastTablePt) m_sizePt -= 0.3;
    }

    std::vector<FlowAtom> atoms() {
        shareWidth();
        const auto head = std::make_shared<const FlowAtom>(headAtom());
        std::vector<FlowAtom> atoms{*head};
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            std::vector<FlowAtom> row = rowAtoms(m_table.rows[i]);
            // Neither the first nor the last row stands alone.
            if (i == 0 || i + 2 == m_table.rows.size()) row.back().keepsNext = i + 1 < m_table.rows.size();
            for (FlowAtom& atom : row) {
                atom.head = head;
                atoms.push_back(std::move(atom));
            }
        }
        return atoms;
    }

private:
    [[nodiscard]] QFont cellFont() const { return page::font(m_sizePt); }
    [[nodiscard]] QFont headFont() const { return page::font(m_sizePt * 0.95, QFont::DemiBold); }

    [[nodiscard]] Widths widths() const {
        const QFontMetricsF cell(cellFont()), head(headFont());
        Widths widths;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const ReportColumn& column = m_table.columns[c];
            double natural = widthOf(head, column.title), least = widestWord(head, column.title);
            for (const QStringList& row : m_table.rows) {
                const QString text = row.value(static_cast<qsizetype>(c));
                natural = std::max(natural, widthOf(cell, text));
                // A figure stays on its line, unless it is a text.
                const bool whole = column.number && text.size() <= kLongestFigure;
                least = std::max(least, whole ? widthOf(cell, text) : widestWord(cell, text));
            }
            widths.natural.push_back(natural + 2 * kCellSide);
            widths.least.push_back(std::min(least, m_width / 2) + 2 * kCellSide);
        }
        return widths;
    }

    static double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

    [[nodiscard]] bool fits() const { return sum(widths().least) <= m_width; }

    void shareWidth() {
        const Widths w = widths();
        const double natural = sum(w.natural), least = sum(w.least);
        m_widths = w.natural;
        if (natural <= m_width) {
            for (double& width : m_widths) width += (m_width - natural) / static_cast<double>(m_widths.size());
        } else if (least <= m_width) {
            // What is too much is taken from those that can give it.
            const double share = (m_width - least) / std::max(natural - least, 1.0);
            for (std::size_t i = 0; i < m_widths.size(); ++i)
                m_widths[i] = w.least[i] + (w.natural[i] - w.least[i]) * share;
        } else {
            for (std::size_t i = 0; i < m_widths.size(); ++i) m_widths[i] = w.least[i] * m_width / least;
        }
    }

    using Cells = std::vector<std::shared_ptr<const TextBlock>>;

    [[nodiscard]] Cells cellsOf(const QStringList& texts, const QFont& font, const QColor& color) const {
        Cells cells;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            TextStyle style{font, color, m_sizePt};
            if (m_table.columns[c].number) style.alignment = Qt::AlignRight;
            cells.push_back(std::make_shared<const TextBlock>(plain(texts.value(static_cast<qsizetype>(c))), style,
                                                              m_widths[c] - 2 * kCellSide));
        }
        return cells;
    }

    static int linesIn(const Cells& cells) {
        int lines = 1;
        for (const auto& cell : cells) lines = std::max(lines, cell->lines());
        return lines;
    }

    void paintLine(const Cells& cells, int line, QPainter& painter, double top) const {
        double left = page::kMarginSide + kCellSide;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            cells[c]->paintLine(line, painter, left, top);
            left += m_widths[c];
        }
    }

    void rule(QPainter& painter, double y, const QColor& color, double thick) const {
        painter.setPen(QPen(color, thick));
        painter.drawLine(QPointF(page::kMarginSide, y), QPointF(page::kMarginSide + m_width, y));
    }

    [[nodiscard]] FlowAtom headAtom() const {
        QStringList titles;
        for (const ReportColumn& column : m_table.columns) titles << column.title;
        const Cells cells = cellsOf(titles, headFont(), page::kQuiet);
        const int lines = linesIn(cells);
        const double lineHeight = cells.front()->lineHeight();
        FlowAtom atom;
        atom.height = lines * lineHeight + 2 * kCellAbove;
        atom.keepsNext = true;
        atom.paint = [self = *this, cells, lines, lineHeight, height = atom.height](QPainter& painter, double top) {
            for (std::size_t c = 0; c < cells.size(); ++c) {
                // At the bottom, next to the figures.
                const int above = lines - cells[c]->lines();
                double left = page::kMarginSide + kCellSide;
                for (std::size_t i = 0; i < c; ++i) left += self.m_widths[i];
                for (int line = 0; line < cells[c]->lines(); ++line)
                    cells[c]->paintLine(line, painter, left, top + kCellAbove + (above + line) * lineHeight);
            }
            self.rule(painter, top + height, page::kQuiet, 0.8 * kPt);
        };
        return atom;
    }

    // A line each, so that a row higher than a page can go on on the next one.
    [[nodiscard]] std::vector<FlowAtom> rowAtoms(const QStringList& texts) const {
        const Cells cells = cellsOf(texts, cellFont(), page::kInk);
        const int lines = linesIn(cells);
        const double lineHeight = cells.front()->lineHeight();
        std::vector<FlowAtom> atoms;
        for (int line = 0; line < lines; ++line) {
            const bool first = line == 0, last = line + 1 == lines;
            FlowAtom atom;
            atom.height = lineHeight + (first ? kCellAbove : 0) + (last ? kCellAbove : 0);
            atom.keepsNext = !last && lines * lineHeight < m_pageHeight / 3;
            atom.paint = [self = *this, cells, line, first, last, height = atom.height](QPainter& painter, double top) {
                self.paintLine(cells, line, painter, top + (first ? kCellAbove : 0));
                if (last) self.rule(painter, top + height, page::kRule, 0.4 * kPt);
            };
            atoms.push_back(std::move(atom));
        }
        return atoms;
    }

    ReportTable m_table;
    double m_width, m_pageHeight;
    double m_sizePt;
    std::vector<double> m_widths;
};

}  // namespace

std::vector<FlowAtom> rowsOf(const ReportTable& table, double width, double pageHeight) {
    if (table.columns.empty()) return {};
    return TableRows(table, width, pageHeight).atoms();
}

std::vector<FlowAtom> rowsOf(const ReportFacts& facts, double width, double pageHeight) {
    std::vector<FlowAtom> atoms;
    const double labelWidth = width * kLabelShare, valueLeft = page::kMarginSide + labelWidth + 2 * kCellSide;
    for (const auto& [name, value] : facts.rows) {
        const auto block = [](const QString& text, const QColor& color, double room) {
            return std::make_shared<const TextBlock>(plain(text), TextStyle{page::font(9), color, 9}, room);
        };
        const auto label = block(name, page::kQuiet, labelWidth);
        const auto text = block(value, page::kInk, width - labelWidth - 2 * kCellSide);
        const int lines = std::max(label->lines(), text->lines());
        for (int line = 0; line < lines; ++line) {
            FlowAtom atom;
            atom.height = label->lineHeight();
            atom.before = line == 0 ? 1.2 * kPt : 0;
            atom.keepsNext = line + 1 < lines && lines * atom.height < pageHeight / 3;
            atom.paint = [label, text, line, valueLeft](QPainter& painter, double top) {
                if (line < label->lines()) label->paintLine(line, painter, page::kMarginSide, top);
                if (line < text->lines()) text->paintLine(line, painter, valueLeft, top);
            };
            atoms.push_back(std::move(atom));
        }
    }
    return atoms;
}

}  // namespace ipclab
