#include "runs/live_source.h"

#include <csignal>

#include "protocol/messages.h"
#include "results/joining.h"

namespace ipclab {
namespace {

constexpr int kFrameMs = 16;
// A redrawing window changes what it measures (MEASURING.md 10): where nothing is observed, it hardly redraws.
constexpr int kQuietFrameMs = 250;
constexpr int kUnwatchedFrameMs = 200;
constexpr int kFiguresMs = 200;
constexpr int kQuietFiguresMs = 1000;

}  // namespace

LiveSource::LiveSource(RunOptions options, RunSource* next, QObject* parent)
    : RunSource(parent),
      m_run(std::move(options)),
      m_next(next),
      m_documentIds(m_run.data().document),
      m_ids(next != nullptr ? next->viewIds() : viewIdsOf(m_run.data())) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LiveSource::tick);
    connect(&m_figures, &QTimer::timeout, this, &RunSource::figuresDue);
    connect(&m_run, &Run::stateChanged, this, &LiveSource::runStateChanged);
    connect(&m_run, &Run::eventHappened, this, &RunSource::eventsGrew);
    connect(&m_run, &Run::threadInspected, this, &RunSource::threadInspected);
    connect(&m_run, &Run::addressReached, this, &RunSource::addressReached);
    connect(&m_run, &Run::stepped, this, &RunSource::stepped);
    if (m_next == nullptr) return;
    for (auto signal : {&RunSource::viewChanged, &RunSource::experimentEdited})
        connect(m_next, signal, this, &RunSource::experimentEdited);
    connect(m_next, &RunSource::settingsChanged, this, &RunSource::settingsChanged);
}

LiveSource::~LiveSource() = default;

void LiveSource::start() { m_run.start(); }

void LiveSource::stop() {
    if (isActive()) m_run.stop();
}

void LiveSource::tick() {
    m_run.drain();
    emit framePassed();
}

void LiveSource::runStateChanged(Run::State state) {
    pace();
    emit stateChanged(state);
    if (isActive()) return;
    emit framePassed();
    emit figuresDue();
}

void LiveSource::pace() {
    if (!isActive()) {
        m_timer.stop();
        m_figures.stop();
        return;
    }
    const bool quiet = view().observer.asked == ObserveLevel::Off;
    m_timer.start(!m_watched ? kUnwatchedFrameMs : quiet || m_calm ? kQuietFrameMs : kFrameMs);
    m_figures.start(quiet ? kQuietFiguresMs : kFiguresMs);
}

void LiveSource::setWatched(bool watched) {
    if (m_watched == watched) return;
    m_watched = watched;
    pace();
}

void LiveSource::setCalm(bool calm) {
    if (m_calm == calm) return;
    m_calm = calm;
    pace();
}

const Experiment& LiveSource::experiment() const { return m_next != nullptr ? m_next->experiment() : view().document; }

// The newest sample may be a while ago; the clock is no measurement and runs on its own.
Nanoseconds LiveSource::now() const { return isActive() && view().endNs == 0 ? monotonicNow() : RunSource::now(); }

ProcessSettings* LiveSource::settings() {
    if (RunControl* steering = control()) return steering;
    // They are numbered by the processes that are shown: of a document that has others now, nothing is set here.
    const bool same = m_next != nullptr && m_next->viewIds().of(Part::Kind::Process) == m_ids.of(Part::Kind::Process);
    return same ? m_next->settings() : nullptr;
}

std::vector<DescriptorEnd> LiveSource::descriptorEnds(std::uint32_t process) const {
    return m_run.descriptorEnds(process);
}

const ProgramSettings& LiveSource::program(std::uint32_t process) const {
    return view().processes.at(process).settings;
}

int LiveSource::nice(std::uint32_t process) const {
    const SchedulingNow& now = view().processes.at(process).scheduling;
    return now.niceAsked.value_or(now.nice);
}

const std::vector<unsigned>& LiveSource::cpus(std::uint32_t process) const {
    const SchedulingNow& now = view().processes.at(process).scheduling;
    return now.cpusAsked ? *now.cpusAsked : now.cpus;
}

void LiveSource::setRate(std::uint32_t process, double messagesPerSecond) {
    m_run.setRate(process, messagesPerSecond);
    emit settingsChanged();
}

void LiveSource::setWork(std::uint32_t process, Nanoseconds workNs) {
    m_run.setWork(process, workNs);
    emit settingsChanged();
}

void LiveSource::setMessageBytes(std::uint32_t process, std::uint32_t bytes) {
    m_run.setMessageBytes(process, bytes);
    emit settingsChanged();
}

void LiveSource::setNetwork(std::uint32_t process, const NetworkConditions& conditions) {
    m_run.setNetwork(process, conditions);
    emit settingsChanged();
}

void LiveSource::setNice(std::uint32_t process, int nice) {
    m_run.setNice(process, nice);
    emit settingsChanged();
}

void LiveSource::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) {
    m_run.setCpus(process, cpus);
    emit settingsChanged();
}

void LiveSource::setRoom(std::uint32_t link, const LinkRoom& room) {
    m_run.setRoom(link, room);
    emit settingsChanged();
}

bool LiveSource::canSignal(std::uint32_t process) const {
    if (!isActive() || process >= view().processes.size()) return false;
    const ProcessData& data = view().processes[process];
    return data.pid != 0 && data.endedNs == 0;
}

void LiveSource::setPaused(std::uint32_t process, bool paused) {
    if (!canSignal(process)) return;
    if (paused) {
        m_run.pause(process);
    } else {
        m_run.resume(process);
    }
    emit figuresDue();
}

void LiveSource::terminate(std::uint32_t process) {
    if (canSignal(process)) m_run.sendSignal(process, SIGTERM);
}

void LiveSource::kill(std::uint32_t process) {
    if (canSignal(process)) m_run.sendSignal(process, SIGKILL);
}

void LiveSource::startProcess(std::uint32_t process) {
    if (process < view().processes.size() && startRefusal(view(), process).empty()) m_run.startProcess(process);
}

void LiveSource::retire(std::uint32_t process) {
    if (canSignal(process) && retireRefusal(view(), process).empty()) m_run.retire(process);
}

void LiveSource::inspect(std::uint32_t process, std::int32_t thread) { m_run.inspect(process, thread); }

void LiveSource::step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) {
    m_run.step(process, thread, instructions);
}

void LiveSource::letGo(std::uint32_t process) { m_run.letGo(process); }

}  // namespace ipclab
