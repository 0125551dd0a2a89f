// Switch records and the tracker together, on real children: what the kernel says of them must agree with what they
// know of themselves.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include <algorithm>
#include <map>
#include <new>
#include <optional>
#include <thread>

#include "child.h"
#include "observe/state_tracker.h"
#include "observe/switch_events.h"
#include "observe/switch_reader.h"

namespace ipclab {
namespace {

class ObservedChildren : public testing::Test {
protected:
    void SetUp() override {
        auto events = openSwitchEvents();
        if (!events) GTEST_SKIP() << events.problem;
        reader.emplace(std::move(events.perCpu));
    }
    void poll() {
        tracker.consume(reader->poll());
        tracker.advanceTo(reader->releasedUntil());
    }
    void flush() {
        tracker.consume(reader->flush());
        tracker.advanceTo(reader->releasedUntil());
    }
    const ProcessSummary& ended(pid_t pid) {
        for (const ProcessSummary& summary : tracker.finished())
            if (summary.pid == pid) return summary;
        static const ProcessSummary none;
        ADD_FAILURE() << "process " << pid << " has not been seen to end";
        return none;
    }
    std::optional<SwitchReader> reader;
    StateTracker tracker;
};

double ratio(Nanoseconds part, Nanoseconds whole) { return static_cast<double>(part) / static_cast<double>(whole); }

void expectOneAtATime(std::vector<CpuInterval> cpus) {
    std::sort(cpus.begin(), cpus.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::map<int, Nanoseconds> end;
    for (const CpuInterval& each : cpus) {
        EXPECT_LE(end[each.cpu], each.begin);
        end[each.cpu] = each.end;
    }
}

TEST_F(ObservedChildren, StatesSumToTheLifetimeAndAgreeWithTheClocks) {
    struct Case {
        std::function<int()> body;
        pid_t pid = 0;
        Nanoseconds before = 0, after = 0;
    };
    std::vector<Case> cases;
    cases.push_back({[] { return compute(30'000'000), 0; }});
    cases.push_back({[] {
        for (int i = 0; i < 50; ++i) sleepFor(500'000);
        return 0;
    }});
    cases.push_back({[] {
        for (int i = 0; i < 2'000; ++i) ::sched_yield();
        return 0;
    }});
    for (Case& each : cases) {
        each.before = monotonicNow();
        Child child(each.body);
        each.pid = child.pid();
        EXPECT_EQ(child.wait(), 0);
        each.after = monotonicNow();
        poll();
    }
    flush();
    ASSERT_EQ(reader->lost() + reader->late(), 0U);
    for (const Case& each : cases) {
        const ProcessSummary& summary = ended(each.pid);
        ASSERT_TRUE(summary.birth && summary.exit);
        EXPECT_EQ(summary.parent, ::getpid());
        const Nanoseconds lifetime = *summary.exit - *summary.birth;
        EXPECT_NEAR(ratio(summary.states.sum(), lifetime), 1.0, 0.01);
        EXPECT_GE(*summary.birth, each.before);
        EXPECT_LE(*summary.exit, each.after);
    }
    // It cannot have used more CPU time than it was on a CPU, nor slept less than it asked for.
    EXPECT_GE(ended(cases[0].pid).states[ProcessState::Running], 29'700'000);
    EXPECT_GE(ended(cases[1].pid).states[ProcessState::Waiting] + ended(cases[1].pid).states[ProcessState::Ready],
              24'750'000);
    EXPECT_GE(ended(cases[1].pid).voluntary, 50U);
    EXPECT_EQ(tracker.contradictions(), 0U);
}

// How long the main thread of that process was in a state between two times.
Nanoseconds timeIn(ProcessState state, const std::vector<ObservedInterval>& threads, pid_t pid, Nanoseconds begin,
                   Nanoseconds end) {
    Nanoseconds sum = 0;
    for (const ObservedInterval& each : threads)
        if (each.tid == pid && each.state == state)
            sum += std::max(Nanoseconds{0}, std::min(each.end, end) - std::max(each.begin, begin));
    return sum;
}

TEST_F(ObservedChildren, TwoThatComputeOnOneCoreTakeTurnsReadyNotWaiting) {
    struct Span {
        Nanoseconds begin = 0, end = 0;
    };
    // Each tells when it computed: what comes before and after (migration, the sanitizers' own doing) may wait.
    void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(memory, MAP_FAILED);
    auto* spans = new (memory) Span[2];
    const auto body = [&](int index) {
        return [spans, index] {
            pinTo(0);
            spans[index].begin = monotonicNow();
            compute(60'000'000);
            spans[index].end = monotonicNow();
            return 0;
        };
    };
    Child children[] = {Child(body(0)), Child(body(1))};
    const pid_t pids[] = {children[0].pid(), children[1].pid()};
    for (Child& child : children) EXPECT_EQ(child.wait(), 0);
    flush();
    ASSERT_EQ(reader->lost(), 0U);
    Nanoseconds ready = 0;
    for (int i = 0; i < 2; ++i) {
        const auto spent = [&](ProcessState state) {
            return timeIn(state, tracker.closed().threads, pids[i], spans[i].begin, spans[i].end);
        };
        EXPECT_GT(ended(pids[i]).involuntary, 0U);
        EXPECT_GE(spent(ProcessState::Running), 59'000'000) << "it used 60 ms of CPU time";
        EXPECT_LT(spent(ProcessState::Waiting), spent(ProcessState::Running) / 10);
        ready += spent(ProcessState::Ready);
    }
    EXPECT_GT(ready, 0) << "they had to take turns";
    expectOneAtATime(tracker.closed().cpus);
    ::munmap(memory, 4096);
}

TEST_F(ObservedChildren, NoCpuRunsTwoAtOnceWhateverManyDo) {
    std::vector<Child> children;
    for (int i = 0; i < 8; ++i)
        children.emplace_back([] {
            for (int k = 0; k < 100; ++k) {
                compute(100'000);
                ::sched_yield();
                sleepFor(50'000);
            }
            return 0;
        });
    for (Child& child : children) {
        EXPECT_EQ(child.wait(), 0);
        poll();
    }
    flush();
    if (reader->lost() + reader->late() > 0) GTEST_SKIP() << "records were lost on this busy machine";
    expectOneAtATime(tracker.closed().cpus);
    EXPECT_EQ(tracker.finished().size(), 8U);
    EXPECT_EQ(tracker.contradictions(), 0U);
}

// Moves this process from CPU to CPU as long as it lives.
Child shaker(pid_t whom, const std::vector<int>& cpus) {
    return Child([whom, cpus] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (std::size_t turn = 0;; ++turn) {
            cpu_set_t set;
            CPU_ZERO(&set);
            CPU_SET(static_cast<unsigned>(cpus[turn % cpus.size()]), &set);
            ::sched_setaffinity(whom, sizeof set, &set);
            sleepFor(20'000);
        }
        return 0;
    });
}

// Rings are mapped, and read, one after the other: a thread that goes from CPU to CPU meanwhile is seen whole or not.
TEST_F(ObservedChildren, OneThatIsMovedWhileRingsAreMappedOrReadDoesNotContradictItself) {
    cpu_set_t before;
    CPU_ZERO(&before);
    ASSERT_EQ(::sched_getaffinity(0, sizeof before, &before), 0);
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(static_cast<unsigned>(cpu), &before)) cpus.push_back(cpu);
    if (cpus.size() < 2) GTEST_SKIP() << "one CPU only: nowhere to move to";
    {
        const Child moving = shaker(::getpid(), {cpus[0], cpus[1]});
        for (int round = 0; round < 200; ++round) {
            reader.reset();
            auto events = openSwitchEvents();
            ASSERT_TRUE(events) << events.problem;
            reader.emplace(std::move(events.perCpu));
            tracker = {};
            for (const Nanoseconds end = monotonicNow() + 1'000'000; monotonicNow() < end;) ::sched_yield();
            flush();
            if (reader->lost() + reader->late() > 0) continue;
            ASSERT_EQ(tracker.contradictions(), 0U) << "round " << round;
            expectOneAtATime(tracker.closed().cpus);
        }
    }
    ::sched_setaffinity(0, sizeof before, &before);
}

TEST_F(ObservedChildren, GrandchildrenAndThreadsAreFollowed) {
    Child child([] {
        Child grandchild([] { return compute(1'000'000), 0; });
        std::thread thread([] { sleepFor(2'000'000); });
        thread.join();
        return grandchild.wait();
    });
    const pid_t pid = child.pid();
    EXPECT_EQ(child.wait(), 0);
    flush();
    EXPECT_GE(ended(pid).threadsEver, 2U);  // a thread sanitizer brings threads of its own
    EXPECT_NEAR(ratio(ended(pid).states.sum(), *ended(pid).exit - *ended(pid).birth), 1.0, 0.01);
    const auto grandchild = std::find_if(tracker.finished().begin(), tracker.finished().end(),
                                         [&](const ProcessSummary& each) { return each.parent == pid; });
    EXPECT_NE(grandchild, tracker.finished().end());
}

TEST_F(ObservedChildren, StoppedAndContinued) {
    Child child([] {
        for (;;) compute(1'000'000);
        return 0;
    });
    const pid_t pid = child.pid();
    EXPECT_TRUE(eventually([&] {
        poll();
        const ProcessSummary* summary = tracker.find(pid);
        return summary != nullptr && summary->state == ProcessState::Running;
    }));
    tracker.markStopped(pid, monotonicNow());
    child.signal(SIGSTOP);
    EXPECT_TRUE(eventually([&] {
        poll();
        return tracker.find(pid)->state == ProcessState::Stopped;
    }));
    tracker.markContinued(pid, monotonicNow());
    child.signal(SIGCONT);
    EXPECT_TRUE(eventually([&] {
        poll();
        return tracker.find(pid)->state == ProcessState::Running;
    }));
}

TEST_F(ObservedChildren, AfterLossesTheSumStillIsTheLifetimeAndTheUnknownIsShown) {
    auto events = openSwitchEvents();
    SwitchReader tiny(std::move(events.perCpu), 1);
    StateTracker gappy;
    Child child([] {
        pinTo(0);
        for (;;) sleepFor(1'000);
        return 0;
    });
    const pid_t pid = child.pid();
    EXPECT_TRUE(eventually([&] {  // reads far too seldom: 128 records fill a ring, and this one makes 50 a millisecond
        sleepFor(20'000'000);
        gappy.consume(tiny.poll());
        return tiny.lost() > 0;
    }));
    child.signal(SIGKILL);
    EXPECT_EQ(child.wait(), -SIGKILL);
    gappy.consume(tiny.flush());
    gappy.markExited(pid, monotonicNow());
    gappy.advanceTo(monotonicNow());
    ASSERT_GT(tiny.lost(), 0U);
    EXPECT_EQ(gappy.lostRecords(), tiny.lost());
    for (const ProcessSummary& summary : gappy.finished()) {
        if (summary.pid != pid) continue;
        EXPECT_GT(summary.states.unknown(), 0);
        EXPECT_EQ(summary.states.sum(), *summary.exit - summary.firstSeen);
    }
}

}  // namespace
}  // namespace ipclab
