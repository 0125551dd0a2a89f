#include "runs/replay_source.h"

#include <algorithm>

namespace ipclab {
namespace {

// A frame is read from the file: a film's twelve pictures a second are enough for figures.
constexpr int kTickMs = 80;

}  // namespace

ReplaySource::ReplaySource(const std::filesystem::path& path, QObject* parent, Nanoseconds stretchNs)
    : RunSource(parent),
      m_path(path),
      m_frames(path),
      m_stretchNs(stretchNs),
      m_frame(m_frames.at(m_frames.lastNs(), m_frames.lastNs() - stretchNs)),
      m_documentIds(m_frames.outline().document),
      m_ids(viewIdsOf(m_frames.outline())),
      m_atNs(m_frames.lastNs()) {
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplaySource::tick);
}

ReplaySource::~ReplaySource() = default;

void ReplaySource::setNext(RunSource& next) {
    m_next = &next;
    m_ids = next.viewIds();
    for (auto signal : {&RunSource::viewChanged, &RunSource::experimentEdited})
        connect(m_next, signal, this, &RunSource::experimentEdited);
    connect(m_next, &RunSource::settingsChanged, this, &RunSource::settingsChanged);
}

const Experiment& ReplaySource::experiment() const { return m_next != nullptr ? m_next->experiment() : recorded(); }

// They are numbered by the processes that are shown.
ProcessSettings* ReplaySource::settings() {
    const bool same = m_next != nullptr && m_next->viewIds().of(Part::Kind::Process) == m_ids.of(Part::Kind::Process);
    return same ? m_next->settings() : nullptr;
}

void ReplaySource::goTo(Nanoseconds atNs) {
    atNs = std::clamp(atNs, firstNs(), lastNs());
    if (atNs == m_atNs) return;
    RecordedFrame next = m_frames.at(atNs, atNs - m_stretchNs);
    emit viewAboutToChange();
    m_frame = std::move(next);
    m_atNs = atNs;
    emit viewChanged();
    emit eventsGrew();
    emit framePassed();
    emit figuresDue();
}

void ReplaySource::stepForward() {
    const auto& events = m_frames.outline().events;
    const auto next = std::ranges::upper_bound(events, m_atNs, {}, &RunEvent::atNs);
    goTo(next == events.end() ? lastNs() : next->atNs);
}

void ReplaySource::stepBack() {
    const auto& events = m_frames.outline().events;
    const auto here = std::ranges::lower_bound(events, m_atNs, {}, &RunEvent::atNs);
    goTo(here == events.begin() ? firstNs() : std::prev(here)->atNs);
}

void ReplaySource::play(double speed) {
    m_speed = speed;
    m_sinceTick.start();
    if (m_atNs >= lastNs()) goTo(firstNs());
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
    goTo(m_atNs + static_cast<Nanoseconds>(passed));
    if (m_atNs >= lastNs()) pause();
}

}  // namespace ipclab
