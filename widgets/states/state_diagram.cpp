#include "states/state_diagram.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>

#include "bridge/motion.h"
#include "models/figures.h"
#include "plot/state_palette.h"
#include "plot/units.h"
#include "states/measures.h"

namespace ipclab {
namespace {

constexpr double kChipGap = 6;
constexpr double kWidestChip = 150;
constexpr int kMotionMs = 33;
constexpr Nanoseconds kRateOverNs = kNsPerSecond;
constexpr double kNearPx = 9;  // of the pointer to an arc

bool isPlainArrow(const QKeyEvent& key) {
    const bool arrow = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right;
    return arrow && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

}  // namespace

StateDiagram::StateDiagram(const RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_sums(source) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    m_motion.setInterval(kMotionMs);
    connect(&m_motion, &QTimer::timeout, this, &StateDiagram::move);
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        m_walks.clear();
        m_ofProcess.clear();
    });
    connect(&source, &RunSource::viewChanged, this, &StateDiagram::reset);
    connect(&source, &RunSource::momentChanged, this, &StateDiagram::reset);
    connect(&source, &RunSource::figuresDue, this, &StateDiagram::refresh);
    connect(&source, &RunSource::statesSummed, this, &StateDiagram::replace);
    reset();
}

void StateDiagram::setShown(bool shown) {
    m_shown = shown;
    if (shown) return refresh();
    m_motion.stop();
}

void StateDiagram::setSelection(const Selection& selection) {
    const bool process = selection.kind == Selection::Kind::Process;
    const auto chosen = process ? m_source.inView(selection) : std::nullopt;
    if (chosen == m_process) return;
    m_process = chosen;
    m_past.clear();
    refresh();
}

void StateDiagram::setStretch(const std::optional<ShownSums::Stretch>& stretch) {
    if (m_sums.setStretch(stretch)) replace();
}

// Of other counts nobody has walked along the difference.
void StateDiagram::replace() {
    m_walks.assign(m_walks.size(), {});
    m_past.clear();
    refresh();
}

void StateDiagram::retranslate() {
    arrange();
    refresh();
}

void StateDiagram::reset() {
    m_walks.assign(m_source.view().processes.size(), {});
    m_sums.reset();
    m_ofProcess.assign(m_walks.size(), std::nullopt);
    m_past.clear();
    m_rates = {};
    if (m_process && *m_process >= m_walks.size()) m_process.reset();
    refresh();
}

void StateDiagram::refresh() {
    if (!m_shown) return;
    count();
    measureRates();
    follow();
    arrange();
    describe();
    update();
}

void StateDiagram::count() {
    m_counts.reset();
    const RunData& run = m_source.view();
    const bool exact = run.observer.level == ObserveLevel::Exact;
    m_sums.refresh();
    for (std::size_t i = 0; i < m_ofProcess.size() && i < run.processes.size(); ++i) {
        const auto& sums = m_sums.of(i);
        m_ofProcess[i] = exact && sums ? sums->transitions : std::nullopt;
        if (!concerns(i) || !m_ofProcess[i]) continue;
        if (!m_counts) m_counts.emplace();
        *m_counts += *m_ofProcess[i];
    }
}

// Over the last second; of what is over, over the whole of it.
void StateDiagram::measureRates() {
    const RunData& run = m_source.view();
    m_rates = {};
    if (!m_counts) return m_past.clear();
    if (m_sums.stretch() || m_source.sumsAreRead(RunSource::Stretch::SinceTheStart)) {
        for (std::size_t i = 0; i < kTransitionCount; ++i)
            m_rates[i] = static_cast<double>((*m_counts)[static_cast<Transition>(i)]) / m_sums.seconds();
        return m_past.clear();
    }
    const Nanoseconds now = run.endNs != 0 ? run.endNs : run.sampledNs;
    if (run.endNs != 0) m_past.assign(1, {run.startNs, {}});
    if (m_past.empty() || m_past.back().atNs < now) m_past.push_back({now, *m_counts});
    while (m_past.size() > 2 && m_past[1].atNs <= now - kRateOverNs && run.endNs == 0) m_past.pop_front();
    const double seconds = toSeconds(now - m_past.front().atNs);
    if (seconds <= 0) return;
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        const std::uint64_t before = std::min(m_past.front().counts[arc], (*m_counts)[arc]);
        m_rates[i] = static_cast<double>((*m_counts)[arc] - before) / seconds;
    }
}

