#include "window/player_bar.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>

#include "bridge/session.h"
#include "window/plain_text.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

constexpr int kSteps = 100'000;
constexpr std::array kSpeeds{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0};

QString speedText(double speed) {
    return speed < 1 ? QStringLiteral("1/%1 ×").arg(std::lround(1 / speed))
                     : QStringLiteral("%1 ×").arg(std::lround(speed));
}

QString secondsText(Nanoseconds length) { return QString::number(toSeconds(length), 'f', 3); }

}  // namespace

PlayerBar::PlayerBar(Session& session, const WindowActions& actions, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new QLabel(this)),
      m_speed(new QComboBox(this)) {
    setObjectName(QStringLiteral("player"));
    setAttribute(Qt::WA_StyledBackground);
    m_slider->setRange(0, kSteps);
    m_slider->setSingleStep(kSteps / 1000);
    m_slider->setPageStep(kSteps / 20);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const double speed : kSpeeds) m_speed->addItem(speedText(speed), speed);
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(4);
    for (QAction* action : {actions.toFirst, actions.switchBefore, actions.eventBefore, actions.playBack, actions.play,
                            actions.eventNext, actions.switchNext, actions.toLast})
        row->addWidget(button(action, this));
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { emit placeWanted(static_cast<double>(value) / kSteps); });
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { emit speedChanged(speed()); });
    connect(&m_session, &Session::recorded, this, &PlayerBar::follow);
    for (auto signal : {&RunSource::viewChanged, &RunSource::momentChanged})
        connect(&m_session.shown(), signal, this, &PlayerBar::follow);
    connect(&m_session.shown(), &RunSource::stateChanged, this, &PlayerBar::follow);
    retranslate();
    follow();
}

QToolButton* PlayerBar::button(QAction* action, QWidget* parent) {
    auto* result = new QToolButton(parent);
    result->setDefaultAction(action);
    result->setProperty("kind", QStringLiteral("flat"));
    result->setToolButtonStyle(Qt::ToolButtonIconOnly);
    result->setIconSize(QSize(18, 18));
    result->setFocusPolicy(Qt::TabFocus);
    const auto name = [action, result] { result->setAccessibleName(plainText(action->text())); };
    connect(action, &QAction::changed, result, name);
    name();
    return result;
}

bool PlayerBar::canPlay() const {
    if (m_session.recording() != nullptr) return true;
    const RunRecorder* recorder = m_session.recorder();
    return m_session.state() == Run::State::Finished && recorder != nullptr && recorder->isWritten();
}

double PlayerBar::speed() const { return m_speed->currentData().toDouble(); }

void PlayerBar::changeSpeed(int steps) {
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + steps, 0, m_speed->count() - 1));
}

Nanoseconds PlayerBar::firstNs() const {
    const ReplaySource* replay = m_session.recording();
    return replay != nullptr ? replay->firstNs() : m_session.view().originNs();
}

Nanoseconds PlayerBar::lastNs() const {
    const ReplaySource* replay = m_session.recording();
    return replay != nullptr ? replay->lastNs() : std::max(m_session.view().endNs, firstNs());
}

Nanoseconds PlayerBar::momentNs() const {
    const ReplaySource* replay = m_session.recording();
    return replay != nullptr ? replay->moment() : lastNs();
}

void PlayerBar::follow() {
    if (std::exchange(m_couldPlay, canPlay()) != canPlay()) emit canPlayChanged();
    setVisible(m_couldPlay);
    if (m_couldPlay) showMoment();
}

QString PlayerBar::timeText() const { return m_time->text(); }

void PlayerBar::showMoment() {
    const RunData& run = m_session.recording() != nullptr ? m_session.recording()->history() : m_session.view();
    const Nanoseconds zero = run.originNs();
    m_time->setText(tr("%1 of %2 s").arg(secondsText(momentNs() - zero), secondsText(lastNs() - zero)));
    // It stands still while it counts.
    const QString widest = tr("%1 of %2 s").arg(secondsText(lastNs() - zero), secondsText(lastNs() - zero));
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(QLatin1Char('-') + widest));
    if (m_slider->isSliderDown()) return;
    const QSignalBlocker quiet(m_slider);
    const auto length = static_cast<double>(std::max<Nanoseconds>(lastNs() - firstNs(), 1));
    m_slider->setValue(static_cast<int>(std::lround(static_cast<double>(momentNs() - firstNs()) / length * kSteps)));
}

void PlayerBar::retranslate() {
    setAccessibleName(tr("Player"));
    m_slider->setAccessibleName(tr("Moment"));
    m_slider->setToolTip(tr("The moment that is shown: canvas, tables, inspector and states are as they were then"));
    m_time->setToolTip(tr("The moment that is shown, and the end of the recording, since the start of the run. Totals and "
                          "counters are kept four times a second: they are those of the last time before."));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("So many times as fast as it was"));
    if (m_couldPlay) showMoment();
}

void PlayerBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
