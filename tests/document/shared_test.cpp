// The section "shared" of a document: read, written, and told what is wrong with it.
#include <gmock/gmock.h>

#include "documents.h"
#include "sync/registry.h"

namespace ipclab::test {

namespace {

using testing::HasSubstr;

// The only problem of the document with one thing changed.
std::string problemOf(std::string_view from, std::string_view to, const std::string& document = kSharing) {
    const ReadResult result = readExperiment(replaced(document, from, to), "x.ipclab.json");
    if (result.problems.size() != 1) return "not one problem:" + listed(result.problems);
    return result.problems[0].pointer + " " + result.problems[0].message;
}

const std::string kTokens =
    replaced(replaced(replaced(kSharing, "\"counter\", \"kind\": \"counter\"", R"("token", "kind": "hand-off")"),
                      "\"a\", \"program\": \"increment\"", R"("a", "program": "hand-off")"),
             "\"b\", \"program\": \"increment\"", R"("b", "program": "hand-off")");

TEST(Shared, ReadWrittenReadIsTheSame) {
    const std::string text = replaced(kSharing, "[\"a\", \"b\"]", R"(["a", "b"], "window_us": 12.5)");
    const Experiment experiment = read(text);
    ASSERT_EQ(experiment.shared.size(), 1U);
    EXPECT_EQ(experiment.shared[0].name, "counter");
    EXPECT_EQ(experiment.shared[0].sync, "futex");
    EXPECT_EQ(experiment.shared[0].windowNs, 12'500);
    EXPECT_EQ(writeExperiment(experiment), writeExperiment(read(writeExperiment(experiment))));
    EXPECT_EQ(read(writeExperiment(experiment)), experiment);
}

TEST(Shared, EveryPrimitiveIsTaken) {
    for (const Primitive* primitive : allPrimitives()) {
        const std::string sync = "\"" + std::string(primitive->info().id) + "\"";
        EXPECT_TRUE(readExperiment(replaced(kSharing, "\"futex\"", sync), "x").problems.empty()) << sync;
    }
}

TEST(Shared, AnUnknownPrimitiveIsNamedWithTheKnown) {
    EXPECT_THAT(problemOf("\"futex\"", "\"futexes\""),
                testing::AllOf(HasSubstr("/shared/0/sync"), HasSubstr("did you mean \"futex\"?")));
}

TEST(Shared, ATokenNeedsSomethingToWaitWith) {
    EXPECT_THAT(problemOf("\"futex\"", "\"none\"", kTokens), HasSubstr("nobody would wait for it"));
}

TEST(Shared, AProcessMustExist) {
    EXPECT_THAT(problemOf("\"a\", \"b\"]", "\"a\", \"b\", \"c\"]"),
                HasSubstr("/shared/0/processes/2 there is no process"));
}

TEST(Shared, AProcessIsNamedOnce) {
    const ReadResult result = readExperiment(replaced(kSharing, "[\"a\", \"b\"]", R"(["a", "b", "a"])"), "x");
    EXPECT_THAT(listed(result.problems), HasSubstr("named twice"));
}

TEST(Shared, AProgramThatWorksOnAnObjectNeedsOne) {
    EXPECT_THAT(problemOf("[\"a\", \"b\"]", "[\"a\"]"),
                HasSubstr("/processes/1 \"b\" (increment) works on one shared object"));
}

TEST(Shared, AProgramWorksOnItsOwnKind) {
    EXPECT_THAT(problemOf("\"b\", \"program\": \"hand-off\"", R"("b", "program": "cat")", kTokens),
                HasSubstr("there is no program"));
    EXPECT_THAT(listed(readExperiment(
                           replaced(kTokens, "\"b\", \"program\": \"hand-off\"", R"("b", "program": "barrier")"), "x")
                           .problems),
                HasSubstr("does not work on a hand-off. Give it the program \"hand-off\""));
}

TEST(Shared, ATokenIsBetweenAtLeastTwo) {
    EXPECT_THAT(listed(readExperiment(replaced(kTokens, "[\"a\", \"b\"]", "[\"a\"]"), "x").problems),
                HasSubstr("expected at least 2"));
}

TEST(Shared, OnlyACounterHasAWindow) {
    EXPECT_THAT(problemOf("[\"a\", \"b\"]", R"(["a", "b"], "window_us": 5)", kTokens),
                HasSubstr("only a counter has a window"));
}

TEST(Shared, NamesAreTheirOwn) {
    EXPECT_THAT(problemOf("\"counter\", \"kind\"", R"("a counter", "kind")"),
                HasSubstr("/shared/0/name found \"a counter\""));
}

// --- the same of a link -----------------------------------------------------------------------------------------

std::string linkWith(const std::string& mechanism, const std::string& sync) {
    return replaced(kSound, "\"mechanism\": \"pipe\"",
                    "\"mechanism\": \"" + mechanism + "\", \"sync\": \"" + sync + "\"");
}

TEST(LinkSync, SharedMemoryTakesEveryPrimitive) {
    for (const Primitive* primitive : allPrimitives()) {
        const Experiment experiment = read(linkWith("posix-shm", std::string(primitive->info().id)));
        EXPECT_EQ(experiment.links.at(0).sync, primitive->info().id);
        EXPECT_EQ(read(writeExperiment(experiment)), experiment);
        EXPECT_EQ(linkSpec(experiment, experiment.links[0]).sync, primitive->info().id);
    }
}

TEST(LinkSync, WhatTheSystemSynchronisesRefusesIt) {
    for (const char* mechanism : {"pipe", "tcp", "posix-mq"}) {
        EXPECT_THAT(listed(readExperiment(linkWith(mechanism, "futex"), "x").problems),
                    testing::AllOf(HasSubstr("/links/0/sync"), HasSubstr("the system synchronises the ends of")));
    }
}

TEST(LinkSync, AnUnknownPrimitiveIsNamedWithTheKnown) {
    EXPECT_THAT(listed(readExperiment(linkWith("posix-shm", "futexes"), "x").problems),
                testing::AllOf(HasSubstr("/links/0/sync"), HasSubstr("did you mean \"futex\"?")));
}

}  // namespace

}  // namespace ipclab::test
