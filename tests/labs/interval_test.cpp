// Where in its run a figure comes from, and what is kept of each trial beside the verdict.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "labs/verdict.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::Optional;

LabExpression parsedOf(std::string_view text) { return std::get<LabExpression>(LabExpression::parse(text)); }

RunData placedRun(std::uint64_t messages) {
    RunData run;
    run.startNs = 1'000;
    run.endNs = 9'000;
    auto& process = run.processes.emplace_back();
    process.name = "a";
    process.bornNs = 900;
    process.endedNs = 8'000;
    process.exit = ExitStatus{.code = 3, .signal = {}};
    process.lane.append(1'000, 2'000, ProcessState::Running);
    process.lane.append(2'000, 3'000, ProcessState::Waiting);
    process.lane.append(3'000, 4'000, ProcessState::Running);
    auto& link = run.links.emplace_back();
    link.name = "pipe";
    link.sent = link.received = messages;
    link.moments = {.firstNs = 2'500, .lastNs = 7'000, .messages = messages};
    for (const Nanoseconds at : {4'000, 6'000}) {
        run.events.push_back({.atNs = at, .process = 0, .kind = EventKind::TreeMade});
        run.events.back().add("processes", at / 1'000);
    }
    return run;
}

TEST(MeasureInterval, IsWhatTheFigureSays) {
    const RunData run = placedRun(10);
    const auto of = [&](std::string_view text) { return intervalOf(parsedOf(text), run); };
    EXPECT_THAT(of("max(event(\"tree-made\", \"a\").processes)"), Optional(LabInterval{4'000, 6'000}));
    EXPECT_THAT(of("count(event(\"tree-made\", \"a\", \"processes\", 6))"), Optional(LabInterval{6'000, 6'000}));
    EXPECT_THAT(of("exit(\"a\").code"), Optional(LabInterval{8'000, 8'000}));
    EXPECT_THAT(of("time_in(\"a\", \"running\")"), Optional(LabInterval{1'000, 4'000}));
    EXPECT_THAT(of("waited(\"a\", \"full\")"), Optional(LabInterval{2'000, 3'000}));
    EXPECT_THAT(of("link(\"pipe\").received"), Optional(LabInterval{2'500, 7'000}));
    EXPECT_THAT(of("link(\"pipe\").first_s"), Optional(LabInterval{2'500, 2'500}));
    EXPECT_THAT(of("process(\"a\").user_s"), Optional(LabInterval{900, 8'000}));
    EXPECT_EQ(of("run.duration_s"), std::nullopt) << "of all of it";
    EXPECT_EQ(of("count(event(\"exited\"))"), std::nullopt) << "there was none";
    EXPECT_THAT(of("link(\"pipe\").received * exit(\"a\").code"), Optional(LabInterval{8'000, 8'000}))
        << "a moment says more than a stretch";
}

TEST(MeasureInterval, IsInTheVerdictOfEachTrial) {
    LabStep step;
    step.id = "step";
    LabCheck check;
    check.id = "check";
    check.measure = parsedOf("run.duration_s");
    check.relation = LabRelation::AtLeast;
    check.value = parsedOf("0");
    step.checks = {check};
    const RunData run = placedRun(10);
    const LabStepVerdict verdict = judgeStep(step, {&run}, {});
    EXPECT_EQ(verdict.checks[0].trials[0].from, (LabInterval{1'000, 9'000}))
        << "the whole run where nothing else is known";
}

TEST(PredictionVerdict, KeepsEachTrialAndWhatToldAChoice) {
    LabPrediction number;
    number.id = "n";
    number.kind = LabPrediction::Kind::Number;
    number.truth = {parsedOf("link(\"pipe\").received")};
    LabPrediction choice;
    choice.id = "c";
    choice.truth = {parsedOf("if(link(\"pipe\").received > 5, if(count(event(\"tree-made\")) == 2, 1, 0), 2)")};
    LabStep step;
    step.id = "step";
    step.trials = 2;
    step.predictions = {number, choice};
    const RunData few = placedRun(4), many = placedRun(10);
    const LabStepVerdict verdict = judgeStep(step, {&many, &few}, {{"n", {7}}, {"c", {1}}});
    EXPECT_THAT(verdict.predictions[0].trials, ElementsAre(ElementsAre(10), ElementsAre(4)));
    EXPECT_THAT(verdict.predictions[0].truth, ElementsAre(7));
    const auto& figures = verdict.predictions[1].figures;
    ASSERT_EQ(figures.size(), 2U) << "each question once";
    EXPECT_EQ(figures[0].question.name, "link");
    EXPECT_THAT(figures[0].trials, ElementsAre(10, 4));
    EXPECT_EQ(figures[1].function, "count");
    EXPECT_THAT(figures[1].trials, ElementsAre(2, 2));
}

}  // namespace
}  // namespace ipclab
