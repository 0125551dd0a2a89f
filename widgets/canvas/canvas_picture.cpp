#include "canvas/canvas_picture.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <memory>

#include "bridge/words.h"
#include "canvas/canvas_painter.h"
#include "canvas/canvas_places.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kPictureTilesPx = 220;
constexpr double kPictureWrapScale = 0.82;  // rather a little smaller than in two bands, as the canvas

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::CanvasPicture)
};

// What was set of it: "2k messages/s, 64 B".
QString settingsOf(const Experiment& experiment, const ProcessSpec& process) {
    const bool sends = std::ranges::any_of(experiment.links, [&](const LinkSpec& link) {
        return std::ranges::any_of(link.senders, [&](const EndSpec& end) { return end.process == process.name; });
    });
    QStringList parts;
    const ProgramSettings& settings = process.settings;
    if (sends && process.command.empty()) {
        if (settings.ratePerSecond > 0)
            parts << PictureWords::tr("%1 messages/s").arg(formatQuantity(settings.ratePerSecond, QString()));
        parts << withoutTrailingZeros(formatQuantity(settings.messageBytes, QStringLiteral("B")));
    }
    if (settings.workNs > 0)
        parts << PictureWords::tr("%1 of work")
                     .arg(withoutTrailingZeros(
                         formatQuantity(static_cast<double>(settings.workNs), QStringLiteral("ns"))));
    return parts.join(QStringLiteral(", "));
}

struct DrawnExperiment {
    CanvasLayout layout;
    std::vector<NodeContent> nodes;
    std::vector<LinkContent> boxes;
    bool tiled = false;
    double scale = 1;

    void paint(QPainter& painter, const QFont& font) const;
};

void DrawnExperiment::paint(QPainter& painter, const QFont& font) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    CanvasPainter canvas(painter, ChartTheme::light(), font);
    for (const CanvasWire& wire : layout.wires) canvas.wire(wire, false);
    for (std::size_t i = 0; i < boxes.size() && !tiled; ++i) canvas.box(layout.links[i], boxes[i], false, false);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (tiled)
            canvas.tile(layout.processes[i], nodes[i], false);
        else
            canvas.node(layout.processes[i], nodes[i], false, false);
    }
    painter.restore();
}

// The edges that the canvas keeps free around are not needed here.
QRectF inkOf(const CanvasLayout& layout) {
    QRectF ink;
    for (const auto* rects : {&layout.processes, &layout.links})
        for (const QRectF& rect : *rects) ink = ink.united(rect);
    for (const CanvasWire& wire : layout.wires) ink = ink.united(wire.path.boundingRect());
    return ink.adjusted(-8, -8, 8, 8);
}

}  // namespace

PaintedPicture canvasPicture(const Experiment& experiment, int widthPx) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(QFontInfo(font).pixelSize());  // as large on paper as on the screen
    auto drawn = std::make_shared<DrawnExperiment>();
    drawn->tiled = isTiled(experiment);
    for (const ProcessSpec& process : experiment.processes) {
        NodeContent look = lookOf(process, {}, RunData{});
        look.detail = look.reason;  // its program: nothing has been started
        look.reason = settingsOf(experiment, process);
        drawn->nodes.push_back(look);
    }
    for (const LinkSpec& link : experiment.links) drawn->boxes.push_back(lookOf(link, nullptr, RunData{}));
    PaintedPicture picture;
    if (drawn->tiled) {
        drawn->layout = layOutTiles(experiment, QRectF(0, 0, widthPx, kPictureTilesPx));
        picture.size = QSize(widthPx, kPictureTilesPx);
    } else {
        drawn->layout = layOutExperiment(experiment, CanvasMetrics::of(font), widthPx / kPictureWrapScale);
        const QRectF ink = inkOf(drawn->layout);
        moveLayout(drawn->layout, -ink.topLeft());
        drawn->scale = std::min(widthPx / std::max(ink.width(), 1.0), 1.0);
        const QSizeF size = ink.size() * drawn->scale;
        picture.size = QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())));
    }
    picture.paint = [drawn, font](QPainter& painter, double) { drawn->paint(painter, font); };
    return picture;
}

}  // namespace ipclab
