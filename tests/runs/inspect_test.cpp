// Looking into running, paused, stopped and dying children: what is seen is true, and nobody notices having been seen.
#include <signal.h>

#include <algorithm>

#include "observe/process_details.h"
#include "observe/process_reader.h"
#include "runs/backtrace.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;

class Inspect : public test::RunTest {
protected:
    static Experiment steady(const std::string& launch) {
        return experiment(R"({"schema":"ipclab.experiment/1","processes":[
            {"name":"p","program":"producer","launch":")" +
                          launch + R"(","rate_per_s":200},{"name":"c","program":"consumer","launch":")" + launch +
                          R"("}],"links":[{"name":"l","mechanism":"pipe","from":"p","to":"c"}],"duration_s":60})");
    }
    static Experiment sleeping() {
        return experiment(R"({"schema":"ipclab.experiment/1","processes":[
            {"name":"s","program":"command","command":["sleep","60"]},
            {"name":"w","program":"command","command":["cat"]}],
            "links":[{"name":"l","mechanism":"pipe","from":"s","to":"w"}],"duration_s":60})");
    }

    void connectAnswers() {
        QObject::connect(m_run.get(), &Run::threadInspected, m_run.get(),
                         [this](std::uint32_t process, std::shared_ptr<const CapturedThread> thread) {
                             m_process = process;
                             m_answer = std::move(thread);
                             ++m_answers;
                         });
    }
    const CapturedThread* look(std::uint32_t process, std::int32_t tid = 0) {
        m_answer.reset();
        m_run->inspect(process, tid);
        return until([this] { return m_answer != nullptr; }) ? m_answer.get() : nullptr;
    }
    [[nodiscard]] pid_t pidOf(std::uint32_t process) const { return m_run->data().processes[process].pid; }
    [[nodiscard]] char stateOf(std::uint32_t process) const {
        const auto stat = ProcessReader(pidOf(process)).stat();
        return stat ? stat->state : '?';
    }
    [[nodiscard]] std::uint64_t received() const { return m_run->data().links[0].received; }

    // The samples, which tell of messages, may be faster than the launcher's words, which tell the pids.
    bool untilReceiving() {
        return until([this] {
            return received() > 5 && std::ranges::all_of(m_run->data().processes,
                                                         [](const ProcessData& process) { return process.pid != 0; });
        });
    }

    void stopRun() {
        m_run->stop();
        EXPECT_TRUE(untilEnded()) << "the run hangs";
    }

    std::shared_ptr<const CapturedThread> m_answer;
    std::uint32_t m_process = 99;
    int m_answers = 0;
};

bool names(const Backtrace& trace, const std::string& part) {
    return std::ranges::any_of(
        trace.frames, [&](const BacktraceFrame& frame) { return frame.function.find(part) != std::string::npos; });
}

std::string textOf(const Backtrace& trace) {
    std::string text = trace.problem;
    for (const BacktraceFrame& frame : trace.frames) text += "\n" + frame.function + " in " + frame.file;
    return text;
}

TEST_F(Inspect, APausedWorkersBacktraceNamesItsFunctionsAndItGoesOnAfterwards) {
    if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    for (const std::string launch : {"fork", "exec"}) {
        SCOPED_TRACE(launch);
        start(steady(launch));
        connectAnswers();
        ASSERT_TRUE(untilReceiving());
        m_run->pause(0);
        ASSERT_TRUE(until([this] { return m_run->data().processes[0].waiting.reason == WaitReason::Paused; }));
        const CapturedThread* thread = look(0);
        ASSERT_NE(thread, nullptr);
        ASSERT_EQ(thread->problem, "");
        EXPECT_EQ(m_process, 0U);
        EXPECT_EQ(thread->pid, pidOf(0));
        EXPECT_EQ(thread->tid, pidOf(0));
        EXPECT_EQ(thread->state, 'S');
        EXPECT_NE(thread->programCounter(), 0U);
        EXPECT_FALSE(thread->stack.empty());
        const Backtrace trace = backtraceOf(*thread);
        EXPECT_TRUE(names(trace, "WorkerContext")) << textOf(trace);
        // With larger frames (a sanitizer's) the part of the stack that is captured may end before.
        EXPECT_TRUE(names(trace, "main") || !trace.problem.empty()) << textOf(trace);
        EXPECT_EQ(trace.frames.front().address, thread->programCounter());
        EXPECT_FALSE(trace.frames.back().file.empty());
        EXPECT_EQ(stateOf(0), 'S');
        const std::uint64_t before = received();
        m_run->resume(0);
        EXPECT_TRUE(until([&] { return received() > before + 5; })) << "the process does not go on";
        stopRun();
        EXPECT_EQ(m_run->data().links[0].corrupted, 0U);
    }
}

