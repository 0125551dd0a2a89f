// Curves of a sweep against an axis of numbers: a curve for each value of another axis, with the 95 % interval at each
// of its points and its name at its end.
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

#include "compare/matrix_parts.h"
#include "compare/sweep_words.h"
#include "plot/static_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kLeft = 84, kTop = 30, kBottom = 52, kNameHeight = 16, kBeforeName = 24;
constexpr double kLeastPlot = 236, kLeastWidth = 240;
constexpr double kEndPx = 3, kDotPx = 6;
constexpr int kMostTicks = 9;
// With eight colours, ways of drawing tell the others apart.
constexpr std::array<Qt::PenStyle, 4> kStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

struct CurvePoint {
    double amount = 0;
    Estimate figure;
};
struct NamedCurve {
    QString name;
    int number = 0;
    std::vector<CurvePoint> points;
};
struct CurvePart {
    QString title;
    std::vector<NamedCurve> curves;
};

struct CurveSheet {
    std::vector<CurvePart> parts;
    Scale x, y;
    QString acrossTitle, acrossUnit, valueTitle, unit;
    double names = 0;  // how wide they are
    double plot = 0;   // how high
    bool isRatio = false;
};

std::vector<CurvePart> curvesOf(const SweepSlice& slice, const MatrixChoice& choice,
                                const std::vector<double>& amounts) {
    const Sweep& sweep = slice.sweep();
    const SweepAxis& axis = sweep.options().axes[choice.along];
    const bool single = choice.along == choice.across;
    std::vector<CurvePart> parts;
    for (const MatrixPart& part : matrixParts(sweep, {choice.along, choice.across})) {
        CurvePart& drawn = parts.emplace_back();
        drawn.title = part.title;
        for (std::size_t value = 0; value < (single ? 1 : axis.values.size()); ++value) {
            NamedCurve curve{.name = single ? QString() : SweepWords::value(axis, value),
                             .number = static_cast<int>(value),
                             .points = {}};
            for (std::size_t at = 0; at < amounts.size(); ++at) {
                const std::size_t cell = cellNumber(sweep, part, choice, single ? at : value, at);
                if (const auto figure = drawnFigure(slice, choice, cell))
                    curve.points.push_back({amounts[at], *figure});
            }
            std::ranges::sort(curve.points, {}, &CurvePoint::amount);
            if (!curve.points.empty()) drawn.curves.push_back(std::move(curve));
        }
    }
    return parts;
}

struct ValueBounds {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    void take(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] bool any() const { return low <= high; }
};

Scale acrossScale(const std::vector<double>& amounts, bool logarithmic) {
    ValueBounds bounds;
    for (const double amount : amounts) bounds.take(amount);
    if (logarithmic && bounds.low > 0) return {bounds.low / 1.25, bounds.high * 1.25, true};
    const double room = (bounds.high - bounds.low) * 0.04;
    return {bounds.low - room, bounds.high + room, false};
}

Scale valueScale(const std::vector<CurvePart>& parts, bool logarithmic, const QString& unit) {
    ValueBounds bounds;
    double least = std::numeric_limits<double>::infinity();  // above zero
    for (const CurvePart& part : parts) {
        for (const NamedCurve& curve : part.curves) {
            for (const CurvePoint& point : curve.points) {
                for (const double value : {point.figure.low, point.figure.median, point.figure.high}) {
                    bounds.take(value);
                    if (value > 0) least = std::min(least, value);
                }
            }
        }
    }
    if (!bounds.any()) return {0, 1, false};
    if (logarithmic && bounds.low >= 0 && std::isfinite(least))
        return Scale::decades(least, std::max(bounds.high, least * 1.01), unit);
    if (bounds.low >= 0) return Scale::upTo(bounds.high > 0 ? bounds.high : 1, kMostTicks);
    return {bounds.low, std::max(bounds.high, 0.0), false};
}

CurveSheet sheetOf(const SweepSlice& slice, const MatrixChoice& choice) {
    const SweepAxis& across = slice.sweep().options().axes[choice.across];
    const std::vector<double> amounts = numbersOf(across).value_or(std::vector<double>());
    CurveSheet sheet;
    sheet.parts = curvesOf(slice, choice, amounts);
    sheet.unit = drawnUnit(slice, choice);
    sheet.isRatio = showsRatio(slice, choice);
    sheet.x = acrossScale(amounts, choice.logAcross);
    sheet.y = valueScale(sheet.parts, choice.logValue, sheet.unit);
    sheet.acrossUnit = SweepWords::unit(across);
    sheet.acrossTitle = SweepWords::axis(across.path);
    sheet.valueTitle = drawnValueTitle(slice, choice);
    const QFontMetricsF metrics(chartLabelFont());
    std::size_t most = 0;
    for (const CurvePart& part : sheet.parts) {
        most = std::max(most, part.curves.size());
        for (const NamedCurve& curve : part.curves)
            sheet.names = std::max(sheet.names, std::ceil(metrics.horizontalAdvance(curve.name)));
    }
    sheet.plot = std::max(kLeastPlot, static_cast<double>(most) * kNameHeight);
    return sheet;
}

