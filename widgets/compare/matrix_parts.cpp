#include "compare/matrix_parts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "compare/sweep_words.h"

namespace ipclab {

std::vector<MatrixPart> matrixParts(const Sweep& sweep, std::initializer_list<std::size_t> axes) {
    const auto& all = sweep.options().axes;
    std::vector<MatrixPart> parts{{.title = {}, .values = std::vector<std::size_t>(all.size())}};
    for (std::size_t axis = 0; axis < all.size(); ++axis) {
        if (std::ranges::find(axes, axis) != axes.end()) continue;
        std::vector<MatrixPart> finer;
        for (const MatrixPart& part : parts) {
            for (std::size_t value = 0; value < all[axis].values.size(); ++value) {
                MatrixPart& next = finer.emplace_back(part);
                next.values[axis] = value;
                if (!next.title.isEmpty()) next.title += QStringLiteral(" · ");
                next.title +=
                    QStringLiteral("%1: %2").arg(SweepWords::axis(all[axis].path), SweepWords::value(all[axis], value));
            }
        }
        parts = std::move(finer);
    }
    return parts;
}

std::size_t cellNumber(const Sweep& sweep, const std::vector<std::size_t>& values) {
    std::size_t number = 0;
    for (std::size_t axis = 0; axis < values.size(); ++axis)
        number = number * sweep.options().axes[axis].values.size() + values[axis];
    return number;
}

std::size_t cellNumber(const Sweep& sweep, const MatrixPart& part, const MatrixChoice& choice, std::size_t along,
                       std::size_t across) {
    std::vector<std::size_t> values = part.values;
    values.at(choice.across) = across;
    values.at(choice.along) = along;
    return cellNumber(sweep, values);
}

bool showsRatio(const SweepSlice& slice, const MatrixChoice& choice) { return choice.asRatio && slice.baseline(); }

std::optional<Estimate> drawnFigure(const SweepSlice& slice, const MatrixChoice& choice, std::size_t cell) {
    const SweepEntry& entry = slice.entry(cell);
    if (!entry.summary) return std::nullopt;
    if (showsRatio(slice, choice)) {
        if (entry.isBaseline) return Estimate{1, 1, 1};
        if (!entry.against || !std::isfinite(entry.against->ratio.median)) return std::nullopt;
        const Estimate& ratio = entry.against->ratio;
        const bool isSure = entry.against->difference != Difference::TooFew && std::isfinite(ratio.low);
        if (!isSure) return Estimate{ratio.median, ratio.median, ratio.median};
        return Estimate{ratio.median, ratio.low, std::isfinite(ratio.high) ? ratio.high : ratio.median};
    }
    const double scale = SweepWords::scale(slice.sweep().figures()[slice.figure()]);
    const Estimate& estimate = entry.summary->estimate;
    return Estimate{estimate.median * scale, estimate.low * scale, estimate.high * scale};
}

QString drawnUnit(const SweepSlice& slice, const MatrixChoice& choice) {
    return showsRatio(slice, choice) ? QString() : SweepWords::unit(slice.sweep().figures()[slice.figure()]);
}

QString drawnTitle(const SweepSlice& slice, const MatrixChoice& choice) {
    const QString figure = SweepWords::figure(slice.sweep().figures()[slice.figure()]);
    if (!showsRatio(slice, choice)) return figure;
    return SweepWords::tr("%1: ratio to %2").arg(figure, SweepWords::baseline(slice.sweep(), *slice.baseline()));
}

QString drawnValueTitle(const SweepSlice& slice, const MatrixChoice& choice) {
    if (showsRatio(slice, choice)) return SweepWords::tr("ratio of the medians and its 95 % interval");
    const QString unit = drawnUnit(slice, choice);
    return unit.isEmpty() ? SweepWords::tr("median and its 95 % interval")
                          : SweepWords::tr("median and its 95 % interval in %1").arg(unit);
}

QString whyAbsent(const SweepSlice& slice, std::size_t cell) {
    const SweepCell& of = slice.sweep().cells()[cell];
    if (!of.skipped.empty()) return SweepWords::tr("not measured: %1").arg(SweepWords::skipped(of));
    return of.counted().empty() ? SweepWords::tr("to come") : SweepWords::tr("not known of it");
}

QFont pictureTitleFont() {
    QFont font = chartTitleFont();
    font.setPixelSize(font.pixelSize() * 4 / 3);
    return font;
}

double headHeight() { return kPictureEdge + QFontMetricsF(pictureTitleFont()).height() + 8; }

double footHeight(const QString& text, int width) {
    if (text.isEmpty()) return kPictureEdge;
    const QRectF room(0, 0, width - 2 * kPictureEdge, 10'000);
    return QFontMetricsF(chartLabelFont()).boundingRect(room, Qt::TextWordWrap, text).height() + kPictureEdge;
}

void paintHeadAndFoot(QPainter& painter, const ChartTheme& theme, const MatrixPicture& picture) {
    const QRectF all(QPointF(0, 0), QSizeF(picture.size));
    painter.fillRect(all, theme.window);
    painter.setPen(theme.text);
    painter.setFont(pictureTitleFont());
    painter.drawText(all.adjusted(kPictureEdge, kPictureEdge, -kPictureEdge, 0), Qt::AlignLeft | Qt::AlignTop,
                     picture.title);
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    const double foot = footHeight(picture.caption, picture.size.width());
    painter.drawText(QRectF(kPictureEdge, all.bottom() - foot, all.width() - 2 * kPictureEdge, foot),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, picture.caption);
}

}  // namespace ipclab
