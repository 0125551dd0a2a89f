#include "recording/on_demand.h"

#include <algorithm>
#include <unordered_map>

#include "recording/cut_off.h"
#include "recording/frame_rows.h"
#include "recording/history.h"
#include "recording/lane_sums.h"
#include "recording/latency_rows.h"
#include "recording/open.h"
#include "recording/refusal.h"
#include "recording/switches.h"

namespace ipclab {

namespace {

constexpr int kFrameJob = 0, kSwitchJob = 1, kSumsJob = 2;
constexpr std::uint64_t kBytesOfRow = 28;  // about
constexpr Nanoseconds kLeastStretchNs = RecentWaits::kSamples * RecentWaits::kEveryNs + kNsPerSecond / 10;

}  // namespace

struct RecordingOnDemand::Open {
    Open(const std::filesystem::path& path, std::function<void()> arrived)
        : frames(path), source{.queue = queue, .database = frames.database()}, queue(std::move(arrived)) {
        source.makesLevels = !hasLevels(source.database);
        source.makesLatencyLevels = !hasLatencyLevels(source.database);
        if (hasSums(source.database)) sumsOfProcesses = frames.outline().processes.size();
        history = frames.outline();
        source.runnerOf = [this](std::int32_t pid, std::int32_t tid) { return runnerOf({pid, tid}); };
        namingFile(path, [this] {
            if (!frames.complete()) completeFromTables(source.database, frames.lastNs(), history);
            giveHistory(source, history);
        });
        std::error_code unknown;
        const auto bytes = std::filesystem::file_size(path, unknown);
        rows = unknown ? 0 : bytes / kBytesOfRow;
    }

    std::int16_t runnerOf(const TaskId& who) {
        const auto [at, added] = runners.try_emplace((std::int64_t{who.pid} << 32) | who.tid, -1);
        if (!added || history.runners.size() >= INT16_MAX) return at->second;
        history.runners.push_back(who);
        return at->second = static_cast<std::int16_t>(history.runners.size() - 1);
    }

    // One process more, where the file has no sums. In the reading thread.
    void makeMoreSums() {
        if (sumsOfProcesses >= frames.outline().processes.size()) return;
        makeSums(source.database, static_cast<std::int64_t>(sumsOfProcesses), [this] { return !queue.isStopping(); });
        ++sumsOfProcesses;
    }

    [[nodiscard]] SummedStates readAllSums(const PageTimes& times) const {
        const RunData& outline = frames.outline();
        const SummedRun run{outline, frames.lastNs(), frames.complete()};
        SummedStates all{.fromNs = times.first, .toNs = times.last};
        for (std::size_t i = 0; i < sumsOfProcesses; ++i)
            all.processes.emplace_back(readSums(source.database, run, i, times.first, times.last));
        all.processes.resize(outline.processes.size());
        return all;
    }

    void askSums() {
        queue.ask({this, kSumsJob}, [this, times = sumsWanted]() -> ReadQueue::Install {
            makeMoreSums();
            auto read = std::make_shared<SummedStates>(readAllSums(times));
            const bool all = sumsOfProcesses >= read->processes.size();
            return [this, read, all] {
                sums = std::move(*read);
                if (!all) askSums();  // what is wanted by then
            };
        });
    }

    RecordedFrames frames;
    RunData history;
    std::unordered_map<std::int64_t, std::int16_t> runners;
    std::uint64_t rows = 0;
    std::optional<RecordedFrame> frame;
    std::optional<Nanoseconds> switchNs;
    PageTimes sumsWanted;
    std::optional<SummedStates> sums;
    std::size_t sumsOfProcesses = 0;  // that have sums; of the reading thread
    PageSource source;
    ReadQueue queue;  // last: its thread ends before what it uses
};

RecordingOnDemand::RecordingOnDemand(const std::filesystem::path& path, std::function<void()> arrived)
    : m_open(std::make_unique<Open>(path, std::move(arrived))) {}
RecordingOnDemand::~RecordingOnDemand() = default;

const RecordedFrames& RecordingOnDemand::frames() const { return m_open->frames; }
const RunData& RecordingOnDemand::history() const { return m_open->history; }
bool RecordingOnDemand::hasNoLevels() const { return m_open->source.makesLevels; }
std::size_t RecordingOnDemand::windowBytes() const { return m_open->source.windowBytes; }
std::string RecordingOnDemand::takeFailure() { return m_open->queue.takeFailure(); }

Nanoseconds RecordingOnDemand::stretchOf(std::uint64_t rows) const {
    const Nanoseconds length = std::max<Nanoseconds>(m_open->frames.lastNs() - m_open->frames.firstNs(), 1);
    if (m_open->rows <= rows) return length + kNsPerSecond;
    const double share = static_cast<double>(rows) / static_cast<double>(m_open->rows);
    return std::clamp(static_cast<Nanoseconds>(share * static_cast<double>(length)), kLeastStretchNs,
                      RecordedFrames::kUsualStretchNs);
}

bool RecordingOnDemand::takeArrived() {
    m_open->queue.takeArrived();
    return std::exchange(m_open->source.detailed, false);
}

void RecordingOnDemand::wait() { m_open->queue.wait(); }

void RecordingOnDemand::askFrame(Nanoseconds atNs, Nanoseconds stretchNs) {
    m_open->queue.ask(
        {this, kFrameJob},
        [open = m_open.get(), atNs, stretchNs]() -> ReadQueue::Install {
            auto frame = std::make_shared<RecordedFrame>(open->frames.at(atNs, atNs - stretchNs));
            return [open, frame] { open->frame = std::move(*frame); };
        },
        true);
}

std::optional<RecordedFrame> RecordingOnDemand::takeFrame() { return std::exchange(m_open->frame, std::nullopt); }

void RecordingOnDemand::askSwitch(Nanoseconds fromNs, bool forward, std::optional<std::uint32_t> process) {
    m_open->queue.ask(
        {this, kSwitchJob},
        [open = m_open.get(), fromNs, forward, process]() -> ReadQueue::Install {
            const auto lanes = lanesOf(open->frames.outline(), process);
            Database& database = open->source.database;
            const auto found = forward ? nextSwitch(database, lanes, fromNs) : switchBefore(database, lanes, fromNs);
            const Nanoseconds at = found.value_or(forward ? open->frames.lastNs() : open->frames.firstNs());
            return [open, at] { open->switchNs = at; };
        },
        true);
}

std::optional<Nanoseconds> RecordingOnDemand::takeSwitch() { return std::exchange(m_open->switchNs, std::nullopt); }

void RecordingOnDemand::askSums(Nanoseconds fromNs, Nanoseconds toNs) const {
    m_open->sumsWanted = {.first = fromNs, .last = toNs};
    m_open->askSums();
}

std::optional<SummedStates> RecordingOnDemand::takeSums() { return std::exchange(m_open->sums, std::nullopt); }

}  // namespace ipclab
