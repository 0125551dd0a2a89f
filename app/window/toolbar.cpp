#include "window/toolbar.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "bridge/words.h"
#include "models/figures.h"
#include "window/plain_text.h"
#include "window/status_pill.h"

namespace ipclab {

Toolbar::Toolbar(Session& session, const ToolbarActions& actions, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_durationLabel(new QLabel(this)),
      m_duration(new QDoubleSpinBox(this)),
      m_observeLabel(new QLabel(this)),
      m_observe(new QComboBox(this)),
      m_clock(new QLabel(this)),
      m_status(new StatusPill(this)) {
    setObjectName(QStringLiteral("toolbar"));
    setAttribute(Qt::WA_StyledBackground);
    m_duration->setRange(0, 86400);
    m_duration->setDecimals(1);
    m_duration->setKeyboardTracking(false);
    m_duration->setObjectName(QStringLiteral("duration"));
    m_observe->setObjectName(QStringLiteral("observe"));
    m_durationLabel->setBuddy(m_duration);
    m_observeLabel->setBuddy(m_observe);
    m_durationLabel->setProperty("kind", QStringLiteral("muted"));
    m_observeLabel->setProperty("kind", QStringLiteral("muted"));
    m_clock->setProperty("kind", QStringLiteral("clock"));
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int level = 2; level >= 0; --level) m_observe->addItem(QString(), level);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(button(actions.run, "primary", true));
    row->addWidget(button(actions.stop, "", true));
    row->addWidget(button(actions.freeze, "", true));
    row->addSpacing(6);
    row->addWidget(m_durationLabel);
    row->addWidget(m_duration);
    row->addSpacing(4);
    row->addWidget(m_observeLabel);
    row->addWidget(m_observe);
    row->addStretch(1);
    row->addWidget(m_clock);
    row->addSpacing(4);
    row->addWidget(m_status);
    row->addSpacing(6);
    row->addWidget(button(actions.saveChart, "flat", false));
    row->addWidget(button(actions.saveData, "flat", false));

    connect(m_duration, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        m_session.setDuration(seconds <= 0 ? std::nullopt : std::optional(static_cast<Nanoseconds>(seconds * 1e9)));
    });
    connect(m_observe, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_session.setObserve(static_cast<ObserveLevel>(m_observe->itemData(index).toInt())); });
    const RunSource& source = session.shown();
    connect(&source, &RunSource::documentOpened, this, &Toolbar::showSettings);
    connect(&source, &RunSource::settingsChanged, this, &Toolbar::showSettings);
    connect(&source, &RunSource::stateChanged, this, &Toolbar::showState);
    connect(&source, &RunSource::framePassed, this, &Toolbar::showTime);
    connect(&source, &RunSource::viewChanged, this, &Toolbar::showTime);
    connect(&session, &Session::wishesChanged, this, &Toolbar::showSettings);
    retranslate();
}

QToolButton* Toolbar::button(QAction* action, const char* kind, bool text) {
    auto* result = new QToolButton(this);
    result->setDefaultAction(action);
    // A menu's text may carry its mnemonic in brackets, as is the custom in Korean: not on a button.
    const auto shorten = [action] {
        const QString plain = plainText(action->text());
        if (action->iconText() != plain) action->setIconText(plain);
    };
    connect(action, &QAction::changed, result, shorten);
    shorten();
    result->setProperty("kind", QString::fromLatin1(kind));
    result->setToolButtonStyle(text ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    result->setIconSize(QSize(18, 18));
    result->setFocusPolicy(Qt::TabFocus);
    return result;
}

void Toolbar::retranslate() {
    m_durationLabel->setText(tr("Duration"));
    m_duration->setSuffix(tr(" s"));
    m_duration->setSpecialValueText(tr("until done"));
    m_duration->setToolTip(
        tr("How long the next run lasts. Zero: until every process has ended by itself, or you press Stop."));
    m_observeLabel->setText(tr("Observe"));
    for (int i = 0; i < m_observe->count(); ++i) {
        const auto level = static_cast<ObserveLevel>(m_observe->itemData(i).toInt());
        m_observe->setItemText(i, Words::observe(level));
        m_observe->setItemData(i, Words::observeTip(level), Qt::ToolTipRole);
    }
    m_clock->setToolTip(tr("Time since everybody was ready and the run began"));
    m_clock->setAccessibleName(tr("Elapsed time"));
    fitClock();
    showSettings();
    showState();
    showTime();
}

int Toolbar::labelsWidth() const {
    int width = 0;
    for (const QLabel* label : {m_durationLabel, m_observeLabel})
        width += label->sizeHint().width() + layout()->spacing();
    return width;
}

QSize Toolbar::minimumSizeHint() const {
    QSize least = QWidget::minimumSizeHint();
    if (!m_durationLabel->isHidden()) least.rwidth() -= labelsWidth();
    return least;
}

void Toolbar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool room = width() >= minimumSizeHint().width() + labelsWidth();
    for (QLabel* label : {m_durationLabel, m_observeLabel}) label->setVisible(room);
}

// It stands still while it counts.
void Toolbar::fitClock() {
    m_clock->ensurePolished();
    m_clock->setMinimumWidth(m_clock->fontMetrics().horizontalAdvance(QStringLiteral("000:00.0")));
}

void Toolbar::showSettings() {
    const Experiment& experiment = m_session.experiment();
    const QSignalBlocker quietDuration(m_duration), quietObserve(m_observe);
    m_duration->setValue(experiment.durationNs ? toSeconds(*experiment.durationNs) : 0);
    const ObserveLevel observe = experiment.observe.value_or(m_session.wishes().observe);
    m_observe->setCurrentIndex(m_observe->findData(static_cast<int>(observe)));
    m_observe->setToolTip(Words::observeTip(observe));
}

void Toolbar::showState() {
    m_status->setState(m_session.state());
    m_status->setToolTip(m_session.failure());
    m_duration->setEnabled(!m_session.isActive());
    m_observe->setEnabled(!m_session.isActive());
    showTime();
}

void Toolbar::showTime() {
    const RunData& run = m_session.view();
    double seconds = run.durationS();
    // The newest sample may be a while ago; the clock is not a measurement and runs on its own.
    if (run.startNs != 0 && run.endNs == 0 && m_session.isActive()) seconds = toSeconds(monotonicNow() - run.startNs);
    const QString text = clockText(seconds);
    if (m_clock->text() != text) m_clock->setText(text);
}

void Toolbar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    // Its size comes from the style sheet.
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &Toolbar::fitClock, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

}  // namespace ipclab
