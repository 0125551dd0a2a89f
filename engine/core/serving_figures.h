// What waiting for its clients costs a server, as it counts it itself (programs/serving_report.h), from the shared
// segment to the result.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "core/cache_line.h"

namespace ipclab {

enum class ServingFigure : std::uint8_t {
    WakeUps,      // waits that ended because something had come
    Spurious,     // of those: nothing was left to do
    Events,       // descriptors reported ready, or completions
    WaitCalls,    // system calls to wait, and to say what to wait for
    Looked,       // descriptors that those calls looked at one by one
    IoCalls,      // system calls to accept, receive, send and close
    Accepts,      // connections taken in
    TurnedAway,   // connections closed at once: no descriptor, thread or process was left for them
    HungUp,       // connections closed by the server for a reason of its own
    Dropped,      // datagrams that were no request, where there are no connections
    AnswersLost,  // datagrams that found no room when they were sent
    Watched,      // descriptors waited for now
    MostWatched,
    Running,       // threads or processes that serve now
    PrivateAlone,  // bytes of memory that are the server's own, before anybody has connected
    PrivateMost,   // the most they were, with those of processes it has forked to serve
    // Between the first request and the newest, so that neither opening nor closing thousands of connections is in
    // them.
    SteadyRequests,
    SteadyCpuNs,  // of all its threads, and processes it has forked to serve
    SteadyCalls,
    SteadyWakeUps,
    SteadyLooked,
};
inline constexpr std::size_t kServingFigures = 21;

using ServingFigures = std::array<std::uint64_t, kServingFigures>;

constexpr auto& entryOf(ServingFigures& figures, ServingFigure figure) {
    return figures[static_cast<std::size_t>(figure)];
}
constexpr std::uint64_t entryOf(const ServingFigures& figures, ServingFigure figure) {
    return figures[static_cast<std::size_t>(figure)];
}

// Written by the server some times a second, read by anybody.
struct alignas(kCacheLine) ServingSlot {
    std::array<std::atomic<std::uint64_t>, kServingFigures> figures;

    void store(const ServingFigures& all) {
        for (std::size_t i = 0; i < all.size(); ++i) figures[i].store(all[i], std::memory_order_relaxed);
    }
    [[nodiscard]] ServingFigures load() const {
        ServingFigures all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = figures[i].load(std::memory_order_relaxed);
        return all;
    }
};
static_assert(sizeof(ServingSlot) == 3 * kCacheLine);

}  // namespace ipclab
