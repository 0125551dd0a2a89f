// The two ends as a program sees them: sending and receiving here also stamps, checks, times and counts into the
// worker's own slots of the shared segment. One thread.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/segment.h"
#include "links/foreign_reader.h"
#include "links/message.h"
#include "links/wiring.h"
#include "programs/backlog.h"
#include "programs/gate.h"
#include "programs/sequence_window.h"
#include "programs/worker_plan.h"

namespace ipclab {

// A call that took this much longer than the shortest one of its end is counted as blocked: below what a wake-up
// costs (6 µs and more), above the noise of a call that did not wait.
inline constexpr Nanoseconds kBlockedThresholdNs = 5'000;

// What a message is to say of its times: when it is due (0: nobody asked for a time), or what another one said.
struct SendTimes {
    SendTimes(Nanoseconds due = 0) : dueNs(due) {}
    static SendTimes carrying(const Stamp& stamp) {
        SendTimes times;
        times.carried = stamp;
        return times;
    }

    Nanoseconds dueNs;
    std::optional<Stamp> carried{};
};

// Who is left on a link, from the states of its ports in the segment.
class SegmentPeers : public Peers {
public:
    // endpoint: whose connections are recorded, among the segment's; kNoIndex: nobody's.
    SegmentPeers(const Segment& segment, std::uint32_t link, std::uint32_t endpoint = kNoIndex)
        : m_segment(segment), m_link(link), m_endpoint(endpoint) {}
    [[nodiscard]] bool sendersGone() const override { return allClosed(PortRole::Sender); }
    [[nodiscard]] bool receiversGone() const override { return allClosed(PortRole::Receiver); }
    [[nodiscard]] ConnectionPool connections() const override;

private:
    [[nodiscard]] bool allClosed(PortRole role) const;

    const Segment& m_segment;
    std::uint32_t m_link;
    std::uint32_t m_endpoint;
};

// Times calls and keeps the count of those that waited, in the port's slot.
class CallTimer {
public:
    explicit CallTimer(EndpointSlot& slot) : m_slot(slot) {}
    void took(Nanoseconds durationNs, std::uint32_t standsFor);
    // A call that waited and came back with nothing: interrupted or timed out. It stands for itself.
    void waited(Nanoseconds durationNs);

private:
    EndpointSlot& m_slot;
    Nanoseconds m_shortestNs = kNsPerSecond;
};

// Which calls are timed and which messages stamped: on average one in `every`, at irregular distances. A regular
// stride would fall in step with a queue that fills and empties in a rhythm, and see only its best or worst.
class TimedCalls {
public:
    explicit TimedCalls(std::uint32_t every) : m_every(every == 0 ? 1 : every) {}
    [[nodiscard]] bool isTurn() const { return m_left == 0; }
    void advance() { m_left = m_left == 0 ? distance() - 1 : m_left - 1; }
    [[nodiscard]] std::uint32_t every() const { return m_every; }

private:
    std::uint32_t distance() {  // 1 … 2·every − 1, by xorshift
        m_random ^= m_random << 13;
        m_random ^= m_random >> 17;
        m_random ^= m_random << 5;
        return 1 + m_random % (2 * m_every - 1);
    }

    std::uint32_t m_every;
    std::uint32_t m_left = 0;
    std::uint32_t m_random = 0x9e3779b9;
};

class OutPort {
public:
    OutPort(const Segment& segment, const PortPlan& plan, std::uint32_t producer);

    // False when interrupted before the other end was there.
    bool open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_sender != nullptr; }
    [[nodiscard]] std::uint32_t link() const { return m_plan.link; }

    // To wait for room by poll(2), or -1.
    [[nodiscard]] int descriptor() const { return m_sender != nullptr ? m_sender->descriptor() : -1; }

    // Sends one message of that size. The times are used only where the link's stampEvery has this message stamped at
    // all. Everything but Sent leaves the message unsent; the next call sends it.
    // content stands behind the header, as far as the message has room before its first line word; its program gives
    // it.
    SendStatus send(std::uint32_t sizeBytes, const SendTimes& times, std::span<const std::byte> content = {});
    // Sends what another process has made, as it is.
    SendStatus forward(std::span<const std::byte> message);
    // This process goes on in the place of one that was killed: what that one has sent is counted already.
    void resume();
    // Does it carry bytes, in which nothing may be missing, and not one message after the other?
    [[nodiscard]] bool isByteStream() const;
    // Of a network.
    [[nodiscard]] SharedNetworkCounts& network() const { return m_slot.network; }
    // How many it has sent; also the number of the next message.
    [[nodiscard]] std::uint64_t sent() const { return m_sequence; }
    // When the newest message was sent; 0: it was not timed.
    [[nodiscard]] Nanoseconds sentNs() const { return m_sentNs; }
    // Where its messages are recorded as calls; nullptr: they are none.
    [[nodiscard]] CallerSlot* caller() const { return m_caller; }

