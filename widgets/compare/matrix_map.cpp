// A map of a sweep: rows and columns of two axes, in each cell its figure on a colour, or a dot for each repeat.
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "compare/map_colors.h"
#include "compare/matrix_parts.h"
#include "compare/sweep_words.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kRowHeight = 24, kPartHead = 24, kColumnHead = 40, kBelowPart = 14, kGap = 8;
constexpr double kLeastCell = 64, kMostCell = 170, kCellRoom = 18;
constexpr double kLegendHeight = 52, kLegendWidth = 260, kLegendStrip = 12;
constexpr double kDot = 7, kDotStep = 11;
constexpr unsigned kMostDots = 16;
constexpr double kLeastRatio = 1.5;  // what is closer to the baseline than this all over is pale

// What colours mean.
struct ColorScale {
    double low = 0, high = 0;
    bool logarithmic = false, isRatio = false;
    [[nodiscard]] double share(double value) const {
        if (isRatio) return value > 0 ? std::log(value) / std::log(high) : -1;
        if (!(high > low)) return 0.5;
        return logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    }
    [[nodiscard]] double at(double share) const {
        if (isRatio) return std::pow(high, share * 2 - 1);
        return logarithmic ? low * std::pow(high / low, share) : std::lerp(low, high, share);
    }
    [[nodiscard]] QColor color(double value, bool dark) const {
        return isRatio ? ratioColor(share(value), dark) : figureColor(share(value), dark);
    }
};

enum class CellState : std::uint8_t { Measured, Skipped, ToCome };

struct MapCell {
    std::size_t cell = 0;
    QRectF area;
    CellState state = CellState::ToCome;
    bool colored = false;
    double value = 0;
    QString text;
    // Of the map of repeats.
    std::vector<bool> repeats;  // of those done: was it disturbed
    unsigned toCome = 0;
    bool isMeasured = false, isDoubtful = false;
};
struct MapName {
    QRectF area;
    QString text;
    Qt::Alignment alignment;
    bool isTitle = false;
};

struct MapSheet {
    std::vector<MapCell> cells;
    std::vector<MapName> names;
    ColorScale colors;
    QString low, high, middle, unitNote, notes;
    bool hasLegend = false, isRepeats = false;
    double legendTop = 0;
};

QString markOf(const SweepSlice& slice, const MatrixChoice& choice, const SweepEntry& entry) {
    QString marks;
    if (showsRatio(slice, choice) && entry.against && entry.against->difference == Difference::NotShown)
        marks += QStringLiteral(" ~");
    if (showsRatio(slice, choice) && entry.against && entry.against->difference == Difference::TooFew)
        marks += QStringLiteral(" ?");
    if (entry.isDoubtful()) marks += QStringLiteral(" ") + QChar(0x26a0);
    return marks;
}

MapCell cellOf(const SweepSlice& slice, const MatrixChoice& choice, std::size_t number) {
    const SweepCell& of = slice.sweep().cells()[number];
    const SweepEntry& entry = slice.entry(number);
    MapCell cell{.cell = number, .area = {}, .text = {}, .repeats = {}};
    const auto counted = of.counted();
    cell.state = !of.skipped.empty() ? CellState::Skipped : counted.empty() ? CellState::ToCome : CellState::Measured;
    cell.isDoubtful = entry.isDoubtful();
    if (choice.form == MatrixForm::Repeats) {
        for (const SweepSample* sample : counted) cell.repeats.push_back(sample->disturbance.has_value());
        const unsigned all = slice.sweep().options().repeats;
        cell.toCome = of.skipped.empty() && all > counted.size() ? all - static_cast<unsigned>(counted.size()) : 0;
        if (all > kMostDots) cell.text = QStringLiteral("%1/%2").arg(counted.size()).arg(all);
        return cell;
    }
    const auto figure = drawnFigure(slice, choice, number);
    if (!figure) return cell;
    cell.value = figure->median;
    // A ratio that is not shown to differ has no colour.
    const bool ratio = showsRatio(slice, choice);
    cell.colored = !ratio || (entry.against && entry.against->difference != Difference::NotShown);
    cell.text = (ratio ? SweepWords::ratio(cell.value) : formatBare(cell.value, drawnUnit(slice, choice))) +
                markOf(slice, choice, entry);
    return cell;
}

