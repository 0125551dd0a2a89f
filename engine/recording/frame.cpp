#include "recording/frame.h"

#include <algorithm>
#include <stdexcept>

#include "recording/frame_past.h"
#include "recording/frame_rows.h"
#include "recording/migrations.h"
#include "recording/open.h"
#include "recording/refusal.h"
#include "recording/rows.h"
#include "recording/totals.h"

namespace ipclab {

struct RecordedFrames::Open {
    explicit Open(const std::filesystem::path& file) : path(file), opened(openRecording(file, Damage::AsRead)) {
        sortByOwner(opened.database, opened.version);
        whole = readOutline(opened.database);
        readTotals(opened.database, kAtTheEnd, whole.data);
        lastNs = std::max({whole.data.endNs, whole.data.sampledNs, lastRowNs(opened.database)});
        if (!whole.data.events.empty()) lastNs = std::max(lastNs, whole.data.events.back().atNs);
    }

    std::filesystem::path path;
    OpenRecording opened;
    Recording whole;
    Nanoseconds lastNs = 0;
    std::uint64_t rowsRead = 0;
};

namespace {

// Of one that was cut off: what went on is in no row yet, and known by the state that was written last.
void continueLane(ProcessState state, Nanoseconds lastNs, StateSeries& lane) {
    if (lane.open() || lane.empty() || lane.lastTime() > lastNs) return;
    if (state != ProcessState::New && state != ProcessState::Terminated) lane.setOpen(state, lane.lastTime());
}

void continueLanes(const Recording& whole, Nanoseconds lastNs, RunData& data) {
    for (std::size_t i = 0; i < data.processes.size(); ++i) {
        ProcessData& process = data.processes[i];
        if (process.bornNs != 0 && process.endedNs == 0)
            continueLane(whole.data.processes[i].state, lastNs, process.lane);
    }
    for (std::size_t i = 0; i < data.tasks.size(); ++i) {
        if (data.tasks[i].isAlive()) continueLane(whole.data.tasks[i].state, lastNs, data.tasks[i].lane);
    }
}

}  // namespace

RecordedFrames::RecordedFrames(const std::filesystem::path& path)
    : m_open(namingFile(path, [&] { return std::make_unique<Open>(path); })) {}
RecordedFrames::RecordedFrames(RecordedFrames&&) noexcept = default;
RecordedFrames& RecordedFrames::operator=(RecordedFrames&&) noexcept = default;
RecordedFrames::~RecordedFrames() = default;

const RunData& RecordedFrames::outline() const { return m_open->whole.data; }
const HostFacts& RecordedFrames::host() const { return m_open->whole.host; }
const std::string& RecordedFrames::recordedAt() const { return m_open->whole.recordedAt; }
bool RecordedFrames::complete() const { return m_open->whole.complete; }
Nanoseconds RecordedFrames::lastNs() const { return m_open->lastNs; }
Database& RecordedFrames::database() const { return m_open->opened.database; }
std::uint64_t RecordedFrames::rowsRead() const { return m_open->rowsRead; }

Nanoseconds RecordedFrames::firstNs() const {
    const auto& events = outline().events;
    const Nanoseconds startNs = outline().startNs != 0 ? outline().startNs : lastNs();
    return events.empty() ? startNs : std::min(startNs, events.front().atNs);
}

RecordedFrame RecordedFrames::at(Nanoseconds atNs, Nanoseconds fromNs) const {
    return namingFile(m_open->path, [&] {
        const Nanoseconds moment = std::clamp(atNs, std::min(firstNs(), lastNs()), lastNs());
        const Stretch stretch{std::min(fromNs, moment), moment};
        Database& database = m_open->opened.database;
        RecordedFrame frame{m_open->whole.data, std::nullopt};
        const Nanoseconds newestNs = frame.data.endNs != 0 ? frame.data.endNs : lastNs();
        const bool over = moment >= newestNs;
        if (!over) takeBackTo(moment, frame.data);
        std::erase_if(frame.data.events, [&](const RunEvent& event) { return event.atNs > moment; });
        m_open->rowsRead =
            readStretchOfSeries(database, stretch, frame.data) + readStretchOfLanes(database, stretch, frame.data) +
            readStretchOfLatencies(database, stretch, frame.data) + readStretchOfCpus(database, stretch, frame.data) +
            readStretchOfQueues(database, stretch, frame.data);
        if (!complete() && moment == lastNs()) continueLanes(m_open->whole, lastNs(), frame.data);
        if (over || m_open->opened.version >= kFirstVersionInOrder)
            frame.totalsNs = readTotals(database, moment, frame.data);
        if (over) frame.totalsNs = newestNs;
        if (!over) frame.data.sampledNs = moment;
        tellStatesBy(moment, frame.data);
        return frame;
    });
}

}  // namespace ipclab
