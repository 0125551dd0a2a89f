// How a server waits for its connections, behind one interface: what the system offers for it, from a thread a client
// to completions. A strategy is stateless and found through the registry (serving/registry.h). It waits, reads, writes
// and dispatches; what is asked and answered is the Service's (serving/served.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/clock.h"
#include "core/text.h"
#include "links/mechanism.h"
#include "serving/counts.h"
#include "serving/served.h"

namespace ipclab {

// Who serves. WorkerThreads and Processes: as many as ServingSettings::waiters says.
enum class Concurrency : std::uint8_t { OneThread, ThreadAClient, ProcessAClient, WorkerThreads, Processes };

struct StrategyInfo {
    std::string_view id;      // as in files: "epoll-edge"
    std::string_view name;    // for people: TEXT("strategy", "epoll, edge-triggered")
    std::string_view note;    // what to know of it, one or two sentences, a TEXT of "strategy"
    std::string_view source;  // "epoll(7)"
    Concurrency concurrency = Concurrency::OneThread;
    // What another system has and this one builds from primitives of its own, a TEXT of "strategy"; empty: it is the
    // thing itself. Whoever shows a strategy says so.
    std::string_view models{};
    std::uint32_t descriptorLimit = 0;  // one past the highest descriptor it can wait for; 0: none of its own
    bool edge = false;   // reports what arrives, not what is there: whoever does not read on to EAGAIN is stranded
    bool spins = false;  // never sleeps
};

struct Listener {
    int fd = -1;             // stays the caller's; whether it blocks (O_NONBLOCK) is the strategy's
    bool datagrams = false;  // no connections: everybody's datagrams arrive here
};

struct ServingSettings {
    unsigned waiters = 4;                    // threads or processes, where there are several
    Nanoseconds idleNs = 0;                  // a connection on which nothing moves for so long is closed; 0: never
    Nanoseconds drainNs = kNsPerSecond / 5;  // how long sending what is ready may take when the server stops
};

// What a strategy has of the server it serves in.
class ServingControl {
public:
    // counts: one at least.
    ServingControl(const ServingSettings& settings, std::span<ServingCounts> counts)
        : m_settings(settings), m_counts(counts) {}
    virtual ~ServingControl() = default;
    ServingControl(const ServingControl&) = delete;
    ServingControl& operator=(const ServingControl&) = delete;

    [[nodiscard]] const ServingSettings& settings() const { return m_settings; }
    // Of the thread or process of that number; 0 is the one that called serve().
    [[nodiscard]] ServingCounts& counts(unsigned waiter) const { return m_counts[waiter % m_counts.size()]; }

    // After every wait, by the thread that called serve(): takes over settings, sleeps while paused. False: stop.
    [[nodiscard]] virtual bool checkPoint() = 0;
    // By any thread, and any process forked by the strategy. Waits are looked after at least every kWaitSliceNs, and
    // a signal without SA_RESTART ends that of the thread that called serve() at once.
    [[nodiscard]] virtual bool isStopping() const = 0;
    // Around every wait of the thread that called serve().
    virtual void setWaiting(bool /*waits*/) {}

private:
    ServingSettings m_settings;
    std::span<ServingCounts> m_counts;
};

class Strategy {
public:
    virtual ~Strategy() = default;

    [[nodiscard]] virtual const StrategyInfo& info() const = 0;
    [[nodiscard]] virtual Availability availability() const { return {}; }
    // Serves until the control says stop; answers what has arrived by then, and leaves no thread, process or descriptor
    // behind. The children of the calling process are the strategy's meanwhile. Throws std::system_error where it
    // cannot begin.
    virtual void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const = 0;
};

}  // namespace ipclab
