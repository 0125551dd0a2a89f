// Threads that serve beside the one that called serve(). Signals are not for them: they go to that one.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace ipclab {

class WorkerThreads {
public:
    using Worker = std::jthread;

    WorkerThreads() = default;
    // Ends and joins them.
    ~WorkerThreads() { endAll(); }
    WorkerThreads(const WorkerThreads&) = delete;
    WorkerThreads& operator=(const WorkerThreads&) = delete;

    // A thread for `work`, joined by whoever gets it; not joinable where none can be made. An exception in it is thrown
    // by the next rethrow().
    [[nodiscard]] Worker make(std::function<void()> work);
    // The same, kept here. Throws std::system_error where none can be made.
    void start(std::function<void()> work);
    // What any of them has thrown, as std::runtime_error.
    void rethrow();

    // To be asked by each between two waits.
    [[nodiscard]] bool ending() const { return m_ends.load(std::memory_order_relaxed); }
    void tellToEnd() { m_ends.store(true, std::memory_order_relaxed); }
    void endAll();

private:
    std::atomic<bool> m_ends{false};
    std::mutex m_mutex;
    std::string m_failure;
    std::vector<std::jthread> m_threads;
};

}  // namespace ipclab
