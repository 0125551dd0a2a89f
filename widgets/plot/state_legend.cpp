#include "plot/state_legend.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr int kStateSwatchPx = 14;
constexpr int kStateNameGapPx = 5;
constexpr int kBetweenStatesPx = 9;
constexpr int kRowPx = 20;

struct Place {
    ProcessState state;
    QRect rect;
};

std::vector<Place> places(const std::vector<ProcessState>& states, const QFontMetrics& metrics, int width) {
    std::vector<Place> result;
    int x = 0, y = 0;
    for (ProcessState state : states) {
        const int item = kStateSwatchPx + kStateNameGapPx + metrics.horizontalAdvance(StatePalette::name(state));
        if (x > 0 && x + item > width) {
            x = 0;
            y += kRowPx;
        }
        result.push_back({state, QRect(x, y, item, kRowPx)});
        x += item + kBetweenStatesPx;
    }
    return result;
}

}  // namespace

StateLegend::StateLegend(QWidget* parent) : QWidget(parent), m_theme(ChartTheme::of(palette())) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(chartLabelFont());
    setAccessibleName(tr("Legend of process states"));
    setStates({ProcessState::New, ProcessState::Ready, ProcessState::Running, ProcessState::Waiting,
               ProcessState::Stopped, ProcessState::Zombie, ProcessState::Terminated});
}

void StateLegend::setStates(std::vector<ProcessState> states) {
    m_states = std::move(states);
    describe();
    updateGeometry();
    update();
}

void StateLegend::describe() {
    QStringList lines;
    for (ProcessState state : m_states) {
        lines << QString(StatePalette::style(state, false).letter) + QStringLiteral(": ") + StatePalette::name(state);
    }
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
}

void StateLegend::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

QSize StateLegend::sizeHint() const {
    const auto all = places(m_states, fontMetrics(), INT_MAX / 2);
    return all.empty() ? QSize(0, 0) : QSize(all.back().rect.right() + 1, kRowPx);
}

QSize StateLegend::minimumSizeHint() const { return {80, kRowPx}; }

int StateLegend::heightForWidth(int width) const { return heightOf(m_states, fontMetrics(), width); }

int StateLegend::heightOf(const std::vector<ProcessState>& states, const QFontMetrics& metrics, int width) {
    const auto all = places(states, metrics, width);
    return all.empty() ? 0 : all.back().rect.bottom() + 1;
}

int StateLegend::paint(QPainter& painter, const QRect& area, const std::vector<ProcessState>& states,
                       const ChartTheme& theme) {
    int bottom = 0;
    for (const Place& place : places(states, painter.fontMetrics(), area.width())) {
        const QRect row = place.rect.translated(area.topLeft());
        const QRect swatch(row.left(), row.top() + (kRowPx - kStateSwatchPx) / 2, kStateSwatchPx, kStateSwatchPx);
        StatePalette::paintSwatch(painter, swatch, place.state, theme.dark);
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(kStateSwatchPx + kStateNameGapPx, 0, 20, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         StatePalette::name(place.state));
        bottom = place.rect.bottom() + 1;
    }
    return bottom;
}

void StateLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_states, m_theme);
}

bool StateLegend::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Legend of process states"));
        describe();
        updateGeometry();
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        for (const Place& place : places(m_states, fontMetrics(), width())) {
            if (!place.rect.contains(help->pos())) continue;
            QToolTip::showText(help->globalPos(), StatePalette::description(place.state), this, place.rect);
            return true;
        }
        QToolTip::hideText();
    }
    return QWidget::event(event);
}

}  // namespace ipclab
