// The state diagram and the scheduling of a recording of which no more than a stretch is in memory tell of all of it,
// and of what lies between two markers.
#include <gtest/gtest.h>

#include <random>

#include "recording/recording.h"
#include "runs/replay_source.h"
#include "runs/sample_run.h"
#include "runs/temp_dir.h"
#include "series/lane_book.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"

namespace ipclab::test {
namespace {

constexpr std::size_t kTurns = 120'000;  // of which a moment in their midst has only the last ones in memory

// Two minutes in which both processes change their states a thousand times a second.
RunData longRun() {
    RunData run = sampleRun();
    run.observer.level = ObserveLevel::Exact;
    run.events.clear();
    std::mt19937 random(41);
    constexpr std::array kStates{ProcessState::Ready, ProcessState::Running, ProcessState::Waiting,
                                 ProcessState::Running};
    for (ProcessData& process : run.processes) {
        process.bornNs = run.startNs;
        process.lane = StateSeries();
        for (std::size_t i = 0; i < kTurns; ++i) {
            const Nanoseconds start = run.startNs + static_cast<Nanoseconds>(i) * 1'000'000;
            process.lane.append(start, start + 1'000'000, kStates[random() % kStates.size()]);
        }
        process.state = ProcessState::Terminated;
        process.endedNs = run.endNs = run.sampledNs = process.lane.lastTime();
    }
    return run;
}

class LongReplay : public testing::Test {
protected:
    void SetUp() override {
        RecordingWriter(m_dir / "run.ipclab", m_run).finish(m_run, {});
        m_source = std::make_unique<ReplaySource>(m_dir / "run.ipclab");
        m_diagram = std::make_unique<StateDiagram>(*m_source);
        m_schedule = std::make_unique<ScheduleView>(*m_source);
        m_diagram->resize(900, 260);
        m_diagram->show();
        m_diagram->setShown(true);
        m_schedule->resize(900, 260);
        m_schedule->show();
        m_schedule->setShown(true);
    }
    void goTo(Nanoseconds at) {
        m_source->goTo(at);
        m_source->settle();
        m_source->settle();  // what was asked of what has come
    }
    StretchSums until(std::size_t process, Nanoseconds at) {
        LaneBook book;
        book.follow(m_run.processes[process].lane);
        return book.until(m_run.processes[process].lane, at, m_run.processes[process].endedNs);
    }

    TempDir m_dir;
    RunData m_run = longRun();
    std::unique_ptr<ReplaySource> m_source;
    std::unique_ptr<StateDiagram> m_diagram;
    std::unique_ptr<ScheduleView> m_schedule;
};

TEST_F(LongReplay, TellsOfAllUntilTheMoment) {
    const Nanoseconds at = m_run.startNs + 110 * kNsPerSecond + 500'000;
    goTo(at);
    ASSERT_GT(m_source->shownFromNs(), m_run.startNs + kNsPerSecond) << "more is in memory than this test expects";
    for (std::size_t i = 0; i < m_run.processes.size(); ++i) {
        const StretchSums expected = until(i, at);
        EXPECT_EQ(m_diagram->counts(i), expected.transitions);
        const ScheduleView::Row& row = m_schedule->rows()[i];
        EXPECT_TRUE(row.counted);
        EXPECT_EQ(row.slices.bins(), expected.slices.bins());
        EXPECT_EQ(row.slices.missing(), 0U);
        EXPECT_EQ(row.involuntary, (*expected.transitions)[Transition::Interrupt]);
        EXPECT_NEAR(row.share, toSeconds(expected.times[static_cast<std::size_t>(ProcessState::Running)]) / 110.0005,
                    1e-9);
    }
    ASSERT_TRUE(m_diagram->counts());
    const double dispatched = static_cast<double>((*m_diagram->counts())[Transition::Dispatch]);
    EXPECT_NEAR(m_diagram->rate(Transition::Dispatch), dispatched / 110.0005, 1e-6);
    EXPECT_NEAR(m_diagram->secondsIn(ProcessState::Ready) + m_diagram->secondsIn(ProcessState::Running) +
                    m_diagram->secondsIn(ProcessState::Waiting),
                2 * 110.0005, 1e-6);
}

TEST_F(LongReplay, TellsTheSameAtTheEndWhetherReadOrInMemory) {
    goTo(m_run.startNs + 60 * kNsPerSecond);
    goTo(m_source->lastNs());
    for (std::size_t i = 0; i < m_run.processes.size(); ++i) {
        const StretchSums expected = until(i, m_run.endNs);
        EXPECT_EQ(m_diagram->counts(i), expected.transitions);
        EXPECT_EQ(m_schedule->rows()[i].slices.bins(), expected.slices.bins());
    }
    EXPECT_FALSE(m_diagram->note().isEmpty());
}

TEST_F(LongReplay, TellsOfWhatLiesBetweenTwoMarkers) {
    const Nanoseconds a = m_run.startNs + 20 * kNsPerSecond + 300'000, b = a + 30 * kNsPerSecond;
    m_diagram->setStretch(std::pair(a, b));
    m_schedule->setStretch(std::pair(a, b));
    m_source->settle();
    const ProcessData& process = m_run.processes[0];
    LaneBook book;
    book.follow(process.lane);
    const StretchSums expected = book.between(process.lane, a, b, process.endedNs);
    EXPECT_EQ(m_diagram->counts(0), expected.transitions);
    EXPECT_TRUE(m_diagram->note().contains(QLatin1String("markers A and B")));
    const ScheduleView::Row& row = m_schedule->rows()[0];
    EXPECT_EQ(row.slices.bins(), expected.slices.bins());
    EXPECT_EQ(row.slices.longest(), expected.slices.longest());
    EXPECT_NEAR(row.share, toSeconds(expected.times[static_cast<std::size_t>(ProcessState::Running)]) / 30, 1e-9);
    EXPECT_NEAR(row.readyS, toSeconds(expected.times[static_cast<std::size_t>(ProcessState::Ready)]), 1e-9);
    EXPECT_EQ(row.voluntary, (*expected.transitions)[Transition::Wait]);
    EXPECT_TRUE(m_schedule->tableText().titles[1].contains(QLatin1String("A to B")));
    EXPECT_NEAR(m_diagram->rate(Transition::Wait), static_cast<double>((*m_diagram->counts())[Transition::Wait]) / 30,
                1e-6);
    m_diagram->setStretch(std::nullopt);
    m_schedule->setStretch(std::nullopt);
    m_source->settle();
    EXPECT_EQ(m_diagram->counts(0), until(0, m_run.endNs).transitions);
}

}  // namespace
}  // namespace ipclab::test
