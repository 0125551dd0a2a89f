// What a student may change, and what is seen to have been changed.
#include "labs/allowed.h"

#include <gtest/gtest.h>

#include "document/experiment_json.h"

namespace ipclab {
namespace {

Experiment experimentWith(std::initializer_list<std::string> settings) {
    const std::vector<std::string> all(settings);
    const auto read = readExperiment(R"({"schema": "ipclab.experiment/1", "id": "two", "duration_s": 2,
        "processes": [{"name": "producer", "program": "producer", "rate_per_s": 10}, {"name": "consumer", "program": "consumer"}],
        "links": [{"name": "pipe", "mechanism": "pipe", "from": "producer", "to": "consumer"}]})",
                                     "two", all);
    if (!read.experiment) throw std::runtime_error(read.problems.front().message);
    return *read.experiment;
}

using Changes = std::vector<std::string>;

TEST(Allowed, ChangesAreNamedAsTheyAreSet) {
    const Experiment start = experimentWith({});
    const auto changes = [&](std::initializer_list<std::string> settings) {
        return changesBetween(start, experimentWith(settings));
    };
    EXPECT_EQ(changes({}), Changes{});
    EXPECT_EQ(changes({"producer.rate_per_s=20"}), Changes{"producer.rate_per_s"});
    EXPECT_EQ(changes({"producer.rate_per_s=null"}), Changes{"producer.rate_per_s"});
    EXPECT_EQ(changes({"pipe.capacity.bytes=8192"}), Changes{"links.pipe.capacity.bytes"});
    EXPECT_EQ(changes({"duration_s=1", "pipe.mechanism=fifo"}), (Changes{"duration_s", "links.pipe.mechanism"}));
    EXPECT_EQ(changes({"producer.cpus=[0]"}), Changes{"producer.cpus"});
}

// An end that has only a process is written as its name, else as an object: what is compared is what it means.
TEST(Allowed, AnEndIsComparedByWhatItMeans) {
    const Experiment start = experimentWith({});
    const auto changes = [&](std::initializer_list<std::string> settings) {
        return changesBetween(start, experimentWith(settings));
    };
    EXPECT_EQ(changes({R"(pipe.to={"process":"consumer"})"}), Changes{});
    EXPECT_EQ(changes({R"(pipe.to={"process":"consumer","mode":"poll"})"}), Changes{"links.pipe.to.mode"});
    EXPECT_EQ(changes({R"(pipe.to=["consumer"])"}), Changes{});
    const Experiment poll = experimentWith({R"(pipe.to={"process":"consumer","mode":"poll"})"});
    EXPECT_EQ(changesBetween(poll, start), Changes{"links.pipe.to.mode"});
    EXPECT_EQ(changesBetween(start, experimentWith({"pipe.from=consumer", "pipe.to=producer"})),
              (Changes{"links.pipe.from.process", "links.pipe.to.process"}));
}

TEST(Allowed, PartsThatComeAndGoAreSeen) {
    Experiment fewer = experimentWith({});
    fewer.links.clear();
    const auto changes = changesBetween(experimentWith({}), fewer);
    EXPECT_NE(std::ranges::find(changes, "links.pipe"), changes.end());
}

TEST(Allowed, WhereThingsStandIsNobodysBusiness) {
    Experiment moved = experimentWith({});
    moved.processes[0].place = CanvasPlace{10, 20};
    moved.summary["en"] = "mine";
    EXPECT_EQ(changesBetween(experimentWith({}), moved), Changes{});
}

TEST(Allowed, IsWhatTheStepNames) {
    LabStep step;
    step.mayChange = {"producer.rate_per_s", "links.*.capacity"};
    EXPECT_TRUE(isAllowed(step, "producer.rate_per_s"));
    EXPECT_TRUE(isAllowed(step, "links.pipe.capacity.bytes")) << "all below it";
    EXPECT_FALSE(isAllowed(step, "links.pipe.mechanism"));
    EXPECT_FALSE(isAllowed(step, "producer.rate_per_s_more"));
    EXPECT_FALSE(isAllowed(step, "producer"));
    EXPECT_FALSE(isAllowed(step, "links.pipe"));
    const Experiment start = experimentWith({}), now = experimentWith({"producer.rate_per_s=9", "duration_s=1"});
    EXPECT_EQ(forbiddenChanges(step, start, now), Changes{"duration_s"});
}

TEST(Allowed, WhoMayBuildMayDoAllButRaiseLimits) {
    LabStep step;
    step.mayBuild = true;
    EXPECT_TRUE(isAllowed(step, "links.new"));
    EXPECT_FALSE(isAllowed(step, "safety.processes"));
}

TEST(Allowed, AStudentsProgramIsTheirs) {
    LabStep step;
    step.program = LabProgram{.process = "producer", .task = {}, .starter = {}};
    EXPECT_TRUE(isAllowed(step, "producer.command"));
    EXPECT_FALSE(isAllowed(step, "consumer.command"));
}

}  // namespace
}  // namespace ipclab
