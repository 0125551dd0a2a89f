#include "runs/last_runs.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "core/unique_fd.h"
#include "recording/recording.h"
#include "runs/run_recorder.h"

namespace ipclab {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".ipclab";

fs::path besideRun(const fs::path& run, const char* ending) { return fs::path(run).concat(ending); }

// Held by who writes the run. A file beside it: SQLite's own locks of a file go when any descriptor of it is closed.
UniqueFd lockOfRun(const fs::path& run, int flags) {
    UniqueFd fd(::open(besideRun(run, ".lock").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, S_IRUSR | S_IWUSR));
    if (fd && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0) return fd;
    return {};
}

bool isBeingWritten(const fs::path& run) {
    return ::access(besideRun(run, ".lock").c_str(), F_OK) == 0 && !lockOfRun(run, 0);
}

std::uint64_t sizeOf(const fs::path& run) {
    std::error_code error;
    const auto bytes = fs::file_size(run, error);
    return error ? 0 : bytes;
}

// Nothing: it was killed before anything was written, or damaged since.
std::optional<KeptRun> readLastRun(const fs::path& path) try {
    const RecordingHead head = readRecordingHead(path);
    KeptRun run{.path = path,
                .name = head.experiment.name,
                .id = head.experiment.id,
                .recordedAt = head.recordedAt,
                .durationS = head.durationS,
                .mechanisms = {},
                .processes = head.experiment.processes.size(),
                .bytes = sizeOf(path),
                .complete = head.complete,
                .isGoingOn = isBeingWritten(path)};
    for (const LinkSpec& link : head.experiment.links) {
        if (std::ranges::find(run.mechanisms, link.mechanism) == run.mechanisms.end())
            run.mechanisms.push_back(link.mechanism);
    }
    return run;
} catch (const std::runtime_error&) {
    return std::nullopt;
}

}  // namespace

LastRuns::LastRuns(std::filesystem::path folder, Limits limits, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_limits(limits) {}

LastRuns::~LastRuns() = default;

void LastRuns::setLimits(const Limits& limits) {
    m_limits = limits;
    prune();
    emit changed();
}

// Their names are times: the newest first.
std::vector<std::filesystem::path> LastRuns::files() const {
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, error)) {
        if (entry.path().extension() == kEnding && entry.is_regular_file(error)) found.push_back(entry.path());
    }
    std::ranges::sort(found, std::greater());
    return found;
}

LastRuns::Listing LastRuns::list(std::size_t mostReads) {
    Listing listing;
    for (const fs::path& path : files()) {
        const auto known = m_known.find(path);
        const bool goesOn = known == m_known.end() && isBeingWritten(path);  // and changes until it is over
        if (known == m_known.end() && !goesOn && mostReads == 0) {
            listing.whole = false;
            continue;
        }
        const std::optional<KeptRun> run = known != m_known.end() ? known->second : readLastRun(path);
        if (known == m_known.end() && !goesOn) {
            --mostReads;
            m_known[path] = run;
        }
        if (run) listing.runs.push_back(*run);
    }
    return listing;
}

std::filesystem::path LastRuns::freshName() const {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    tm utc{};
    ::gmtime_r(&now.tv_sec, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%S", &utc);
    const std::string millis = std::to_string(1000 + now.tv_nsec / 1'000'000).substr(1);
    return m_folder / (std::string(text.data()) + millis + '-' + std::to_string(::getpid()) + kEnding);
}

std::unique_ptr<RunRecorder> LastRuns::record(const RunSource& run) {
    const fs::path path = freshName();
    UniqueFd lock = lockOfRun(path, O_CREAT);
    if (!lock) return nullptr;
    try {
        auto recorder = std::make_unique<RunRecorder>(run, path, std::move(lock), m_limits.bytes);
        connect(recorder.get(), &RunRecorder::written, this, [this] {
            prune();
            emit changed();
        });
        prune();
        emit changed();
        return recorder;
    } catch (const std::exception&) {
        drop(path);
        return nullptr;
    }
}

void LastRuns::prune() {
    std::uint64_t bytes = 0;
    std::size_t count = 0;
    for (const fs::path& path : files()) {
        bytes += sizeOf(path);
        const bool fits = ++count == 1 || (count <= m_limits.runs && bytes <= m_limits.bytes);
        if (!fits && !isBeingWritten(path) && drop(path)) m_known.erase(path);
    }
}

bool LastRuns::drop(const std::filesystem::path& run) {
    std::error_code error;
    for (const char* ending : {"-journal", ".lock"}) fs::remove(besideRun(run, ending), error);
    return fs::remove(run, error);
}

void LastRuns::remove(const std::filesystem::path& run) {
    if (run.parent_path() != m_folder || isBeingWritten(run)) return;
    drop(run);
    m_known.erase(run);
    emit changed();
}

void LastRuns::clear() {
    for (const fs::path& path : files()) {
        if (!isBeingWritten(path)) drop(path);
    }
    m_known.clear();
    emit changed();
}

}  // namespace ipclab
