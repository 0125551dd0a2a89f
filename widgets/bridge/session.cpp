#include "bridge/session.h"

#include "protocol/messages.h"

#include <csignal>

#include "bridge/preview.h"
#include "document/machine.h"

namespace ipclab {
namespace {

constexpr int kFrameMs = 16;
// A redrawing window changes what it measures (MEASURING.md 10): where nothing is observed, it hardly redraws.
constexpr int kQuietFrameMs = 250;
constexpr int kUnwatchedFrameMs = 200;
constexpr int kFiguresMs = 200;
constexpr int kQuietFiguresMs = 1000;

}  // namespace

Session::Session(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Session::tick);
    connect(&m_figures, &QTimer::timeout, this, &Session::figuresDue);
    rebuildPreview();
}

Session::~Session() = default;

// The one way by which view() becomes another object: told before the old one goes and after the new one is there.
template <typename Change>
void Session::replaceView(Change change) {
    emit viewAboutToChange();
    change();
    emit viewChanged();
}

void Session::open(Experiment experiment) {
    emit documentAboutToOpen();
    replaceView([&] {
        m_run.reset();
        m_opened = experiment;
        m_experiment = std::move(experiment);
        rebuildPreview();
        pace();
    });
    emit documentOpened();
    emit stateChanged(state());
    emit figuresDue();
}

void Session::revert() {
    const auto restore = [this] {
        m_experiment = m_opened;
        rebuildPreview();
    };
    m_run ? restore() : replaceView(restore);
    emit settingsChanged();
}

void Session::rebuildPreview() { m_preview = std::make_unique<RunData>(previewOf(m_experiment)); }

const RunData& Session::view() const { return m_run ? m_run->data() : *m_preview; }

Run::State Session::state() const { return m_run ? m_run->state() : Run::State::Idle; }

bool Session::isActive() const {
    const Run::State now = state();
    return now == Run::State::Starting || now == Run::State::Running || now == Run::State::Stopping;
}

QString Session::failure() const { return m_run ? m_run->failure() : QString(); }

void Session::start(std::optional<Nanoseconds> atMost) {
    if (isActive() || m_experiment.processes.empty()) return;
    RunOptions options;
    options.experiment = m_experiment;
    if (!m_experiment.durationNs) options.experiment.durationNs = atMost;
    replaceView([&] {
        m_run = std::make_unique<Run>(std::move(options));
        connectRun();
    });
    m_run->start();
    pace();
}

void Session::connectRun() {
    connect(m_run.get(), &Run::stateChanged, this, &Session::runStateChanged);
    connect(m_run.get(), &Run::eventHappened, this, &Session::eventsGrew);
    connect(m_run.get(), &Run::threadInspected, this, &Session::threadInspected);
    connect(m_run.get(), &Run::placeReached, this, &Session::placeReached);
    connect(m_run.get(), &Run::stepped, this, &Session::stepped);
}

void Session::stop() {
    if (isActive()) m_run->stop();
}

void Session::runStateChanged(Run::State state) {
    pace();
    emit stateChanged(state);
    if (isActive()) return;
    emit framePassed();
    emit figuresDue();
}

void Session::pace() {
    if (!isActive()) {
        m_timer.stop();
        m_figures.stop();
        return;
    }
    const bool quiet = m_experiment.observe == ObserveLevel::Off;
    m_timer.start(!m_watched ? kUnwatchedFrameMs : quiet ? kQuietFrameMs : kFrameMs);
    m_figures.start(quiet ? kQuietFiguresMs : kFiguresMs);
}

void Session::tick() {
    if (!m_run) return;
    m_run->drain();
    emit framePassed();
}

void Session::setWatched(bool watched) {
    if (m_watched == watched) return;
    m_watched = watched;
    pace();
}

void Session::setDuration(std::optional<Nanoseconds> duration) {
    if (m_experiment.durationNs == duration) return;
    m_experiment.durationNs = duration;
    emit settingsChanged();
}

