// Reads what the kernel tells of the one process that is looked at, on a thread of its own: reading a large address
// space takes milliseconds, and the window waits for nothing. Snapshots are immutable and handed over by a queued
// signal; at most one reading is under way. The last snapshot of every process of a run that was looked at is kept, for
// when it has ended.
//
// What it costs is measured and held down: where a snapshot takes long, the next one comes later, so that reading stays
// below kMostShare of one core.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>

#include "bridge/step_view.h"
#include "observe/process_details.h"
#include "runs/backtrace.h"
#include "runs/run_source.h"

namespace ipclab {

class DetailsReader;

// One look at registers and call chain.
struct ThreadLook {
    std::shared_ptr<const CapturedThread> thread;
    Backtrace trace;
};

class ProcessWatch : public QObject {
    Q_OBJECT
public:
    using Snapshot = std::shared_ptr<const ProcessDetails>;
    static constexpr double kMostShare = 0.04;

    explicit ProcessWatch(RunSource& source, QObject* parent = nullptr);
    ~ProcessWatch() override;

    // Which process to read; nothing: none.
    void setProcess(std::optional<std::uint32_t> process);
    // Somebody looks at the details now; else it is read seldom, for something to be there when the process has ended.
    void setWatched(bool watched);

    // Of the process as it was read last; nullptr: it never was.
    [[nodiscard]] Snapshot snapshot(std::uint32_t process) const;
    // The process can be read: it has been launched and has not ended.
    [[nodiscard]] bool isAlive(std::uint32_t process) const;

    // Registers and call chain of a thread (tid; 0: the main one); looked() brings them.
    void look(std::uint32_t process, std::int32_t thread = 0);
    [[nodiscard]] const ThreadLook* lastLook(std::uint32_t process) const;
    [[nodiscard]] bool isLooking() const { return m_lookPending; }

    // Executes so many of its instructions one by one and holds it there; stepped() brings them. None: holds it. What
    // was executed stays until it is held the next time; nullptr: nothing was.
    void step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions);
    void letGo(std::uint32_t process);
    [[nodiscard]] const StepView* steps(std::uint32_t process) const;
    [[nodiscard]] bool isHeld(std::uint32_t process) const;

signals:
    void snapshotTaken(std::uint32_t process);
    void looked(std::uint32_t process);
    void stepped(std::uint32_t process);

    // To the reading thread.
    void readWanted(std::uint32_t process, std::int32_t pid, int generation);
    void traceWanted(std::uint32_t process, std::shared_ptr<const ipclab::CapturedThread> thread, int generation);
    void namesWanted(std::uint32_t process, std::int32_t pid, int generation,
                     std::shared_ptr<const std::vector<std::uint64_t>> addresses);

private:
    void readIfDue();
    void taken(std::uint32_t process, int generation, const Snapshot& snapshot);
    void traced(std::uint32_t process, int generation, const std::shared_ptr<const ThreadLook>& look);
    void addressReached(const AddressReached& place);
    void stepsTaken(const StepsTaken& taken);
    void named(std::uint32_t process, int generation,
               const std::shared_ptr<const std::vector<BacktraceFrame>>& functions);
    void forget();
    [[nodiscard]] qint64 pauseMs() const;

    RunSource& m_source;
    QThread m_thread;
    DetailsReader* m_reader;
    QTimer m_timer;
    QElapsedTimer m_sinceAsked;
    std::optional<std::uint32_t> m_process;
    std::map<std::uint32_t, Snapshot> m_snapshots;
    std::map<std::uint32_t, std::shared_ptr<const ThreadLook>> m_looks;
    std::map<std::uint32_t, StepView> m_steps;
    int m_generation = 0;  // of the run: answers about an earlier one are dropped
    bool m_pending = false;
    bool m_lookPending = false;
    bool m_watched = false;
    Nanoseconds m_lastCostNs = 0;
};

}  // namespace ipclab
