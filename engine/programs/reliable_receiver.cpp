#include "programs/registry.h"
#include "programs/reliable_ways.h"
#include "programs/rpc_ends.h"
#include "rpc/receive_window.h"

namespace ipclab {

namespace {

class ReliableReceiving {
public:
    explicit ReliableReceiving(WorkerContext& worker)
        : m_worker(worker),
          m_in(worker.ins().front()),
          m_out(worker.outs().front()),
          m_way(repeatWayOf(worker.parameters().way)),
          m_window(m_way == RepeatWay::SelectiveRepeat) {}

    // Until nobody is left to send.
    void run() {
        for (;;) {
            m_worker.checkPoint();
            const Attempt got = m_worker.receiveOnce(m_in);
            if (got == Attempt::Over) return;
            if (got == Attempt::NotNow) waitForMessage(m_worker, m_in, 0);
            if (got == Attempt::Done && !take()) return;
        }
    }

    void tellCounts() const {
        m_worker.tell("reliably-received", {{"way", inWords(m_way)},
                                            {"delivered", m_window.next()},
                                            {"missing", m_window.missing()},
                                            {"duplicates", m_copies},
                                            {"early", m_early},
                                            {"discarded", m_thrown}});
    }

private:
    bool take() {
        const auto data = readData(m_in.message());
        if (!data) return true;
        const std::uint64_t before = m_window.next();
        switch (m_window.take(data->number)) {
            case ReceiveWindow::Verdict::Next:
                break;
            case ReceiveWindow::Verdict::Early:
                ++m_early;
                break;
            case ReceiveWindow::Verdict::Copy:
                ++m_copies;
                break;
            case ReceiveWindow::Verdict::Thrown:
                ++m_thrown;
                break;
        }
        for (std::uint64_t number = before; number < m_window.next(); ++number) {
            m_worker.work();
            m_worker.countIteration();
        }
        return sendContent(m_worker, m_out, contentOf(m_window.acknowledgement(*data)), Nanoseconds{0});
    }

    WorkerContext& m_worker;
    InPort& m_in;
    OutPort& m_out;
    RepeatWay m_way;
    ReceiveWindow m_window;
    std::uint64_t m_copies = 0, m_early = 0, m_thrown = 0;
};

class ReliableReceiver : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "reliable-receiver",
            .name = TEXT("program", "Reliable receiver"),
            .summary =
                TEXT("program",
                     "Acknowledges the messages of a reliable sender, filters out copies and hands each on once "
                     "and in order: it keeps what comes early (selective-repeat), or throws it away (go-back-n)."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesWork = true,
            .waitsOutside = true,
            .ways = repeatWays(),
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        ReliableReceiving receiving(worker);
        receiving.run();
        receiving.tellCounts();
        return 0;
    }
};

}  // namespace

const Program& reliableReceiverProgram() {
    static const ReliableReceiver program;
    return program;
}

}  // namespace ipclab
