// Several equal processes, said once: what runs, what is checked, and what becomes of a group that is taken apart.
#include "document/groups.h"

#include <gmock/gmock.h>

#include "document/edits.h"
#include "document/experiment_json.h"
#include "document/revision.h"
#include "document/validation.h"
#include "documents.h"

namespace ipclab::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kWorkers = R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[
    {"name":"source","program":"producer"},
    {"name":"worker","program":"consumer","copies":3,"work_us":10},
    {"name":"other","program":"cpu-bound"}],
    "links":[{"name":"jobs","mechanism":"posix-mq","from":"source","to":{"process":"worker","mode":"poll"}}],
    "steps":[{"at_s":1,"process":"worker","do":"pause"},{"at_s":2,"process":"other","do":"stop"}]})";

std::vector<std::string> namesOf(const Experiment& experiment) {
    std::vector<std::string> names;
    for (const ProcessSpec& process : experiment.processes) names.push_back(process.name);
    return names;
}

TEST(Groups, RunAsEqualProcessesWithEndsAndStepsOfTheirOwn) {
    const Experiment document = read(kWorkers);
    ASSERT_TRUE(hasGroups(document));
    EXPECT_EQ(processCount(document), 5U);
    const Experiment all = expanded(document);
    EXPECT_THAT(namesOf(all), ElementsAre("source", "worker-1", "worker-2", "worker-3", "other"));
    ASSERT_EQ(all.links[0].receivers.size(), 3U);
    EXPECT_EQ(all.links[0].receivers[2].process, "worker-3");
    EXPECT_EQ(all.links[0].receivers[2].mode, EndMode::Poll);
    EXPECT_EQ(all.processes[2].settings.workNs, 10'000);
    EXPECT_EQ(all.processes[2].copies, 1U);
    ASSERT_EQ(all.steps.size(), 4U);
    EXPECT_EQ(all.steps[1].process, "worker-2");
    EXPECT_EQ(all.steps[3].process, "other");
    EXPECT_FALSE(hasGroups(all));
    EXPECT_EQ(expanded(all), all);
}

TEST(Groups, HaveOneIdForAllTheirMembers) {
    const Document document(read(kWorkers));
    const PartIds ids = expandedIds(document.experiment(), document.ids());
    EXPECT_THAT(ids.of(Part::Kind::Process), ElementsAre(0, 1, 1, 1, 2));
    EXPECT_THAT(ids.of(Part::Kind::Step), ElementsAre(0, 0, 0, 1));
    EXPECT_EQ(ids.indexOf({Part::Kind::Process, 1}), 1U) << "the first of them";
    EXPECT_EQ(ids.indexOf({Part::Kind::Process, 2}), 4U);
}

TEST(Groups, AreWrittenAsTheyWereReadAndSetLikeAnyField) {
    const Experiment document = read(kWorkers);
    EXPECT_EQ(read(writeExperiment(document)), document);
    const std::vector<std::string> settings{"worker.copies=7"};
    const ReadResult set = readExperiment(kWorkers, "test", settings);
    ASSERT_TRUE(set.experiment) << listed(set.problems);
    EXPECT_EQ(set.experiment->processes[1].copies, 7U);
}

TEST(Groups, AreCheckedAsTheyWouldRunAtThePlacesOfTheDocument) {
    const std::string pty = replaced(kWorkers, "posix-mq", "pty");
    const auto problems = readExperiment(pty, "test").problems;
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_THAT(problems[0].pointer, HasSubstr("/links/0/to")) << "three receivers, of which the document has one";
    const auto wrong = readExperiment(replaced(kWorkers, "\"other\",\"do\"", "\"othre\",\"do\""), "test").problems;
    ASSERT_EQ(wrong.size(), 1U) << listed(wrong);
    EXPECT_EQ(wrong[0].pointer, "/steps/1/process");
    const auto nice =
        readExperiment(replaced(kWorkers, "\"work_us\":10", "\"work_us\":10,\"count\":3,\"loss\":1"), "test").problems;
    EXPECT_EQ(std::ranges::count(nice, "/processes/1/loss", &Problem::pointer), 1)
        << "what is true of each is said once" << listed(nice);
    const auto many = readExperiment(replaced(kWorkers, "\"copies\":3", "\"copies\":1000"), "test").problems;
    EXPECT_TRUE(many.empty()) << listed(many);
}

TEST(Groups, AreCheckedInTheWindowAsInTheFile) {
    Document document(read(replaced(kWorkers, "posix-mq", "pipe")));
    Revision revision(document);
    const auto check = [&](const Edit& edit) {
        document.apply(edit);
        revision.update(edit);
        EXPECT_EQ(revision.problems(), validate(document.experiment()));
    };
    LinkSpec link = *document.link(0);
    link.mechanism = "pty";
    check(replacePart(document, {Part::Kind::Link, 0}, link));
    EXPECT_FALSE(revision.problems().empty());
    ProcessSpec process = *document.process(1);
    process.copies = 1;
    check(replacePart(document, {Part::Kind::Process, 1}, process));
    EXPECT_TRUE(revision.problems().empty()) << listed(revision.problems());
    process.copies = 2;
    check(replacePart(document, {Part::Kind::Process, 1}, process));
    EXPECT_FALSE(revision.problems().empty());
}

TEST(Groups, TakenApartRunTheSameAndCanBeTakenBack) {
    Document document(read(kWorkers));
    const Document before = document;
    const Edit back = document.apply(ungroup(document, 1));
    EXPECT_FALSE(hasGroups(document.experiment()));
    EXPECT_EQ(document.experiment(), expanded(before.experiment()));
    EXPECT_EQ(document.process(1)->name, "worker-1") << "the part that the group was";
    EXPECT_TRUE(validate(document.experiment()).empty()) << listed(validate(document.experiment()));
    document.apply(back);
    EXPECT_EQ(document, before);
    EXPECT_TRUE(ungroup(document, 0).isEmpty());
}

}  // namespace

}  // namespace ipclab::test
