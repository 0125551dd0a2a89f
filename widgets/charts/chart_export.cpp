#include "charts/chart_export.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>

#include "charts/chart_page.h"
#include "charts/lane_chart.h"
#include "charts/state_legend.h"
#include "charts/time_chart.h"

namespace ipclab {
namespace {

constexpr int kEdge = 12;
constexpr int kLegendHeight = 26;

QFont captionFont() {
    QFont font = chartLabelFont();
    font.setPixelSize(std::max(font.pixelSize() - 1, 9));
    return font;
}

QFont pictureTitleFont() {
    QFont font = chartTitleFont();
    font.setPixelSize(font.pixelSize() * 4 / 3);
    return font;
}

// states of the lanes that occur, in their order.
}  // namespace

ChartPicture::ChartPicture(const TimeChart& chart) : m_axis(chart.axis()->snapshot()) { take(chart); }

ChartPicture::ChartPicture(const ChartPage& page) : m_axis(page.axis()->snapshot()) {
    for (const TimeChart* chart : page.charts()) {
        if (!chart->isHidden()) take(*chart);
    }
}

ChartPicture::~ChartPicture() = default;

void ChartPicture::take(const TimeChart& chart) {
    std::unique_ptr<TimeChart> copy = chart.clone(m_axis.get());
    int height = chart.isVisible() ? std::max(chart.height(), 120) : std::max(chart.sizeHint().height(), 220);
    if (const auto* lanes = qobject_cast<const LaneChart*>(&chart)) {
        const auto states = lanes->statesShown();
        for (ProcessState state : states) {
            if (std::find(m_states.begin(), m_states.end(), state) == m_states.end()) m_states.push_back(state);
        }
        std::sort(m_states.begin(), m_states.end());
        height = std::clamp(50 + static_cast<int>(lanes->lanes().size()) * 18, 100, 1400);
    }
    m_parts.push_back({std::move(copy), height});
}

int ChartPicture::headHeight(const PictureOptions& options) const {
    int height = kEdge;
    if (!options.title.isEmpty()) height += QFontMetrics(pictureTitleFont()).height() + 8;
    if (!m_states.empty()) height += kLegendHeight;
    return height;
}

int ChartPicture::captionHeight(const PictureOptions& options) const {
    if (options.caption.isEmpty()) return kEdge;
    const QRect room(0, 0, options.size.width() - 2 * kEdge, 10000);
    return QFontMetrics(captionFont()).boundingRect(room, Qt::TextWordWrap, options.caption).height() + 8 + kEdge;
}

QSize ChartPicture::sizeFor(const PictureOptions& options) const {
    if (options.size.height() > 0) return options.size;
    int height = headHeight(options) + captionHeight(options);
    for (const Part& part : m_parts) height += part.height;
    return {options.size.width(), height};
}

void ChartPicture::paint(QPainter& painter, const PictureOptions& options, double rasterScale) const {
    const QSize size = sizeFor(options);
    painter.fillRect(QRect(QPoint(0, 0), size), options.theme.window);
    int y = kEdge;
    int margin = 0;
    for (const Part& part : m_parts) margin = std::max(margin, part.chart->preferredLeftMargin());
    if (!options.title.isEmpty()) {
        painter.setFont(pictureTitleFont());
        painter.setPen(options.theme.text);
        const int height = painter.fontMetrics().height();
        painter.drawText(QRect(margin, y, size.width() - margin - kEdge, height), Qt::AlignLeft, options.title);
        y += height + 8;
    }
    if (!m_states.empty()) {
        painter.setFont(chartLabelFont());
        StateLegend::paint(painter, QRect(margin, y, size.width() - margin - kEdge, kLegendHeight), m_states,
                           options.theme);
        y += kLegendHeight;
    }
    const int room = size.height() - y - captionHeight(options);
    int wanted = 0;
    for (const Part& part : m_parts) wanted += part.height;
    for (const Part& part : m_parts) {
        const int height = room * part.height / std::max(wanted, 1);
        part.chart->setTheme(options.theme);
        part.chart->setLeftMargin(margin);
        part.chart->setTimeLabelsVisible(&part == &m_parts.back());
        part.chart->setEventLabelsVisible(&part == &m_parts.front());
        part.chart->setMaximumHeight(QWIDGETSIZE_MAX);
        part.chart->resize(size.width() - 2, height);
        part.chart->layOutNow();
        painter.save();
        painter.translate(0, y);
        part.chart->paintPicture(painter, rasterScale);
        painter.restore();
        y += height;
    }
    if (options.caption.isEmpty()) return;
    painter.setFont(captionFont());
    painter.setPen(options.theme.mutedText);
    painter.drawText(
        QRect(kEdge, size.height() - captionHeight(options) + 6, size.width() - 2 * kEdge, captionHeight(options)),
        Qt::AlignLeft | Qt::TextWordWrap, options.caption);
}

PaintedPicture ChartPicture::painted(const PictureOptions& options) const {
    return {.size = sizeFor(options),
            .scale = options.scale,
            .title = options.title,
            .caption = options.caption,
            .paint = [this, options](QPainter& painter, double rasterScale) { paint(painter, options, rasterScale); }};
}

QImage ChartPicture::image(const PictureOptions& options) const { return painted(options).image(); }

void ChartPicture::copyToClipboard(const PictureOptions& options) const {
    QGuiApplication::clipboard()->setImage(image(options));
}

QString ChartPicture::saveSvg(const QString& path, const PictureOptions& options) const {
    return painted(options).saveSvg(path);
}

QString ChartPicture::save(const QString& path, const PictureOptions& options) const {
    return painted(options).save(path);
}

}  // namespace ipclab
