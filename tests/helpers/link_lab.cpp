#include "helpers/link_lab.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/error.h"
#include "core/segment.h"
#include "helpers/start_end.h"

namespace ipclab::test {

namespace {

constexpr Nanoseconds kDeadlineNs = 40 * kNsPerSecond;

void closeAllBut(std::vector<int> keep) {
    std::ranges::sort(keep);
    unsigned from = 3;
    for (const int fd : keep) {
        const auto kept = static_cast<unsigned>(fd);
        if (kept > from) ::close_range(from, kept - 1, 0);
        from = std::max(from, kept + 1);
    }
    ::close_range(from, ~0U, 0);
}

// A program that can open its ends.
const char* endProgramOf(const Mechanism& mechanism) {
    return mechanism.info().traits.execOnly ? IPCLAB_TEST_STACKS_END : IPCLAB_TEST_END;
}

char stateOf(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t close = text.rfind(')');
    return close == std::string::npos || close + 2 >= text.size() ? '?' : text[close + 2];
}

bool inSystemCall(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/syscall");
    std::string word;
    return !(in >> word) || word != "running";  // unreadable: the state must do
}

}  // namespace

LinkLab::LinkLab(const Mechanism& mechanism, const LinkRequest& spec, Launch launch)
    : m_mechanism(mechanism),
      m_spec(spec),
      m_launch(launch),
      m_run(makeRunToken()),
      m_link(mechanism.create(spec, m_run)),
      m_board(SharedBoard::create(spec.senders, spec.receivers)) {
    for (unsigned i = 0; i < spec.senders + spec.receivers; ++i) {
        EndJob job;
        job.mechanism = mechanism.info().id;
        job.row = i;
        job.sends = i < spec.senders;
        job.wiring = job.sends ? m_link->senderWiring(i) : m_link->receiverWiring(i - spec.senders);
        job.options.maxMessageBytes = spec.maxMessageBytes;
        job.sizeBytes = spec.maxMessageBytes;
        m_jobs.push_back(std::move(job));
    }
    m_pids.resize(m_jobs.size(), 0);
    m_statuses.resize(m_jobs.size(), 0);
}

LinkLab::~LinkLab() {
    for (unsigned i = 0; i < m_pids.size(); ++i) {
        if (running(i)) kill(i);
    }
    m_guard.remember(m_run);
}

void LinkLab::start() {
    for (unsigned i = 0; i < m_jobs.size(); ++i) {
        m_pids[i] = startOne(i);
    }
    m_link->releaseEnds();
    m_started = true;
}

pid_t LinkLab::startOne(unsigned row) {
    if (m_launch == Launch::Spawn || m_launch == Launch::VFork) {
        std::vector<int> inherited = m_jobs[row].wiring.descriptors;
        inherited.push_back(m_board.fd());
        const std::vector<std::string> arguments{"ipclab-test-end", std::to_string(m_board.fd()), m_jobs[row].toText()};
        const char* const program = endProgramOf(m_mechanism);
        return m_launch == Launch::Spawn ? startEndBySpawn(program, arguments, inherited)
                                         : startEndByVfork(program, arguments, inherited);
    }
    const pid_t pid = check(::fork(), "fork");
    if (pid == 0) beChild(row);
    return pid;
}

void LinkLab::beChild(unsigned row) {
    std::vector<int> keep = m_jobs[row].wiring.descriptors;
    keep.push_back(m_board.fd());
    closeAllBut(keep);
    if (m_launch == Launch::Fork) ::_exit(runEndJob(m_jobs[row], *m_board));
    for (const int fd : keep) ::fcntl(fd, F_SETFD, 0);
    const std::string board = std::to_string(m_board.fd());
    const std::string job = m_jobs[row].toText();
    ::execl(endProgramOf(m_mechanism), "ipclab-test-end", board.c_str(), job.c_str(), nullptr);
    ::_exit(127);
}

void LinkLab::release(unsigned row) {
    m_board->ends[row].hold = 0;
    futexWakeAll(m_board->ends[row].hold);
}

void LinkLab::reap() {
    bool died = false;
    for (unsigned i = 0; i < m_pids.size(); ++i) {
        if (!running(i) || ::waitpid(m_pids[i], &m_statuses[i], WNOHANG) != m_pids[i]) continue;
        m_pids[i] = 0;
        m_board->ends[i].state = static_cast<std::uint32_t>(EndState::Closed);
        died = true;
    }
    if (died) m_link->wakeAll();
    const BoardPeers peers(*m_board);
    for (unsigned i = 0; i < m_pids.size(); ++i) {
        if (m_jobs[i].sends ? peers.receiversGone() : peers.sendersGone()) interrupt(i);
    }
}

bool LinkLab::waitUntil(const std::string& what, const std::function<bool()>& condition) {
    const Nanoseconds deadline = monotonicNow() + kDeadlineNs;
    for (;;) {
        if (condition()) return true;
        if (monotonicNow() > deadline) {
            ADD_FAILURE() << m_mechanism.info().id << ": waited in vain until " << what << '\n' << report();
            return false;
        }
        reap();
        ::poll(nullptr, 0, 1);
    }
}

bool LinkLab::waitForOpen(unsigned row) {
    return waitUntil("end " + std::to_string(row) + " is open",
                     [&] { return m_board->ends[row].state == static_cast<std::uint32_t>(EndState::Open); });
}

// Seen asleep many times in a row in one and the same call: it was not just on its way.
bool LinkLab::waitForSleepInCall(unsigned row) {
    std::uint64_t call = 0;
    int sightings = 0;
    return waitUntil("end " + std::to_string(row) + " sleeps in a call", [&] {
        const EndRow& end = m_board->ends[row];
        const bool asleep = end.calls > 0 && stateOf(m_pids[row]) == 'S' && inSystemCall(m_pids[row]);
        sightings = asleep && end.calls == call ? sightings + 1 : 0;
        call = end.calls;
        return sightings >= 30;
    });
}

bool LinkLab::waitForEnd() {
    return waitUntil("all ends have ended", [&] {
        reap();
        return std::ranges::all_of(m_pids, [](pid_t pid) { return pid == 0; });
    });
}

void LinkLab::kill(unsigned row) {
    if (!running(row)) return;
    ::kill(m_pids[row], SIGKILL);
    ::waitpid(m_pids[row], &m_statuses[row], 0);
    m_pids[row] = 0;
    m_board->ends[row].state = static_cast<std::uint32_t>(EndState::Closed);
    m_link->wakeAll();
}

void LinkLab::interrupt(unsigned row) {
    const bool handlerIsThere = m_board->ends[row].state == static_cast<std::uint32_t>(EndState::Open);
    if (running(row) && handlerIsThere) ::kill(m_pids[row], SIGUSR1);
}

std::uint64_t LinkLab::received() const {
    std::uint64_t total = 0;
    for (unsigned i = 0; i < m_spec.receivers; ++i) total += receiverRow(i).done;
    return total;
}

std::string LinkLab::report() const {
    std::ostringstream out;
    for (unsigned i = 0; i < m_jobs.size(); ++i) {
        const EndRow& end = m_board->ends[i];
        out << (m_jobs[i].sends ? "sender " : "receiver ") << i << ": state " << end.state << " calls " << end.calls
            << " done " << end.done << " wouldBlock " << end.wouldBlock << " timedOut " << end.timedOut
            << " interrupted " << end.interrupted << " peerClosed " << end.peerClosed << " corrupt " << end.corrupt
            << " notIntact " << end.notIntact << " repeated " << end.repeated << " disordered " << end.disordered
            << " truncated " << end.truncated << " tooLong " << end.tooLong << " status " << m_statuses[i]
            << (running(i) ? std::string(" running ") + stateOf(m_pids[i]) : "") << ' ' << end.error.data() << '\n';
    }
    return out.str();
}

}  // namespace ipclab::test
