#include "runs/replay_source.h"

#include <algorithm>

#include "recording/recording.h"

namespace ipclab {
namespace {

constexpr int kTickMs = 33;
// Read with a frame: what takes some tens of milliseconds.
constexpr std::uint64_t kRowsOfFrame = 60'000;
// At its end one is looked at longer: the whole of it, where it has no more than that.
constexpr std::uint64_t kRowsOfEnd = 600'000;

Nanoseconds stretchAt(Nanoseconds atNs, const RecordingOnDemand& file) {
    const RecordedFrames& frames = file.frames();
    const Nanoseconds length = frames.lastNs() - frames.firstNs();
    const bool whole = atNs >= frames.lastNs() && file.stretchOf(kRowsOfEnd) > length;
    return whole ? length + kNsPerSecond : file.stretchOf(kRowsOfFrame);
}

// What views point at stays where it is: elements of the former are given the values of the new one.
void takeOver(auto& former, auto& next) {
    const std::size_t both = std::min(former.size(), next.size());
    for (std::size_t i = 0; i < both; ++i) former[i] = std::move(next[i]);
    for (std::size_t i = both; i < next.size(); ++i) former.push_back(std::move(next[i]));
    former.resize(next.size());
    next = std::move(former);
}

}  // namespace

ReplaySource::ReplaySource(const std::filesystem::path& path, QObject* parent)
    : RunSource(parent),
      m_path(path),
      m_file(path, [this] { QMetaObject::invokeMethod(this, &ReplaySource::takeArrived, Qt::QueuedConnection); }),
      m_stretchNs(stretchAt(lastNs(), m_file)),
      m_documentIds(recorded()),
      m_ids(viewIdsOf(frames().outline())),
      m_atNs(lastNs()),
      m_momentNs(lastNs()) {
    m_file.askFrame(lastNs(), m_stretchNs);
    m_file.wait();
    auto frame = m_file.takeFrame();
    if (!frame) throw std::runtime_error(m_file.takeFailure());
    m_frame = std::move(*frame);
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplaySource::tick);
}

ReplaySource::~ReplaySource() = default;

void ReplaySource::setNext(RunSource& next, const PartIds& ran) {
    m_next = &next;
    m_ids = ran;
    for (auto signal : {&RunSource::viewChanged, &RunSource::experimentEdited})
        connect(m_next, signal, this, &RunSource::experimentEdited);
    connect(m_next, &RunSource::settingsChanged, this, &RunSource::settingsChanged);
}

const Experiment& ReplaySource::experiment() const { return m_next != nullptr ? m_next->experiment() : recorded(); }

std::shared_ptr<const RunData> ReplaySource::whole() const {
    if (isWhole()) return RunSource::whole();
    return std::make_shared<const RunData>(loadRecording(m_path).data);
}

const SummedStates* ReplaySource::sums(Nanoseconds fromNs, Nanoseconds toNs) const {
    const std::pair wanted(fromNs, toNs);
    if (std::exchange(m_sumsAsked, wanted) != wanted) m_file.askSums(fromNs, toNs);
    return m_sums ? &*m_sums : nullptr;
}

// They are numbered by the processes that are shown.
ProcessSettings* ReplaySource::settings() {
    const bool same = m_next != nullptr && m_next->viewIds().of(Part::Kind::Process) == m_ids.of(Part::Kind::Process);
    return same ? m_next->settings() : nullptr;
}

void ReplaySource::goTo(Nanoseconds atNs) {
    atNs = std::clamp(atNs, firstNs(), lastNs());
    if (atNs == m_momentNs) return;
    m_momentNs = atNs;
    emit momentMoved();
    if (m_reading) return;  // the next one is asked for when that has come
    m_reading = true;
    m_askedNs = m_momentNs;
    m_file.askFrame(m_askedNs, stretchAt(m_askedNs, m_file));
}

bool ReplaySource::takeArrived() {
    const bool detailed = m_file.takeArrived();
    const auto switched = m_file.takeSwitch();
    if (auto frame = m_file.takeFrame()) {
        m_reading = false;
        m_atNs = m_askedNs;
        m_stretchNs = stretchAt(m_atNs, m_file);
        show(std::move(*frame));
        if (m_momentNs != m_atNs) {
            m_reading = true;
            m_askedNs = m_momentNs;
            m_file.askFrame(m_askedNs, stretchAt(m_askedNs, m_file));
        }
    }
    if (detailed) emit historyDetailed();
    if (auto sums = m_file.takeSums()) {
        m_sums = std::move(sums);
        emit statesSummed();
    }
    if (switched) goTo(*switched);
    if (const std::string why = m_file.takeFailure(); !why.empty()) {
        m_reading = false;
        pause();
        emit readFailed(QString::fromStdString(why));
    }
    return detailed;
}

// Where nothing has gone that was there, views find it changed in place, as of a run that goes on.
void ReplaySource::show(RecordedFrame&& frame) {
    RunData& next = frame.data;
    RunData& former = m_frame.data;
    const bool grows = next.events.size() >= former.events.size() && next.tasks.size() >= former.tasks.size() &&
                       next.runners.size() >= former.runners.size() && next.cpus.size() == former.cpus.size();
    m_moving = true;
    if (!grows) emit viewAboutToChange();
    takeOver(former.processes, next.processes);
    takeOver(former.links, next.links);
    takeOver(former.shared, next.shared);
    takeOver(former.tasks, next.tasks);
    if (grows) {
        for (auto& [number, cpu] : former.cpus) cpu = std::move(next.cpus.at(number));
        next.cpus = std::move(former.cpus);
    }
    m_frame = std::move(frame);
    if (!grows) emit viewChanged();
    m_moving = false;
    emit momentChanged();
    emit eventsGrew();
    emit framePassed();
    emit figuresDue();
}

bool ReplaySource::settle() {
    bool detailed = false;
    do {
        m_file.wait();
        detailed = takeArrived() || detailed;
    } while (m_reading);
    return detailed;
}

void ReplaySource::stepForward() {
    const auto& events = frames().outline().events;
    const auto next = std::ranges::upper_bound(events, m_momentNs, {}, &RunEvent::atNs);
    goTo(next == events.end() ? lastNs() : next->atNs);
}

void ReplaySource::stepBack() {
    const auto& events = frames().outline().events;
    const auto here = std::ranges::lower_bound(events, m_momentNs, {}, &RunEvent::atNs);
    goTo(here == events.begin() ? firstNs() : std::prev(here)->atNs);
}

void ReplaySource::stepSwitch(bool forward, std::optional<std::uint32_t> process) {
    m_file.askSwitch(m_momentNs, forward, process);
}

void ReplaySource::play(double speed) {
    m_speed = speed;
    m_sinceTick.start();
    if (speed > 0 && m_momentNs >= lastNs()) goTo(firstNs());
    if (speed < 0 && m_momentNs <= firstNs()) goTo(lastNs());
    if (isPlaying()) return;
    m_timer.start();
    emit playingChanged(true);
}

void ReplaySource::pause() {
    if (!isPlaying()) return;
    m_timer.stop();
    emit playingChanged(false);
}

void ReplaySource::tick() {
    const auto passed = static_cast<double>(m_sinceTick.nsecsElapsed()) * m_speed;
    m_sinceTick.restart();
    goTo(m_momentNs + static_cast<Nanoseconds>(passed));
    if (m_momentNs >= lastNs() ? m_speed > 0 : m_momentNs <= firstNs() && m_speed < 0) pause();
}

}  // namespace ipclab
