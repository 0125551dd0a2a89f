// What a document says of its links, on a machine of our choosing.
#include "links/registry.h"
#include "validation_fixture.h"

namespace ipclab::test {

namespace {

TEST(Validation, LinkNamesAreUniqueAndKeepTheirRules) {
    Experiment experiment = pair();
    experiment.links.push_back(experiment.links[0]);
    expectError(experiment, "/links/1/name", "a second link is named");
    experiment.links[1].name = "a b";
    expectError(experiment, "/links/1/name", "expected letters");
    experiment.links[1].name = "first→second→third";
    EXPECT_THAT(check(experiment), testing::Not(testing::Contains(testing::Field(&Problem::pointer, "/links/1/name"))));
}

TEST(Validation, LongestDefaultLinkNameIsAllowed) {
    Experiment experiment = pair();
    const std::string from(32, 'a'), to(32, 'b');
    experiment.processes = {process(from, "producer"), process(to, "consumer")};
    experiment.links = {link("pipe", from, to)};
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

// --- ports ------------------------------------------------------------------------------------------------------

TEST(Validation, ProducerNeedsALink) {
    Experiment experiment = pair();
    experiment.links.clear();
    expectError(experiment, "/processes/0", "sends on 0 links, expected at least 1. Name it in the \"from\" of a link");
    expectError(experiment, "/processes/1", "receives from 0 links, expected at least 1");
}

TEST(Validation, ConsumerSendsNothing) {
    Experiment experiment = pair();
    experiment.processes.push_back(process("sink", "consumer"));
    experiment.links.push_back(link("pipe", "consumer", "sink"));
    expectError(experiment, "/processes/1", "sends on 1 link, expected none. Take it out");
}

TEST(Validation, EndsAreNamedOncePerSide) {
    Experiment experiment = pair();
    experiment.links[0].senders = {end("producer"), end("producer")};
    expectError(experiment, "/links/0/from/1", "named twice");
}

TEST(Validation, SidesAreNotEmpty) {
    Experiment experiment = pair();
    experiment.links[0].receivers.clear();
    expectError(experiment, "/links/0/to", "found no receivers");
}

TEST(Validation, CirclesAreAllowed) {
    Experiment experiment;
    experiment.durationNs = kNsPerSecond;
    experiment.processes = {process("client", "client"), process("echo", "echo")};
    experiment.links = {link("pipe", "client", "echo"), link("pipe", "echo", "client")};
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

// --- mechanisms -------------------------------------------------------------------------------------------------

TEST(Validation, RefusalsStandAtTheCapacityOrTheMechanism) {
    Experiment experiment = pair();
    experiment.links[0].mechanism = "posix-mq";
    experiment.links[0].capacityBytes = 4096;
    expectError(experiment, "/links/0/capacity/bytes", "counts messages");
    experiment.links[0].capacityBytes.reset();
    experiment.links[0].capacityMessages = std::uint64_t{1} << 31U;
    expectError(experiment, "/links/0/capacity/messages", "even a privileged process");
    experiment.links[0].capacityMessages.reset();
    experiment.processes[0].settings.messageBytes = 16U << 20U;
    expectProblem(check(experiment), "/links/0/mechanism", Severity::MachineLacks, "16777216");
}

TEST(Validation, ANumberOfMessagesCanBeAskedOfAByteStream) {
    Experiment experiment = pair();
    for (const std::uint64_t places : {0U, 1U, 4U}) {
        experiment.links[0].capacityMessages = places;
        EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    }
}

// --- the rules of a link ----------------------------------------------------------------------------------------

TEST(Validation, DirectNamingIsBetweenTwo) {
    Experiment experiment = pair();
    experiment.processes.push_back(process("third", "producer"));
    experiment.links[0].senders.emplace_back().process = "third";
    experiment.links[0].naming = Naming::Direct;
    expectError(experiment, "/links/0/naming", "2 senders and 1 receiver");
    experiment.links[0].naming = Naming::Asymmetric;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.links[0].policy = ReceivePolicy::TwoOnly;
    expectError(experiment, "/links/0/policy", "belongs to two processes");
}

TEST(Validation, UnboundedHasNoCapacityAndOnlyItHasALimit) {
    Experiment experiment = pair();
    experiment.links[0].limitBytes = 4096;
    expectError(experiment, "/links/0/capacity/limit_bytes", "only an unbounded link");
    experiment.links[0].unbounded = true;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.links[0].capacityMessages = 4;
    expectError(experiment, "/links/0/capacity/unbounded", "Remove one of them");
}

TEST(Validation, CommandsKeepNoRules) {
    Experiment experiment = commands("pipe");
    experiment.links[0].capacityMessages = 4;
    expectError(experiment, "/links/0/capacity/messages", "makes its own calls");
    experiment.links[0].capacityMessages.reset();
    experiment.links[0].policy = ReceivePolicy::RoundRobin;
    expectError(experiment, "/links/0/policy", "makes its own calls");
}

TEST(Validation, TheSystemOwnsOnlyWhatItKeeps) {
    Experiment experiment = pair();
    experiment.links[0].owner = "system";
    expectError(experiment, "/links/0/owner", "posix-mq");
    experiment.links[0].owner = "poducer";
    expectError(experiment, "/links/0/owner", "did you mean \"producer\"");
    experiment.links[0].owner = "producer";
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.links[0].owner = "system";
    experiment.links[0].mechanism = "posix-mq";
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

TEST(Validation, OnlyWhatCanBePolledIsPolled) {
    Experiment experiment = pair();
    experiment.links[0].receivers[0].mode = EndMode::Poll;
    for (const Mechanism* mechanism : allMechanisms()) {
        experiment.links[0].mechanism = mechanism->info().id;
        const auto problems = check(experiment);
        const bool refused =
            std::ranges::any_of(problems, [](const Problem& problem) { return problem.pointer == "/links/0/to/mode"; });
        EXPECT_EQ(refused, !mechanism->info().traits.pollable) << mechanism->info().id << listed(problems);
    }
}

TEST(Validation, NotifyIsForTheReceiverOfAPairWithADescriptor) {
    Experiment experiment = pair();
    experiment.links[0].receivers[0].mode = EndMode::Notify;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.links[0].mechanism = "posix-shm";
    expectError(experiment, "/links/0/to", "no descriptor that SIGIO");
    experiment.links[0].mechanism = "pipe";
    experiment.links[0].senders[0].mode = EndMode::Notify;
    expectError(experiment, "/links/0/from", "only a receiver is told");
}

TEST(Validation, SizesOfStepsCountForTheRefusal) {
    Experiment experiment = pair();
    experiment.links[0].mechanism = "posix-mq";
    experiment.steps = {step(1, "producer", StepAction::Set)};
    experiment.steps[0].messageBytes = 16U << 20U;
    expectProblem(check(experiment), "/links/0/mechanism", Severity::MachineLacks, "16777216");
}

TEST(Validation, ManySendersWhereTheMechanismAllowsThem) {
    for (const Mechanism* mechanism : allMechanisms()) {
        Experiment experiment = pair();
        experiment.processes.push_back(process("second", "producer"));
        experiment.links[0].mechanism = mechanism->info().id;
        experiment.links[0].senders.push_back(end("second"));
        for (ProcessSpec& process : experiment.processes) process.launch = LaunchMethod::Exec;
        const bool refused = exitStatus(check(experiment)) == 2;
        EXPECT_EQ(refused, !mechanism->info().traits.manySenders) << mechanism->info().id << listed(check(experiment));
    }
}

TEST(Validation, AStackNeedsAProgramOfItsOwn) {
    Experiment experiment = pair();
    experiment.links[0].mechanism = "http";
    for (const LaunchMethod launch :
         {LaunchMethod::Fork, LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::VFork}) {
        experiment.processes[1].launch = launch;
        const auto problems = check(experiment);
        const bool refused =
            std::ranges::any_of(problems, [](const Problem& problem) { return problem.pointer == "/links/0/to"; });
        EXPECT_EQ(refused, launch == LaunchMethod::Fork) << listed(problems);
    }
    expectError(experiment, "/links/0/from", "Give \"producer\" \"launch\": \"exec\"");
}

Experiment twoWays(const std::string& mechanism) {
    Experiment experiment;
    experiment.durationNs = 5 * kNsPerSecond;
    experiment.processes = {process("a", "dialogue"), process("b", "dialogue")};
    experiment.links = {link(mechanism, "a", "b"), link(mechanism, "b", "a")};
    experiment.links[1].reverseOf = "a→b";
    for (ProcessSpec& process : experiment.processes) process.launch = LaunchMethod::Exec;
    return experiment;
}

TEST(Validation, OneObjectBothWaysWhereTheMechanismAllowsIt) {
    for (const Mechanism* mechanism : allMechanisms()) {
        const Traits& traits = mechanism->info().traits;
        const auto problems = check(twoWays(std::string(mechanism->info().id)));
        if (!mechanism->availability().available) continue;
        EXPECT_EQ(exitStatus(problems) == 2, traits.direction == Direction::OneWay)
            << mechanism->info().id << listed(problems);
    }
    expectError(twoWays("pipe"), "/links/1/reverse_of", "one pipe carries one direction");
    expectError(twoWays("pipe"), "/links/1/reverse_of", "socketpair");
}

TEST(Validation, TheReverseOfALinkIsThatLinkWithItsEndsExchanged) {
    Experiment experiment = twoWays("socketpair");
    experiment.links[1].reverseOf = "a→c";
    expectError(experiment, "/links/1/reverse_of", "there is no link \"a→c\"");
    experiment.links[1].reverseOf = "b→a";
    expectError(experiment, "/links/1/reverse_of", "of itself");
    experiment = twoWays("socketpair");
    experiment.links[1].mechanism = "tcp";
    expectError(experiment, "/links/1/reverse_of", "one mechanism for both");
    experiment = twoWays("socketpair");
    experiment.links[0].name = "other";
    experiment.links[1].reverseOf = "other";
    std::swap(experiment.links[1].senders, experiment.links[1].receivers);
    expectError(experiment, "/links/1/reverse_of", "from \"b\" to \"a\"");
    experiment = twoWays("socketpair");
    experiment.links[0].reverseOf = "b→a";
    expectError(experiment, "/links/1/reverse_of", "itself the reverse");
    experiment = twoWays("socketpair");
    experiment.links[1].capacityBytes = 65536;
    expectError(experiment, "/links/1/capacity", "Give the capacity there");
}

TEST(Validation, OnlyTwoDirectionsOfOneObjectTakeTurns) {
    Experiment experiment = twoWays("socketpair");
    experiment.links[1].duplex = Duplex::Half;
    EXPECT_EQ(exitStatus(check(experiment)), 0) << listed(check(experiment));
    std::swap(experiment.links[0].duplex, experiment.links[1].duplex);
    expectError(experiment, "/links/0/duplex", "\"reverse_of\"");
}

TEST(Validation, BothDirectionsHaveTheLargerOfTheirMessageSizes) {
    Experiment experiment = twoWays("unix-seqpacket");
    experiment.processes[1].settings.messageBytes = 5000;
    for (const LinkRequest& spec : linkSpecs(experiment)) {
        EXPECT_EQ(spec.maxMessageBytes, 5000U);
        EXPECT_TRUE(spec.duplex);
    }
    EXPECT_EQ(linkSpec(experiment, experiment.links[0]).maxMessageBytes, 5000U);
    EXPECT_EQ(linkSpec(experiment, experiment.links[1]).maxMessageBytes, 5000U);
}

TEST(Validation, CommandsNeedDescriptorsOrNames) {
    for (const Mechanism* mechanism : allMechanisms()) {
        const auto problems = check(commands(std::string(mechanism->info().id)));
        if (mechanism->info().traits.descriptors || mechanism->info().traits.named) {
            EXPECT_TRUE(problems.empty()) << listed(problems);
        } else {
            expectProblem(problems, "/links/0/from", Severity::Error, "Use one of: pipe");
            expectProblem(problems, "/links/0/to", Severity::Error, "the command \"wc\" cannot use");
        }
    }
}

// --- commands ---------------------------------------------------------------------------------------------------

// --- priorities and types ---------------------------------------------------------------------------------------

Experiment pairOver(const char* mechanism) {
    Experiment experiment = pair();
    experiment.links[0].mechanism = mechanism;
    return experiment;
}

TEST(Validation, PrioritiesAreForSendersOfWhatHasThem) {
    Experiment experiment = pairOver("posix-mq");
    experiment.links[0].senders[0].priority = 31;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    EXPECT_EQ(requestedSpec(experiment, experiment.links[0]).priorities, std::vector<unsigned>{31});
    experiment.links[0].receivers[0].priority = 3;
    expectError(experiment, "/links/0/to/priority", "a receiver has no priority");
    experiment = pairOver("pipe");
    experiment.links[0].senders[0].priority = 1;
    expectError(experiment, "/links/0/from/priority", "messages of pipe have no priority. Remove it, or use one of: ");
}

TEST(Validation, TypesAreForEndsOfWhatHasThem) {
    Experiment experiment = pairOver("sysv-mq");
    experiment.links[0].senders[0].type = 3;
    experiment.links[0].receivers[0].type = -4;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.links[0].senders[0].type = 0;
    expectError(experiment, "/links/0/from/type", "expected at least 1");
    experiment = pairOver("posix-mq");
    experiment.links[0].receivers[0].type = 2;
    expectError(experiment, "/links/0/to/type", "messages of posix-mq have no type. Remove it, or use one of: sysv-mq");
}

// --- settings nobody uses ---------------------------------------------------------------------------------------

}  // namespace

}  // namespace ipclab::test
