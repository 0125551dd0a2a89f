// The rules of a link (links/semantics.h) at its ends: a place for every message that is under way, turns for
// receivers, a link that goes with its owner. The words are in the run's shared segment; nobody makes a system call
// while nobody has to wait. What an end that dies held is given back by the launcher (giveBackAfterDeath).
//
// The only moment that is not covered is the instruction between taking a place and noting it down.
#pragma once

#include <optional>
#include <vector>

#include "core/segment.h"
#include "links/mechanism.h"
#include "links/semantics.h"
#include "programs/worker_plan.h"

namespace ipclab {

class SendGate {
public:
    SendGate(const Segment& segment, const PortPlan& plan, const Peers& peers);

    // Before a message is sent. Nothing: it may go; else what became of it instead.
    std::optional<SendStatus> enter(std::uint64_t& systemCalls);
    // After it was sent, the first of this end being number 0. Interrupted: call again, not send.
    SendStatus complete(std::uint64_t sequence, std::uint64_t& systemCalls);

private:
    [[nodiscard]] bool isGone() const { return m_gate.gone.load(std::memory_order_relaxed) != 0; }
    bool tryTake();
    std::optional<SendStatus> waitForPlace(std::uint64_t& systemCalls);
    [[nodiscard]] bool isTaken(std::uint64_t sequence) const;

    GateSlot& m_gate;
    EndpointSlot& m_slot;
    LinkRules m_rules;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint32_t m_deathsSeen = 0;
};

class ReceiveGate {
public:
    ReceiveGate(const Segment& segment, const PortPlan& plan);

    // Before a message is received. Nothing: go on.
    std::optional<ReceiveStatus> enter(std::uint64_t& systemCalls);
    // Between taking a message over and counting it.
    void got();
    // After it was counted. from: the sender's slot, nullptr when the message did not say; sequence: the message's.
    void done(EndpointSlot* from, std::uint64_t sequence, std::uint64_t& systemCalls);
    // Instead, when there was none.
    void leave(ReceiveStatus status, std::uint64_t& systemCalls);

private:
    [[nodiscard]] bool isTurn() const;
    bool takeTurn();
    void passTurn(std::uint64_t& systemCalls);
    std::optional<ReceiveStatus> waitForTurn(std::uint64_t& systemCalls);
    void offer(std::uint64_t& systemCalls);

    GateSlot& m_gate;
    EndpointSlot& m_slot;
    std::atomic<std::uint64_t>& m_waiting;  // what this process says it waits for
    LinkRules m_rules;
    EndOptions m_options;
    std::vector<EndpointSlot*> m_receivers;  // of the link, in the order of the document
    std::uint32_t m_index = 0;               // of this one among them
};

// The launcher: the process of this port is gone. Gives back its place and its turn and wakes whoever waits for it.
void giveBackAfterDeath(const Segment& segment, std::uint32_t port, const LinkRules& rules);

// The launcher, now and then once somebody has died: a message that the kernel had handed to a process it then killed
// is gone, and its place with it. Finds such places again when nothing can move any more: every sender waits for a
// place while every receiver waits for a message.
class LostPlaces {
public:
    void look(const Segment& segment, std::uint32_t link, const LinkRules& rules, Nanoseconds now);

private:
    std::uint64_t m_moved = 0;
    Nanoseconds m_sinceNs = 0;
};

// The launcher: the link is gone. Its ends see PeerClosed from now on.
void closeGate(GateSlot& gate);

}  // namespace ipclab
