#include "programs/worker_context.h"

#include <sched.h>

#include <algorithm>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"
#include "programs/cpu_work.h"
#include "programs/io_signal.h"
#include "programs/registry.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

// How often a sender that has nothing else to do looks whether its unbounded links take more.
constexpr Nanoseconds kBacklogPauseNs = kNsPerSecond / 1000;

[[noreturn]] void throwTooLong(std::uint32_t sizeBytes) {
    throwErrno(EMSGSIZE, "a message of " + std::to_string(sizeBytes) + " bytes");
}

// A slice of the work that a notified receiver does meanwhile.
constexpr Nanoseconds kOwnWorkNs = 20'000;

}  // namespace

WorkerContext::WorkerContext(const Segment& segment, const WorkerPlan& plan)
    : m_segment(segment),
      m_plan(plan),
      m_slot(segment.processes()[plan.process]),
      m_control(segment.controls()[plan.process]),
      m_random(plan.seed + plan.process) {
    if (plan.shared) m_shared.emplace(segment, *plan.shared, plan.process);
    if (plan.parameters.arrivals == Arrivals::Poisson) m_pacer.arriveAtRandom(m_random);
    const Program* program = findProgram(plan.program);
    const bool holds = program != nullptr && program->info().holdsConnections;
    for (const PortPlan& port : plan.ports) {
        if (holds) {
            m_held.emplace_back(segment, port);
        } else if (port.role == PortRole::Sender) {
            m_outs.emplace_back(segment, port, plan.process);
        } else {
            m_ins.emplace_back(segment, port);
        }
    }
    applyControl(m_control.sequence.load(memory_order_acquire));
}

bool WorkerContext::openPorts() {
    if (m_shared) m_shared->open();
    for (HeldEnd& end : m_held) end.open();
    if (!m_held.empty()) return true;
    setWaiting(WaitReason::Connect);
    for (const PortPlan& plan : m_plan.ports) {
        const auto isPlanned = [&](const auto& port) { return port.link() == plan.link; };
        bool opened = false;
        while (!opened) {
            if (isStopping()) return false;
            if (plan.role == PortRole::Sender) {
                opened = std::ranges::find_if(m_outs, isPlanned)->open();
                if (!opened && SegmentPeers(m_segment, plan.link).receiversGone()) return false;
            } else {
                opened = std::ranges::find_if(m_ins, isPlanned)->open();
                if (!opened && SegmentPeers(m_segment, plan.link).sendersGone()) return false;
            }
        }
    }
    setWaiting(WaitReason::None);
    return true;
}

bool WorkerContext::flushBacklogs() {
    bool left = false;
    for (OutPort& port : m_outs) {
        port.flush();
        left = left || port.hasBacklog();
    }
    return left;
}

void WorkerContext::closePorts() {
    closeOuts();
    for (InPort& port : m_ins) port.close();
    for (HeldEnd& end : m_held) end.close();
    if (m_shared) m_shared->close();
}

void WorkerContext::closeOuts() {
    while (flushBacklogs()) {
        const auto waiting = std::ranges::find_if(m_outs, &OutPort::hasBacklog);
        setWaiting(WaitReason::Full, waiting->link());
        const timespec pause = toTimespec(kBacklogPauseNs);
        ::nanosleep(&pause, nullptr);
    }
    setWaiting(WaitReason::None);
    for (OutPort& port : m_outs) port.close();
}

void WorkerContext::setPhase(Phase phase) {
    m_slot.phase.store(static_cast<std::uint32_t>(phase), memory_order_release);
}

void WorkerContext::setOutcome(Outcome outcome) {
    m_slot.outcomeNs.store(monotonicNow(), memory_order_relaxed);
    m_slot.outcome.store(static_cast<std::uint32_t>(outcome), std::memory_order_release);
}

bool WorkerContext::waitForGo() {
    setPhase(Phase::Ready);
    setWaiting(WaitReason::Start);
    std::atomic<std::uint32_t>& go = m_segment.header().go;
    while (go.load(memory_order_acquire) == 0 && !isStopping()) futexWait(go, 0);
    setWaiting(WaitReason::None);
    setPhase(Phase::Working);
    return !isStopping();
}

bool WorkerContext::isStopping() const {
    return m_segment.header().stop.load(memory_order_relaxed) != 0 || isRetired();
}

bool WorkerContext::isRetired() const { return m_control.retired.load(memory_order_relaxed) != 0; }

void WorkerContext::setWaiting(WaitReason reason, std::uint32_t link) {
    m_slot.waiting.store(Waiting{reason, link}.packed(), memory_order_relaxed);
    if (std::exchange(m_waitsForAny, false)) m_slot.waitsForAny.clear();
}

void WorkerContext::setWaitingForAny(const Waiting& most, std::span<const Waiting> any) {
    if (any.size() > 1) m_slot.waitsForAny.write(any);
    m_waitsForAny = any.size() > 1;
    m_slot.waiting.store(most.packed(), memory_order_relaxed);
}

