// gRPC keeps a few descriptors from its first use to the end of the process; tests that look for what was left behind
// begin after it.
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/run_directory.h"
#include "links/registry.h"
#include "stacks/registry.h"

namespace ipclab::test {

namespace {

class GrpcWarmUp : public ::testing::Environment {
public:
    void SetUp() override {
        const Stack* grpc = findStack("grpc");
        if (grpc == nullptr) return;
        RunDirectory run(makeRunToken());
        LinkRequest request;
        request.name = "a→b";
        request.maxMessageBytes = 4096;
        const auto link = findMechanism("grpc")->create(request, run);
        const EndWiring wiring = link->receiverWiring(0);
        const StackPlace place{.address = wiring.names.at(0), .token = wiring.names.at(1), .limit = 4096};
        UniqueFd listener(::dup(wiring.descriptors.at(0)));
        const auto server = grpc->serve(place, std::move(listener));
        const auto client = grpc->connect(place);
        std::span<const std::byte> asked, reply;
        static_cast<void>(client->call({}));
        for (const Deadline deadline(10 * kNsPerSecond); !deadline.expired();) {
            if (server->next(asked, StackPatience::None) == StackStep::Done) static_cast<void>(server->answer({}));
            if (client->answer(reply, StackPatience::None) == StackStep::Done) return;
        }
    }
};

[[maybe_unused]] const auto* const g_warmUp = ::testing::AddGlobalTestEnvironment(new GrpcWarmUp);

}  // namespace

}  // namespace ipclab::test
