// A caller over a network that may lose what it sends. Each call is a transfer: the amount leaves its own account when
// the call is made, and arrives at the bank whenever it is executed there, so that both accounts together tell whether
// every call was executed once.
#include "programs/program.h"
#include "programs/registry.h"
#include "programs/rpc_ends.h"
#include "rpc/call.h"
#include "rpc/retry.h"
#include "rpc/semantics.h"

namespace ipclab {

namespace {

constexpr std::int64_t kStartBalance = 1'000'000;
constexpr std::int64_t kMostAmount = 100;
constexpr Nanoseconds kUsualTimeoutNs = kNsPerSecond / 50;

class Calling {
public:
    explicit Calling(WorkerContext& worker)
        : m_worker(worker),
          m_out(worker.outs().front()),
          m_in(worker.ins().front()),
          m_slot(*worker.outs().front().caller()),
          m_semantics(worker.parameters().semantics.value_or(CallSemantics::Maybe)),
          m_timeoutNs(worker.parameters().timeoutNs.value_or(kUsualTimeoutNs)),
          m_attempts(m_semantics == CallSemantics::Maybe ? 1 : worker.parameters().attempts.value_or(0)) {}

    // False: the run is stopping, or nobody is left to answer.
    bool call() {
        CallRequest request{.incarnation = m_incarnation,
                            .id = m_next,
                            .settledBelow = m_next,
                            .amount = 1 + static_cast<std::int64_t>(m_worker.random().next() % kMostAmount)};
        m_slot.issue(request.id);
        ++m_next;
        m_here -= request.amount;
        Retry retry(m_timeoutNs, m_attempts);
        while (retry.maySend()) {
            if (!send(request, retry)) return false;
            const auto reply = awaitReply(request.id, retry.deadlineNs(), false);
            if (!reply && m_over) return false;
            if (!reply) continue;
            m_incarnation = reply->incarnation;
            if (reply->kind == ReplyKind::Restarted) break;  // whether it was executed nobody knows any more
            m_slot.answer(request.id, m_in.receivedNs());
            return true;
        }
        m_slot.giveUp();
        return true;
    }

    // What the bank holds, once nothing that is still under way changes it: the same answer twice.
    std::optional<std::int64_t> balance() {
        std::optional<std::int64_t> before;
        for (;;) {
            const auto now = askBalance();
            if (!now || now == before) return now;
            before = now;
            m_worker.holdFor(2 * m_timeoutNs);
        }
    }

    void tellCalls() const {
        const CallTotals totals = readTotals(m_slot);
        m_worker.tell("calls-made", {{"semantics", inWords(m_semantics)},
                                     {"calls", totals.issued},
                                     {"answered", totals.answered},
                                     {"given_up", totals.givenUp},
                                     {"requests", totals.requests},
                                     {"executed", totals.executed},
                                     {"never", totals.byExecutions[0]},
                                     {"once", totals.byExecutions[1]},
                                     {"twice", totals.byExecutions[2]},
                                     {"more", totals.byExecutions[3]}});
    }

    void tellSum(std::int64_t there) const {
        const std::int64_t found = m_here + there;
        m_worker.tell(found == kStartBalance ? "sum-kept" : "sum-broken", {{"semantics", inWords(m_semantics)},
                                                                           {"expected", kStartBalance},
                                                                           {"found", found},
                                                                           {"here", m_here},
                                                                           {"there", there}});
    }

private:
    bool send(const CallRequest& request, Retry& retry) {
        if (!sendContent(m_worker, m_out, contentOf(request), m_worker.intendedNs())) return false;
        const Nanoseconds now = m_out.sentNs() != 0 ? m_out.sentNs() : monotonicNow();
        if (request.kind == RequestKind::Transfer) {
            m_slot.noteRequest();
            m_slot.noteIssued(request.id, now);
        }
        retry.sent(now);
        return true;
    }

    // Replies to other calls are late ones, and passed over.
    std::optional<CallReply> awaitReply(std::uint64_t id, Nanoseconds deadlineNs, bool ofBalance) {
        while (monotonicNow() < deadlineNs) {
            if (!m_worker.checkPoint()) m_over = true;
            const Attempt got = m_worker.receiveOnce(m_in);
            m_over = m_over || got == Attempt::Over;
            const auto reply = got == Attempt::Done ? readReply(m_in.message()) : std::nullopt;
            if (reply && reply->id == id && (reply->ofBalance != 0) == ofBalance) return reply;
            if (m_over) return std::nullopt;
            if (got == Attempt::NotNow) waitForMessage(m_worker, m_in, deadlineNs);
        }
        return std::nullopt;
    }

    std::optional<std::int64_t> askBalance() {
        const CallRequest request{.kind = RequestKind::Balance, .incarnation = m_incarnation, .id = ++m_balancesAsked};
        Retry retry(m_timeoutNs, 0);
        while (!m_over && send(request, retry)) {
            if (const auto reply = awaitReply(request.id, retry.deadlineNs(), true)) return reply->balance;
        }
        return std::nullopt;
    }

    WorkerContext& m_worker;
    OutPort& m_out;
    InPort& m_in;
    CallerSlot& m_slot;
    CallSemantics m_semantics;
    Nanoseconds m_timeoutNs;
    std::uint32_t m_attempts;
    std::uint32_t m_incarnation = 1;
    std::uint64_t m_next = 0;
    std::uint64_t m_balancesAsked = 0;
    std::int64_t m_here = kStartBalance;
    bool m_over = false;
};

class Caller : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "caller",
            .name = TEXT("program", "Caller"),
            .summary = TEXT("program",
                            "Calls an executor, one call after the other: each moves an amount from its own account to "
                            "the one it has there. What is not answered in time it sends again, or gives up, by the "
                            "semantics it is told. At its end it says whether the sum of both accounts still holds."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true,
            .waitsOutside = true,
            .parameters = {"semantics", "timeout_ms", "attempts"},
            .tells = true,
            .calls = true,
            .leastMessageBytes = kMessageWithContentBytes};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        Calling calls(worker);
        std::uint64_t made = 0;
        bool answering = true;
        while (answering && !worker.countReached(made) && worker.waitForTurn()) {
            worker.work();
            answering = calls.call();
            ++made;
            worker.countIteration();
        }
        if (!worker.isStopping()) {
            if (const auto there = calls.balance()) calls.tellSum(*there);
        }
        calls.tellCalls();
        return 0;
    }
};

}  // namespace

const Program& callerProgram() {
    static const Caller program;
    return program;
}

}  // namespace ipclab
