// One link between real processes: makes it, starts its ends as children made in one of several ways, and does for them
// what the launcher does: tells Peers of a death, wakes and interrupts those who wait.
#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "helpers/end_job.h"
#include "helpers/leak_guard.h"

namespace ipclab::test {

enum class Launch { Fork, Exec, Spawn, VFork };

class LinkLab {
public:
    LinkLab(const Mechanism& mechanism, const LinkRequest& spec, Launch launch);
    // Kills who is left.
    ~LinkLab();

    // Before start: changes what an end will do. Senders first.
    EndJob& job(unsigned row) { return m_jobs.at(row); }
    EndJob& sender(unsigned index) { return m_jobs.at(index); }
    EndJob& receiver(unsigned index) { return m_jobs.at(m_spec.senders + index); }
    void hold(unsigned row) { m_board->ends[row].hold = 1; }
    void start();
    void release(unsigned row);

    // Each waits for its condition with a deadline and fails the test when it passes.
    bool waitUntil(const std::string& what, const std::function<bool()>& condition);
    bool waitForOpen(unsigned row);
    // The child sleeps in the kernel inside the call it is counted to have begun.
    bool waitForSleepInCall(unsigned row);
    bool waitForEnd();

    void kill(unsigned row);
    void interrupt(unsigned row);
    [[nodiscard]] bool running(unsigned row) const { return m_pids.at(row) > 0; }
    // As waitpid gave it.
    [[nodiscard]] int status(unsigned row) const { return m_statuses.at(row); }

    [[nodiscard]] const EndRow& row(unsigned row) const { return m_board->ends[row]; }
    [[nodiscard]] const EndRow& senderRow(unsigned index) const { return row(index); }
    [[nodiscard]] const EndRow& receiverRow(unsigned index) const { return row(m_spec.senders + index); }
    [[nodiscard]] Board& board() { return *m_board; }
    [[nodiscard]] Link& link() { return *m_link; }
    [[nodiscard]] std::uint64_t received() const;
    // Every row, for messages of failures.
    [[nodiscard]] std::string report() const;

private:
    void reap();
    pid_t startOne(unsigned row);
    void beChild(unsigned row);

    const Mechanism& m_mechanism;
    LinkRequest m_spec;
    Launch m_launch;
    LeakGuard m_guard;
    RunDirectory m_run;
    std::unique_ptr<Link> m_link;
    SharedBoard m_board;
    std::vector<EndJob> m_jobs;
    std::vector<pid_t> m_pids;
    std::vector<int> m_statuses;
    bool m_started = false;
};

}  // namespace ipclab::test