void StateDiagram::follow() {
    const RunData& run = m_source.view();
    for (std::size_t i = 0; i < m_walks.size() && i < run.processes.size(); ++i) {
        if (m_ofProcess[i] && !m_sums.stretch()) m_walks[i].follow(*m_ofProcess[i], run.processes[i].state);
    }
    const bool any = std::ranges::any_of(m_walks, &DiagramWalk::isMoving);
    if (any && isMotionReduced()) return arrive();
    if (!any || !m_shown) return m_motion.stop();
    if (m_motion.isActive()) return;
    m_sinceMoved.start();
    m_motion.start();
}

// Everybody is at once where it has gone.
void StateDiagram::arrive() {
    m_motion.stop();
    while (std::ranges::any_of(m_walks, &DiagramWalk::isMoving)) {
        for (DiagramWalk& walk : m_walks) walk.advance(DiagramWalk::kArcSeconds);
    }
    update();
}

void StateDiagram::move() {
    const double seconds = std::min(static_cast<double>(m_sinceMoved.restart()) / 1000, DiagramWalk::kArcSeconds);
    for (DiagramWalk& walk : m_walks) walk.advance(seconds);
    if (std::ranges::none_of(m_walks, &DiagramWalk::isMoving)) m_motion.stop();
    update();
}

bool StateDiagram::hasStopped() const {
    const RunData& run = m_source.view();
    const auto stops = [](const Step& step) { return step.action == StepAction::Stop; };
    if (std::ranges::any_of(run.experiment.steps, stops)) return true;
    const auto is = [](const ProcessData& process) { return process.state == ProcessState::Stopped; };
    const auto was = [](const auto& counts) { return counts && (*counts)[Transition::Stop] > 0; };
    return std::ranges::any_of(run.processes, is) || std::ranges::any_of(m_ofProcess, was);
}

void StateDiagram::arrange() {
    const bool stopped = hasStopped();
    const double chips = kViewMargin + kChipHeight + 8;
    setMinimumHeight(static_cast<int>(chips + DiagramLayout::leastHeight(stopped) + kNoteHeight + 4));
    m_layout = DiagramLayout(
        QRectF(kViewMargin + 8, chips, width() - 2 * kViewMargin - 16, height() - chips - kNoteHeight - 4), stopped);
    m_chips.clear();
    const QFontMetricsF metrics(font());
    double left = kViewMargin;
    for (std::size_t chip = 0; chip <= m_walks.size(); ++chip) {
        const double wide = std::min(metrics.horizontalAdvance(chipText(chip)) + (chip == 0 ? 18 : 36), kWidestChip);
        m_chips.emplace_back(left, kViewMargin / 2, wide, kChipHeight);
        left += wide + kChipGap;
    }
    m_still = {};
}

QString StateDiagram::chipText(std::size_t chip) const {
    const QString whose =
        chip == 0 ? tr("All processes") : QString::fromStdString(m_source.view().processes[chip - 1].name);
    const bool ofStretch = m_sums.stretch() && chip == chosenChip();
    return ofStretch ? whose + QStringLiteral(" · A–B") : whose;
}

QRectF StateDiagram::chipRect(std::size_t chip) const { return chip < m_chips.size() ? m_chips[chip] : QRectF(); }

void StateDiagram::choose(std::size_t chip) {
    if (chip == chosenChip() || chip > m_walks.size()) return;
    if (chip == 0) return emit selectionChosen({});
    emit selectionChosen(m_source.partAt(Selection::Kind::Process, static_cast<std::size_t>(chip) - 1));
}

QString StateDiagram::note() const {
    const RunData& run = m_source.view();
    if (run.startNs == 0)
        return tr("During a run each arc counts how often it is taken, and a dot shows each process.");
    if (run.observer.level == ObserveLevel::Off) return tr("States are not observed in this run (observe: off).");
    if (run.observer.level == ObserveLevel::Exact && !m_sums.areAllCounted()) {
        if (m_sums.counted() == 0) return tr("Changes of state are being counted…");
        return tr("An older ipclab wrote this recording without counts: it is gone through now, %1 of %2 processes so "
                  "far.")
            .arg(QString::number(m_sums.counted()), QString::number(run.processes.size()));
    }
    if (!m_counts) return tr("The arcs cannot be counted: that takes the kernel's switch records (observe: exact).");
    const QString of = m_sums.stretch() ? tr("Between the markers A and B.") + QLatin1Char(' ') : QString();
    if (m_counts->notSeen() > 0)
        return of + tr("%1 changes of state are missing: records were lost.").arg(countText(m_counts->notSeen()));
    if (!run.observer.wakesSeen)
        return of + tr("The moment of a wake-up is not recorded here: it is counted when the process runs again.");
    return of + tr("From the kernel's switch records.");
}

