#include "plot/chart_export.h"

#include <QPainter>
#include <algorithm>

#include "plot/chart_page.h"
#include "plot/lane_chart.h"
#include "plot/state_legend.h"
#include "plot/time_chart.h"

namespace ipclab {
namespace {

constexpr int kPictureEdge = 12;
constexpr int kPictureGap = 8;
constexpr int kFewLanes = 16;
constexpr int kLanePx = 24, kNarrowLanePx = 18;

// Between words, and inside one only where it is wider than all the room.
int wrapOf(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    for (const QString& word : text.split(QLatin1Char(' '))) {
        if (metrics.horizontalAdvance(word) > width) return Qt::TextWrapAnywhere;
    }
    return Qt::TextWordWrap;
}

int heightOf(const QString& text, const QFont& font, int width) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), wrapOf(text, font, width), text).height();
}

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

int edgeOf(const PictureOptions& options) { return options.withEdges ? kPictureEdge : 0; }

}  // namespace

ChartPicture::ChartPicture(const TimeChart& chart, PictureRange range) : m_axis(chart.axis()->snapshot()) {
    showRange(range);
    take(chart);
    addRoomForTimes();
}

ChartPicture::ChartPicture(const ChartPage& page, PictureRange range) : m_axis(page.axis()->snapshot()) {
    showRange(range);
    for (const TimeChart* chart : page.charts()) {
        if (!chart->isHidden()) take(*chart);
    }
    addRoomForTimes();
}

ChartPicture::~ChartPicture() = default;

// Before any chart is taken: some reckon from it what they show.
void ChartPicture::showRange(PictureRange range) {
    if (range == PictureRange::WholeRun) m_axis->fit();
}

void ChartPicture::take(const TimeChart& chart) {
    std::unique_ptr<TimeChart> copy = chart.clone(m_axis.get());
    int height = chart.isVisible() ? std::max(chart.height(), 130) : std::max(chart.sizeHint().height(), 220);
    if (const auto* lanes = qobject_cast<const LaneChart*>(&chart)) {
        const auto states = lanes->statesShown();
        for (ProcessState state : states) {
            if (std::find(m_states.begin(), m_states.end(), state) == m_states.end()) m_states.push_back(state);
        }
        std::sort(m_states.begin(), m_states.end());
        const int count = std::max(static_cast<int>(lanes->lanes().size()), 1);
        copy->setTimeLabelsVisible(false);
        height = std::min(copy->frameHeight() + count * (count <= kFewLanes ? kLanePx : kNarrowLanePx), 1400);
    }
    m_parts.push_back({std::move(copy), height});
}

// The lowest of those over time; null: there is none.
const ChartPicture::Part* ChartPicture::lowestOverTime() const {
    const auto found =
        std::find_if(m_parts.rbegin(), m_parts.rend(), [](const Part& part) { return part.chart->runsOverTime(); });
    return found == m_parts.rend() ? nullptr : &*found;
}

// That one has the labels of the time axis, and lanes are as high as they need without.
void ChartPicture::addRoomForTimes() {
    const Part* found = lowestOverTime();
    if (found == nullptr || qobject_cast<LaneChart*>(found->chart.get()) == nullptr) return;
    Part& lowest = m_parts[static_cast<std::size_t>(found - m_parts.data())];
    lowest.height -= lowest.chart->frameHeight();
    lowest.chart->setTimeLabelsVisible(true);
    lowest.height += lowest.chart->frameHeight();
}

int ChartPicture::plotMargin() const {
    int margin = 0;
    for (const Part& part : m_parts) margin = std::max(margin, part.chart->preferredLeftMargin());
    return margin;
}

int ChartPicture::namesMargin() const {
    int margin = 0;
    for (const Part& part : m_parts) margin = std::max(margin, part.chart->namesMargin());
    return margin;
}

// On as many lines as it takes; from the left edge, where there is the most room.
int ChartPicture::titleHeight(const PictureOptions& options) const {
    if (options.title.isEmpty()) return 0;
    return heightOf(options.title, pictureTitleFont(), options.size.width() - 2 * kPictureEdge) + kPictureGap;
}

int ChartPicture::legendHeight(const PictureOptions& options) const {
    if (m_states.empty()) return 0;
    const int width = options.size.width() - plotMargin() - kPictureEdge;
    return StateLegend::heightOf(m_states, QFontMetrics(chartLabelFont()), width) + kPictureGap;
}

bool ChartPicture::hasHeightOfItsOwn() const {
    return std::ranges::all_of(m_parts, [](const Part& part) { return qobject_cast<LaneChart*>(part.chart.get()); });
}

int ChartPicture::captionHeight(const PictureOptions& options) const {
    if (options.caption.isEmpty()) return edgeOf(options);
    return heightOf(options.caption, captionFont(), options.size.width() - 2 * kPictureEdge) + kPictureGap +
           edgeOf(options);
}

QSize ChartPicture::sizeFor(const PictureOptions& options) const {
    if (options.size.height() > 0) return options.size;
    int height = edgeOf(options) + titleHeight(options) + legendHeight(options) + statisticsHeight(options) +
                 captionHeight(options);
    for (const Part& part : m_parts) height += part.height;
    return {options.size.width(), height};
}