void WorkerContext::applyControl(std::uint32_t sequence) {
    m_messageBytes = std::max(m_control.messageBytes.load(memory_order_relaxed), kMinMessageBytes);
    m_workNs = m_control.workNs.load(memory_order_relaxed);
    m_pacer.setRate(m_control.ratePerSecond.load(memory_order_relaxed));
    m_controlSeen = sequence;
    m_slot.controlSeen.store(sequence, memory_order_relaxed);
}

bool WorkerContext::checkPoint() {
    for (;;) {
        if (isStopping()) return false;
        const std::uint32_t sequence = m_control.sequence.load(memory_order_acquire);
        if (sequence != m_controlSeen) applyControl(sequence);
        if (m_control.paused.load(memory_order_relaxed) == 0) return true;
        setWaiting(WaitReason::Paused);
        futexWait(m_control.sequence, sequence);
        setWaiting(WaitReason::None);
        m_pacer.restart();
    }
}

bool WorkerContext::sleepUntil(Nanoseconds deadlineNs, WaitReason reason) {
    const std::uint32_t seen = m_controlSeen;
    while (monotonicNow() < deadlineNs) {
        setWaiting(reason);
        const Nanoseconds untilNs = flushBacklogs() ? monotonicNow() + kBacklogPauseNs : deadlineNs;
        const timespec deadline = toTimespec(std::min(untilNs, deadlineNs));
        ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr);
        setWaiting(WaitReason::None);
        if (!checkPoint()) return false;
        if (m_controlSeen != seen) return true;  // a new rate is not kept waiting for the old one's next turn
    }
    return true;
}

bool WorkerContext::waitForTurn() {
    m_intendedNs = 0;
    if (!checkPoint()) return false;
    if (!m_pacer.isPaced()) return true;
    m_intendedNs = m_pacer.next(monotonicNow());
    return sleepUntil(m_intendedNs, WaitReason::Sleep);
}

bool WorkerContext::waitStartDelay() {
    const Nanoseconds deadlineNs = monotonicNow() + m_plan.startDelayNs;
    while (monotonicNow() < deadlineNs) {
        if (!sleepUntil(deadlineNs, WaitReason::Sleep)) return false;
    }
    return !isStopping();
}

bool WorkerContext::holdFor(Nanoseconds durationNs) {
    const Nanoseconds deadlineNs = monotonicNow() + durationNs;
    while (monotonicNow() < deadlineNs) {
        if (!sleepUntil(deadlineNs, WaitReason::Sleep)) return false;
    }
    return !isStopping();
}

void WorkerContext::work() {
    if (m_workNs > 0 && !isStopping()) burnCpu(m_workNs);
}

void WorkerContext::workUntilNotified(std::uint32_t link) {
    setWaiting(WaitReason::None);
    const SegmentPeers peers(m_segment, link);
    while (!ioSignalArrived() && !peers.sendersGone()) {
        if (m_control.sequence.load(memory_order_acquire) != m_controlSeen) return;
        burnCpu(kOwnWorkNs);
        countIteration();
    }
}

void WorkerContext::countIteration() {
    m_slot.iterations.store(m_slot.iterations.load(memory_order_relaxed) + 1, memory_order_relaxed);
}

void WorkerContext::sleepFor(Nanoseconds durationNs) {
    const timespec duration = toTimespec(durationNs);
    setWaiting(WaitReason::Sleep);
    ::clock_nanosleep(CLOCK_MONOTONIC, 0, &duration, nullptr);
    setWaiting(WaitReason::None);
}

int WorkerContext::exitCode() const {
    return m_slot.outcome.load(memory_order_relaxed) == static_cast<std::uint32_t>(Outcome::LockAbandoned) ? 1 : 0;
}

bool WorkerContext::lockFully(SharedObject& object) {
    if (object.sync().tryLock() != SyncStatus::WouldBlock) return true;
    const Nanoseconds sinceNs = monotonicNow();
    for (;;) {
        setWaiting(WaitReason::Lock, object.index());
        const SyncStatus status = object.sync().lock(Deadline(-1));
        setWaiting(WaitReason::None);
        if (status == SyncStatus::Done || status == SyncStatus::HolderDied) {
            if (object.slot().kind == SharedKind::Counter) object.waited(monotonicNow() - sinceNs);
            return true;
        }
        if (status == SyncStatus::Abandoned) {
            setOutcome(Outcome::LockAbandoned);
            return false;
        }
        if (!checkPoint()) return false;
    }
}

