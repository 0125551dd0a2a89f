// Where a chart is taken hold of: the line of its title (dragged, it goes elsewhere in the page; a double click
// enlarges it), the buttons in that line, and its lower edge (dragged, it becomes higher). Transparent: the chart
// paints itself.
#pragma once

#include <QAbstractButton>
#include <optional>

#include "plot/chart_theme.h"

namespace ipclab {

class GlyphButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Glyph { Fold, Unfold, Enlarge, Restore, Remove };
    static constexpr int kSizePx = 17;

    explicit GlyphButton(QWidget* parent);
    void setGlyph(Glyph glyph, const QString& meaning);
    void setTheme(const ChartTheme& theme);
    [[nodiscard]] QSize sizeHint() const override { return {kSizePx, kSizePx}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Glyph m_glyph = Glyph::Fold;
    ChartTheme m_theme;
};

class ChartHandles : public QWidget {
    Q_OBJECT
public:
    explicit ChartHandles(QWidget* chart);

    // In the chart's coordinates. What is folded, or alone, has no edge to drag.
    void place(const QRectF& plot, int heightPx);
    void setTheme(const ChartTheme& theme);
    void setFolded(bool folded);
    void setEnlarged(bool enlarged);
    void setHovered(bool hovered);
    void retranslate();
    [[nodiscard]] GlyphButton* foldButton() const { return m_fold; }
    [[nodiscard]] GlyphButton* enlargeButton() const { return m_enlarge; }
    [[nodiscard]] GlyphButton* removeButton() const { return m_remove; }

signals:
    void dragged(const QPoint& globalPos);
    void heightDragged(int px);  // 0: as it comes
    void foldWanted();
    void enlargeWanted();
    void removeWanted();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    class Edge;
    GlyphButton* m_fold;
    GlyphButton* m_enlarge;
    GlyphButton* m_remove;
    Edge* m_edge;
    std::optional<QPoint> m_press;
    bool m_dragging = false, m_folded = false, m_enlarged = false;
};

}  // namespace ipclab
