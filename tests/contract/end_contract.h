// One link whose ends live in this process, so that every state is reached on purpose.
#pragma once

#include <fcntl.h>
#include <gmock/gmock.h>

#include "contract/contract_params.h"
#include "core/error.h"
#include "helpers/ends_by_hand.h"

namespace ipclab::test {

struct SwitchedPeers final : Peers {
    bool sendersAreGone = false, receiversAreGone = false;
    bool sendersGone() const override { return sendersAreGone; }
    bool receiversGone() const override { return receiversAreGone; }
};

inline EndOptions nonBlocking() { return {.mode = Blocking::NonBlocking}; }
inline EndOptions timingOut() { return {.timeoutNs = 2'000'000}; }

// A link whose ends are opened by hand.
struct OpenLink {
    OpenLink(const Mechanism& of, const LinkRequest& linkSpec)
        : mechanism(of), spec(linkSpec), run(makeRunToken()), link(of.create(linkSpec, run)) {}
    ~OpenLink() { guard.remember(run); }

    void open(const EndOptions& sending, const EndOptions& receiving) {
        openSenders(sending);
        openReceivers(receiving);
        link->releaseEnds();
    }
    void openSenders(EndOptions options) {
        options.maxMessageBytes = spec.maxMessageBytes;
        for (unsigned i = 0; i < spec.senders; ++i) {
            senders.push_back(mechanism.openSender(duplicated(link->senderWiring(i)), options, peers));
        }
    }
    void openReceivers(EndOptions options) {
        options.maxMessageBytes = spec.maxMessageBytes;
        for (unsigned i = 0; i < spec.receivers; ++i) {
            receivers.push_back(mechanism.openReceiver(duplicated(link->receiverWiring(i)), options, peers));
        }
    }

    [[nodiscard]] SendStatus send(std::uint64_t sequence) const {
        return senders.front()->send(stamped(spec.maxMessageBytes, sequence));
    }
    [[nodiscard]] ReceiveResult receive() {
        buffer.resize(spec.maxMessageBytes);
        return receivers.front()->receive(buffer);
    }
    [[nodiscard]] std::uint64_t receivedSequence() const { return readHeader(buffer).sequence; }

    const Mechanism& mechanism;
    LinkRequest spec;
    LeakGuard guard;
    RunDirectory run;
    std::unique_ptr<Link> link;
    SwitchedPeers peers;
    std::vector<std::unique_ptr<Sender>> senders;
    std::vector<std::unique_ptr<Receiver>> receivers;
    std::vector<std::byte> buffer;
};

class EndContract : public ::testing::TestWithParam<const Mechanism*> {
protected:
    void SetUp() override {
        ::signal(SIGPIPE, SIG_IGN);  // as workers do
        SKIP_IF_UNAVAILABLE(mechanism());
    }
    [[nodiscard]] const Mechanism& mechanism() const { return *GetParam(); }
    [[nodiscard]] bool reliable() const { return mechanism().info().traits.reliable; }

    // Sends until the link is full; where none ever is, because it drops instead, one message. Returns how many.
    [[nodiscard]] std::uint64_t fill(const OpenLink& link) const {
        std::uint64_t sent = 0;
        for (; link.send(sent) == SendStatus::Sent; ++sent) {
            if (!reliable()) return 1;
            if (sent > 1'000'000) ADD_FAILURE() << "never full";
            if (sent > 1'000'000) break;
        }
        return sent;
    }
};

#define SKIP_IF_NEVER_FULL() \
    if (!reliable()) GTEST_SKIP() << "a sender never waits: what does not fit is dropped"

}  // namespace ipclab::test
