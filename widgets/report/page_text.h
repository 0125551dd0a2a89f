// Text of a report broken into lines of a width, each an atom of the flow.
#pragma once

#include <QColor>
#include <QFont>
#include <QTextLayout>
#include <memory>
#include <vector>

#include "report/page_flow.h"
#include "report/report.h"

namespace ipclab {

struct TextStyle {
    QFont font;
    QColor color;
    double sizePt = 10;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool breaksWords = false;  // anywhere, where nothing else helps
};

// Lines that can be painted one by one.
class TextBlock {
public:
    TextBlock(const ReportText& text, const TextStyle& style, double width);

    [[nodiscard]] int lines() const;
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double height() const { return lines() * m_lineHeight; }
    [[nodiscard]] double naturalWidth() const;
    [[nodiscard]] QString textOf(int line) const;
    void paintLine(int line, QPainter& painter, double left, double top) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_color;
    double m_lineHeight;
};

// As atoms from `left`; no line stands alone at the end or the beginning of a page.
std::vector<FlowAtom> linesOf(std::shared_ptr<const TextBlock> block, double left);

}  // namespace ipclab
