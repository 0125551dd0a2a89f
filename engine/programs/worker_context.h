// What a program has in its hands while it runs: its ends, and the few verbs that are the same for every program:
// take over new settings, pause, keep a pace, compute, send and receive until something ends it. One thread.
#pragma once

#include <poll.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/segment.h"
#include "programs/facts.h"
#include "programs/held_end.h"
#include "programs/pacer.h"
#include "programs/ports.h"
#include "programs/random.h"
#include "programs/shared_object.h"
#include "programs/worker_plan.h"

namespace ipclab {

// Why a worker's program ended, for the launcher: ProcessSlot::outcome.
// PartyGone: another party of a shared object has ended without which it cannot go on. LockAbandoned: the holder of
// its lock has died, and the primitive does not survive that.
enum class Outcome : std::uint32_t { None, Finished, Stopped, PeerClosed, BufferLimit, PartyGone, LockAbandoned };

// What one attempt to send or receive came to.
enum class Attempt : std::uint8_t { Done, NotNow, Over };

class WorkerContext {
public:
    WorkerContext(const Segment& segment, const WorkerPlan& plan);

    // Opens the ends in the order of the links, the same in every process, so that opening cannot deadlock.
    // False: stopped, or nobody will come. Throws std::system_error.
    bool openPorts();
    // Hands on what is still to be sent first.
    void closePorts();
    // The same for the sending ends alone: the other side sees the end, and may go on talking.
    void closeOuts();
    void setPhase(Phase phase);
    void setOutcome(Outcome outcome);
    // Ready; returns when the launcher lets everybody go. False: stopped instead.
    bool waitForGo();

    [[nodiscard]] std::vector<OutPort>& outs() { return m_outs; }
    [[nodiscard]] std::vector<InPort>& ins() { return m_ins; }
    // The ends of a program that holds its connections itself: it has no ports then.
    [[nodiscard]] std::vector<HeldEnd>& held() { return m_held; }
    // What a program that works on a shared object works on; nullptr for the others.
    [[nodiscard]] SharedObject* shared() { return m_shared ? &*m_shared : nullptr; }
    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] const WorkerPlan& plan() const { return m_plan; }
    [[nodiscard]] const ProgramParameters& parameters() const { return m_plan.parameters; }
    [[nodiscard]] const Segment& segment() const { return m_segment; }

    // Facts go to the launcher from here on; the descriptor is the caller's.
    void setReport(int reportFd) { m_reportFd = reportFd; }
    [[nodiscard]] int report() const { return m_reportFd; }
    // Tells a measured fact (programs/facts.def), in the worker or in a process it has forked.
    void tell(std::string_view id, FactValues values) const { writeFact(m_reportFd, id, values); }
    // 0 unless something went wrong that whoever waits for this process should learn.
    [[nodiscard]] int exitCode() const;

    // The run ends, or this process is asked to end while the others go on.
    [[nodiscard]] bool isStopping() const;
    [[nodiscard]] bool isRetired() const;
    [[nodiscard]] bool countReached(std::uint64_t done) const { return m_plan.count != 0 && done >= m_plan.count; }
    [[nodiscard]] std::uint32_t messageBytes() const { return m_messageBytes; }
    [[nodiscard]] Nanoseconds workNs() const { return isStopping() ? 0 : m_workNs; }

    // Takes over new settings and sleeps while paused. False: the run is stopping.
    bool checkPoint();
    // Sleeps until the next message of a paced load is due; intendedNs() is then its time (0: not paced).
    // False: the run is stopping.
    bool waitForTurn();
    [[nodiscard]] Nanoseconds intendedNs() const { return m_intendedNs; }
    // Sleeps the start delay. False: the run is stopping.
    bool waitStartDelay();
    // Burns the CPU time asked for per message; none while the run is stopping, so that queues drain quickly.
    void work();
    void countIteration();
    // Goes on with work of its own, a slice an iteration, until SIGIO says that something has arrived, nobody is left
    // to send, or a control was given.
    void workUntilNotified(std::uint32_t link);
    // Sleeps so long, or until something is asked of it.
    void sleepFor(Nanoseconds durationNs);
    // Sleeps so long, whatever interrupts. False: the run is stopping.
    bool holdFor(Nanoseconds durationNs);
    // How long what was reached is left to be looked at: the document's hold_s, else `usual`.
    [[nodiscard]] Nanoseconds holdNs(Nanoseconds usual = kNsPerSecond) const {
        return m_plan.parameters.holdNs.value_or(usual);
    }
    // What it waits for, said around a call that may block (a child, the disk).
    void setWaiting(WaitReason reason, std::uint32_t link = kNoIndex);
    // Of several things any lets it go on: `most` is what is said where only one can be told. Until setWaiting.
    void setWaitingForAny(const Waiting& most, std::span<const Waiting> any);

