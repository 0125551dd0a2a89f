// What the engine says is English; the Korean window shows none of it.
#include "runs/said.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "bridge/event_words.h"
#include "core/error.h"
#include "core/segment.h"
#include "core/sentences.h"
#include "document/experiment_json.h"
#include "results/link_sources.h"
#include "results/run_builder.h"
#include "results/run_failures.h"
#include "results/run_warnings.h"
#include "runs/presets.h"
#include "said_in_korean.h"

namespace ipclab {
namespace {

Experiment preset(std::string_view id) {
    return readExperiment(*presetText(id), std::string(id)).experiment.value_or(Experiment{});
}

std::string sampleOf(std::string_view sentence) {
    SentenceValues values;
    for (std::size_t open = sentence.find('{'); open != sentence.npos; open = sentence.find('{', open + 1)) {
        const std::string name(sentence.substr(open + 1, sentence.find('}', open) - open - 1));
        values.emplace_back(name, name.ends_with("why") ? errorText(EACCES) : "7");
    }
    return fillSentence(sentence, values, [](std::string_view, const std::string& value) { return value; });
}

TEST_F(SaidInKorean, EverySentenceIsTranslatedWithAllItsValues) {
    for (const std::string_view sentence : allSentences()) {
        const std::string sample = sampleOf(sentence);
        if (sentence == "by /proc/PID/io") continue;  // the same in both
        expectKorean(sample);
        EXPECT_EQ(said(sample).count(QLatin1Char('7')) >= QString::fromStdString(sample).count(QLatin1Char('7')), true)
            << said(sample).toStdString();
        EXPECT_FALSE(said(sample).contains(QStringLiteral("Permission denied"))) << sample;
    }
}

TEST_F(SaidInKorean, EveryErrorListedIsWhatTheSystemSays) {
    for (const char* listed : translatableErrors()) {
        bool is = false;
        for (int error = 1; error < 134 && !is; ++error) is = errorText(error) == listed;
        EXPECT_TRUE(is) << listed;
        expectNoEnglish(said(std::string_view(listed)), listed);
    }
    EXPECT_EQ(said(std::string("mq_open /x: ") + errorText(EMFILE)),
              QStringLiteral("mq_open /x: 열린 파일이 너무 많음"));
}

TEST_F(SaidInKorean, WhatWasAskedOfTheSystemMayBeASentence) {
    const std::string asked = say(Sentence::PipeNotSized, {{"bytes", 5}}) + ": " + errorText(EPERM);
    expectNoEnglish(said(asked), asked);
    EXPECT_TRUE(said(asked).startsWith(QStringLiteral("F_SETPIPE_SZ 5("))) << said(asked).toStdString();
}

TEST_F(SaidInKorean, WhatNoSentenceSaysIsShownAsItIs) {
    EXPECT_EQ(said(std::string_view("my name: is mine")), QStringLiteral("my name: is mine"));
    EXPECT_TRUE(said(std::string_view()).isEmpty());
}

// What the launcher tells, as it becomes the warnings of a run.
TEST_F(SaidInKorean, EveryWarningThatIsToldDuringARun) {
    RunBuilder builder(preset("first"));
    const Segment segment = Segment::create({2, 1, 2});
    LinkData& link = builder.data().links[0];
    link.requested.capacityBytes = 5;
    link.requested.capacityMessages = 7;
    link.requested.priorities = {1};
    builder.apply(LinkCreated{0, 4096, 64, {}, {}, {}}, segment);
    builder.apply(LinkCreated{0, {}, {}, {}, {}, {}}, segment);
    for (const char* what : {"nice", "cpus"}) {
        builder.apply(SchedulingSet{0, false, what, "3", "5", 0, 10}, segment);
        builder.apply(SchedulingSet{0, true, what, "3", "", EACCES, 10}, segment);
    }
    for (const std::uint32_t strays : {1U, 2U}) builder.apply(RunFinished{20, strays}, segment);
    builder.settleEvents(1'000'000'000'000'000);
    EXPECT_EQ(builder.data().warnings.size(), 12U);
    for (const std::string& warning : builder.data().warnings) expectKorean(warning);
    for (const RunEvent& event : builder.data().events) {
        if (event.kind == EventKind::Warning || event.kind == EventKind::Refused)
            expectNoEnglish(EventWords::text(event, builder.data()), spelled(event.values[0].data));
    }
}

TEST_F(SaidInKorean, EveryWarningThatFollowsFromTheFigures) {
    RunData data;
    data.startNs = 1;
    data.endNs = 10 * kNsPerSecond;
    LinkData& link = data.links.emplace_back();
    link.name = "l";
    link.lost = link.duplicated = 1;
    LinkData& foreign = data.links.emplace_back();
    foreign.name = "f";
    foreign.counted = false;
    foreign.foreignSender = foreign.foreignReceiver = true;
    for (const std::uint64_t early : {1U, 2U}) {
        SharedData& barrier = data.shared.emplace_back();
        barrier.kind = SharedKind::Barrier;
        barrier.figures.early = early;
    }
    SharedData& counter = data.shared.emplace_back();
    counter.kind = SharedKind::Counter;
    counter.figures.rounds = {5};
    data.observer.asked = ObserveLevel::Exact;
    data.observer.level = ObserveLevel::Sampled;
    std::vector<std::string> all;
    for (const std::uint64_t count : {1U, 2U}) {
        data.observer.lostEvents = data.observer.droppedSamples = count;
        data.observer.reason = count == 1 ? "" : say(Sentence::NotHandedOver, {{"why", errorText(EPERM)}});
        for (std::string& warning : resultWarnings(data)) all.push_back(std::move(warning));
    }
    all.push_back(*disturbanceText({.durationS = 10, .foreignCpuS = 8, .stolenS = 2}));
    EXPECT_GE(all.size(), 14U);
    for (const std::string& warning : all) expectKorean(warning);
}

TEST_F(SaidInKorean, WhereEachFigureOfALinkComesFrom) {
    for (int why = 0; why <= static_cast<int>(UnknownWhy::NoStamps); ++why) {
        expectKorean(inWords({SourceKind::NotKnown, static_cast<UnknownWhy>(why), "tar"}));
    }
    for (const SourceKind kind : {SourceKind::Counted, SourceKind::BySender}) expectKorean(inWords({kind}));
}

TEST_F(SaidInKorean, WhyAProcessFailed) {
    RunData data;
    const auto told = [&](const std::string& stage, const std::string& message) {
        return EventWords::text({.kind = EventKind::Failed, .values = {{"stage", stage}, {"message", message}}}, data);
    };
    const std::string why =
        say(Sentence::OpenFilesReached,
            {{"why", say(Sentence::SendingFailed, {{"link", "l"}, {"why", "accept: " + errorText(EMFILE)}})},
             {"limit", 16}});
    expectNoEnglish(told("run", why), why);
    expectNoEnglish(told("exec", "/bin/nothing: " + errorText(ENOENT)), "exec");
}

// In every way that makes a run a failed one, with and without last words.
TEST_F(SaidInKorean, WhyARunHasFailed) {
    RunData data;
    const auto failed = [&](auto change) {
        for (const char* words : {"", "no such thing"}) {
            ProcessData& process = data.processes.emplace_back();
            process.name = "p";
            process.program = "producer";
            process.exit = ExitStatus{1, {}, false};
            if (*words != '\0') process.lastWords.emplace_back(words);
            data.experiment.processes.resize(data.processes.size());
            change(process);
        }
    };
    const auto command = [&](ProcessData& process) {
        process.foreign = true;
        data.experiment.processes.back().mustSucceed = true;
    };
    const auto killed = [](ProcessData& process) { process.exit = ExitStatus{{}, SIGSEGV, false}; };
    failed([](ProcessData&) {});
    failed(killed);
    failed(command);
    failed([&](ProcessData& process) { command(process), killed(process); });
    for (const bool atWork : {false, true}) {
        failed([atWork](ProcessData& process) {
            process.failedAtWork = atWork;
            process.failure = "execve: " + errorText(ENOENT);
        });
    }
    const auto failures = failuresOf(data);
    EXPECT_EQ(failures.size(), data.processes.size());
    for (const ProcessFailure& failure : failures) {
        ASSERT_TRUE(findSentence(failure.text)) << failure.text;
        QString text = said(failure.text);
        EXPECT_EQ(text.endsWith(QStringLiteral("no such thing")), failure.process % 2 == 1) << text.toStdString();
        expectNoEnglish(text.remove(QStringLiteral("no such thing")), failure.text);
    }
}

}  // namespace
}  // namespace ipclab
