// That each trait of a mechanism is so: what the table of mechanisms says without asking the system is proven here, by
// real ends, over all of the register.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "contract/end_contract.h"
#include "core/pipe.h"
#include "helpers/other_user.h"

namespace ipclab::test {

namespace {

class TraitContract : public EndContract {
protected:
    [[nodiscard]] const Traits& traits() const { return mechanism().info().traits; }
};

// A wiring as text to somebody who was there before the link was, so that nothing of it was inherited.
struct Letter {
    std::array<char, 4096> names{};
    std::array<std::uint64_t, 64> numbers{};
    std::size_t nameBytes = 0, numberCount = 0;
    bool asSender = false;
};

Letter letterOf(const EndWiring& wiring, bool asSender) {
    Letter letter{.asSender = asSender};
    for (const std::string& name : wiring.names) {
        EXPECT_LE(letter.nameBytes + name.size() + 1, letter.names.size());
        name.copy(letter.names.data() + letter.nameBytes, name.size());
        letter.nameBytes += name.size() + 1;
    }
    EXPECT_LE(wiring.numbers.size(), letter.numbers.size());
    std::ranges::copy(wiring.numbers, letter.numbers.begin());
    letter.numberCount = wiring.numbers.size();
    return letter;
}

EndWiring wiringOf(const Letter& letter) {
    EndWiring wiring;
    for (std::size_t at = 0; at < letter.nameBytes; at += wiring.names.back().size() + 1)
        wiring.names.emplace_back(letter.names.data() + at);
    wiring.numbers.assign(letter.numbers.begin(),
                          letter.numbers.begin() + static_cast<std::ptrdiff_t>(letter.numberCount));
    return wiring;
}

// In the stranger: sends the message numbered 7, or receives one. The exit code: what was received, 7 for sent.
int actAsStranger(const Mechanism& mechanism, int letters) {
    Letter letter;
    if (::read(letters, &letter, sizeof letter) != sizeof letter) return 100;
    const SwitchedPeers peers;
    EndOptions options{.timeoutNs = 5 * kNsPerSecond, .maxMessageBytes = kOrdinaryBytes};
    try {
        if (letter.asSender) {
            const auto sender = mechanism.openSender(wiringOf(letter), options, peers);
            return sender && sender->send(stamped(kOrdinaryBytes, 7)) == SendStatus::Sent ? 7 : 101;
        }
        const auto receiver = mechanism.openReceiver(wiringOf(letter), options, peers);
        std::vector<std::byte> buffer(kOrdinaryBytes);
        if (!receiver || receiver->receive(buffer).status != ReceiveStatus::Received) return 102;
        return static_cast<int>(readHeader(buffer).sequence);
    } catch (const std::exception&) {
        return 103;
    }
}

// Can a process use an end that has inherited nothing, being told names and numbers alone?
bool strangerCanUse(const Mechanism& mechanism, bool asSender) {
    Pipe letters = makePipe();
    const pid_t stranger = check(::fork(), "fork");
    if (stranger == 0) {
        letters.write.reset();
        ::_exit(actAsStranger(mechanism, letters.read.get()));
    }
    OpenLink link(mechanism, specOf(1, 1));
    const Letter letter = letterOf(asSender ? link.link->senderWiring(0) : link.link->receiverWiring(0), asSender);
    if (!asSender) {
        link.openSenders({});
        EXPECT_EQ(link.send(7), SendStatus::Sent);
    }
    EXPECT_EQ(::write(letters.write.get(), &letter, sizeof letter), static_cast<ssize_t>(sizeof letter));
    letters.write.reset();
    bool arrived = true;
    int status = 0;
    if (asSender) {
        // Where a receiver waits to be opened until a sender is there, the stranger is waited for meanwhile.
        link.openReceivers({.timeoutNs = 2 * kNsPerSecond});
        arrived = link.receivers.front() != nullptr && link.receive().status == ReceiveStatus::Received &&
                  link.receivedSequence() == 7;
    }
    ::waitpid(stranger, &status, 0);
    return arrived && WIFEXITED(status) && WEXITSTATUS(status) == 7;
}

// An address of its own, by which anybody finds it: a port, a path, or for signals the process itself.
bool hasAddress(const Mechanism& mechanism, const std::vector<std::string>& names, const OpenLink& link) {
    if (mechanism.info().family == Family::Signal) return true;
    if (!names.empty() && ::access(names.front().c_str(), F_OK) == 0) return true;
    sockaddr_in address{};
    socklen_t size = sizeof address;
    const int fd = link.receivers.front()->descriptor();
    return fd >= 0 && ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 && address.sin_port != 0;
}

TEST_P(TraitContract, AnyProcessCanUseAnEndThatHasInheritedNothingOrOnlyRelatedOnesCan) {
    OpenLink link(mechanism(), specOf(1, 1));
    const EndWiring sending = link.link->senderWiring(0);
    const bool sends = sending.descriptors.empty();
    const bool byName = sends || link.link->receiverWiring(0).descriptors.empty();
    if (traits().kinship == Kinship::Related) {
        EXPECT_FALSE(byName) << "an end of it needs no descriptor";
    } else if (byName) {
        EXPECT_TRUE(strangerCanUse(mechanism(), sends));
    } else {
        link.open(nonBlocking(), nonBlocking());
        EXPECT_TRUE(hasAddress(mechanism(), sending.names, link)) << "both ends inherit a descriptor, and nobody else finds it";
    }
}

TEST_P(TraitContract, ReachesOtherMachinesOnlyByAnInternetAddress) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    int domain = AF_UNSPEC;
    socklen_t size = sizeof domain;
    const int fd = link.senders.front()->descriptor();
    if (fd >= 0) ::getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size);
    EXPECT_EQ(domain == AF_INET || domain == AF_INET6, traits().reach == Reach::Network);
}