    // Takes the lock of the object, whatever interrupts. False: the run is stopping, or the lock is abandoned.
    bool lockFully(SharedObject& object);
    // Takes one from that counter of the object, whatever interrupts. False: the run is stopping, or `lost` says that
    // it will never come.
    template <typename Lost>
    bool waitFully(SharedObject& object, unsigned counter, Lost lost) {
        if (object.sync().tryWait(counter) == SyncStatus::Done) return true;
        for (;;) {
            const bool inVain = lost();  // before looking once more: what was posted first is there by now
            setWaiting(WaitReason::Lock, object.index());
            const SyncStatus status =
                inVain ? object.sync().tryWait(counter) : object.sync().wait(counter, Deadline(kWaitSliceNs));
            setWaiting(WaitReason::None);
            if (status == SyncStatus::Done) return true;
            if (inVain) setOutcome(Outcome::PartyGone);
            if (inVain || !checkPoint()) return false;
        }
    }

    // Sends a new message, whatever interrupts. times as in OutPort::send. False: the run is stopping or nobody
    // is left to receive.
    bool sendFully(OutPort& port, const SendTimes& times);
    // Passes on what was received; goes on while the run is stopping, because what is under way belongs to the
    // result. False: nobody is left to receive.
    bool passOn(OutPort& port, std::uint32_t sizeBytes, const SendTimes& times = {});
    // Receives, whatever interrupts; goes on while the run is stopping, because senders close then and what is
    // queued belongs to the result. False: every sender is gone and everything was received.
    bool receiveFully(InPort& port);

    // For a program that waits for several things at once; its ends are non-blocking (ProgramInfo::waitsOutside).
    // Is a message due, or is the load not paced? If so intendedNs() is its time, and the next call asks about the
    // next.
    bool isDue();
    // content as in OutPort::send; the message is as long as it was set, but has room for that.
    Attempt sendOnce(OutPort& port, const SendTimes& times, std::span<const std::byte> content = {});
    Attempt receiveOnce(InPort& port);
    // When the next message is due, as isDue() has found it; 0: it is not known yet, or the load is not paced.
    [[nodiscard]] Nanoseconds nextDueNs() const { return m_nextDueNs.value_or(0); }
    // Sleeps until a message can be received from any of those, there is room to send (nullptr: that is not waited
    // for), or, where that is asked for, the next message becomes due. At most a slice (core/deadline.h), a millisecond
    // where an end cannot be polled.
    void waitForAny(std::span<InPort* const> ins, const OutPort* out, bool orDue);
    // The same for several links to send on, or until then (0: no time is waited for).
    void waitForAny(std::span<InPort* const> ins, std::span<const OutPort* const> outs, Nanoseconds untilNs);
    // What is in force of a network now.
    [[nodiscard]] NetworkConditions network() const { return m_control.network.load(); }

private:
    // Sends once: true, Sent; false, nobody is left; nothing, try again.
    std::optional<bool> trySend(OutPort& port, std::uint32_t sizeBytes, const SendTimes& times);
    void applyControl(std::uint32_t sequence);
    bool sleepUntil(Nanoseconds deadlineNs, WaitReason reason);
    // Hands on what unbounded links keep in this process. False: nothing is left.
    bool flushBacklogs();

    const Segment& m_segment;
    const WorkerPlan& m_plan;
    ProcessSlot& m_slot;
    ControlSlot& m_control;
    std::vector<OutPort> m_outs;
    std::vector<InPort> m_ins;
    std::vector<HeldEnd> m_held;
    std::optional<SharedObject> m_shared;
    Random m_random;
    int m_reportFd = -1;
    std::uint32_t m_controlSeen = 0;
    std::uint32_t m_messageBytes = 0;
    Nanoseconds m_workNs = 0;
    Pacer m_pacer;
    Nanoseconds m_intendedNs = 0;
    std::optional<Nanoseconds> m_nextDueNs;  // drawn from the pacer and still to come
    bool m_waitsForAny = false;              // it has said so, and nothing else since
    std::vector<Waiting> m_any;              // room for waitForAny
    std::vector<pollfd> m_polled;            // likewise
};

}  // namespace ipclab
