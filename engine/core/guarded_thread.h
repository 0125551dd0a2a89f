// Every thread of the program is started here. An exception that leaves a thread's function ends the whole program
// (std::terminate), and so does one of its start in a place that does not expect it: a machine whose process table is
// full refuses new threads. Both are handed to `failed` as a sentence, and nothing else happens.
#pragma once

#include <exception>
#include <functional>
#include <string>
#include <thread>
#include <utility>

namespace ipclab {

// What went wrong, on the thread where it did; it must not throw.
using ThreadFailed = std::function<void(const std::string& why)>;

// Calls this and turns whatever is thrown into a sentence.
template <typename Work>
void guarded(Work&& work, const ThreadFailed& failed) {
    try {
        std::forward<Work>(work)();
    } catch (const std::exception& error) {
        failed(error.what());
    } catch (...) {
        failed("an exception that tells nothing of itself");
    }
}

// `work` takes a std::stop_token. Not joinable where no thread could be started.
template <typename Work>
[[nodiscard]] std::jthread startThread(Work work, ThreadFailed failed) {
    try {
        return std::jthread(
            [work = std::move(work), failed](const std::stop_token& stop) { guarded([&] { work(stop); }, failed); });
    } catch (const std::exception& error) {
        failed(std::string("no thread could be started: ") + error.what());
        return {};
    }
}

}  // namespace ipclab
