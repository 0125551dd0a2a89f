#include "charts/chart_export.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
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
std::vector<ProcessState> statesOf(const LaneChart& chart) {
    StateTimes sum{};
    for (const Lane& lane : chart.lanes()) {
        if (!lane.series) continue;
        const Nanoseconds until = std::max(chart.axis()->now(), lane.series->firstTime());
        const StateTimes times = lane.series->totals(lane.series->firstTime(), until);
        for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += times[s];
    }
    std::vector<ProcessState> states;
    for (std::size_t s = 0; s < sum.size(); ++s) {
        if (sum[s] > 0) states.push_back(static_cast<ProcessState>(s));
    }
    return states;
}

QString writeFile(const QString& path, const QByteArray& data) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit()) return {};
    return ChartPicture::tr("%1 could not be written: %2. Choose another folder, or free some space.")
        .arg(path, file.errorString());
}

}  // namespace

ChartPicture::ChartPicture(const TimeChart& chart) : m_axis(chart.axis()->snapshot()) { take(chart); }

ChartPicture::ChartPicture(const ChartPage& page) : m_axis(page.axis()->snapshot()) {
    for (const TimeChart* chart : page.charts()) take(*chart);
}

ChartPicture::~ChartPicture() = default;

void ChartPicture::take(const TimeChart& chart) {
    std::unique_ptr<TimeChart> copy = chart.clone(m_axis.get());
    int height = chart.isVisible() ? std::max(chart.height(), 120) : std::max(chart.sizeHint().height(), 220);
    if (const auto* lanes = qobject_cast<const LaneChart*>(&chart)) {
        const auto states = statesOf(*lanes);
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

QImage ChartPicture::image(const PictureOptions& options) const {
    QImage image(sizeFor(options) * options.scale, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(options.scale, options.scale);
    paint(painter, options, options.scale);
    painter.end();
    // Printed at the size it was laid out for: 96 units to the inch.
    image.setDotsPerMeterX(static_cast<int>(96 * options.scale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    return image;
}

void ChartPicture::copyToClipboard(const PictureOptions& options) const {
    QGuiApplication::clipboard()->setImage(image(options));
}

QString ChartPicture::savePng(const QString& path, const PictureOptions& options) const {
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    if (!image(options).save(&buffer, "PNG")) return tr("The picture is too large. Choose a smaller size or scale.");
    return writeFile(path, data);
}

QString ChartPicture::saveSvg(const QString& path, const PictureOptions& options) const {
    const QSize size = sizeFor(options);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(options.title);
    generator.setDescription(options.caption);
    QPainter painter(&generator);
    paint(painter, options);
    painter.end();
    return writeFile(path, data);
}

QString ChartPicture::savePdf(const QString& path, const PictureOptions& options) const {
    const QSize size = sizeFor(options);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(options.title);
    writer.setCreator(QStringLiteral("ipclab"));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / 96.0, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paint(painter, options);
    painter.end();
    return writeFile(path, data);
}

QString ChartPicture::save(const QString& path, const PictureOptions& options) const {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png")) return savePng(path, options);
    if (ending == QLatin1String("svg")) return saveSvg(path, options);
    if (ending == QLatin1String("pdf")) return savePdf(path, options);
    return tr("%1: charts are saved as .png, .svg or .pdf. Give the file one of these endings.").arg(path);
}

}  // namespace ipclab
