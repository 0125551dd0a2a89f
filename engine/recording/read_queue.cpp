#include "recording/read_queue.h"

#include <algorithm>

#include "core/guarded_thread.h"

namespace ipclab {

ReadQueue::ReadQueue(std::function<void()> arrived)
    : m_arrived(std::move(arrived)),
      m_thread(startThread([this](const std::stop_token& stop) { readAll(stop); },
                           [this](const std::string& why) {
                               const std::scoped_lock lock(m_mutex);
                               m_failure = why;
                           })) {}

ReadQueue::~ReadQueue() {
    m_stopping = true;
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

void ReadQueue::ask(Key key, Job job, bool soon) {
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_waiting, [&](const Waiting& it) { return it.key == key; });
    const auto firstOfOthers = std::ranges::find(m_waiting, false, &Waiting::soon);
    m_waiting.insert(soon ? firstOfOthers : m_waiting.end(), {key, std::move(job), soon});
    m_changed.notify_one();
}

bool ReadQueue::takeArrived() {
    std::vector<Install> done;
    {
        const std::scoped_lock lock(m_mutex);
        done.swap(m_done);
    }
    for (const Install& install : done) install();
    return !done.empty();
}

void ReadQueue::wait() {
    do {
        std::unique_lock lock(m_mutex);
        m_rests.wait(lock, [this] { return (m_waiting.empty() && !m_busy) || !m_thread.joinable(); });
    } while (takeArrived());  // which may ask for more
}

std::string ReadQueue::takeFailure() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_failure, {});
}

void ReadQueue::readAll(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const Job job = std::move(m_waiting.front().job);
        m_waiting.pop_front();
        m_busy = true;
        lock.unlock();
        Install done;
        std::string failure;
        guarded([&] { done = job(); }, [&](const std::string& why) { failure = why; });
        lock.lock();
        m_busy = false;
        if (done) m_done.push_back(std::move(done));
        if (!failure.empty()) m_failure = failure;
        if (m_waiting.empty()) m_rests.notify_all();
        lock.unlock();
        m_arrived();
        lock.lock();
    }
}

}  // namespace ipclab