ColorScale scaleOf(const std::vector<MapCell>& cells, bool isRatio) {
    double low = std::numeric_limits<double>::infinity(), high = -low, furthest = kLeastRatio;
    for (const MapCell& cell : cells) {
        if (!cell.colored) continue;
        low = std::min(low, cell.value);
        high = std::max(high, cell.value);
        if (cell.value > 0) furthest = std::max({furthest, cell.value, 1 / cell.value});
    }
    if (isRatio) return {1 / furthest, furthest, true, true};
    return {low, high, low > 0, false};
}

// Where everything is; widths follow from the texts.
class MapLayout {
public:
    MapLayout(const SweepSlice& slice, const MatrixChoice& choice, int width)
        : m_slice(slice), m_choice(choice), m_metrics(chartLabelFont()) {
        const auto& axes = slice.sweep().options().axes;
        m_rows = &axes[choice.along];
        m_columns = choice.along == choice.across ? nullptr : &axes[choice.across];
        m_top = headHeight();
        for (std::size_t row = 0; row < m_rows->values.size(); ++row)
            m_names = std::max(m_names, m_metrics.horizontalAdvance(SweepWords::value(*m_rows, row)));
        m_names = std::ceil(std::max(m_names, m_metrics.horizontalAdvance(SweepWords::axis(m_rows->path)))) + kGap;
        fitCells(width);
        m_width = std::max(this->width(), static_cast<double>(width));
    }

    MapSheet sheet(std::optional<std::size_t> measured) {
        for (const MatrixPart& part : matrixParts(m_slice.sweep(), {m_choice.along, m_choice.across}))
            addPart(part, measured);
        m_sheet.isRepeats = m_choice.form == MatrixForm::Repeats;
        m_sheet.colors = scaleOf(m_sheet.cells, showsRatio(m_slice, m_choice));
        tellLegend();
        return std::move(m_sheet);
    }

    [[nodiscard]] double width() const { return kPictureEdge * 2 + m_names + m_cell * static_cast<double>(columns()); }
    [[nodiscard]] double height() const { return m_top; }

private:
    [[nodiscard]] std::size_t columns() const { return m_columns == nullptr ? 1 : m_columns->values.size(); }

    void fitCells(int width) {
        double least = kLeastCell;
        for (std::size_t column = 0; m_columns != nullptr && column < columns(); ++column)
            least = std::max(least, m_metrics.horizontalAdvance(SweepWords::value(*m_columns, column)) + kCellRoom);
        for (std::size_t cell = 0; cell < m_slice.sweep().cells().size(); ++cell)
            least = std::max(least, m_metrics.horizontalAdvance(cellOf(m_slice, m_choice, cell).text) + kCellRoom);
        const unsigned repeats = m_slice.sweep().options().repeats;
        if (m_choice.form == MatrixForm::Repeats && repeats <= kMostDots)
            least = std::max(least, repeats * kDotStep + kCellRoom);
        const double room = (width - 2 * kPictureEdge - m_names) / static_cast<double>(columns());
        m_cell = std::floor(std::max(least, std::min(room, kMostCell)));
    }

    void addName(const QRectF& area, const QString& text, Qt::Alignment alignment, bool isTitle = false) {
        m_sheet.names.push_back({area, text, alignment, isTitle});
    }