// Beside the curves' last points, in their order, moved apart where they would touch, and kept beside the plot.
std::vector<double> namePlaces(const StaticChart& chart, const std::vector<NamedCurve>& curves) {
    std::vector<double> places;
    for (const NamedCurve& curve : curves)
        places.push_back(chart.at(curve.points.back().amount, curve.points.back().figure.median).y());
    std::vector<std::size_t> order(curves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return places[i]; });
    double above = chart.plot().top() - kNameHeight / 2;
    for (const std::size_t i : order) above = places[i] = std::max(places[i], above + kNameHeight);
    double below = chart.plot().bottom() + kNameHeight / 2;
    for (auto i = order.rbegin(); i != order.rend(); ++i)
        below = places[*i] = std::min(places[*i], below - kNameHeight);
    return places;
}

void addCurve(StaticChart& chart, const NamedCurve& curve, double nameY) {
    const QColor color = chart.theme().curve(curve.number);
    const auto way = static_cast<std::size_t>(curve.number / ChartTheme::kCurveColors) % kStyles.size();
    std::vector<QPointF> medians;
    for (const CurvePoint& point : curve.points) medians.emplace_back(point.amount, point.figure.median);
    chart.addLine(medians, QPen(color, 2, kStyles[way], Qt::RoundCap, Qt::RoundJoin));
    for (const CurvePoint& point : curve.points)
        chart.addInterval({point.amount, point.figure.low}, {point.amount, point.figure.high}, kEndPx,
                          QPen(color, 1.4));
    chart.addDots(medians, color, kDotPx);
    if (curve.name.isEmpty()) return;
    const QRectF& plot = chart.plot();
    const QPointF end = chart.at(medians.back().x(), medians.back().y());
    chart.addStroke(end + QPointF(5, 0), QPointF(plot.right() + kBeforeName - 5, nameY),
                    QPen(chart.theme().mutedText, 1, Qt::DotLine));
    chart.addText(QRectF(plot.right() + kBeforeName, nameY - kNameHeight / 2, 1, kNameHeight),
                  Qt::AlignLeft | Qt::AlignVCenter, curve.name, chart.theme().text);
}

double partHeight(const CurveSheet& sheet) { return kTop + sheet.plot + kBottom; }

void paintPart(QPainter& painter, const ChartTheme& theme, const CurveSheet& sheet, const CurvePart& part, int width,
               double top) {
    const double right = width - kPictureEdge - (sheet.names > 0 ? sheet.names + kBeforeName : 0);
    const QRectF plot(kLeft, kTop, right - kLeft, sheet.plot);
    StaticChart chart(QSizeF(width, partHeight(sheet)), plot, theme);
    chart.setAxes(sheet.x, sheet.x.ticks(kMostTicks, sheet.acrossUnit), sheet.acrossTitle, sheet.y,
                  sheet.y.ticks(kMostTicks, sheet.unit));
    if (sheet.isRatio) chart.addLine({{sheet.x.low, 1}, {sheet.x.high, 1}}, QPen(theme.mutedText, 1, Qt::DashLine));
    const std::vector<double> places = namePlaces(chart, part.curves);
    for (std::size_t i = 0; i < part.curves.size(); ++i) addCurve(chart, part.curves[i], places[i]);
    const QString heading =
        part.title.isEmpty() ? sheet.valueTitle : QStringLiteral("%1 · %2").arg(part.title, sheet.valueTitle);
    chart.addText(QRectF(kPictureEdge, 4, plot.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, heading,
                  theme.mutedText);
    chart.paint(painter, {0, top});
}

}  // namespace

MatrixPicture linesPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption) {
    const auto sheet = std::make_shared<const CurveSheet>(sheetOf(slice, choice));
    MatrixPicture picture{.title = drawnTitle(slice, choice), .caption = caption};
    const int needed = static_cast<int>(kLeft + kLeastWidth + sheet->names + kBeforeName + kPictureEdge);
    picture.size.setWidth(std::max(width, needed));
    picture.size.setHeight(static_cast<int>(std::ceil(headHeight() + footHeight(caption, picture.size.width()) +
                                                      partHeight(*sheet) * static_cast<double>(sheet->parts.size()))));
    picture.paint = [sheet, frame = MatrixPicture{picture}](QPainter& painter, const ChartTheme& theme) {
        paintHeadAndFoot(painter, theme, frame);
        double top = headHeight();
        for (const CurvePart& part : sheet->parts) {
            paintPart(painter, theme, *sheet, part, frame.size.width(), top);
            top += partHeight(*sheet);
        }
    };
    return picture;
}

}  // namespace ipclab
