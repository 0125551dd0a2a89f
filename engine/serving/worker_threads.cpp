#include "serving/worker_threads.h"

#include <signal.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "core/error.h"
#include "core/guarded_thread.h"

namespace ipclab {

WorkerThreads::Worker WorkerThreads::make(std::function<void()> work) {
    sigset_t all, before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const auto failed = [this](const std::string& why) {
        const std::scoped_lock lock(m_mutex);
        m_failure = why;
    };
    // That none can be made is no failure of the server: whoever gets it sees that it is not joinable.
    Worker thread = startThread(
        [work = std::move(work), failed](const std::stop_token&) { guarded(work, failed); }, [](const std::string&) {});
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

void WorkerThreads::start(std::function<void()> work) {
    std::jthread thread = make(std::move(work));
    if (!thread.joinable()) throwErrno(EAGAIN, "a thread that serves");
    m_threads.push_back(std::move(thread));
}

void WorkerThreads::rethrow() {
    const std::scoped_lock lock(m_mutex);
    if (!m_failure.empty()) throw std::runtime_error(m_failure);
}

void WorkerThreads::endAll() {
    tellToEnd();
    m_threads.clear();
}

}  // namespace ipclab