    void addHeads(const MatrixPart& part) {
        const double left = kPictureEdge + m_names, all = m_cell * static_cast<double>(columns());
        if (!part.title.isEmpty()) {
            addName(QRectF(kPictureEdge, m_top, m_width - 2 * kPictureEdge, kPartHead), part.title, Qt::AlignLeft, true);
            m_top += kPartHead;
        }
        if (m_columns != nullptr)
            addName(QRectF(left, m_top, all, kColumnHead / 2), SweepWords::axis(m_columns->path), Qt::AlignHCenter);
        addName(QRectF(kPictureEdge, m_top + kColumnHead / 2, m_names - kGap, kColumnHead / 2),
                SweepWords::axis(m_rows->path), Qt::AlignRight);
        for (std::size_t column = 0; m_columns != nullptr && column < columns(); ++column) {
            const QRectF area(left + static_cast<double>(column) * m_cell, m_top + kColumnHead / 2, m_cell,
                              kColumnHead / 2);
            addName(area, SweepWords::value(*m_columns, column), Qt::AlignHCenter);
        }
        m_top += kColumnHead;
    }

    void addPart(const MatrixPart& part, std::optional<std::size_t> measured) {
        addHeads(part);
        const double left = kPictureEdge + m_names;
        for (std::size_t row = 0; row < m_rows->values.size(); ++row, m_top += kRowHeight) {
            addName(QRectF(kPictureEdge, m_top, m_names - kGap, kRowHeight), SweepWords::value(*m_rows, row),
                    Qt::AlignRight);
            for (std::size_t column = 0; column < columns(); ++column) {
                const std::size_t across = m_columns == nullptr ? row : column;
                MapCell cell = cellOf(m_slice, m_choice, cellNumber(m_slice.sweep(), part, m_choice, row, across));
                cell.area = QRectF(left + static_cast<double>(column) * m_cell, m_top, m_cell, kRowHeight);
                cell.isMeasured = measured == cell.cell;
                m_sheet.cells.push_back(std::move(cell));
            }
        }
        m_top += kBelowPart;
    }

    void tellLegend() {
        const bool ratio = m_sheet.colors.isRatio;
        m_sheet.legendTop = m_top;
        const bool any = std::ranges::any_of(m_sheet.cells, &MapCell::colored);
        QStringList notes;
        if (m_sheet.isRepeats) {
            notes << SweepWords::tr("a dot for each repeat: filled, done; ring, to come; orange, disturbed");
        } else if (ratio) {
            notes << SweepWords::tr("~ no difference shown (Mann and Whitney, p ≥ 0.05)")
                  << SweepWords::tr("? too few repeats to tell");
        }
        notes << SweepWords::tr("%1 repeats disagree, or other work disturbed them").arg(QChar(0x26a0))
              << SweepWords::tr("hatched: cannot be measured here");
        m_sheet.notes = notes.join(QStringLiteral(" · "));
        m_sheet.hasLegend = any;
        if (any) {
            const QString unit = drawnUnit(m_slice, m_choice);
            const auto text = [&](double value) {
                return ratio ? SweepWords::ratio(value) : formatQuantity(value, unit);
            };
            m_sheet.low = text(m_sheet.colors.low);
            m_sheet.high = text(m_sheet.colors.high);
            if (ratio) m_sheet.middle = SweepWords::ratio(1);
        }
        m_top += any ? kLegendHeight : 0;
        const QRectF room(0, 0, m_width - 2 * kPictureEdge, 1e4);
        m_top += m_metrics.boundingRect(room, Qt::TextWordWrap, m_sheet.notes).height() + kGap;
    }

    const SweepSlice& m_slice;
    const MatrixChoice& m_choice;
    QFontMetricsF m_metrics;
    const SweepAxis* m_rows;
    const SweepAxis* m_columns;
    double m_names = 0, m_cell = kLeastCell, m_top = 0, m_width = 0;
    MapSheet m_sheet;
};

void paintDots(QPainter& painter, const ChartTheme& theme, const MapCell& cell) {
    const auto all = static_cast<double>(cell.repeats.size() + cell.toCome);
    QPointF at(cell.area.center().x() - all * kDotStep / 2 + (kDotStep - kDot) / 2, cell.area.center().y() - kDot / 2);
    const auto dot = [&](const QPen& pen, const QBrush& brush) {
        painter.setPen(pen);
        painter.setBrush(brush);
        painter.drawEllipse(QRectF(at, QSizeF(kDot, kDot)));
        at.rx() += kDotStep;
    };
    for (const bool disturbed : cell.repeats) {
        const QColor color = theme.curve(disturbed ? 1 : 0);
        dot(QPen(color, 1), color);
    }
    for (unsigned i = 0; i < cell.toCome; ++i) dot(QPen(theme.mutedText, 1), Qt::NoBrush);
}

