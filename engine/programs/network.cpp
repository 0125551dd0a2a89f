// An unreliable network between processes of this machine: real messages of real processes go through it, and it does
// to them what networks do. What it does is no accident of this machine but made on purpose, by chance from the seed of
// the experiment; it counts what it has done and says so.
#include <algorithm>

#include "programs/network_lane.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Network : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "network",
            .name = TEXT("program", "Unreliable network"),
            .summary = TEXT("program",
                            "Passes on messages unchanged, from its first link to its first one out, from its second "
                            "to its second …, and on purpose loses, repeats, delays and reorders as many as it is told "
                            "to; in a byte stream, where nothing may be missing, it holds back. What it has done is "
                            "counted."),
            .sends = {1, -1},
            .receives = {1, -1},
            .waitsOutside = true,
            .parameters = {"cut_after"},
            .tells = true,
            .carries = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        std::vector<NetworkLane> lanes;
        for (std::size_t i = 0; i < worker.ins().size() && i < worker.outs().size(); ++i)
            lanes.emplace_back(worker.ins()[i], worker.outs()[i], worker.random().next());
        carry(worker, lanes);
        for (const NetworkLane& lane : lanes) tellCounts(worker, lane);
        return 0;
    }

private:
    static void carry(WorkerContext& worker, std::vector<NetworkLane>& lanes) {
        const std::uint64_t cutAfter = worker.parameters().cutAfter.value_or(0);
        std::uint64_t passed = 0;
        while (std::ranges::any_of(lanes, &NetworkLane::isOpen)) {
            const bool stopping = !worker.checkPoint();  // what is under way belongs to the result
            bool moved = false;
            const NetworkConditions conditions = worker.network();
            for (NetworkLane& lane : lanes) {
                if (!lane.isOpen()) continue;
                const Nanoseconds now = monotonicNow();
                moved = lane.take(conditions, now) || moved;
                moved = lane.send(now, stopping) || moved;
                lane.closeIfOver();
            }
            const std::uint64_t taken = takenBy(lanes);
            for (; passed < taken; ++passed) worker.countIteration();
            if (cutAfter != 0 && taken >= cutAfter) return cut(worker, lanes, taken);
            if (!moved) waitForAny(worker, lanes);
        }
    }

    static std::uint64_t takenBy(const std::vector<NetworkLane>& lanes) {
        std::uint64_t taken = 0;
        for (const NetworkLane& lane : lanes) taken += lane.counts().taken;
        return taken;
    }

    static void cut(WorkerContext& worker, std::vector<NetworkLane>& lanes, std::uint64_t taken) {
        std::uint64_t lost = 0;
        for (NetworkLane& lane : lanes) {
            lost += lane.counts().holding;
            lane.close();
        }
        worker.tell("network-cut", {{"taken", taken}, {"lost", lost}});
    }

    static void waitForAny(WorkerContext& worker, const std::vector<NetworkLane>& lanes) {
        std::vector<InPort*> ins;
        std::vector<const OutPort*> outs;
        Nanoseconds dueNs = 0;
        for (const NetworkLane& lane : lanes) {
            if (!lane.isOpen()) continue;
            if (InPort* in = lane.awaited()) ins.push_back(in);
            if (const OutPort* out = lane.blocked()) outs.push_back(out);
            const Nanoseconds due = lane.dueNs();
            if (due != 0 && (dueNs == 0 || due < dueNs)) dueNs = due;
        }
        if (!ins.empty() || !outs.empty() || dueNs != 0) worker.waitForAny(ins, outs, dueNs);
    }

    static void tellCounts(const WorkerContext& worker, const NetworkLane& lane) {
        const NetworkCounts counts = lane.counts();
        worker.tell("network-did", {{"link", lane.link()},
                                    {"taken", counts.taken},
                                    {"dropped", counts.dropped},
                                    {"repeated", counts.repeated},
                                    {"delayed", counts.delayed},
                                    {"reordered", counts.reordered},
                                    {"held_back", counts.heldBack}});
    }
};

}  // namespace

const Program& networkProgram() {
    static const Network program;
    return program;
}

}  // namespace ipclab
