// When a process that waits is woken (epoll(7)): for as long as something is there, once an arrival, once until it asks
// again; and how many of several.
#include <array>

#include "programs/registry.h"
#include "programs/stepwise_reader.h"
#include "programs/waiting_crowd.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kUsualStepBytes = 10;

struct Way {
    std::string_view id;
    std::string_view name;
    bool crowd = false;
    Trigger trigger = Trigger::Level;
    Crowding crowding = Crowding::Everybody;
};

constexpr std::array kWays = std::to_array<Way>({
    {"level", TEXT("fact", "level-triggered"), false, Trigger::Level},
    {"edge", TEXT("fact", "edge-triggered"), false, Trigger::Edge},
    {"edge-drained", TEXT("fact", "edge-triggered, drained"), false, Trigger::EdgeDrained},
    {"shared", TEXT("fact", "several in one instance"), true, {}, Crowding::Shared},
    {"oneshot", TEXT("fact", "several in one instance, EPOLLONESHOT"), true, {}, Crowding::Oneshot},
    {"herd", TEXT("fact", "several instances"), true, {}, Crowding::Everybody},
    {"exclusive", TEXT("fact", "several instances, EPOLLEXCLUSIVE"), true, {}, Crowding::Exclusive},
});

const Way& wayOf(std::string_view id) {
    for (const Way& way : kWays) {
        if (way.id == id) return way;
    }
    return kWays.front();
}

class LevelAndEdge : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "level-and-edge",
            .name = TEXT("program", "Level and edge"),
            .summary = TEXT("program",
                            "Waits with epoll and counts wake-ups: of one reader that takes step_bytes of the 100 that "
                            "arrive at once, or of four processes that wait for the same thing."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesCount = true,
            .parameters = {"step_bytes"},
            .ways = {TEXT("word", "level"), TEXT("word", "edge"), TEXT("word", "edge-drained"), TEXT("word", "shared"),
                     TEXT("word", "oneshot"), TEXT("word", "herd"), TEXT("word", "exclusive")},
            .tells = true,
            .makesObjects = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const Way& way = wayOf(worker.parameters().way);
        way.crowd ? runCrowd(worker, way) : runReader(worker, way);
        return 0;
    }

private:
    static void runReader(WorkerContext& worker, const Way& way) {
        const auto stepBytes = worker.parameters().stepBytes.value_or(kUsualStepBytes);
        StepwiseReader reader(worker, way.trigger,
                              static_cast<std::uint32_t>(std::min<std::uint64_t>(stepBytes, 4096)));
        std::uint64_t arrivals = 0;
        while (!worker.countReached(arrivals) && reader.waitUntilDue()) {
            reader.letArrive();
            ++arrivals;
            worker.countIteration();
        }
        reader.tellAll(way.name, arrivals);
    }

    static void runCrowd(WorkerContext& worker, const Way& way) {
        WaitingCrowd crowd(worker, way.crowding);
        for (std::uint64_t done = 0; !worker.countReached(done) && worker.waitForTurn(); ++done) {
            crowd.letArrive();
            worker.countIteration();
        }
        crowd.tellAll(way.name);
    }
};

}  // namespace

const Program& levelAndEdgeProgram() {
    static const LevelAndEdge program;
    return program;
}

}  // namespace ipclab