void paintCell(QPainter& painter, const ChartTheme& theme, const MapSheet& sheet, const MapCell& cell) {
    const QColor ground = cell.colored ? sheet.colors.color(cell.value, theme.dark) : theme.plot;
    painter.setPen(QPen(theme.grid, 1));
    painter.setBrush(ground);
    painter.drawRect(cell.area);
    if (cell.state == CellState::Skipped) painter.fillRect(cell.area, QBrush(theme.frame, Qt::BDiagPattern));
    if (sheet.isRepeats && cell.text.isEmpty()) paintDots(painter, theme, cell);
    painter.setPen(cell.colored ? readableOn(ground) : theme.text);
    painter.drawText(cell.area, Qt::AlignCenter, cell.text);
    if (sheet.isRepeats && cell.isDoubtful && !cell.repeats.empty())
        painter.drawText(cell.area.adjusted(0, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter, QString(QChar(0x26a0)));
    if (!cell.isMeasured) return;
    painter.setPen(QPen(theme.selection, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.area.adjusted(1, 1, -1, -1));
}

void paintLegend(QPainter& painter, const ChartTheme& theme, const MapSheet& sheet, double width) {
    double top = sheet.legendTop;
    painter.setPen(theme.mutedText);
    if (sheet.hasLegend) {
        const QRectF strip(kPictureEdge, top, kLegendWidth, kLegendStrip);
        constexpr int kSteps = 52;
        for (int i = 0; i < kSteps; ++i) {
            const double value = sheet.colors.at((i + 0.5) / kSteps);
            const double step = strip.width() / kSteps;
            painter.fillRect(QRectF(strip.left() + i * step, strip.top(), step + 0.5, strip.height()),
                             sheet.colors.color(value, theme.dark));
        }
        const QRectF below = strip.translated(0, kLegendStrip + 3).adjusted(0, 0, 0, 6);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, sheet.low);
        painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop, sheet.middle);
        painter.drawText(below, Qt::AlignRight | Qt::AlignTop, sheet.high);
        top += kLegendHeight - kGap;
    }
    painter.drawText(QRectF(kPictureEdge, top, width - 2 * kPictureEdge, 1e4),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sheet.notes);
}

void paintMap(QPainter& painter, const ChartTheme& theme, const MapSheet& sheet, double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chartLabelFont());
    for (const MapCell& cell : sheet.cells) paintCell(painter, theme, sheet, cell);
    for (const MapName& name : sheet.names) {
        painter.setFont(name.isTitle ? chartTitleFont() : chartLabelFont());
        painter.setPen(name.isTitle ? theme.text : theme.mutedText);
        painter.drawText(name.area, name.alignment | Qt::AlignVCenter, name.text);
    }
    painter.setFont(chartLabelFont());
    paintLegend(painter, theme, sheet, width);
    painter.restore();
}

}  // namespace

MatrixPicture mapPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption,
                         std::optional<std::size_t> measured) {
    MapLayout layout(slice, choice, width);
    const auto sheet = std::make_shared<const MapSheet>(layout.sheet(measured));
    MatrixPicture picture{.title = sheet->isRepeats ? SweepWords::tr("Repeats measured") : drawnTitle(slice, choice),
                          .caption = caption};
    picture.size.setWidth(std::max(width, static_cast<int>(std::ceil(layout.width()))));
    picture.size.setHeight(static_cast<int>(std::ceil(layout.height() + footHeight(caption, picture.size.width()))));
    for (const MapCell& cell : sheet->cells) picture.places.push_back({cell.area, cell.cell});
    picture.paint = [sheet, frame = MatrixPicture{picture}](QPainter& painter, const ChartTheme& theme) {
        paintHeadAndFoot(painter, theme, frame);
        paintMap(painter, theme, *sheet, frame.size.width());
    };
    return picture;
}

}  // namespace ipclab
