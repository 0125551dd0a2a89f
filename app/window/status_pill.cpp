#include "window/status_pill.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "bridge/words.h"
#include "plot/chart_theme.h"

namespace ipclab {
namespace {

QColor dotColor(Run::State state, const ChartTheme& theme) {
    switch (state) {
        case Run::State::Idle:
            return theme.mutedText;
        case Run::State::Starting:
        case Run::State::Stopping:
            return theme.events[2];
        case Run::State::Running:
            return theme.curve(2);
        case Run::State::Finished:
            return theme.selection;
        case Run::State::Failed:
            return theme.events[3];
    }
    return theme.mutedText;
}

}  // namespace

StatusPill::StatusPill(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(Run::State::Idle);
}

void StatusPill::setState(Run::State state) {
    m_state = state;
    setAccessibleName(tr("State of the run: %1").arg(text()));
    update();
}

QString StatusPill::text() const { return Words::runState(m_state); }

QSize StatusPill::sizeHint() const {
    int widest = 0;
    for (int state = 0; state <= static_cast<int>(Run::State::Failed); ++state) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(Words::runState(static_cast<Run::State>(state))));
    }
    return {widest + 40, fontMetrics().height() + 10};
}

void StatusPill::paintEvent(QPaintEvent*) {
    const ChartTheme& theme = ChartTheme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = dotColor(m_state, theme);
    QColor ground = color;
    ground.setAlpha(theme.dark ? 48 : 30);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(14, height() / 2.0), 4, 4);
    painter.setPen(theme.text);
    painter.drawText(rect().adjusted(26, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void StatusPill::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setState(m_state);
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab
