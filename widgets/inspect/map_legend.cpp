#include "inspect/map_legend.h"

#include <QPainter>

#include "inspect/section_palette.h"
#include "plot/chart_theme.h"

namespace ipclab {
namespace {

constexpr int kSwatchPx = 14;
constexpr int kSpacePx = 5;
constexpr int kBetweenPx = 12;

}  // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    setFont(chartLabelFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QStringList MapLegend::texts() { return {tr("own"), tr("shared"), tr("not in memory")}; }

int MapLegend::widthOfAll() const {
    int width = 0;
    for (const QString& text : texts())
        width += kSwatchPx + kSpacePx + fontMetrics().horizontalAdvance(text) + kBetweenPx;
    return width - kBetweenPx;
}

QSize MapLegend::sizeHint() const { return {widthOfAll(), fontMetrics().height() + 4}; }

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartTheme& theme = ChartTheme::of(palette());
    constexpr Section kSample = Section::Text;
    const QStringList names = texts();
    double x = 0.5;
    for (int i = 0; i < names.size(); ++i) {
        const QRectF swatch(x, (height() - 11) / 2 + 0.5, kSwatchPx, 11);
        if (i == 0) SectionPalette::paintPrivate(painter, swatch, kSample, theme.dark);
        if (i == 1) SectionPalette::paintShared(painter, swatch, kSample, theme.dark);
        if (i == 2) SectionPalette::paintAbsent(painter, swatch, kSample, theme.dark);
        painter.setPen(SectionPalette::color(kSample, theme.dark));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(swatch);
        painter.setPen(theme.mutedText);
        const double left = x + kSwatchPx + kSpacePx;
        const int wide = fontMetrics().horizontalAdvance(names[i]);
        painter.drawText(QRectF(left, 0, wide + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        x = left + wide + kBetweenPx;
    }
}

}  // namespace ipclab
