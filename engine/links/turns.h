// Half duplex: the two directions of one object take turns. Who holds the turn may send; the other side may take it
// once everything sent so far has been received. A side that knows the other is waiting ends its turn after
// kTurnMessages messages.
//
// The turn is one word in memory both sides map, changed by compare and exchange: whose it is, whether he is sending
// just now, and a generation that every change raises, so that nobody takes a turn on the strength of an old look.
#pragma once

#include <array>
#include <atomic>

#include "core/shared_mapping.h"
#include "links/mechanism.h"
#include "links/wiring.h"

namespace ipclab {

inline constexpr std::uint32_t kTurnMessages = 64;

struct TurnState {
    std::atomic<std::uint64_t> word;  // generation · 4 + sending · 2 + side
    std::atomic<std::uint64_t> passes;
    std::atomic<std::uint32_t> wants[2];
    alignas(64) std::atomic<std::uint64_t> sent[2];
    alignas(64) std::atomic<std::uint64_t> received[2];  // of what that side sent
};

// The launcher's half: makes the state and puts it into the wiring of both directions. Side 0 sends on the first.
class TurnTaking {
public:
    TurnTaking();
    // Every end has a descriptor of its own, for a process holds two of them.
    [[nodiscard]] EndWiring wiredSender(EndWiring wiring, unsigned side) const;
    [[nodiscard]] EndWiring wiredReceiver(EndWiring wiring, unsigned sendingSide) const;
    void releaseEnds();
    [[nodiscard]] const TurnState& state() const { return *static_cast<const TurnState*>(m_memory.mapping.data()); }

private:
    SharedMemoryFile m_memory;
    std::array<UniqueFd, 2> m_ofSenders, m_ofReceivers;  // by the sending side
};

// In a worker: opens the end, and makes it take turns where the wiring says so. As Mechanism::openSender and
// openReceiver otherwise.
std::unique_ptr<Sender> openSenderInTurn(const Mechanism& mechanism, const EndWiring& wiring, const EndOptions& options,
                                         const Peers& peers);
std::unique_ptr<Receiver> openReceiverInTurn(const Mechanism& mechanism, const EndWiring& wiring,
                                             const EndOptions& options, const Peers& peers);

}  // namespace ipclab
