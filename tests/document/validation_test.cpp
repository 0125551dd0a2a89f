// What a document says of its processes and steps, on a machine of our choosing.
#include "links/registry.h"
#include "validation_fixture.h"

namespace ipclab::test {

namespace {

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