    // Of an unbounded link: hands on what waits here, as far as the mechanism takes it without waiting.
    void flush();
    [[nodiscard]] bool hasBacklog() const { return !m_backlog.empty(); }

private:
    [[nodiscard]] static Stamp stampOf(const SendTimes& times, Nanoseconds calledNs);
    SendStatus sendPrepared(std::span<const std::byte> message, Nanoseconds calledNs);
    SendStatus sendByRules(std::span<const std::byte> message);
    SendStatus sendRaw(std::span<const std::byte> message);
    SendStatus sendUnbounded(std::span<const std::byte> message);
    void count(std::uint32_t sizeBytes, Nanoseconds calledNs);
    // Where the next message is made: in the end's own buffer where it has one.
    [[nodiscard]] std::span<std::byte> buffer() { return m_inTheirs ? m_sender->buffer() : std::span(m_own); }

    PortPlan m_plan;
    EndpointSlot& m_slot;
    SegmentPeers m_peers;
    SendGate m_gate;
    CallTimer m_timer;
    TimedCalls m_timedCalls;
    std::unique_ptr<Sender> m_sender;
    std::vector<std::byte> m_own;
    bool m_inTheirs = false;
    Backlog m_backlog;
    bool m_unanswered = false;           // of a rendezvous: sent, and interrupted before it was received
    bool m_receiversGone = false;        // met while handing on the backlog
    std::uint64_t m_ownSystemCalls = 0;  // made here, not by the sender
    std::uint64_t m_sequence = 0;
    std::uint32_t m_producer;
    CallerSlot* m_caller;
    Nanoseconds m_sentNs = 0;
};

class InPort {
public:
    InPort(const Segment& segment, const PortPlan& plan);

    bool open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_receiver != nullptr; }
    [[nodiscard]] std::uint32_t link() const { return m_plan.link; }

    // Does SIGIO tell when there is something to receive?
    [[nodiscard]] bool isNotified() const { return m_plan.notified; }
    // To wait for a message by poll(2), or -1.
    [[nodiscard]] int descriptor() const { return m_receiver != nullptr ? m_receiver->descriptor() : -1; }

    // One message into the port's buffer; checked and counted when Received. Bytes of a command that are no message are
    // Received too, and counted as bytes alone.
    ReceiveStatus receive();
    // The message received last; valid until the next call.
    [[nodiscard]] std::span<const std::byte> message() const { return {m_buffer.data(), m_sizeBytes}; }
    // What the message received last says of its times. A command that passes messages on keeps them.
    [[nodiscard]] Stamp stamp() const;
    // When that was; 0: it was not timed.
    [[nodiscard]] Nanoseconds receivedNs() const { return m_receivedNs; }
    // Of a message that is a call: that it is carried out now. To be said before it is answered.
    void noteExecuted();
    // Where the calls of whoever made the message received last are recorded; nullptr: it is none of a caller.
    [[nodiscard]] CallerSlot* caller() const;
    // Descendants are to receive in the place of this process, one after the other: what one has seen the next one knows.
    void outlive();
    // This process goes on in the place of one that was killed.
    void resume();
    [[nodiscard]] std::uint64_t received() const;

private:
    ReceiveResult receiveByRules();
    ReceiveResult receivePolling();
    ReceiveResult receiveOnce();
    void count(Nanoseconds calledNs);
    void check(Nanoseconds now);
    bool isSeenByAnother(std::uint32_t sender, std::uint64_t sequence);
    void noteLatency(const Stamp& stamp, Nanoseconds now);
    void noteLatencyShared(const Stamp& stamp, Nanoseconds transitNs);
    [[nodiscard]] bool recordsCalls() const { return m_first.count.load(std::memory_order_relaxed) < kReceiveRecords; }
    void noteCalled();
    void noteReturned();
    void noteCompleted();
    void noteDelivery(std::uint32_t sender);
    [[nodiscard]] EndpointSlot* senderSlot() const;
    // May a sender pass on messages of others?
    [[nodiscard]] bool passesOn() const { return m_plan.foreignPeer || m_plan.relayed; }
    [[nodiscard]] std::optional<std::uint32_t> senderOf(std::uint32_t producer) const;
    [[nodiscard]] std::uint64_t sequence() const;  // of the message received last

    const Segment& m_segment;
    PortPlan m_plan;
    EndpointSlot& m_slot;
    LatencySlot& m_latency;
    FirstReceives& m_first;
    SegmentPeers m_peers;
    ReceiveGate m_gate;
    CallTimer m_timer;
    TimedCalls m_timedCalls;
    std::unique_ptr<Receiver> m_receiver;
    std::vector<std::byte> m_own;
    std::span<std::byte> m_buffer;  // the end's own where it has one
    std::size_t m_sizeBytes = 0;
    bool m_isMessage = true;                 // what was received last; false: bytes that a command wrote
    std::optional<ForeignReader> m_foreign;  // where a sender is a command
    std::uint64_t m_pieces = 0;              // reads of bytes that were no message
    std::uint64_t m_ownSystemCalls = 0;
    std::vector<std::uint32_t> m_senders;  // by process: its place among the senders of this link, or kNoIndex
    std::vector<EndpointSlot*> m_senderSlots;
    std::vector<SequenceWindow> m_ownWindows;
    SharedMemoryFile m_sharedWindows;
    std::span<SequenceWindow> m_windows;  // by producer; of its own, or those that outlive it
    ReceiveRecord m_call{};                 // the one under way; 0: not yet
    Nanoseconds m_receivedNs = 0;
};

// Where the calls of that process are recorded; nullptr: it makes none.
CallerSlot* callerSlot(const Segment& segment, std::uint32_t process);

}  // namespace ipclab
