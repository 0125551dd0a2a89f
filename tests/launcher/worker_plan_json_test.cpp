#include "launcher/worker_plan_json.h"

#include <gtest/gtest.h>

#include "launcher/command_ends.h"

namespace ipclab {
namespace {

ProgramParameters everyParameter() {
    ProgramParameters all;
    all.area = MemoryArea::Mmap;
    all.semantics = CallSemantics::ExactlyOnce;
    all.way = "way";
    int next = 0;
#define PARAMETER(type, member, ...) all.member = static_cast<type>(++next);
#include "programs/parameters.def"
#undef PARAMETER
    all.strategy = "poll";
    all.active = 0.25;
    all.connectRate = 7;
    all.arrivals = Arrivals::Poisson;
    return all;
}

TEST(WorkerPlanJson, ComesBackAsItWas) {
    WorkerPlan plan;
    plan.process = 3;
    plan.program = "relay";
    plan.count = 17;
    plan.startDelayNs = 5;
    PortPlan port;
    port.slot = 2;
    port.link = 1;
    port.role = PortRole::Receiver;
    port.mechanism = "pipe";
    port.wiring = {{4, 5}, {"/tmp/\"odd\" name"}, {~std::uint64_t{0}}};
    port.options = {.mode = Blocking::NonBlocking,
                    .timeoutNs = 1234,
                    .spinNs = 77,
                    .maxMessageBytes = 4096,
                    .priority = 7,
                    .type = -3};
    port.polls = true;
    port.notified = true;
    port.rules = {Buffering::Unbounded, 3, 99, ReceivePolicy::RoundRobin, Naming::Asymmetric};
    port.stampEvery = 64;
    port.foreignPeer = true;
    plan.ports.push_back(port);
    plan.seed = 99;
    plan.shared = SharedPlan{.slot = 1,
                             .place = 2,
                             .parties = 3,
                             .sync = "eventfd",
                             .wiring = {{7, 8}, {"/ipclab-x"}, {12}},
                             .windowNs = 50'000};

    plan.parameters = everyParameter();
    plan.limits = {1, 2, 3, 4, 5, 6};
    plan.workerExecutable = "/some/where";
    plan.names = {"/run/with a space/1", "/ipclab-x-2", "/ipclab-x-3", -77};

    const WorkerPlan back = workerPlanFromJson(toJsonText(plan));
    ASSERT_EQ(back.ports.size(), 1U);
    EXPECT_EQ(toJsonText(back), toJsonText(plan));
    EXPECT_EQ(back.ports[0].wiring.names, port.wiring.names);
    EXPECT_EQ(back.ports[0].wiring.numbers, port.wiring.numbers);
    EXPECT_EQ(back.ports[0].options.mode, Blocking::NonBlocking);
    EXPECT_EQ(back.ports[0].options.spinNs, 77);
    EXPECT_EQ(back.ports[0].rules, port.rules);
    EXPECT_TRUE(back.ports[0].polls && back.ports[0].notified);
    EXPECT_EQ(back.ports[0].options.maxMessageBytes, 4096U);
    EXPECT_EQ(back.ports[0].options.priority, 7U);
    EXPECT_EQ(back.ports[0].options.type, -3);
    EXPECT_EQ(back.count, 17U);
    EXPECT_EQ(back.parameters, plan.parameters);
    EXPECT_EQ(back.limits, plan.limits);
    EXPECT_EQ(back.workerExecutable, plan.workerExecutable);
    EXPECT_EQ(back.names, plan.names);
    EXPECT_EQ(back.seed, 99U);
    ASSERT_TRUE(back.shared);
    EXPECT_EQ(back.shared->wiring.descriptors, (std::vector{7, 8}));
    EXPECT_EQ(back.shared->windowNs, 50'000);
}

TEST(WorkerPlanJson, WhatIsNoPlanIsRefused) {
    for (const char* text : {"", "{", "[]", "{}", R"({"process":"x"})"}) {
        EXPECT_THROW((void)workerPlanFromJson(text), std::exception) << text;
    }
}

TEST(StartPlanJson, ComesBackAsItWasUnderOtherNumbers) {
    ProcessSpec spec;
    spec.name = "c";
    spec.program = "command";
    spec.launch = LaunchMethod::VFork;
    spec.command = {"gzip", "-c"};
    spec.cpus = {1};
    spec.nice = 5;
    ChildPlan plan;
    plan.spec = &spec;
    plan.foreign = true;
    plan.worker.process = 2;
    plan.worker.program = "command";
    plan.worker.ports.emplace_back().wiring.descriptors = {4, 9};
    plan.attach = {Attach::Descriptor};
    plan.linkNames = {"a→b"};
    auto back = startPlanFromJson(toJsonText(plan, 11, 12));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->spec, spec);
    EXPECT_TRUE(back->child.foreign);
    EXPECT_EQ(back->child.attach, plan.attach);
    EXPECT_EQ(back->child.linkNames, plan.linkNames);
    back->renumber({{4, 9}, {9, 4}, {12, 40}});
    EXPECT_EQ(back->child.worker.ports.at(0).wiring.descriptors, (std::vector{9, 4}));
    EXPECT_EQ(back->outputFd, 11);
    EXPECT_EQ(back->errorFd, 40);
    EXPECT_FALSE(startPlanFromJson(toJsonText(plan.worker)));
}

ChildPlan commandWith(std::vector<std::pair<PortRole, Attach>> ends) {
    ChildPlan plan;
    for (const auto& [role, attach] : ends) {
        PortPlan port;
        port.role = role;
        port.mechanism = "pipe";
        plan.worker.ports.push_back(port);
        plan.attach.push_back(attach);
    }
    return plan;
}

TEST(CommandEnds, FirstEndsTakeStandardInputAndOutput) {
    EXPECT_EQ(commandDescriptors(commandWith({{PortRole::Receiver, Attach::Auto}, {PortRole::Sender, Attach::Auto}})),
              (std::vector{0, 1}));
}

TEST(CommandEnds, FurtherEndsGetDescriptorsOfTheirOwn) {
    const auto fds = commandDescriptors(commandWith({{PortRole::Sender, Attach::Auto},
                                                     {PortRole::Sender, Attach::Auto},
                                                     {PortRole::Receiver, Attach::Descriptor}}));
    EXPECT_EQ(fds, (std::vector{1, 3, 4}));
}

TEST(CommandEnds, LinkNamesBecomeEnvironmentNames) {
    EXPECT_EQ(environmentName("tar-gzip"), "TAR_GZIP");
    EXPECT_EQ(environmentName("a.b 2"), "A_B_2");
}

}  // namespace
}  // namespace ipclab
