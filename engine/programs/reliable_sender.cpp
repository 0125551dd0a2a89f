#include <algorithm>

#include "programs/registry.h"
#include "programs/reliable_ways.h"
#include "programs/rpc_ends.h"
#include "rpc/round_trip.h"
#include "rpc/send_window.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kUsualWindow = 16;

class ReliableSending {
public:
    explicit ReliableSending(WorkerContext& worker)
        : m_worker(worker),
          m_out(worker.outs().front()),
          m_in(worker.ins().front()),
          m_way(repeatWayOf(worker.parameters().way)),
          m_timeoutNs(worker.parameters().timeoutNs),
          m_attempts(worker.parameters().attempts.value_or(0)),
          m_window(m_way, m_way == RepeatWay::StopAndWait ? 1 : worker.parameters().window.value_or(kUsualWindow)) {}

    // Until all are acknowledged, the run stops, one is given up, or nobody is left to receive.
    void run() {
        while (!m_over && m_worker.checkPoint()) {
            const bool moved = takeAcknowledgements();
            const bool done = m_worker.countReached(m_window.next());
            if (done && m_window.isEmpty()) return;
            if (repeatDue() || (!done && sendNew()) || moved || m_over) continue;
            waitForMessage(m_worker, m_in, nextNs());
        }
    }

    void tellCounts() const {
        m_worker.tell("reliably-sent", {{"way", inWords(m_way)},
                                        {"messages", m_window.next()},
                                        {"acknowledged", m_window.acknowledged()},
                                        {"retransmitted", m_retransmitted},
                                        {"timeouts", m_timeouts},
                                        {"acknowledgements", m_acknowledgements},
                                        {"round_trip_us", m_trip.smoothNs() / 1000}});
    }

private:
    [[nodiscard]] Nanoseconds timeoutNs() const { return m_timeoutNs.value_or(m_trip.timeoutNs()); }

    // When there is something to do though nothing comes; 0: never.
    [[nodiscard]] Nanoseconds nextNs() const {
        const Nanoseconds repeatNs = m_window.deadlineNs(timeoutNs()).value_or(0);
        const Nanoseconds dueNs = m_window.hasRoom() ? m_worker.nextDueNs() : 0;
        return repeatNs == 0 || dueNs == 0 ? std::max(repeatNs, dueNs) : std::min(repeatNs, dueNs);
    }

    bool takeAcknowledgements() {
        bool any = false;
        for (;;) {
            const Attempt got = m_worker.receiveOnce(m_in);
            m_over = m_over || got == Attempt::Over;
            if (got != Attempt::Done) return any;
            any = true;
            const auto acknowledgement = readAcknowledgement(m_in.message());
            if (!acknowledgement) continue;
            ++m_acknowledgements;
            m_window.take(*acknowledgement);
            // The time that comes back is that of the attempt it is for: copies do not confuse it.
            const Nanoseconds tripNs = monotonicNow() - acknowledgement->echoNs;
            if (acknowledgement->echoNs > 0 && tripNs > 0) m_trip.sample(tripNs);
        }
    }

    bool repeatDue() {
        const auto numbers = m_window.due(monotonicNow(), timeoutNs());
        if (numbers.empty()) return false;
        ++m_timeouts;
        m_trip.timedOut();
        for (const std::uint64_t number : numbers) {
            const SendWindow::Sent& message = m_window.of(number);
            if (m_attempts != 0 && message.attempts >= m_attempts) {
                m_over = true;
                break;
            }
            // With the time it was sent first: what it is late by is the loss.
            if (!send(number, message.attempts + 1, SendTimes::carrying(Stamp(message.firstNs)))) break;
            ++m_retransmitted;
        }
        return true;
    }

    bool sendNew() {
        if (!m_window.hasRoom()) return false;
        m_due = m_due || m_worker.isDue();
        if (!m_due) return false;
        m_due = false;
        m_worker.work();
        if (send(m_window.next(), 1, m_worker.intendedNs())) m_worker.countIteration();
        return true;
    }

    bool send(std::uint64_t number, std::uint32_t attempt, const SendTimes& times) {
        const Nanoseconds now = monotonicNow();
        const DataPart data{.attempt = attempt, .number = number, .sentNs = now};
        if (sendContent(m_worker, m_out, contentOf(data), times)) {
            m_window.sent(number, now);
        } else {
            m_over = true;
        }
        return !m_over;
    }

    WorkerContext& m_worker;
    OutPort& m_out;
    InPort& m_in;
    RepeatWay m_way;
    std::optional<Nanoseconds> m_timeoutNs;
    std::uint32_t m_attempts;
    SendWindow m_window;
    RoundTrip m_trip;
    std::uint64_t m_retransmitted = 0, m_timeouts = 0, m_acknowledgements = 0;
    bool m_due = false;
    bool m_over = false;
};

class ReliableSender : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "reliable-sender",
            .name = TEXT("program", "Reliable sender"),
            .summary = TEXT("program",
                            "Numbers its messages, keeps those that are not acknowledged, and sends them again when "
                            "their time is up: one at a time, all of a window from the first that is missing, or each "
                            "alone. Without timeout_ms it waits as long as the round trips so far tell it to."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true,
            .waitsOutside = true,
            .parameters = {"window", "timeout_ms", "attempts"},
            .ways = repeatWays(),
            .tells = true,
            .leastMessageBytes = kMessageWithContentBytes};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        ReliableSending sending(worker);
        sending.run();
        sending.tellCounts();
        return 0;
    }
};

}  // namespace

const Program& reliableSenderProgram() {
    static const ReliableSender program;
    return program;
}

}  // namespace ipclab
