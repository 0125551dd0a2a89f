// Steps that are done to links: what may be said, and what follows when links are renamed, removed and pasted.
#include <gmock/gmock.h>

#include "document/edits.h"
#include "document/experiment_json.h"
#include "document/field_list.h"
#include "documents.h"

namespace ipclab::test {

namespace {

using testing::HasSubstr;

constexpr std::string_view kPause = R"({ "at_s": 1, "process": "consumer", "do": "pause" })";

std::string withStep(std::string_view step, std::string_view mechanism = "pipe") {
    const std::string link = replaced(kSound, "\"mechanism\": \"pipe\"",
                                      "\"name\": \"wire\", \"mechanism\": \"" + std::string(mechanism) + "\"");
    return replaced(link, kPause, step);
}

std::vector<Problem> stepProblems(std::string_view step, std::string_view mechanism = "pipe") {
    return readExperiment(withStep(step, mechanism), "test.ipclab.json").problems;
}

void expectStepProblem(std::string_view step, const std::string& pointer, const std::string& text,
                   std::string_view mechanism = "pipe") {
    const auto problems = stepProblems(step, mechanism);
    ASSERT_EQ(problems.size(), 1U) << step << listed(problems);
    EXPECT_EQ(problems[0].pointer, pointer) << step;
    EXPECT_THAT(problems[0].message, HasSubstr(text)) << step;
}

TEST(LinkSteps, AreReadWrittenAndSound) {
    const std::string text = withStep(R"({ "at_s": 1, "link": "wire", "do": "set", "capacity_bytes": 131072 })");
    const Experiment experiment = read(text);
    ASSERT_EQ(experiment.steps.size(), 1U);
    EXPECT_EQ(experiment.steps[0].link, "wire");
    EXPECT_EQ(experiment.steps[0].room.capacityBytes, 131072U);
    EXPECT_EQ(read(writeExperiment(experiment)), experiment);
    EXPECT_TRUE(stepProblems(R"({ "at_s": 1, "link": "wire", "do": "set", "send_buffer_bytes": 8192,
                               "receive_buffer_bytes": 8192 })",
                           "tcp")
                    .empty());
}

TEST(LinkSteps, SayWhatIsWrongWhereItIs) {
    expectStepProblem(R"({ "at_s": 1, "do": "pause" })", "/steps/0", "Name one of them");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "process": "consumer", "do": "set", "capacity_bytes": 4096 })",
                  "/steps/0/link", "not to both");
    expectStepProblem(R"({ "at_s": 1, "link": "wier", "do": "set", "capacity_bytes": 4096 })", "/steps/0/link",
                  "did you mean \"wire\"?");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "pause", "capacity_bytes": 4096 })", "/steps/0/do",
                  "there is only \"set\"");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "set" })", "/steps/0/do", "says nothing to set");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "set", "capacity_bytes": 4096, "rate_per_s": 1 })",
                  "/steps/0/rate_per_s", "is of a process");
    expectStepProblem(R"({ "at_s": 1, "process": "consumer", "do": "pause", "capacity_bytes": 4096 })",
                  "/steps/0/capacity_bytes", "is of a link");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "set", "send_buffer_bytes": 4096 })",
                  "/steps/0/send_buffer_bytes", "cannot change \"send_buffer_bytes\"");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "set", "receive_buffer_bytes": 4096 })",
                  "/steps/0/receive_buffer_bytes", "cannot change", "unix-stream");
    expectStepProblem(R"({ "at_s": 1, "link": "wire", "do": "set", "capacity_bytes": 4096 })", "/steps/0/capacity_bytes",
                  "cannot change", "posix-shm");
}

TEST(LinkSteps, FollowTheirLinkByNameAndGoWithIt) {
    Document document(read(withStep(R"({ "at_s": 1, "link": "wire", "do": "set", "capacity_bytes": 4096 })")));
    const Part link{Part::Kind::Link, 0};
    const Edit back = document.apply(renamePart(document, link, "cable"));
    EXPECT_EQ(document.experiment().steps[0].link, "cable");
    document.apply(back);
    EXPECT_EQ(document.experiment().steps[0].link, "wire");
    const Document whole = document;
    const Edit again = document.apply(removePart(document, link));
    EXPECT_TRUE(document.experiment().steps.empty());
    document.apply(again);
    EXPECT_EQ(document.experiment(), whole.experiment());
    const Edit process = document.apply(removePart(document, {Part::Kind::Process, 0}));
    EXPECT_TRUE(document.experiment().links.empty());
    EXPECT_TRUE(document.experiment().steps.empty()) << "the link went with its only sender, and its step with it";
    document.apply(process);
    EXPECT_EQ(document.experiment(), whole.experiment());
}

TEST(LinkSteps, ArePastedWithTheirLink) {
    Document document(read(withStep(R"({ "at_s": 1, "link": "wire", "do": "set", "capacity_bytes": 4096 })")));
    const std::vector<Part> both{{Part::Kind::Process, 0}, {Part::Kind::Process, 1}};
    document.apply(paste(document, copyOf(document, both)));
    ASSERT_EQ(document.experiment().steps.size(), 2U);
    EXPECT_EQ(document.experiment().steps[1].link, document.experiment().links[1].name);
    EXPECT_NE(document.experiment().steps[1].link, "wire");
}

TEST(LinkSteps, ConcernTheRoomThatTheMechanismCanChange) {
    const Document document(
        read(withStep(R"({ "at_s": 1, "link": "wire", "do": "set", "send_buffer_bytes": 4096 })", "unix-stream")));
    const Part step{Part::Kind::Step, 0};
    EXPECT_TRUE(concerns(document, step, "link"));
    EXPECT_TRUE(concerns(document, step, "send_buffer_bytes"));
    for (const char* other : {"process", "capacity_bytes", "receive_buffer_bytes", "rate_per_s", "nice", "loss"})
        EXPECT_FALSE(concerns(document, step, other)) << other;
}

}  // namespace

}  // namespace ipclab::test