void ChartPicture::paint(QPainter& painter, const PictureOptions& options, double rasterScale) const {
    const QSize size = sizeFor(options);
    painter.fillRect(QRect(QPoint(0, 0), size), options.theme.window);
    const int top = paintHead(painter, options);
    const int bottom = size.height() - captionHeight(options);
    const int plotsEnd = bottom - statisticsHeight(options);
    paintCharts(painter, options, QRect(0, top, size.width(), plotsEnd - top), rasterScale);
    paintStatistics(painter, options, plotsEnd);
    paintCaption(painter, options,
                 QRect(kPictureEdge, bottom + 6, size.width() - 2 * kPictureEdge, size.height() - bottom));
}

// Title and legend. Returns where they end.
int ChartPicture::paintHead(QPainter& painter, const PictureOptions& options) const {
    const int width = options.size.width();
    const QRect title(kPictureEdge, edgeOf(options), width - 2 * kPictureEdge, titleHeight(options));
    if (!options.title.isEmpty()) {
        painter.setFont(pictureTitleFont());
        painter.setPen(options.theme.text);
        painter.drawText(title, Qt::AlignLeft | wrapOf(options.title, painter.font(), title.width()), options.title);
    }
    const int below = title.top() + title.height();
    if (m_states.empty()) return below;
    const int margin = plotMargin();
    painter.setFont(chartLabelFont());
    StateLegend::paint(painter, QRect(margin, below, width - margin - kPictureEdge, legendHeight(options)), m_states,
                       options.theme);
    return below + legendHeight(options);
}

void ChartPicture::paintCharts(QPainter& painter, const PictureOptions& options, const QRect& room,
                               double rasterScale) const {
    const int margin = plotMargin(), names = namesMargin();
    int wanted = 0, y = room.top();
    const auto first = std::ranges::find_if(m_parts, [](const Part& part) { return part.chart->runsOverTime(); });
    const Part* firstOverTime = first == m_parts.end() ? nullptr : &*first;
    for (const Part& part : m_parts) wanted += part.height;
    for (const Part& part : m_parts) {
        const int height = room.height() * part.height / std::max(wanted, 1);
        part.chart->setTheme(options.theme);
        part.chart->setLeftMargin(margin);
        part.chart->setRightMargin(names);
        part.chart->setTimeLabelsVisible(&part == lowestOverTime());
        part.chart->setEventLabelsVisible(&part == firstOverTime);
        part.chart->resize(room.width() - 2, height);
        part.chart->layOutNow();
        painter.save();
        painter.translate(0, y);
        part.chart->paintPicture(painter, rasterScale);
        painter.restore();
        y += height;
    }
}

// Of each chart its own, one below another.
std::vector<ReadoutBlock> ChartPicture::statistics(const PictureOptions& options) const {
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    std::vector<ReadoutBlock> blocks;
    if (!a || !b || !options.withStatistics) return blocks;
    for (const Part& part : m_parts) {
        part.chart->setTheme(options.theme);
        ReadoutTable table = part.chart->statisticsBetween(std::min(*a, *b), std::max(*a, *b));
        if (table.rows.empty()) continue;
        const QString heading =
            tr("%1 between A (%2) and B (%3), Δt = %4")
                .arg(part.chart->title(), m_axis->format(*a), m_axis->format(*b), TimeAxis::formatSpan(*b - *a));
        blocks.emplace_back(heading, std::move(table));
    }
    return blocks;
}

int ChartPicture::statisticsHeight(const PictureOptions& options) const {
    int height = 0;
    for (const ReadoutBlock& block : statistics(options))
        height += static_cast<int>(block.size().height()) + kPictureGap;
    return height;
}

void ChartPicture::paintStatistics(QPainter& painter, const PictureOptions& options, int top) const {
    double y = top + kPictureGap / 2;
    for (const ReadoutBlock& block : statistics(options)) {
        block.paint(painter, QPointF(kPictureEdge, y), options.theme);
        y += block.size().height() + kPictureGap;
    }
}

void ChartPicture::paintCaption(QPainter& painter, const PictureOptions& options, const QRect& room) const {
    if (options.caption.isEmpty()) return;
    painter.setFont(captionFont());
    painter.setPen(options.theme.mutedText);
    painter.drawText(room, Qt::AlignLeft | wrapOf(options.caption, painter.font(), room.width()), options.caption);
}

PaintedPicture ChartPicture::painted(const PictureOptions& options) const {
    return {.size = sizeFor(options),
            .scale = options.scale,
            .title = options.title,
            .caption = options.caption,
            .paint = [this, options](QPainter& painter, double rasterScale) { paint(painter, options, rasterScale); }};
}

QImage ChartPicture::image(const PictureOptions& options) const { return painted(options).image(); }

QString ChartPicture::copy(const PictureOptions& options, PaintedPicture::CopyAs as) const {
    return painted(options).copy(as);
}

QString ChartPicture::save(const QString& path, const PictureOptions& options, Translation translation) const {
    return painted(options).save(path, translation);
}

}  // namespace ipclab
