#include "programs/bare_program.h"

#include <memory>
#include <optional>

#include "programs/bare_ends.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// After so many messages a sender looks whether the run is over.
constexpr unsigned kBareBatch = 64;

// At the end of the loop, and once: within it nothing is counted but in a register.
void publish(EndpointSlot& slot, std::uint64_t messages, std::uint32_t sizeBytes, Nanoseconds firstNs,
             Nanoseconds lastNs) {
    constexpr auto relaxed = std::memory_order_relaxed;
    slot.messages.store(messages, relaxed);
    slot.bytes.store(messages * sizeBytes, relaxed);
    slot.timedMessages.store(messages, relaxed);
    slot.timedBytes.store(messages * sizeBytes, relaxed);
    slot.firstNs.store(firstNs, relaxed);
    slot.lastNs.store(lastNs, std::memory_order_release);
}

// The ends of a process, each where its plan has such.
class BareLoop {
public:
    BareLoop(WorkerContext& worker, const std::vector<BareMemory>& memories) : m_worker(worker) {
        for (std::size_t i = 0; i < worker.plan().ports.size(); ++i) {
            const PortPlan& port = worker.plan().ports[i];
            if (port.role == PortRole::Sender) {
                m_out = makeBareOut(worker, port, worker.outs().front().descriptor(), memories[i]);
                m_outSlot = &worker.segment().endpoints()[port.slot];
            } else {
                m_in = makeBareIn(worker, port, worker.ins().front().descriptor(), memories[i]);
                m_inSlot = &worker.segment().endpoints()[port.slot];
            }
        }
    }

    void produce() {
        const Nanoseconds firstNs = monotonicNow();
        std::uint64_t sent = 0;
        while (!m_worker.isStopping() && m_out->send(kBareBatch)) sent += kBareBatch;
        publish(*m_outSlot, sent, m_worker.messageBytes(), firstNs, monotonicNow());
        endSending();
    }

    // The clock runs from the first message received to the last.
    void consume() {
        if (m_in->receive(1) == 0) return;
        const Nanoseconds firstNs = monotonicNow();
        const std::uint64_t received = 1 + m_in->receive(~std::uint64_t{0});
        publish(*m_inSlot, received, m_worker.messageBytes(), firstNs, monotonicNow());
    }

    void ask() {
        Nanoseconds firstNs = 0;
        std::uint64_t trips = 0;
        while (!m_worker.isStopping() && m_out->send(1) && m_in->receive(1) == 1) {
            if (++trips == 1) firstNs = monotonicNow();
        }
        publish(*m_outSlot, trips, m_worker.messageBytes(), firstNs, monotonicNow());
        publish(*m_inSlot, trips, m_worker.messageBytes(), firstNs, monotonicNow());
        endSending();
    }

    void answer() {
        Nanoseconds firstNs = 0;
        std::uint64_t trips = 0;
        while (m_in->receive(1) == 1 && m_out->send(1)) {
            if (++trips == 1) firstNs = monotonicNow();
        }
        publish(*m_inSlot, trips, m_worker.messageBytes(), firstNs, monotonicNow());
        publish(*m_outSlot, trips, m_worker.messageBytes(), firstNs, monotonicNow());
        endSending();
    }

    void run() {
        if (m_in == nullptr) return produce();
        if (m_out == nullptr) return consume();
        m_worker.plan().program == "client" ? ask() : answer();
    }

private:
    void endSending() {
        m_out->sayLast();
        m_worker.closeOuts();
        m_out->closed();
    }

    WorkerContext& m_worker;
    std::unique_ptr<BareOut> m_out;
    std::unique_ptr<BareIn> m_in;
    EndpointSlot* m_outSlot = nullptr;
    EndpointSlot* m_inSlot = nullptr;
};

class BareProgram final : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "bare", .name = {}, .summary = {}, .sends = {0, 1}, .receives = {0, 1}, .usesMessageBytes = true};
        return info;
    }

    // A worker is one process: what is mapped here is for the run that follows.
    void prepare(const WorkerPlan& plan) const override {
        m_memories.clear();
        for (const PortPlan& port : plan.ports) m_memories.push_back(mapBareMemory(port));
    }

    int run(WorkerContext& worker) const override {
        BareLoop(worker, m_memories).run();
        return 0;
    }

private:
    mutable std::vector<BareMemory> m_memories;
};

}  // namespace

const Program& bareProgram() {
    static const BareProgram program;
    return program;
}

}  // namespace ipclab
