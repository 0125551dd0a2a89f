// Reads from a recording on a thread of its own, one job after the other, what another thread asks for: the window's,
// which never waits for the disk. Private to recordings.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace ipclab {

class ReadQueue {
public:
    // What a job has read is put in its place by the thread that asked, in takeArrived().
    using Install = std::function<void()>;
    using Job = std::function<Install()>;
    // Whose job it is and which of its: one that has not begun gives way to a newer one of the same.
    using Key = std::pair<const void*, int>;

    // arrived: called on the reading thread when takeArrived() has something to do.
    explicit ReadQueue(std::function<void()> arrived);
    ~ReadQueue();

    // Soon: before all others that wait.
    void ask(Key key, Job job, bool soon = false);
    // False: nothing had come.
    bool takeArrived();
    // For a job that takes long: nobody wants it any more.
    [[nodiscard]] bool isStopping() const { return m_stopping; }
    // Until nothing waits to be read any more; what has come is taken.
    void wait();
    // Why a job could not be done; empty: each could. Once.
    std::string takeFailure();

private:
    struct Waiting {
        Key key;
        Job job;
        bool soon;
    };
    void readAll(const std::stop_token& stop);

    std::function<void()> m_arrived;
    std::mutex m_mutex;  // held for a move
    std::condition_variable_any m_changed, m_rests;
    std::deque<Waiting> m_waiting;
    std::vector<Install> m_done;
    std::string m_failure;
    bool m_busy = false;
    std::atomic<bool> m_stopping = false;
    std::jthread m_thread;  // last: it ends before what it uses
};

}  // namespace ipclab
