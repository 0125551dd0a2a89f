#include "compare/matrix_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "plot/picture_menu.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr QSize kEmpty{360, 120};

}  // namespace

MatrixView::MatrixView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    new PictureMenu(this, [this] { return asPainted(m_picture); });
}

void MatrixView::setPicture(MatrixPicture picture) {
    const bool resized = picture.size != m_picture.size;
    m_picture = std::move(picture);
    setAccessibleDescription(QStringList{m_picture.title, m_picture.caption}.join(QStringLiteral(". ")));
    if (resized) updateGeometry();
    update();
}

void MatrixView::setEmptyText(const QString& text) {
    m_emptyText = text;
    update();
}

void MatrixView::setChosen(std::optional<std::size_t> cell) {
    if (m_chosen == cell) return;
    m_chosen = cell;
    update();
}

QSize MatrixView::minimumSizeHint() const { return m_picture.paint ? m_picture.size : kEmpty; }

const MatrixPicture::Place* MatrixView::placeAt(const QPointF& at) const {
    const auto found =
        std::ranges::find_if(m_picture.places, [&](const auto& place) { return place.area.contains(at); });
    return found == m_picture.places.end() ? nullptr : &*found;
}

const MatrixPicture::Place* MatrixView::chosenPlace() const {
    const auto found =
        std::ranges::find_if(m_picture.places, [&](const auto& place) { return m_chosen == place.cell; });
    return found == m_picture.places.end() ? nullptr : &*found;
}

bool MatrixView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_tips) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto* place = placeAt(help->pos())) {
            QToolTip::showText(help->globalPos(), plainTip(m_tips(place->cell)), this, place->area.toRect());
            return true;
        }
    }
    return QWidget::event(event);
}

void MatrixView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartTheme& theme = ChartTheme::of(palette());
    painter.fillRect(rect(), theme.window);
    if (!m_picture.paint) {
        painter.setPen(theme.mutedText);
        painter.drawText(rect().adjusted(24, 16, -24, -16), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    m_picture.paint(painter, theme);
    if (const auto* place = chosenPlace()) {
        painter.setPen(QPen(theme.text, hasFocus() ? 2.5 : 1.5));
        painter.drawRect(place->area.adjusted(1, 1, -1, -1));
    }
}

void MatrixView::mousePressEvent(QMouseEvent* event) {
    if (const auto* place = placeAt(event->position())) emit cellChosen(place->cell);
    QWidget::mousePressEvent(event);
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    const auto* from = chosenPlace();
    if (from == nullptr && !m_picture.places.empty()) from = &m_picture.places.front();
    QPointF step;
    switch (event->key()) {
        case Qt::Key_Left:
            step.rx() = -1;
            break;
        case Qt::Key_Right:
            step.rx() = 1;
            break;
        case Qt::Key_Up:
            step.ry() = -1;
            break;
        case Qt::Key_Down:
            step.ry() = 1;
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    if (from == nullptr) return QWidget::keyPressEvent(event);
    const QPointF to = from->area.center() + QPointF(step.x() * from->area.width(), step.y() * from->area.height());
    const auto* next = placeAt(to);
    emit cellChosen(next != nullptr ? next->cell : from->cell);
}

}  // namespace ipclab
