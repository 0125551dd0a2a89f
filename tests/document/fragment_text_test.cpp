// What is copied is pasted as it was, what comes from elsewhere is understood or told what is wrong with it.
#include <gmock/gmock.h>

#include "document/fragment_text.h"
#include "documents.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(FragmentText, WhatIsWrittenIsReadAgain) {
    const ReadResult sound = readExperiment(kSound, "x");
    const Fragment all = fragmentOf(*sound.experiment);
    const ReadFragment again = readFragment(writeFragment(all));
    EXPECT_THAT(again.problems, IsEmpty()) << listed(again.problems);
    EXPECT_EQ(again.fragment.processes, all.processes);
    EXPECT_EQ(again.fragment.links, all.links);
    EXPECT_EQ(again.fragment.steps, all.steps);
}

TEST(FragmentText, ALinkAloneAndAStepAloneAreFragments) {
    Fragment fragment;
    fragment.links = readExperiment(kSound, "x").experiment->links;
    EXPECT_EQ(readFragment(writeFragment(fragment)).fragment.links, fragment.links);
    const ReadFragment step = readFragment(R"({"at_s": 1, "process": "a", "do": "kill"})");
    EXPECT_THAT(step.problems, IsEmpty());
    EXPECT_THAT(step.fragment.steps, SizeIs(1));
}

TEST(FragmentText, PartsOfAFileAreUnderstoodAsTheyStandThere) {
    EXPECT_THAT(readFragment(kSound).fragment.processes, SizeIs(2)) << "a whole document";
    const ReadFragment one = readFragment(R"({"name": "a", "program": "command", "command": ["cat"]})");
    ASSERT_THAT(one.fragment.processes, SizeIs(1));
    EXPECT_EQ(one.fragment.processes[0].launch, LaunchMethod::Exec);
    const ReadFragment several =
        readFragment(R"([{"name": "a", "program": "producer"}, {"mechanism": "pipe", "from": "a", "to": "b"}])");
    EXPECT_THAT(several.problems, IsEmpty()) << listed(several.problems);
    ASSERT_THAT(several.fragment.links, SizeIs(1));
    EXPECT_EQ(several.fragment.links[0].name, "a→b");
}

TEST(FragmentText, GarbageIsToldWhatWasExpectedAndWhere) {
    EXPECT_THAT(readFragment("hello").problems, SizeIs(1));
    EXPECT_THAT(readFragment("42").problems[0].message, HasSubstr("this is no part of an experiment"));
    EXPECT_THAT(readFragment("[]").problems, IsEmpty());
    const ReadFragment wrong = readFragment("[\n  {\"name\": \"a\", \"program\": \"producer\", \"rate\": 3}\n]");
    ASSERT_THAT(wrong.problems, SizeIs(1));
    EXPECT_EQ(wrong.problems[0].line, 2U);
    EXPECT_EQ(wrong.problems[0].pointer, "/0/rate");
    EXPECT_THAT(readFragment(R"({"processes": 3})").problems, SizeIs(1));
}

}  // namespace
}  // namespace ipclab::test
