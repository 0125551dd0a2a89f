// Processes that start later: what of them is sound, and what is said where it is not.
#include <gmock/gmock.h>

#include "documents.h"

namespace ipclab::test {

namespace {

using testing::HasSubstr;

std::vector<Problem> laterProblems(const std::string& mechanism, const std::string& to, const std::string& steps,
                                const std::string& launch = "fork") {
    return readExperiment(R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[
        {"name":"p","program":"producer"},{"name":"c1","program":"consumer"},
        {"name":"c2","program":"consumer","starts_later":true,"launch":")" +
                              launch + R"("}],"links":[{"name":"l","mechanism":")" + mechanism +
                              R"(","from":"p","to":)" + to + R"(}],"steps":[)" + steps + "]}",
                          "test.ipclab.json")
        .problems;
}

void expectOne(const std::vector<Problem>& problems, const std::string& pointer, const std::string& text) {
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_EQ(problems[0].pointer, pointer);
    EXPECT_THAT(problems[0].message, HasSubstr(text));
}

constexpr const char* kBoth = R"(["c1","c2"])";

TEST(StartsLater, IsSoundWhereOthersAreThereAndLetItIn) {
    EXPECT_TRUE(laterProblems("posix-mq", kBoth, R"({"at_s":1,"process":"c2","do":"start"},
        {"at_s":2,"process":"c2","do":"retire"})")
                    .empty());
    EXPECT_TRUE(laterProblems("fifo", kBoth, R"({"at_s":1,"process":"c2","do":"set","work_us":5})").empty())
        << "a setting is there when somebody starts it";
}

TEST(StartsLater, IsRefusedWithTheReason) {
    expectOne(laterProblems("pipe", kBoth, ""), "/processes/2/starts_later", "nobody can join it later");
    expectOne(laterProblems("posix-mq", kBoth, "", "qprocess"), "/processes/2/starts_later", "launched by the window");
    expectOne(laterProblems("posix-mq", kBoth, R"({"at_s":1,"process":"c1","do":"start"})"), "/steps/0/do",
              "starts with the run");
    expectOne(laterProblems("posix-mq", kBoth, R"({"at_s":1,"process":"c2","do":"pause"})"), "/steps/0",
              "has not been started");
    expectOne(laterProblems("posix-mq", kBoth, R"({"at_s":1,"process":"c2","do":"start"},
        {"at_s":2,"process":"c2","do":"start"})"),
              "/steps/1/do", "is started by /steps/0 already");
    const auto alone = laterProblems("posix-mq", R"("c2")", "");
    ASSERT_FALSE(alone.empty());
    EXPECT_TRUE(std::ranges::any_of(alone, [](const Problem& problem) {
        return problem.message.find("all who receive on link \"l\" start later") != std::string::npos;
    })) << listed(alone);
}

TEST(Retire, IsForProgramsThatEndWhenTheyAreAsked) {
    const auto problems = readExperiment(R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[
        {"name":"a","program":"command","command":["true"]}],
        "steps":[{"at_s":1,"process":"a","do":"retire"}]})",
                                         "test.ipclab.json")
                              .problems;
    expectOne(problems, "/steps/0/do", "cannot be asked to end");
}

}  // namespace

}  // namespace ipclab::test
