#include "report/report_preview.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr double kBetweenPx = 18;
constexpr double kNarrowestPx = 120, kWidestPx = 900;

}  // namespace

ReportPreview::ReportPreview(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_OpaquePaintEvent); }

void ReportPreview::setPages(std::shared_ptr<const ReportPages> pages) {
    m_pages = std::move(pages);
    m_pictures.clear();
    fit();
    update();
}

QSizeF ReportPreview::pageSize() const {
    const QSizeF size = m_pages->sizePt();
    const double width = std::clamp(this->width() - 2 * kBetweenPx, kNarrowestPx, kWidestPx);
    return {width, width * size.height() / size.width()};
}

QRectF ReportPreview::pageRect(int page) const {
    const QSizeF size = pageSize();
    return {QPointF((width() - size.width()) / 2, kBetweenPx + page * (size.height() + kBetweenPx)), size};
}

// As high as its pages are at this width.
void ReportPreview::fit() {
    const double height = m_pages == nullptr ? 0 : pageRect(m_pages->count()).top();
    setFixedHeight(std::max(static_cast<int>(std::ceil(height)), 60));
}

void ReportPreview::resizeEvent(QResizeEvent* event) {
    if (event->oldSize().width() == width()) return;
    m_pictures.clear();
    if (m_pages != nullptr) fit();
}

const QPixmap& ReportPreview::picture(int page) {
    QPixmap& picture = m_pictures[page];
    if (!picture.isNull()) return picture;
    const QSizeF size = pageSize();
    picture = QPixmap((size * devicePixelRatioF()).toSize());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(size.width() / m_pages->sizePt().width(), size.height() / m_pages->sizePt().height());
    m_pages->paint(page, painter);
    return picture;
}

void ReportPreview::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    // A desk that paper stands out from, in the light as in the dark.
    const QColor window = palette().color(QPalette::Window);
    painter.fillRect(event->rect(), window.lightness() > 128 ? window.darker(116) : window.lighter(150));
    for (int page = 0; m_pages != nullptr && page < m_pages->count(); ++page) {
        const QRectF rect = pageRect(page);
        if (rect.toAlignedRect().intersects(event->rect())) painter.drawPixmap(rect.topLeft(), picture(page));
    }
}

}  // namespace ipclab
