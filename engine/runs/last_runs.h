// The runs made last: each an ordinary recording in a folder of the user's own, written while the run goes on, so that
// neither another experiment nor a crash loses what was measured. It is a ring: beyond so many runs, or so many bytes
// together, the oldest go; the newest stays whatever its size, and a run that is still being written is never touched,
// also one of another window.
//
// One thread. Failures of the disk cost the recording, never the run.
#pragma once

#include <QObject>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

class RunRecorder;
class RunSource;

struct KeptRun {
    std::filesystem::path path;
    LocalText name;  // of the experiment
    std::string id;
    std::string recordedAt;  // UTC, ISO 8601
    double durationS = 0;
    std::vector<std::string> mechanisms;  // each once, in the order of the links
    std::size_t processes = 0;
    std::uint64_t bytes = 0;
    bool complete = true;    // false: it was cut off
    bool isGoingOn = false;  // here or in another window
};

class LastRuns : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::size_t runs = 20;
        std::uint64_t bytes = 1ULL << 30;
    };

    // folder: there already, and nobody else's.
    LastRuns(std::filesystem::path folder, Limits limits, QObject* parent = nullptr);
    ~LastRuns() override;

    [[nodiscard]] const Limits& limits() const { return m_limits; }
    void setLimits(const Limits& limits);

    // The newest first. What cannot be read is left out.
    [[nodiscard]] std::vector<KeptRun> list() { return list(std::numeric_limits<std::size_t>::max()).runs; }
    // The same for a thread that must not stand still: reading one takes about 10 ms, and at most so many are read that
    // have not been before. Not whole: some were left out, ask again.
    struct Listing {
        std::vector<KeptRun> runs;
        bool whole = true;
    };
    [[nodiscard]] Listing list(std::size_t mostReads);
    // Records it from now on; it is not over yet. nullptr: that cannot be (a full disk, for one).
    std::unique_ptr<RunRecorder> record(const RunSource& run);
    void remove(const std::filesystem::path& run);
    // But those that are being written.
    void clear();

signals:
    // list() gives something else now.
    void changed();

private:
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    [[nodiscard]] std::filesystem::path freshName() const;
    void prune();
    static bool drop(const std::filesystem::path& run);

    std::filesystem::path m_folder;
    Limits m_limits;
    std::map<std::filesystem::path, std::optional<KeptRun>> m_known;  // those that change no more; nothing: unreadable
};

}  // namespace ipclab
