// What a document means, on machines of our choosing.
#include "document/validation.h"

#include <gmock/gmock.h>

#include "documents.h"
#include "links/registry.h"

namespace ipclab::test {

namespace {

Machine smallMachine() { return {{0, 1}, 0, std::nullopt, std::nullopt, "/usr/bin:/bin"}; }

std::vector<Problem> check(const Experiment& experiment) { return validate(experiment, smallMachine()); }

void expectProblem(const std::vector<Problem>& problems, const std::string& pointer, Severity severity,
                   const std::string& words) {
    const bool found = std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
        return problem.pointer == pointer && problem.severity == severity &&
               problem.message.find(words) != problem.message.npos;
    });
    EXPECT_TRUE(found) << pointer << ": " << words << ", problems:" << listed(problems);
}

void expectError(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::Error, words);
}
void expectWarning(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::Warning, words);
}
void expectLacks(const Experiment& experiment, const std::string& pointer, const std::string& words) {
    expectProblem(check(experiment), pointer, Severity::MachineLacks, words);
}

ProcessSpec process(std::string name, std::string program) {
    ProcessSpec spec;
    spec.name = std::move(name);
    spec.program = std::move(program);
    return spec;
}

ProcessSpec command(std::string name, std::vector<std::string> argv) {
    ProcessSpec spec = process(std::move(name), "command");
    spec.launch = LaunchMethod::Exec;
    spec.command = std::move(argv);
    return spec;
}

EndSpec end(std::string process) {
    EndSpec spec;
    spec.process = std::move(process);
    return spec;
}

LinkPlan link(const std::string& mechanism, const std::string& from, const std::string& to) {
    LinkPlan plan;
    plan.name = defaultLinkName(from, to);
    plan.mechanism = mechanism;
    plan.senders = {end(from)};
    plan.receivers = {end(to)};
    return plan;
}

Step step(Nanoseconds atSeconds, const std::string& process, StepAction action) {
    Step result;
    result.atNs = atSeconds * kNsPerSecond;
    result.process = process;
    result.action = action;
    return result;
}

Experiment pair() {
    Experiment experiment;
    experiment.durationNs = 5 * kNsPerSecond;
    experiment.processes = {process("producer", "producer"), process("consumer", "consumer")};
    experiment.links = {link("pipe", "producer", "consumer")};
    return experiment;
}

Experiment commands(const std::string& mechanism) {
    Experiment experiment;
    experiment.processes = {command("cat", {"cat"}), command("wc", {"wc", "-c"})};
    experiment.links = {link(mechanism, "cat", "wc")};
    return experiment;
}

TEST(Validation, SoundOnesHaveNoProblems) {
    EXPECT_TRUE(check(pair()).empty()) << listed(check(pair()));
    EXPECT_TRUE(check(commands("pipe")).empty()) << listed(check(commands("pipe")));
}

// --- names ------------------------------------------------------------------------------------------------------

TEST(Validation, ProcessNamesAreUnique) {
    Experiment experiment = pair();
    experiment.processes.push_back(experiment.processes[0]);
    expectError(experiment, "/processes/2/name", "a second process is named \"producer\"");
}

TEST(Validation, ProcessNamesKeepTheirRules) {
    for (const char* name : {"", "a b", "→", "a/b", "123456789012345678901234567890123"}) {
        Experiment experiment = pair();
        experiment.processes.push_back(process(name, "consumer"));
        expectError(experiment, "/processes/2/name", "expected 1 to 32 letters");
    }
    EXPECT_TRUE(isProcessName("A-z_0.9"));
}

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
        const bool refused = exitStatus(check(experiment)) == 2;
        EXPECT_EQ(refused, !mechanism->info().traits.manySenders) << mechanism->info().id << listed(check(experiment));
    }
}