double StateDiagram::secondsIn(ProcessState state) const {
    Nanoseconds sum = 0;
    for (std::size_t i = 0; i < m_ofProcess.size(); ++i) {
        if (const auto& sums = m_sums.of(i); sums && concerns(i)) sum += sums->times[static_cast<std::size_t>(state)];
    }
    return toSeconds(sum);
}

// Estimated readiness stands with ready here as its arcs do.
QString StateDiagram::stateText(ProcessState state) const {
    const QString what = StatePalette::description(state);
    if (!m_counts) return what;
    double seconds = secondsIn(state);
    if (state == ProcessState::Ready) seconds += secondsIn(ProcessState::ReadyEstimated);
    return tr("%1 Time spent in it: %2.").arg(what, formatQuantity(seconds, QStringLiteral("s")));
}

QString StateDiagram::figuresOf(Transition arc) const {
    if (!m_counts) return {};
    const QString count = countText((*m_counts)[arc]);
    const double perSecond = rate(arc);
    return perSecond <= 0 ? count : tr("%1 · %2/s").arg(count, rateText(perSecond));
}

void StateDiagram::describe() {
    QStringList parts;
    for (std::size_t i = 0; i < kTransitionCount && m_counts; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (m_layout.isDrawn(arc)) parts << arcName(arc) + QLatin1Char(' ') + figuresOf(arc);
    }
    for (const ProcessState state : {ProcessState::Ready, ProcessState::Running, ProcessState::Waiting}) {
        if (m_counts)
            parts << StatePalette::name(state) + QLatin1Char(' ') +
                         formatQuantity(secondsIn(state), QStringLiteral("s"));
    }
    parts << note();
    setAccessibleDescription(chipText(chosenChip()) + QStringLiteral(": ") + parts.join(QStringLiteral("; ")));
}

QString StateDiagram::arcName(Transition arc) {
    switch (arc) {
        case Transition::Admitted:
            return tr("admitted");
        case Transition::Dispatch:
            return tr("dispatch");
        case Transition::Interrupt:
            return tr("interrupt");
        case Transition::Wait:
            return tr("wait");
        case Transition::WakeUp:
            return tr("wake-up");
        case Transition::Exit:
            return tr("exit");
        case Transition::Stop:
            return tr("stop");
        case Transition::Continue:
            return tr("continue");
    }
    return {};
}

QString StateDiagram::arcMeaning(Transition arc) {
    switch (arc) {
        case Transition::Admitted:
            return tr("It has been created and is put into the ready queue.");
        case Transition::Dispatch:
            return tr("The scheduler gives it a processor.");
        case Transition::Interrupt:
            return tr("It is preempted: its time is over, or another goes first. It could have run on.");
        case Transition::Wait:
            return tr("It gives the processor up, since it cannot go on before something happens.");
        case Transition::WakeUp:
            return tr("What it waited for has happened: it can run again.");
        case Transition::Exit:
            return tr("It ends, by itself or by a signal.");
        case Transition::Stop:
            return tr("A signal stops it.");
        case Transition::Continue:
            return tr("SIGCONT lets it go on.");
    }
    return {};
}

void StateDiagram::mousePressEvent(QMouseEvent* event) {
    for (std::size_t chip = 0; chip < m_chips.size(); ++chip) {
        if (m_chips[chip].contains(event->position())) return choose(chip);
    }
}

void StateDiagram::keyPressEvent(QKeyEvent* event) {
    const std::size_t chip = chosenChip();
    if (event->key() == Qt::Key_Right && chip < m_walks.size()) return choose(chip + 1);
    if (event->key() == Qt::Key_Left && chip > 0) return choose(chip - 1);
    if (event->key() == Qt::Key_Home) return choose(0);
    QWidget::keyPressEvent(event);
}

void StateDiagram::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void StateDiagram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) arrange();
    QWidget::changeEvent(event);
}

// Its arrows go along the chips, whatever they mean elsewhere in the window.
bool StateDiagram::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isPlainArrow(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip;
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (!m_layout.isDrawn(arc)) continue;
        QPainterPathStroker wide;
        wide.setWidth(2 * kNearPx);
        if (wide.createStroke(m_layout.arc(arc).path).contains(help->pos()))
            tip = arcName(arc) + QStringLiteral(": ") + arcMeaning(arc);
    }
    for (std::size_t i = 0; i < kProcessStateCount; ++i) {
        const auto state = static_cast<ProcessState>(i);
        if (m_layout.node(state).contains(help->pos())) tip = stateText(state);
    }
    if (tip.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), tip, this);
    }
    return true;
}

}  // namespace ipclab
