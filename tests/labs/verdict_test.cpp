// What is said of runs: figures, dependence, trials, predictions, and what is not known.
#include "labs/verdict.h"

#include <gtest/gtest.h>

#include "labs/measures.h"

namespace ipclab {
namespace {

LabExpression expression(std::string_view text) {
    auto parsed = LabExpression::parse(text);
    if (const auto* error = std::get_if<LabExpression::Error>(&parsed)) throw std::runtime_error(error->message);
    return std::get<LabExpression>(parsed);
}

// One process "a" that ended with this code, and a link "pipe" which carried so many messages.
RunData runOf(int code, std::uint64_t messages) {
    RunData run;
    run.startNs = 1'000'000'000;
    run.endNs = 3'000'000'000;
    run.processes.emplace_back().name = "a";
    run.processes.back().exit = ExitStatus{.code = code, .signal = {}};
    run.links.emplace_back().name = "pipe";
    run.links.back().sent = run.links.back().received = messages;
    run.events.push_back({.atNs = 1'500'000'000, .process = 0, .kind = EventKind::TreeMade});
    run.events.back().add("processes", 8);
    return run;
}

LabCheck check(std::string id, std::string_view measure, LabRelation relation, std::string_view value) {
    LabCheck made;
    made.id = std::move(id);
    made.measure = expression(measure);
    made.relation = relation;
    if (!value.empty()) made.value = expression(value);
    return made;
}

LabStep stepOf(std::vector<LabCheck> checks, unsigned trials = 1) {
    LabStep step;
    step.id = "step";
    step.trials = trials;
    step.checks = std::move(checks);
    return step;
}

std::vector<LabOutcome> outcomes(const LabStepVerdict& verdict) {
    std::vector<LabOutcome> all;
    for (const auto& each : verdict.checks) all.push_back(each.outcome);
    return all;
}

TEST(Measures, AreThoseOfTheRun) {
    const RunData run = runOf(3, 10);
    const auto value = [&](std::string_view text) { return expression(text).evaluate(measuresOf(run)); };
    EXPECT_EQ(value("exit(\"a\").code"), LabValue(3.0));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(value("exit(\"a\").signal"))) << "none ended it";
    EXPECT_EQ(value("event(\"tree-made\").processes"), LabValue(LabList{8.0}));
    EXPECT_EQ(value("max(event(\"tree-made\", \"a\").t_s)"), LabValue(0.5));
    EXPECT_EQ(value("count(event(\"tree-made\", \"b\"))"), LabValue(0.0));
    EXPECT_EQ(value("count(event(\"tree-made\", *, \"processes\", 8))"), LabValue(1.0));
    EXPECT_EQ(value("count(event(\"tree-made\", *, \"processes\", 9))"), LabValue(0.0));
    EXPECT_EQ(value("link(\"pipe\").sent"), LabValue(10.0));
    EXPECT_EQ(value("sum(link(*).sent)"), LabValue(10.0));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(value("link(\"none\").sent")));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(value("time_in(\"a\", \"running\")"))) << "nobody observed";
}

TEST(Measures, TheDocumentIsMadeOnceForAllSettings) {
    RunData run = runOf(3, 10);
    run.document.durationNs = 5'000'000'000;
    const auto asked = measuresOf(run);
    EXPECT_EQ(expression("setting(\"/duration_s\")").evaluate(asked), LabValue(5.0));
    run.document.durationNs = 6'000'000'000;
    EXPECT_EQ(expression("setting(\"/duration_s\")").evaluate(asked), LabValue(5.0)) << "it was not made again";
    EXPECT_EQ(expression("setting(\"/duration_s\")").evaluate(measuresOf(run)), LabValue(6.0));
}

TEST(Verdicts, AFigureChoosesItsWords) {
    const auto said = [](const std::string& message, double measured) {
        LabVerdict verdict{.outcome = LabOutcome::Failed};
        verdict.trials.push_back({.measured = measured, .expected = 2.0, .upper = {}});
        return filledMessage(message, verdict);
    };
    const std::string message = "{measured} {measured:process was:processes were} seen, not {expected}.";
    EXPECT_EQ(said(message, 1), "1 process was seen, not 2.");
    EXPECT_EQ(said(message, 3), "3 processes were seen, not 2.");
    EXPECT_EQ(said(message, 0), "0 processes were seen, not 2.");
    EXPECT_EQ(said("{measured:a} {other:b:c} {", 1), "– – ");
}

TEST(Measures, TellAuthorsWhatThereIsNot) {
    const auto wrong = [](std::string_view text) {
        const auto questions = expression(text).questions();
        return wrongWith(questions.at(0)).value_or("");
    };
    EXPECT_EQ(wrong("link(\"a\").sent"), "");
    EXPECT_NE(wrong("link(\"a\").snet").find("did you mean"), std::string::npos);
    EXPECT_NE(wrong("lnk(\"a\").sent").find("did you mean"), std::string::npos);
    EXPECT_NE(wrong("link().sent"), "");
    EXPECT_NE(wrong("event(\"no-such\")"), "");
    EXPECT_NE(wrong("event(\"exited\").colour"), "");
    EXPECT_EQ(wrong("event(\"exited\").code"), "");
    EXPECT_EQ(wrong("event(\"exited\", *, \"code\", 0)"), "");
    EXPECT_NE(wrong("event(\"exited\", *, \"color\", 0)"), "");
    EXPECT_NE(wrong("event(\"exited\", *, \"code\")"), "");
    EXPECT_NE(wrong("time_in(\"a\", \"sleeping\")"), "");
    EXPECT_NE(wrong("setting(\"no pointer\")"), "");
    EXPECT_EQ(wrong("setting(\"/links/0/capacity\")"), "");
}

TEST(Verdict, JudgesByEachRelation) {
    const RunData run = runOf(0, 100);
    LabCheck between = check("e", "link(\"pipe\").sent", LabRelation::Between, "50");
    between.upper = expression("150");
    LabCheck about = check("f", "link(\"pipe\").sent", LabRelation::About, "110");
    about.within = 0.1;
    const auto step = stepOf({check("a", "link(\"pipe\").sent", LabRelation::Equals, "100"),
                              check("b", "link(\"pipe\").sent", LabRelation::AtLeast, "101"),
                              check("c", "exit(\"a\").code == 0", LabRelation::IsTrue, ""),
                              check("d", "link(\"pipe\").sent", LabRelation::Unequal, "100"), between, about});
    const auto verdict = judgeStep(step, {&run}, {});
    using enum LabOutcome;
    EXPECT_EQ(outcomes(verdict), (std::vector{Passed, Failed, Passed, Failed, Passed, Passed}));
    EXPECT_EQ(verdict.points(), 4);
    EXPECT_EQ(filledMessage("{measured} of {expected}", verdict.checks[1]), "100 of 101");
}

TEST(Verdict, OfWhatDependsOnAFailedOneIsNotGiven) {
    const RunData run = runOf(1, 100);
    LabCheck second = check("second", "link(\"pipe\").sent", LabRelation::Equals, "100");
    second.dependsOn = {"first"};
    LabCheck first = check("first", "exit(\"a\").code", LabRelation::Equals, "0");
    first.what = {{"en", "The first one"}, {"ko", "첫째"}};
    const auto verdict = judgeStep(stepOf({first, second}), {&run}, {});
    EXPECT_EQ(outcomes(verdict), (std::vector{LabOutcome::Failed, LabOutcome::NotJudged}));
    EXPECT_EQ(verdict.points(), 0);
    EXPECT_EQ(verdict.checks[1].reason, "not judged before this holds: The first one");
    EXPECT_EQ(verdict.checks[1].unmet.at("ko"), "첫째") << "named in the language of who reads it";
    const auto good = judgeStep(stepOf({second}), {&run}, {}, {.checks = {{"first", {.outcome = LabOutcome::Passed}}}});
    EXPECT_EQ(outcomes(good), (std::vector{LabOutcome::Passed}));
}

TEST(Verdict, NeedsAsManyTrialsAsItSays) {
    const RunData good = runOf(0, 1), bad = runOf(1, 1);
    LabCheck most = check("most", "exit(\"a\").code", LabRelation::Equals, "0");
    most.mustHold = 2;
    const auto step = stepOf({most}, 3);
    const auto of = [&](std::vector<const RunData*> runs) { return judgeStep(step, runs, {}).checks.at(0); };
    EXPECT_EQ(of({&good, &bad, &good}).outcome, LabOutcome::Passed);
    EXPECT_EQ(of({&good, &bad, &bad}).outcome, LabOutcome::Failed);
    EXPECT_EQ(of({&good, &good}).outcome, LabOutcome::Passed) << "the third can change nothing";
    EXPECT_EQ(of({&good}).outcome, LabOutcome::Unknown) << "two are still to be made";
    EXPECT_FALSE(of({&good}).reason.empty());
}

TEST(Verdict, ComparesARunWithThatOfAnEarlierStep) {
    const RunData slow = runOf(0, 10), fast = runOf(0, 50);
    const auto faster =
        check("faster", "link(\"pipe\").sent / step(\"slow\", link(\"pipe\").sent)", LabRelation::AtLeast, "4");
    LabStep first = stepOf({});
    first.id = "slow";
    LabBefore before;
    EXPECT_EQ(outcomes(judgeStep(stepOf({faster}), {&fast}, {}, before)), std::vector{LabOutcome::Unknown});
    before.add(first, judgeStep(first, {&slow}, {}), {&slow});
    EXPECT_EQ(outcomes(judgeStep(stepOf({faster}), {&fast}, {}, before)), std::vector{LabOutcome::Passed});
    EXPECT_EQ(outcomes(judgeStep(stepOf({faster}), {&slow}, {}, before)), std::vector{LabOutcome::Failed});
}

TEST(Verdict, SaysFiguresAsPeopleDo) {
    const RunData run = runOf(0, 65'536);
    const auto verdict =
        judgeStep(stepOf({check("a", "link(\"pipe\").sent / 3", LabRelation::Equals, "0.1 + 0.2")}), {&run}, {});
    EXPECT_EQ(filledMessage("{measured} of {expected}", verdict.checks[0]), "21,845 of 0.3");
}

TEST(Verdict, WhatNamesSomethingHasNoSeparators) {
    RunData run = runOf(0, 27'565);
    run.events.push_back({.atNs = 1'600'000'000, .process = 0, .kind = readEvent("parent", {}).kind});
    run.events.back().add("ppid", 27'565);
    const auto told = [&](std::string_view measure) {
        const auto step = stepOf({check("a", measure, LabRelation::Equals, "1")});
        return filledMessage("{measured}", judgeStep(step, {&run}, {}).checks[0]);
    };
    EXPECT_EQ(told("max(event(\"parent\", \"a\").ppid)"), "27565") << "a PID";
    EXPECT_EQ(told("item(event(\"parent\").ppid, 1)"), "27565");
    EXPECT_EQ(told("link(\"pipe\").sent"), "27,565") << "counted";
    EXPECT_EQ(told("max(event(\"parent\").ppid) - 0"), "27,565") << "what is reckoned is no name";
}

TEST(Verdict, OfOneThatWasKilledHasTheCodeItIsGiven) {
    RunData run = runOf(0, 1);
    run.processes.back().exit = ExitStatus{.code = {}, .signal = 9};
    const auto verdict =
        judgeStep(stepOf({check("code", "known(exit(\"a\").code, -1)", LabRelation::Equals, "0")}), {&run}, {});
    EXPECT_EQ(verdict.checks[0].outcome, LabOutcome::Failed) << "not unknown";
}

TEST(Verdict, IsNoneWhereAFigureIsMissing) {
    const RunData run = runOf(0, 1);
    const auto step = stepOf({check("states", "time_in(\"a\", \"running\")", LabRelation::AtLeast, "0")});
    const auto verdict = judgeStep(step, {&run}, {}).checks.at(0);
    EXPECT_EQ(verdict.outcome, LabOutcome::Unknown);
    EXPECT_NE(verdict.reason.find("not observed"), std::string::npos) << verdict.reason;
}

TEST(Predictions, AreHeldAgainstWhatWasMeasured) {
    const RunData run = runOf(0, 90);
    LabPrediction number;
    number.id = "number";
    number.kind = LabPrediction::Kind::Number;
    number.truth = {expression("link(\"pipe\").sent")};
    number.points = 2;
    LabPrediction order;
    order.id = "order";
    order.kind = LabPrediction::Kind::Ordering;
    order.truth = {expression("link(\"pipe\").sent"), expression("exit(\"a\").code"), expression("3")};
    auto step = stepOf({});
    step.predictions = {number, order};
    const auto right = judgeStep(step, {&run}, {{"number", {95}}, {"order", {1, 2, 0}}});
    EXPECT_EQ(right.predictions[0].right, true);
    EXPECT_EQ(right.predictions[0].truth, LabAnswer{90});
    EXPECT_EQ(right.predictions[1].right, true);
    EXPECT_EQ(right.points(), 2);
    const auto wrong = judgeStep(step, {&run}, {{"number", {120}}});
    EXPECT_EQ(wrong.predictions[0].right, false);
    EXPECT_EQ(wrong.predictions[1].right, std::nullopt) << "nothing was answered";
    EXPECT_EQ(wrong.predictions[1].truth, (LabAnswer{1, 2, 0}));
}

LabPrediction numberOf(std::string_view truth) {
    LabPrediction number;
    number.id = "number";
    number.kind = LabPrediction::Kind::Number;
    number.truth = {expression(truth)};
    return number;
}

TEST(Predictions, AreNotJudgedByARunOfAnotherExperiment) {
    const RunData other = runOf(1, 90), asked = runOf(0, 90);
    auto step = stepOf({check("apart", "exit(\"a\").code", LabRelation::Equals, "0")});
    step.checks[0].what = {{"en", "Ends well"}, {"ko", "잘 끝납니다"}};
    step.predictions = {numberOf("link(\"pipe\").sent")};
    step.predictions[0].dependsOn = {"apart"};
    const auto early = judgeStep(step, {&other}, {{"number", {20}}}).predictions[0];
    EXPECT_EQ(early.right, std::nullopt) << "the question is about another run";
    EXPECT_TRUE(early.truth.empty()) << "and how it will be is not given away";
    EXPECT_EQ(early.reason, "not judged before this holds: Ends well");
    EXPECT_EQ(early.unmet.at("ko"), "잘 끝납니다");
    EXPECT_EQ(judgeStep(step, {&asked}, {{"number", {90}}}).predictions[0].right, true);
    EXPECT_EQ(judgeStep(step, {&asked}, {{"number", {20}}}).predictions[0].right, false);
    EXPECT_EQ(judgeStep(step, {}, {}).predictions[0].reason, "") << "nothing was run, which is no failure";
}

TEST(Predictions, OfWhatDidNotHappenAreNotJudged) {
    const RunData run = runOf(0, 0);
    for (const char* truth :
         {"max(event(\"call-returned\").t_s)", "1 / link(\"pipe\").sent", "item(event(\"call-returned\").t_s, 1)"}) {
        auto step = stepOf({check("as-well", truth, LabRelation::AtLeast, "0")});
        step.predictions = {numberOf(truth)};
        const auto verdict = judgeStep(step, {&run}, {{"number", {20}}});
        const std::string plain =
            "not judged, because this run does not tell it: what is asked about did not happen in it";
        EXPECT_EQ(verdict.predictions[0].right, std::nullopt) << truth;
        EXPECT_EQ(verdict.predictions[0].reason, plain) << truth << ": no words of the expression language";
        EXPECT_EQ(verdict.checks[0].reason, plain) << truth;
    }
}

TEST(Predictions, MayBeAskedForByChecks) {
    const RunData run = runOf(0, 8);
    const auto step =
        stepOf({check("as-said", "link(\"pipe\").sent", LabRelation::Equals, "2 ^ prediction(\"forks\")")});
    EXPECT_EQ(judgeStep(step, {&run}, {{"forks", {3}}}).checks[0].outcome, LabOutcome::Passed);
    EXPECT_EQ(judgeStep(step, {&run}, {}).checks[0].outcome, LabOutcome::Unknown);
}

}  // namespace
}  // namespace ipclab