std::optional<bool> WorkerContext::trySend(OutPort& port, std::uint32_t sizeBytes, const SendTimes& times) {
    setWaiting(WaitReason::Full, port.link());
    const SendStatus status = port.send(sizeBytes, times);
    if (status != SendStatus::WouldBlock && status != SendStatus::TooLong)
        setWaiting(WaitReason::None);  // else it waits, though busily
    switch (status) {
        case SendStatus::Sent:
            return true;
        case SendStatus::WouldBlock:
        case SendStatus::TimedOut:
        case SendStatus::Interrupted:
            return std::nullopt;
        case SendStatus::PeerClosed:
            setOutcome(Outcome::PeerClosed);
            return false;
        case SendStatus::TooLong:
            throwTooLong(sizeBytes);
        case SendStatus::LimitReached:
            setOutcome(Outcome::BufferLimit);
            return false;
    }
    return false;
}

bool WorkerContext::sendFully(OutPort& port, const SendTimes& times) {
    for (;;) {
        if (const auto sent = trySend(port, m_messageBytes, times)) return *sent;
        if (!checkPoint()) return false;
    }
}

bool WorkerContext::passOn(OutPort& port, std::uint32_t sizeBytes, const SendTimes& times) {
    for (;;) {
        if (const auto sent = trySend(port, sizeBytes, times)) return *sent;
        checkPoint();
    }
}

bool WorkerContext::isDue() {
    m_intendedNs = 0;
    if (!m_pacer.isPaced()) return true;
    const Nanoseconds now = monotonicNow();
    if (!m_nextDueNs) m_nextDueNs = m_pacer.next(now);
    if (*m_nextDueNs > now) return false;
    m_intendedNs = *m_nextDueNs;
    m_nextDueNs.reset();
    return true;
}

Attempt WorkerContext::sendOnce(OutPort& port, const SendTimes& times, std::span<const std::byte> content) {
    const std::uint32_t sizeBytes = std::max(m_messageBytes, content.empty() ? 0 : kMessageWithContentBytes);
    const SendStatus status = port.send(sizeBytes, times, content);
    if (status == SendStatus::Sent) return Attempt::Done;
    switch (status) {
        case SendStatus::TooLong:
            setWaiting(WaitReason::Full, port.link());  // the failure is told with its link
            throwTooLong(sizeBytes);
        case SendStatus::PeerClosed:
            setOutcome(Outcome::PeerClosed);
            return Attempt::Over;
        case SendStatus::LimitReached:
            setOutcome(Outcome::BufferLimit);
            return Attempt::Over;
        default:
            return Attempt::NotNow;
    }
}

Attempt WorkerContext::receiveOnce(InPort& port) {
    const ReceiveStatus status = port.receive();
    if (status == ReceiveStatus::PeerClosed) return Attempt::Over;
    return status == ReceiveStatus::WouldBlock || status == ReceiveStatus::Interrupted ? Attempt::NotNow
                                                                                       : Attempt::Done;
}

void WorkerContext::waitForAny(std::span<InPort* const> ins, const OutPort* out, bool orDue) {
    const Nanoseconds dueNs = orDue ? m_nextDueNs.value_or(0) : 0;
    waitForAny(ins, {&out, out != nullptr ? std::size_t{1} : 0}, dueNs);
}

void WorkerContext::waitForAny(std::span<InPort* const> ins, std::span<const OutPort* const> outs,
                               Nanoseconds untilNs) {
    constexpr Nanoseconds kBlindSliceNs = 1'000'000;
    bool blind = flushBacklogs();
    m_any.clear();
    m_polled.clear();
    const auto add = [&](const Waiting& waiting, int fd, short events) {
        m_any.push_back(waiting);
        m_polled.push_back({fd, events, 0});
        blind = blind || fd < 0;
    };
    for (const OutPort* out : outs) add({WaitReason::Full, out->link()}, out->descriptor(), POLLOUT);
    for (const InPort* in : ins) add({WaitReason::Empty, in->link()}, in->descriptor(), POLLIN);
    Nanoseconds atMostNs = blind ? kBlindSliceNs : kWaitSliceNs;
    if (untilNs != 0) {
        m_any.push_back({WaitReason::Sleep});
        atMostNs = std::clamp<Nanoseconds>(untilNs - monotonicNow(), 0, atMostNs);
    }
    if (m_any.empty()) m_any.push_back({WaitReason::Sleep});
    const timespec timeout = toTimespec(atMostNs);
    setWaitingForAny(m_any.front(), m_any);
    ::ppoll(m_polled.data(), m_polled.size(), &timeout, nullptr);
    setWaiting(WaitReason::None);
}

bool WorkerContext::receiveFully(InPort& port) {
    for (;;) {
        if (isRetired()) return false;  // what is queued is the others' to receive
        setWaiting(WaitReason::Empty, port.link());
        const ReceiveStatus status = port.receive();
        if (status != ReceiveStatus::WouldBlock) setWaiting(WaitReason::None);  // else it waits, though busily
        switch (status) {
            case ReceiveStatus::Received:
                return true;
            case ReceiveStatus::PeerClosed:
                return false;
            case ReceiveStatus::WouldBlock:
                if (port.isNotified()) workUntilNotified(port.link());
                break;
            default:
                break;
        }
        checkPoint();
    }
}

}  // namespace ipclab
