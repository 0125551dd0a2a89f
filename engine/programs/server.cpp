// A server: accepts any number of connections, or takes datagrams from any number of addresses, and answers every
// request, waiting in the way its strategy says (engine/serving). It ends once nobody is left who loads it.
#include <algorithm>
#include <memory>

#include "core/error.h"
#include "core/shared_mapping.h"
#include "programs/datagram_service.h"
#include "programs/open_files.h"
#include "programs/registry.h"
#include "programs/server_service.h"
#include "programs/serving_report.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

constexpr std::size_t kWaiters = 64;  // sets of counts; threads and processes beyond them share some
constexpr Nanoseconds kUsualPatienceNs = 2 * kNsPerSecond;

// In memory that forked processes share.
struct ServerMemory {
    std::array<ServingCounts, kWaiters> counts;
    HangUpCounts hangUps;
    DatagramClients clients;  // takes room as they come
};

class ServerControl final : public ServingControl {
public:
    ServerControl(const ServingSettings& settings, std::span<ServingCounts> counts, WorkerContext& worker,
                  const HeldEnd& end, ServingReport& report)
        : ServingControl(settings, counts), m_worker(worker), m_end(end), m_report(report) {}

    bool checkPoint() override {
        m_report.refresh();
        m_worker.checkPoint();
        return !isStopping();
    }
    // Those who load it stop first, and have all their answers by then.
    [[nodiscard]] bool isStopping() const override { return m_end.peers().sendersGone(); }
    void setWaiting(bool waits) override {
        m_worker.setWaiting(waits ? WaitReason::Empty : WaitReason::None, waits ? m_end.link() : kNoIndex);
    }

private:
    WorkerContext& m_worker;
    const HeldEnd& m_end;
    ServingReport& m_report;
};

bool servesByForking(const StrategyInfo& info) {
    return info.concurrency == Concurrency::ProcessAClient || info.concurrency == Concurrency::Processes;
}

class Server : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "server",
            .name = TEXT("program", "Server"),
            .summary = TEXT("program",
                            "Accepts the connections of those who load it, or takes their datagrams, and answers every "
                            "request with one of the same size. How it waits for them all is its strategy."),
            .sends = {0, 0},
            .receives = {1, 1},
            .usesWork = true,
            .parameters = {"strategy", "workers", "backlog", "patience_s"},
            .tells = true,
            .executes = true,
            .holdsConnections = true,
            .peer = "load"};
        return info;
    }

    int run(WorkerContext& worker) const override {
        HeldEnd& end = worker.held().front();
        const UniqueFd listener(end.plan().wiring.descriptors.front());
        end.slot().fd.store(listener.get() + 1, std::memory_order_relaxed);
        raiseOpenFilesOf(worker);
        if (!worker.waitStartDelay()) return 0;
        serve(worker, end, listener.get());
        return 0;
    }

private:
    static void serve(WorkerContext& worker, HeldEnd& end, int listener) {
        const ProgramParameters& asked = worker.parameters();
        const std::string_view id = strategyOf(asked);
        const Strategy* strategy = findStrategy(id);
        if (strategy == nullptr) throwErrno(EINVAL, "strategy \"" + std::string(id) + '"');
        const SharedMapping mapping = SharedMapping::anonymous(sizeof(ServerMemory));
        auto& memory = *static_cast<ServerMemory*>(mapping.data());
        const std::unique_ptr<ServerService> service = serviceOf(worker, end, memory);
        ServingReport report(end, memory.counts, service->hangUps(), servesByForking(strategy->info()));
        ServingSettings settings{.idleNs = asked.patienceNs.value_or(kUsualPatienceNs)};
        settings.waiters = asked.workers.value_or(settings.waiters);
        ServerControl control(settings, memory.counts, worker, end, report);
        const Listener one{.fd = listener, .datagrams = end.datagrams()};
        strategy->serve({&one, 1}, *service, control);
        memory.clients.endAll(end);
        report.finish();
        tell(worker, end, *strategy, report.figures(), memory.clients.count());
    }

    static std::unique_ptr<ServerService> serviceOf(const WorkerContext& worker, const HeldEnd& end,
                                                    ServerMemory& memory) {
        if (!end.datagrams()) return std::make_unique<ServerService>(worker, end, memory.hangUps);
        return std::make_unique<DatagramService>(worker, end, memory.hangUps, memory.clients);
    }

    static void tell(const WorkerContext& worker, const HeldEnd& end, const Strategy& strategy,
                     const ServingFigures& figures, std::uint32_t addresses) {
        const auto figure = [&](ServingFigure which) { return entryOf(figures, which); };
        const bool datagrams = end.datagrams();
        worker.tell(datagrams ? "datagrams-served" : "served",
                    {{"strategy", strategy.info().id},
                     {"wake_ups", figure(ServingFigure::WakeUps)},
                     {"events", figure(ServingFigure::Events)},
                     {"calls", figure(ServingFigure::WaitCalls) + figure(ServingFigure::IoCalls)},
                     {"looked", figure(ServingFigure::Looked)},
                     {datagrams ? "addresses" : "accepts", datagrams ? addresses : figure(ServingFigure::Accepts)}});
    }
};

}  // namespace

const Program& serverProgram() {
    static const Server program;
    return program;
}

}  // namespace ipclab
