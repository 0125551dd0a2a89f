#include "plot/chart_handles.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace ipclab {
namespace {

constexpr int kEdgePx = 5;
constexpr int kTitleLinePx = 18;

}  // namespace

GlyphButton::GlyphButton(QWidget* parent) : QAbstractButton(parent), m_theme(ChartTheme::of(palette())) {
    setFocusPolicy(Qt::NoFocus);  // its action is in the menus, and has a key
    setCursor(Qt::PointingHandCursor);
    resize(kSizePx, kSizePx);
}

void GlyphButton::setGlyph(Glyph glyph, const QString& meaning) {
    m_glyph = glyph;
    setToolTip(meaning);
    setAccessibleName(meaning);
    update();
}

void GlyphButton::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

void GlyphButton::enterEvent(QEnterEvent*) { update(); }
void GlyphButton::leaveEvent(QEvent*) { update(); }

void GlyphButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    if (underMouse()) painter.fillRect(rect(), m_theme.grid);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(underMouse() ? m_theme.text : m_theme.mutedText, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double c = kSizePx / 2.0;
    const auto line = [&](std::initializer_list<QPointF> points) {
        painter.drawPolyline(points.begin(), static_cast<int>(points.size()));
    };
    switch (m_glyph) {
        case Glyph::Fold:
            return line({{c - 3.5, c - 1.5}, {c, c + 2}, {c + 3.5, c - 1.5}});
        case Glyph::Unfold:
            return line({{c - 1.5, c - 3.5}, {c + 2, c}, {c - 1.5, c + 3.5}});
        case Glyph::Enlarge:
            line({{c + 0.5, c - 4}, {c + 4, c - 4}, {c + 4, c - 0.5}});
            return line({{c - 0.5, c + 4}, {c - 4, c + 4}, {c - 4, c + 0.5}});
        case Glyph::Restore:
            line({{c + 1, c - 4}, {c + 1, c - 1}, {c + 4, c - 1}});
            return line({{c - 1, c + 4}, {c - 1, c + 1}, {c - 4, c + 1}});
        case Glyph::Remove:
            line({{c - 3, c - 3}, {c + 3, c + 3}});
            return line({{c + 3, c - 3}, {c - 3, c + 3}});
    }
}

// The lower edge of the chart.
class ChartHandles::Edge : public QWidget {
public:
    Edge(QWidget* chart, ChartHandles* handles) : QWidget(chart), m_handles(handles) { setCursor(Qt::SizeVerCursor); }

protected:
    void mousePressEvent(QMouseEvent* event) override { event->setAccepted(event->button() == Qt::LeftButton); }
    void mouseMoveEvent(QMouseEvent* event) override {
        emit m_handles->heightDragged(parentWidget()->mapFromGlobal(event->globalPosition()).toPoint().y());
    }
    void mouseDoubleClickEvent(QMouseEvent*) override { emit m_handles->heightDragged(0); }

private:
    ChartHandles* m_handles;
};

ChartHandles::ChartHandles(QWidget* chart)
    : QWidget(chart),
      m_fold(new GlyphButton(this)),
      m_enlarge(new GlyphButton(this)),
      m_remove(new GlyphButton(this)),
      m_edge(new Edge(chart, this)) {
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::OpenHandCursor);
    connect(m_fold, &QAbstractButton::clicked, this, &ChartHandles::foldWanted);
    connect(m_enlarge, &QAbstractButton::clicked, this, &ChartHandles::enlargeWanted);
    connect(m_remove, &QAbstractButton::clicked, this, &ChartHandles::removeWanted);
    setHovered(false);
    retranslate();
}

void ChartHandles::place(const QRectF& plot, int heightPx) {
    const int left = static_cast<int>(plot.left()) - GlyphButton::kSizePx - 2;
    setGeometry(left, 0, static_cast<int>(plot.right()) - left + 1, kTitleLinePx);
    m_fold->move(0, 0);
    m_enlarge->move(width() - GlyphButton::kSizePx, 0);
    m_remove->move(width() - 2 * GlyphButton::kSizePx, 0);
    m_edge->setGeometry(0, heightPx - kEdgePx, static_cast<int>(plot.right()), kEdgePx);
    m_edge->setVisible(!m_folded && !m_enlarged);
    raise();
    m_edge->raise();
}

void ChartHandles::setTheme(const ChartTheme& theme) {
    for (GlyphButton* button : {m_fold, m_enlarge, m_remove}) button->setTheme(theme);
}

void ChartHandles::setFolded(bool folded) {
    m_folded = folded;
    retranslate();
}

void ChartHandles::setEnlarged(bool enlarged) {
    m_enlarged = enlarged;
    m_fold->setVisible(!enlarged);
    m_edge->setVisible(!m_folded && !m_enlarged);
    retranslate();
}

void ChartHandles::setHovered(bool hovered) {
    m_enlarge->setVisible(hovered || m_enlarged);
    m_remove->setVisible(hovered && !m_enlarged);
}

void ChartHandles::retranslate() {
    m_fold->setGlyph(m_folded ? GlyphButton::Glyph::Unfold : GlyphButton::Glyph::Fold,
                     m_folded ? tr("Unfold this chart") : tr("Fold this chart to its title"));
    m_enlarge->setGlyph(m_enlarged ? GlyphButton::Glyph::Restore : GlyphButton::Glyph::Enlarge,
                        m_enlarged ? tr("Show all charts again") : tr("Give this chart all the room"));
    m_remove->setGlyph(GlyphButton::Glyph::Remove, tr("Remove this chart; the menu Charts brings it back"));
}

void ChartHandles::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    parentWidget()->setFocus(Qt::MouseFocusReason);
    m_press = event->globalPosition().toPoint();
}

void ChartHandles::mouseMoveEvent(QMouseEvent* event) {
    if (!m_press) return event->ignore();
    const QPoint at = event->globalPosition().toPoint();
    if (!m_dragging && (at - *m_press).manhattanLength() < QApplication::startDragDistance()) return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    emit dragged(at);
}

void ChartHandles::mouseReleaseEvent(QMouseEvent*) {
    m_press.reset();
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
}

void ChartHandles::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) emit enlargeWanted();
}

}  // namespace ipclab