Experiment twoWays(const std::string& mechanism) {
    Experiment experiment;
    experiment.durationNs = 5 * kNsPerSecond;
    experiment.processes = {process("a", "dialogue"), process("b", "dialogue")};
    experiment.links = {link(mechanism, "a", "b"), link(mechanism, "b", "a")};
    experiment.links[1].reverseOf = "a→b";
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
    for (const LinkSpec& spec : linkSpecs(experiment)) {
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

TEST(Validation, CommandsNeedAnExecutable) {
    Experiment experiment = commands("pipe");
    experiment.processes[0].command.clear();
    expectError(experiment, "/processes/0/command", "needs an executable");
    experiment.processes[0].command = {"no-such-program-here"};
    expectLacks(experiment, "/processes/0/command/0", "in PATH (/usr/bin:/bin)");
    EXPECT_EQ(exitStatus(check(experiment)), 3);
    experiment.processes[0].command = {"/etc/passwd"};
    expectLacks(experiment, "/processes/0/command/0", "no executable file \"/etc/passwd\"");
    experiment.processes[0].command = {"/usr"};
    expectLacks(experiment, "/processes/0/command/0", "no executable file");
    experiment.processes[0].command = {""};
    expectError(experiment, "/processes/0/command/0", "an empty name");
}

TEST(Validation, OthersTakeNoCommand) {
    Experiment experiment = pair();
    experiment.processes[0].command = {"ls"};
    expectError(experiment, "/processes/0/command", "takes no command");
}

TEST(Validation, CommandsAreExecd) {
    Experiment experiment = commands("pipe");
    experiment.processes[0].launch = LaunchMethod::Fork;
    expectWarning(experiment, "/processes/0/launch", "fork and exec");
}

TEST(Validation, ReadCommandsAreExecdByThemselves) {
    const auto text = replaced(kSound, R"("program": "consumer")", R"("program": "command", "command": ["cat"])");
    EXPECT_EQ(read(text).processes[1].launch, LaunchMethod::Exec);
    EXPECT_EQ(writeExperiment(read(text)).find("launch"), std::string::npos) << "the default is left out";
}

TEST(Validation, StandardStreamsAreTakenOnce) {
    Experiment experiment = commands("pipe");
    experiment.processes.push_back(command("tee", {"cat"}));
    experiment.links.push_back(link("pipe", "cat", "tee"));
    experiment.links[0].senders[0].attach = experiment.links[1].senders[0].attach = Attach::Stdio;
    expectError(experiment, "/links/1/from/attach", "is taken already by /links/0/from/attach");
}

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

TEST(Validation, UnusedSettingsAreWarnings) {
    Experiment experiment = pair();
    experiment.processes[1].settings.messageBytes = 128;
    expectWarning(experiment, "/processes/1/message_bytes", "does not use message_bytes. Remove it");
    experiment.links[0].senders[0].attach = Attach::Stdio;
    expectWarning(experiment, "/links/0/from/attach", "only a command is attached");
    experiment.links[0].receivers[0].mode = EndMode::NonBlocking;
    experiment.links[0].receivers[0].timeoutNs = 5;
    expectWarning(experiment, "/links/0/to/timeout_ms", "only a call that blocks has a timeout");
    EXPECT_EQ(exitStatus(check(experiment)), 0);
}

TEST(Validation, CommandsUseNoSettings) {
    Experiment experiment = commands("pipe");
    experiment.processes[0].settings.ratePerSecond = 5;
    experiment.processes[0].settings.startDelayNs = 5;
    expectWarning(experiment, "/processes/0/rate_per_s", "does not use");
    expectWarning(experiment, "/processes/0/start_delay_s", "does not use");
    experiment.links[0].senders[0].mode = EndMode::NonBlocking;
    expectWarning(experiment, "/links/0/from", "do not reach a command");
}

// --- steps ------------------------------------------------------------------------------------------------------

TEST(Validation, SetNeedsAValueAndOnlySetTakesOne) {
    Experiment experiment = pair();
    experiment.steps = {step(1, "producer", StepAction::Set), step(2, "producer", StepAction::Pause)};
    experiment.steps[1].ratePerSecond = 5;
    expectError(experiment, "/steps/0/do", "expected at least one of rate_per_s");
    expectError(experiment, "/steps/1/do", "only \"set\" takes");
}

TEST(Validation, SetOfWhatIsNotUsedIsAWarning) {
    Experiment experiment = pair();
    experiment.steps = {step(1, "consumer", StepAction::Set)};
    experiment.steps[0].messageBytes = 64;
    expectWarning(experiment, "/steps/0/message_bytes", "does not use");
}

TEST(Validation, OfACommandOnlyNiceAndProcessorsCanBeSet) {
    Experiment experiment = commands("pipe");
    experiment.steps = {step(1, "cat", StepAction::Set), step(2, "cat", StepAction::Stop),
                        step(3, "cat", StepAction::Continue)};
    experiment.steps[0].workNs = 5;
    expectError(experiment, "/steps/0/do", "nothing but nice and cpus can be set");
    EXPECT_EQ(check(experiment).size(), 1U) << "stop and continue are fine" << listed(check(experiment));
    experiment.steps[0].workNs.reset();
    experiment.steps[0].nice = 5;
    experiment.steps[0].cpus = {1};
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

TEST(Validation, StepsAfterTheEndAreWarnings) {
    Experiment experiment = pair();
    experiment.steps = {step(3, "consumer", StepAction::Pause), step(2, "consumer", StepAction::Kill),
                        step(5, "producer", StepAction::Pause), step(1, "producer", StepAction::Continue)};
    expectWarning(experiment, "/steps/0", "has been ended by then by /steps/1");
    expectWarning(experiment, "/steps/2/at_s", "the run has ended by then");
    expectWarning(experiment, "/steps/3/do", "nothing to continue");
}

// --- the end of the run -----------------------------------------------------------------------------------------

TEST(Validation, ARunMustEnd) {
    Experiment experiment = pair();
    experiment.durationNs.reset();
    expectError(experiment, "", "never end");
    experiment.processes[0].settings.count = 5;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
    experiment.processes[0].settings.count.reset();
    experiment.steps = {step(1, "producer", StepAction::Kill)};
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

TEST(Validation, APausedRunWithoutDurationNeverEnds) {
    Experiment experiment = pair();
    experiment.durationNs.reset();
    experiment.processes[0].settings.count = 5;
    experiment.steps = {step(1, "producer", StepAction::Stop)};
    expectWarning(experiment, "/steps/0", "never continued");
    experiment.steps.push_back(step(2, "producer", StepAction::Continue));
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

// --- the machine ------------------------------------------------------------------------------------------------

TEST(Validation, ProcessorsMustBeThere) {
    Experiment experiment = pair();
    experiment.processes[0].cpus = {1, 2};
    expectLacks(experiment, "/processes/0/cpus/1", "no processor 2; it has 2, the last is 1");
    EXPECT_EQ(exitStatus(check(experiment)), 3);
    experiment.processes[0].cpus = {1, 1};
    expectWarning(experiment, "/processes/0/cpus/1", "named twice");
}

TEST(Validation, WhatALimitOfThisMachineRefusesIsNoFaultOfTheDocument) {
    Experiment experiment = pair();
    experiment.links[0].mechanism = "memfd";
    experiment.processes[0].settings.messageBytes = 1U << 20;
    experiment.links[0].capacityMessages = 1U << 30;  // a pebibyte
    expectLacks(experiment, "/links/0/capacity/messages", "bytes are free");
    EXPECT_EQ(exitStatus(check(experiment)), 3);
    experiment.links[0].capacityMessages.reset();
    experiment.links[0].capacityBytes = 4096;
    expectError(experiment, "/links/0/capacity/bytes", "counts messages");
}

TEST(Validation, NiceBelowTheLimitNeedsAPrivilege) {
    Experiment experiment = pair();
    experiment.processes[0].nice = -1;
    expectLacks(experiment, "/processes/0/nice", "down to 0");
    experiment.processes[0].nice = 19;
    EXPECT_TRUE(check(experiment).empty());
}

// Started with nice 5 by an ordinary user: what says nothing of nice has 5 too, and 0 needs a right.
TEST(Validation, WithoutANiceValueAProcessHasThatOfTheLaboratory) {
    Machine machine = smallMachine();
    machine.lowestNice = machine.ownNice = 5;
    Experiment experiment = pair();
    EXPECT_TRUE(validate(experiment, machine).empty()) << listed(validate(experiment, machine));
    experiment.processes[0].nice = 0;
    expectProblem(validate(experiment, machine), "/processes/0/nice", Severity::MachineLacks, "down to 5");
    experiment.processes[0].nice.reset();
    experiment.steps = {step(1, "producer", StepAction::Set)};
    experiment.steps[0].nice = 4;
    expectProblem(validate(experiment, machine), "/steps/0/nice", Severity::MachineLacks, "from 5 to 4");
    experiment.steps[0].nice = 5;
    EXPECT_TRUE(validate(experiment, machine).empty()) << listed(validate(experiment, machine));
}

TEST(Validation, LoweringANiceValueOnTheWayNeedsAPrivilegeEvenWhereItBegan) {
    Experiment experiment = pair();
    experiment.steps = {step(2, "producer", StepAction::Set), step(1, "producer", StepAction::Set)};
    experiment.steps[0].nice = 0;
    experiment.steps[1].nice = 10;
    expectLacks(experiment, "/steps/0/nice", "from 10 to 0 needs a privilege: this user may lower none");
    EXPECT_EQ(exitStatus(check(experiment)), 3);
    Machine machine = smallMachine();
    machine.lowerableNice = 1;
    expectProblem(validate(experiment, machine), "/steps/0/nice", Severity::MachineLacks, "one down to 1");
    machine.lowerableNice = 0;
    EXPECT_TRUE(validate(experiment, machine).empty()) << listed(validate(experiment, machine));
    experiment.steps[0].nice = 11;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

TEST(Validation, AStepMayUseOnlyProcessorsThatAreThere) {
    Experiment experiment = pair();
    experiment.steps = {step(1, "producer", StepAction::Set), step(1, "consumer", StepAction::Set)};
    experiment.steps[0].cpus = {0, 2};
    experiment.steps[1].cpus = std::vector<unsigned>{};  // any again
    expectLacks(experiment, "/steps/0/cpus/1", "no processor 2; it has 2, the last is 1");
    EXPECT_EQ(check(experiment).size(), 1U) << listed(check(experiment));
}

TEST(Validation, RealTimePoliciesNeedAPrivilegeAndSayWhich) {
    Experiment experiment = pair();
    experiment.processes[0].policy = SchedulingPolicy::RoundRobin;
    Machine machine = smallMachine();
    machine.realTimeProblem = "RLIMIT_RTPRIO is 0";
    expectProblem(validate(experiment, machine), "/processes/0/policy", Severity::MachineLacks, "RLIMIT_RTPRIO");
    EXPECT_EQ(exitStatus(validate(experiment, machine)), 3);
    machine.realTimePriority = 10;
    EXPECT_TRUE(validate(experiment, machine).empty());
    experiment.processes[0].realTimePriority = 11;
    expectProblem(validate(experiment, machine), "/processes/0/rt_priority", Severity::MachineLacks, "up to 10");
}

TEST(Validation, WhatHasNoEffectUnderAPolicyIsSaid) {
    Experiment experiment = pair();
    experiment.processes[0].realTimePriority = 11;
    expectWarning(experiment, "/processes/0/rt_priority", "without the policy");
    Machine machine = smallMachine();
    machine.realTimePriority = 99;
    experiment.processes[0].policy = SchedulingPolicy::Fifo;
    experiment.processes[0].nice = 3;
    expectProblem(validate(experiment, machine), "/processes/0/nice", Severity::Warning, "no effect");
    experiment.steps = {step(1, experiment.processes[0].name, StepAction::Set)};
    experiment.steps[0].nice = 4;
    expectProblem(validate(experiment, machine), "/steps/0/nice", Severity::Warning, "no effect");
}

TEST(Validation, AnImportanceNeedsABudget) {
    Experiment experiment = pair();
    experiment.processes[0].importance = Importance::Service;
    expectWarning(experiment, "/processes/0/importance", "memory_budget_bytes");
    experiment.memoryBudgetBytes = 1U << 30;
    EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
}

TEST(Validation, AFieldTheProgramDoesNotKnowIsRefused) {
    Experiment experiment = pair();
    experiment.processes[0].parameters.forks = 3;
    expectError(experiment, "/processes/0/forks", "has no field \"forks\". It takes none");
    Experiment tree;
    tree.processes = {process("t", "fork-tree")};
    EXPECT_TRUE(check(tree).empty()) << "it ends by itself" << listed(check(tree));
    tree.processes[0].parameters.threads = 3;
    expectError(tree, "/processes/0/threads", "It takes forks, hold_s");
    Experiment parent;
    parent.processes = {process("p", "parent")};
    parent.processes[0].parameters.way = "wiat";
    expectError(parent, "/processes/0/way", "did you mean \"wait\"");
    parent.processes[0].parameters.way = "run-on";
    EXPECT_TRUE(check(parent).empty()) << listed(check(parent));
    tree.processes[0].parameters = {};
    tree.processes[0].parameters.way = "x";
    expectError(tree, "/processes/0/way", "has no field");
}

TEST(Validation, LimitsOfProcessesAndDescriptorsAreWarnings) {
    Machine machine = smallMachine();
    machine.processes = 100;
    machine.descriptors = 64;
    Experiment tree;
    tree.processes = {process("t", "fork-tree")};
    tree.processes[0].parameters.forks = 3;
    machine.processes = 260;
    expectProblem(validate(tree, machine), "/processes", Severity::Warning, "8 processes");
    machine.processes = 100;
    const auto problems = validate(pair(), machine);
    expectProblem(problems, "/processes", Severity::Warning, "RLIMIT_NPROC");
    expectProblem(problems, "/links", Severity::Warning, "RLIMIT_NOFILE");
}

TEST(Validation, ManyProcessesAndRelaysAreCheckedInTime) {
    Experiment experiment;
    experiment.durationNs = kNsPerSecond;
    experiment.processes.push_back(process("p0", "producer"));
    for (int i = 1; i < 4000; ++i) {
        const std::string name = "p" + std::to_string(i);
        experiment.processes.push_back(process(name, i == 3999 ? "consumer" : "relay"));
        experiment.links.push_back(link("pipe", "p" + std::to_string(i - 1), name));
    }
    expectError(experiment, "/safety/processes", "this document makes 4000 processes");
    experiment.safety.processes = 4100;
    EXPECT_EQ(exitStatus(check(experiment)), 0) << listed(check(experiment));
}

TEST(Machine, CpuLists) {
    EXPECT_EQ(parseCpuList("0-3,6"), (std::vector<unsigned>{0, 1, 2, 3, 6}));
    EXPECT_EQ(parseCpuList("2"), std::vector<unsigned>{2});
    EXPECT_TRUE(parseCpuList("").empty());
    EXPECT_TRUE(parseCpuList("x").empty());
    EXPECT_LT(parseCpuList("0-4294967295").size(), 10'000U);
    EXPECT_EQ(cpuListText({6, 0, 1, 3, 2, 2}), "0-3,6");
    EXPECT_EQ(cpuListText({5}), "5");
    EXPECT_EQ(cpuListText({}), "any");
    EXPECT_TRUE(parseCpuList(cpuListText({})).empty());
}

TEST(Machine, ThisOneHasProcessorsAndAPath) {
    const Machine machine = thisMachine();
    EXPECT_FALSE(machine.cpus.empty());
    EXPECT_EQ(machine.realTimePriority == 0, !machine.realTimeProblem.empty());
    EXPECT_TRUE(findExecutable("sh", machine.path));
    EXPECT_FALSE(findExecutable("no-such-program-here", machine.path));
}

TEST(Validation, ALimitOnProcessesThatRootDoesNotMeetIsSaid) {
    Experiment experiment = pair();
    experiment.processes[0].limits.processes = 20;
    Machine machine = smallMachine();
    EXPECT_TRUE(validate(experiment, machine).empty()) << listed(validate(experiment, machine));
    machine.isRoot = true;
    expectProblem(validate(experiment, machine), "/processes/0/limits/processes", Severity::Warning, "no effect");
}

}  // namespace

}  // namespace ipclab::test