// By its name alone. A FIFO can be opened to write only while somebody reads.
bool canBeOpened(const Mechanism& mechanism, const EndWiring& wiring) {
    if (!wiring.names.empty() && UniqueFd(::open(wiring.names[0].c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)))
        return true;
    if (!wiring.descriptors.empty()) return false;
    try {
        const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = kOrdinaryBytes};
        return mechanism.openSender(wiring, options, SwitchedPeers()) != nullptr;
    } catch (const std::exception&) {
        return false;
    }
}

// What it is called by is there and can be opened anew, once all who used it have gone.
TEST_P(TraitContract, OutlivesItsUsersAsItSays) {
    OpenLink link(mechanism(), specOf(1, 1));
    const EndWiring sending = link.link->senderWiring(0);
    link.open(nonBlocking(), nonBlocking());
    link.senders.clear();
    link.receivers.clear();
    link.peers.sendersAreGone = link.peers.receiversAreGone = true;
    EXPECT_EQ(canBeOpened(mechanism(), sending), traits().persistence != Persistence::Process);
}

TEST_P(TraitContract, OrdersByPriorityWhereItSaysSo) {
    LinkRequest spec = fittingSpec(mechanism(), 2, 1);
    if (spec.senders < 2) GTEST_SKIP() << "one sender only";
    if (traits().ordering == Ordering::Priority) spec.priorities = {1, 9};
    OpenLink link(mechanism(), spec);
    if (traits().ordering != Ordering::Priority) {
        EXPECT_TRUE(link.link->effective().priorities.empty());
        return;
    }
    for (unsigned i = 0; i < 2; ++i) {
        EndOptions options = nonBlocking();
        options.maxMessageBytes = spec.maxMessageBytes;
        options.priority = spec.priorities[i];
        link.senders.push_back(mechanism().openSender(duplicated(link.link->senderWiring(i)), options, link.peers));
        ASSERT_EQ(link.senders.back()->send(stamped(spec.maxMessageBytes, i)), SendStatus::Sent);
    }
    link.openReceivers(nonBlocking());
    ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), 1U) << "the higher priority was sent last and comes first";
    ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), 0U);
}

TEST_P(TraitContract, ASecondDirectionIsThereWhereItSaysSo) {
    LinkRequest spec = specOf(1, 1);
    OpenLink alone(mechanism(), spec);
    EXPECT_EQ(alone.link->reverse(), nullptr) << "nobody has asked for it";
    spec.duplex = true;
    if (traits().direction == Direction::OneWay) return;
    OpenLink both(mechanism(), spec);
    EXPECT_NE(both.link->reverse(), nullptr);
}

// Peers say that nobody has gone: only the system can tell.
TEST_P(TraitContract, TheEndIsToldByWhomItSays) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    ASSERT_EQ(link.send(0), SendStatus::Sent);
    link.senders.clear();
    ReceiveResult last = link.receive();
    for (int i = 0; i < 3 && last.status == ReceiveStatus::Received; ++i) last = link.receive();
    EXPECT_EQ(last.status == ReceiveStatus::PeerClosed, traits().endOfStream == EndOfStream::System)
        << static_cast<int>(last.status);
}

TEST_P(TraitContract, CanBePolledWhereItSaysSo) {
    if (!traits().pollable) GTEST_SKIP() << "only its call waits";
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    EXPECT_EQ(link.receive().status, ReceiveStatus::WouldBlock);  // and lets in who has connected
    EXPECT_EQ(link.receivers.front()->pollReady(0), WaitResult::TimedOut);
    ASSERT_EQ(link.send(0), SendStatus::Sent);
    EXPECT_EQ(link.receivers.front()->pollReady(5 * kNsPerSecond), WaitResult::Ready);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
}

TEST_P(TraitContract, NoOtherUserOpensWhatHasAName) {
    if (const std::string problem = otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    OpenLink link(mechanism(), specOf(1, 1));
    const EndWiring wiring = link.link->senderWiring(0);
    if (!wiring.descriptors.empty()) GTEST_SKIP() << "it has no name: it is inherited";
    if (traits().reach == Reach::Network) GTEST_SKIP() << "strangers are refused by the nonce (connections_test.cpp)";
    EXPECT_FALSE(asOtherUser([&] {
        try {
            const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = kOrdinaryBytes};
            return mechanism().openSender(wiring, options, link.peers) != nullptr;
        } catch (const std::exception&) {
            return false;
        }
    }));
}

INSTANTIATE_TEST_SUITE_P(All, TraitContract, testing::ValuesIn(mechanismsUnderTest()),
                         [](const auto& of) { return testName(*of.param); });

}  // namespace

}  // namespace ipclab::test