TEST_F(Inspect, AStoppedCommandStaysStopped) {
    if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    start(sleeping());
    connectAnswers();
    ASSERT_TRUE(until([this] { return m_run->data().startNs != 0; }));
    m_run->pause(0);
    ASSERT_TRUE(until([this] { return stateOf(0) == 'T'; }));
    for (int i = 0; i < 5; ++i) {
        const CapturedThread* thread = look(0);
        ASSERT_NE(thread, nullptr);
        EXPECT_EQ(thread->problem, "");
        EXPECT_EQ(thread->state, 'T');
        EXPECT_FALSE(backtraceOf(*thread).frames.empty());
        EXPECT_TRUE(until([this] { return stateOf(0) == 'T'; }));
    }
    const auto status = readDetails(pidOf(0)).status;
    ASSERT_TRUE(status);
    EXPECT_EQ(status->tracer, 0);
    m_run->resume(0);
    EXPECT_TRUE(until([this] { return stateOf(0) == 'S'; })) << "it can still be continued";
    stopRun();
}

TEST_F(Inspect, LookingManyTimesAtBusyProcessesLosesNothing) {
    if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    start(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p","program":"producer","count":200000},{"name":"c","program":"consumer","launch":"exec"}],
        "links":[{"name":"l","mechanism":"unix-stream","from":"p","to":"c"}]})"));
    connectAnswers();
    ASSERT_TRUE(until([this] { return m_run->data().startNs != 0; }));
    int asked = 0;
    EXPECT_TRUE(until([&] {
        if (m_run->state() == Run::State::Running && asked - m_answers < 2)
            m_run->inspect(static_cast<unsigned>(asked++ % 2));
        return m_run->state() == Run::State::Finished;
    }));
    EXPECT_GT(m_answers, 0);
    EXPECT_EQ(m_run->data().links[0].received, 200000U);
    EXPECT_EQ(m_run->data().links[0].corrupted + m_run->data().links[0].duplicated, 0U);
    for (const ProcessData& process : m_run->data().processes) {
        EXPECT_EQ(process.exit->code, 0) << "signal " << process.exit->signal.value_or(0);
    }
}

TEST_F(Inspect, ALookAtOneThatIsKilledMeanwhileIsAnsweredOrRefusedButNeverHangs) {
    for (int round = 0; round < 5; ++round) {
        start(experiment(R"({"schema":"ipclab.experiment/1","processes":[
            {"name":"p","program":"producer","rate_per_s":200},{"name":"c","program":"consumer"},
            {"name":"q","program":"producer","rate_per_s":200},{"name":"d","program":"consumer"}],
            "links":[{"name":"l","mechanism":"pipe","from":"p","to":"c"},
                     {"name":"m","mechanism":"pipe","from":"q","to":"d"}],"duration_s":60})"));
        connectAnswers();
        ASSERT_TRUE(untilReceiving());
        m_run->inspect(0);
        m_run->sendSignal(0, SIGKILL);
        m_run->inspect(0);
        ASSERT_TRUE(until([this] { return m_run->data().processes[0].endedNs != 0; }));
        EXPECT_EQ(m_run->data().processes[0].exit->signal, SIGKILL);
        const CapturedThread* late = look(0);
        ASSERT_NE(late, nullptr);
        EXPECT_FALSE(late->problem.empty());
        stopRun();
        m_answer.reset();
    }
}

TEST_F(Inspect, AThreadThatIsNotTheProcesssIsRefused) {
    if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    start(steady("fork"));
    connectAnswers();
    ASSERT_TRUE(untilReceiving());
    const CapturedThread* stranger = look(0, ::getpid());
    ASSERT_NE(stranger, nullptr);
    EXPECT_EQ(stranger->problem, "the thread has ended");
    const CapturedThread* other = look(0, pidOf(1));
    ASSERT_NE(other, nullptr);
    EXPECT_FALSE(other->problem.empty()) << "another process is not a thread of this one";
    stopRun();
}

TEST_F(Inspect, DescriptorsOfALinksEndsAreKnownAndLeadToItsPipe) {
    start(steady("exec"));
    ASSERT_TRUE(untilReceiving());
    const auto ends = m_run->descriptorEnds(0);
    ASSERT_EQ(ends.size(), 1U);
    EXPECT_EQ(ends[0].role, PortRole::Sender);
    EXPECT_EQ(ends[0].link, 0U);
    const ProcessDetails details = readDetails(pidOf(0));
    ASSERT_TRUE(details.descriptors) << details.descriptors.reason << ", " << details.stat.reason;
    const auto found = std::ranges::find(*details.descriptors, ends[0].number, &Descriptor::number);
    ASSERT_NE(found, details.descriptors->end());
    EXPECT_EQ(found->kind, DescriptorKind::Pipe);
    EXPECT_TRUE(found->info->writes());
    EXPECT_TRUE(m_run->descriptorEnds(17).empty());
    stopRun();
}

TEST_F(Inspect, ASnapshotsCostIsSmall) {
    start(steady("fork"));
    ASSERT_TRUE(untilReceiving());
    std::vector<Nanoseconds> costs;
    for (int i = 0; i < 30; ++i) costs.push_back(readDetails(pidOf(0)).costNs);
    std::ranges::sort(costs);
    RecordProperty("snapshot_us", std::to_string(costs[15] / 1000));
    EXPECT_LT(costs[15], 200'000'000) << "the middle of thirty snapshots";
    stopRun();
}

}  // namespace
}  // namespace ipclab
