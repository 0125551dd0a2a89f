// A stack's server in this process, at an address as the launcher makes it, and whoever one likes as its client.
#pragma once

#include <fcntl.h>
#include <gmock/gmock.h>

#include "core/error.h"
#include "helpers/leak_guard.h"
#include "links/message.h"
#include "links/registry.h"
#include "stacks/registry.h"

namespace ipclab::test {

inline constexpr std::uint32_t kServedBytes = 100'000;

inline std::vector<std::byte> stampedMessage(std::uint32_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, sequence, 0, 0);
    return message;
}

struct Served {
    explicit Served(std::string_view id, unsigned clients = 1, bool duplex = false)
        : stack(*findStack(id)), run(makeRunToken()) {
        LinkRequest request;
        request.name = "a→b";
        request.senders = clients;
        request.maxMessageBytes = kServedBytes;
        request.duplex = duplex;
        link = findMechanism(id)->create(request, run);
        const EndWiring wiring = link->receiverWiring(0);
        place = {.address = wiring.names.at(0),
                 .token = wiring.names.at(1),
                 .limit = kServedBytes,
                 .clients = clients,
                 .answered = duplex};
        listener = UniqueFd(check(::fcntl(wiring.descriptors.at(0), F_DUPFD_CLOEXEC, 3), "F_DUPFD_CLOEXEC"));
        link->releaseEnds();
    }
    ~Served() { guard.remember(run); }

    void serve() { server = stack.serve(place, std::move(listener)); }

    // Steps of the server until it has a message, or until `enough` says so, for ten seconds at most.
    template <typename Enough>
    bool serveUntil(Enough enough) {
        for (const Deadline deadline(10 * kNsPerSecond); !deadline.expired();) {
            std::span<const std::byte> request;
            if (server->next(request, StackPatience::None) == StackStep::Done) {
                received.emplace_back(request.begin(), request.end());
                if (stack.calls) {
                    EXPECT_EQ(server->answer({}), StackStep::Done);
                }
            }
            if (enough()) return true;
            static_cast<void>(server->wait(StackWait::ForMessage, 1'000'000));
        }
        return false;
    }

    // A call, or a message, from its beginning to its receipt.
    bool deliver(StackClient& client, std::span<const std::byte> message) {
        const std::size_t before = received.size();
        bool begun = false, done = false;
        return serveUntil([&] {
            if (!begun) begun = client.call(message) == StackStep::Done;
            std::span<const std::byte> reply;
            if (begun && !done) done = !stack.calls || client.answer(reply, StackPatience::None) == StackStep::Done;
            return done && received.size() == before + 1;
        });
    }

    const Stack& stack;
    LeakGuard guard;
    RunDirectory run;
    std::unique_ptr<Link> link;
    StackPlace place;
    UniqueFd listener;
    std::unique_ptr<StackServer> server;
    std::vector<std::vector<std::byte>> received;
};

inline std::vector<std::string> builtStacks() {
    std::vector<std::string> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (findStack(mechanism->info().id) != nullptr) ids.emplace_back(mechanism->info().id);
    }
    return ids;
}

inline std::string testName(const ::testing::TestParamInfo<std::string>& param) {
    std::string name = param.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

}  // namespace ipclab::test