void Session::setObserve(ObserveLevel level) {
    if (m_experiment.observe == level) return;
    m_experiment.observe = level;
    emit settingsChanged();
}

const ProgramSettings& Session::settings(std::uint32_t process) const {
    return isActive() ? view().processes.at(process).settings : m_experiment.processes.at(process).settings;
}

ProcessSpec* Session::editable(std::uint32_t process) {
    return process < m_experiment.processes.size() ? &m_experiment.processes[process] : nullptr;
}

void Session::setRate(std::uint32_t process, double messagesPerSecond) {
    if (isActive()) {
        m_run->setRate(process, messagesPerSecond);
    } else if (ProcessSpec* spec = editable(process)) {
        spec->settings.ratePerSecond = messagesPerSecond;
    }
    emit settingsChanged();
}

void Session::setWork(std::uint32_t process, Nanoseconds workNs) {
    if (isActive()) {
        m_run->setWork(process, workNs);
    } else if (ProcessSpec* spec = editable(process)) {
        spec->settings.workNs = workNs;
    }
    emit settingsChanged();
}

void Session::setMessageBytes(std::uint32_t process, std::uint32_t bytes) {
    if (isActive()) {
        m_run->setMessageBytes(process, bytes);
    } else if (ProcessSpec* spec = editable(process)) {
        spec->settings.messageBytes = bytes;
    }
    emit settingsChanged();
}

int Session::nice(std::uint32_t process) const {
    if (!isActive()) return m_experiment.processes.at(process).nice.value_or(ownNice());
    const SchedulingNow& now = view().processes.at(process).scheduling;
    return now.niceAsked.value_or(now.nice);
}

const std::vector<unsigned>& Session::cpus(std::uint32_t process) const {
    if (!isActive()) return m_experiment.processes.at(process).cpus;
    const SchedulingNow& now = view().processes.at(process).scheduling;
    return now.cpusAsked ? *now.cpusAsked : now.cpus;
}

void Session::setNice(std::uint32_t process, int nice) {
    if (isActive()) {
        m_run->setNice(process, nice);
    } else if (ProcessSpec* spec = editable(process)) {
        const std::optional<int>& opened = m_opened.processes.at(process).nice;
        spec->nice = nice == opened.value_or(ownNice()) ? opened : nice;  // back where it was: no edit
    }
    emit settingsChanged();
}

void Session::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) {
    if (isActive()) {
        m_run->setCpus(process, cpus);
    } else if (ProcessSpec* spec = editable(process)) {
        spec->cpus = cpus;
    }
    emit settingsChanged();
}

void Session::setPaused(std::uint32_t process, bool paused) {
    if (!canSignal(process)) return;
    if (paused) {
        m_run->pause(process);
    } else {
        m_run->resume(process);
    }
    emit figuresDue();
}

void Session::terminate(std::uint32_t process) {
    if (canSignal(process)) m_run->sendSignal(process, SIGTERM);
}

void Session::kill(std::uint32_t process) {
    if (canSignal(process)) m_run->sendSignal(process, SIGKILL);
}

bool Session::canSignal(std::uint32_t process) const {
    if (!isActive() || process >= view().processes.size()) return false;
    const ProcessData& data = view().processes[process];
    return data.pid != 0 && data.endedNs == 0;
}

std::vector<DescriptorEnd> Session::descriptorEnds(std::uint32_t process) const {
    return m_run ? m_run->descriptorEnds(process) : std::vector<DescriptorEnd>();
}

void Session::inspect(std::uint32_t process, std::int32_t thread) {
    if (m_run) m_run->inspect(process, thread);
}

void Session::step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) {
    if (m_run) m_run->step(process, thread, instructions);
}

void Session::letGo(std::uint32_t process) {
    if (m_run) m_run->letGo(process);
}

}  // namespace ipclab
