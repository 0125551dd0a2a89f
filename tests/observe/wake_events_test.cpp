#include "observe/wake_events.h"

#include <gtest/gtest.h>
#include <linux/perf_event.h>
#include <time.h>
#include <unistd.h>

#include <cstring>

#include "child.h"
#include "observe/process_reader.h"
#include "observe/state_tracker.h"
#include "observe/switch_events.h"
#include "observe/switch_reader.h"
#include "observe/wait_channel.h"

namespace ipclab {
namespace {

constexpr std::string_view kFormat =
    "name: sched_waking\nID: 375\nformat:\n"
    "\tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;\n"
    "\tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;\n\n"
    "\tfield:char comm[16];\toffset:8;\tsize:16;\tsigned:0;\n"
    "\tfield:pid_t pid;\toffset:24;\tsize:4;\tsigned:1;\n"
    "\nprint fmt: \"pid=%d\", REC->pid\n";

std::string with(std::string_view from, std::string_view to) {
    std::string text(kFormat);
    return text.replace(text.find(from), from.size(), to);
}

TEST(WakeEvents, TheFormatGivesNumberAndOffset) {
    EXPECT_EQ(parseWakeFormat(kFormat), (WakeFormat{375, 24}));
    EXPECT_FALSE(parseWakeFormat(""));
    EXPECT_FALSE(parseWakeFormat("ID: 375\n"));
    EXPECT_FALSE(parseWakeFormat(with("ID: 375", "ID: x")));
    EXPECT_FALSE(parseWakeFormat(with("offset:24;", "offset:99999;")));
    EXPECT_FALSE(parseWakeFormat(with("offset:24;", "offset:;")));
    EXPECT_FALSE(parseWakeFormat(with("offset:24;\tsize:4", "offset:24;\tsize:8")));
}

// A sample as the kernel writes it: header, TID, TIME, CPU, then the raw data with its size.
std::vector<std::byte> wakeSample(std::uint32_t rawBytes, std::int32_t pid) {
    struct {
        perf_event_header header{PERF_RECORD_SAMPLE, 0, 0};
        std::uint32_t pid = 1, tid = 2;
        std::uint64_t time = 77;
        std::uint32_t cpu = 3, reserved = 0;
        std::uint32_t rawBytes = 0;
        std::array<char, 36> raw{};
    } __attribute__((packed)) sample;
    static_assert(sizeof sample == 8 + 24 + 4 + 36);
    sample.header.size = sizeof sample;
    sample.rawBytes = rawBytes;
    std::memcpy(sample.raw.data() + 24, &pid, sizeof pid);
    std::vector<std::byte> bytes(sizeof sample);
    std::memcpy(bytes.data(), &sample, sizeof sample);
    return bytes;
}

TEST(WakeEvents, ASampleTellsWhoWasWokenAndNothingIsReadBeyondIt) {
    const auto record = decodeSwitchRecord(wakeSample(36, 4711), 24);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->kind, SwitchKind::Waking);
    EXPECT_EQ(record->tid, 4711);
    EXPECT_EQ(record->time, 77);
    EXPECT_EQ(record->cpu, 3);
    EXPECT_FALSE(decodeSwitchRecord(wakeSample(36, 4711), 0)) << "nobody asked for wake-ups";
    EXPECT_FALSE(decodeSwitchRecord(wakeSample(36, 4711), 33)) << "an offset that reaches past the raw data";
    EXPECT_FALSE(decodeSwitchRecord(wakeSample(400, 4711), 24)) << "raw data longer than the record";
    for (std::size_t size = 0; size < wakeSample(36, 1).size(); ++size) {
        auto cut = wakeSample(36, 4711);
        cut.resize(size);
        EXPECT_FALSE(decodeSwitchRecord(cut, 24)) << size;
    }
}

SwitchRecord recordOf(SwitchKind kind, Nanoseconds time, pid_t tid, int cpu = 0) {
    SwitchRecord record;
    record.kind = kind;
    record.time = time;
    record.pid = record.tid = tid;
    record.cpu = cpu;
    return record;
}

TEST(WakeEvents, AWokenThreadIsReadyUntilItRuns) {
    using enum SwitchKind;
    StateTracker tracker;
    const std::vector<SwitchRecord> records{
        recordOf(SwitchIn, 10, 5), recordOf(SwitchOut, 20, 5), recordOf(Waking, 50, 5),    recordOf(SwitchIn, 60, 5),
        recordOf(Waking, 65, 5),   recordOf(Waking, 66, 999),  recordOf(SwitchOut, 70, 5), recordOf(SwitchIn, 90, 5)};
    tracker.consume(records);
    std::string lane;
    for (const ObservedInterval& it : tracker.closed().threads)
        lane +=
            (it.state ? stateLetter(*it.state) : '?') + std::to_string(it.begin) + "-" + std::to_string(it.end) + " ";
    EXPECT_EQ(lane, "X10-20 W20-50 R50-60 X60-70 W70-90 ");
    EXPECT_EQ(tracker.find(999), nullptr) << "a stranger's wake-up must not recordOf it one of ours";
    EXPECT_EQ(tracker.contradictions(), 0U);
}

// On a core that has something to do: Linux 6.18 was seen to count wake-ups of an idle one and to write no record.
TEST(WakeEvents, ASleeperIsSeenReadyBetweenItsWakingAndItsRunning) {
    SwitchEvents switches = openSwitchEvents();
    if (!switches) GTEST_SKIP() << switches.problem;
    WakeEvents wakes = openWakeEvents();
    if (!wakes) GTEST_SKIP() << wakes.problem;
    SwitchReader reader(std::move(switches.perCpu), SwitchReader::kDefaultPages, std::move(wakes));
    const int cpu = ::sched_getcpu();
    const Child busy([cpu] {
        pinTo(cpu);
        for (;;) compute(1'000'000);
        return 0;
    });
    Child child([cpu] {
        pinTo(cpu);
        for (int i = 0; i < 20; ++i) {
            const timespec pause{0, 2'000'000};
            ::nanosleep(&pause, nullptr);
        }
        return 0;
    });
    const pid_t pid = child.pid();
    EXPECT_EQ(child.wait(), 0);
    StateTracker tracker;
    tracker.consume(reader.flush());
    if (reader.lost() + reader.lostWakes() > 0) GTEST_SKIP() << "records were lost on this busy machine";
    int woken = 0;
    const std::vector<ObservedInterval>& threads = tracker.closed().threads;
    for (std::size_t i = 0; i + 1 < threads.size(); ++i) {
        if (threads[i].tid == pid && threads[i].state == ProcessState::Ready) ++woken;
    }
    EXPECT_GE(woken, 15) << "each of its twenty sleeps ends with a wake-up";
}

TEST(WaitChannel, KnowsWhatTheKernelCallsItAndGuessesNothing) {
    EXPECT_EQ(waitReasonOf("hrtimer_nanosleep"), WaitReason::Sleep);
    EXPECT_EQ(waitReasonOf("do_wait"), WaitReason::Child);
    EXPECT_EQ(waitReasonOf("anon_pipe_read"), WaitReason::Empty);
    EXPECT_EQ(waitReasonOf("pipe_write"), WaitReason::Full);
    EXPECT_EQ(waitReasonOf("futex_wait_queue_me"), WaitReason::Futex);
    EXPECT_EQ(waitReasonOf("__skb_wait_for_more_packets"), WaitReason::Empty);
    EXPECT_EQ(waitReasonOf("folio_wait_bit_common"), WaitReason::Disk);
    EXPECT_EQ(waitReasonOf("something_new"), WaitReason::None);
    EXPECT_EQ(waitReasonOf(""), WaitReason::None);
    EXPECT_EQ(waitReasonOf("0"), WaitReason::None);
}

// Until the child has executed a program or ended.
TEST(WaitChannel, AParentInVforkWaitsForItsChild) {
    const Child parent([] {
        if (::vfork() == 0) {
            const timespec pause{30, 0};
            ::nanosleep(&pause, nullptr);
            ::_exit(0);
        }
        return 0;
    });
    ProcessReader reader(parent.pid());
    const auto children = [&] { return reader.children().value_or(std::vector<pid_t>()); };
    ASSERT_TRUE(eventually([&] { return !children().empty(); }));
    const pid_t child = children().front();
    const auto waits = [&] { return waitReasonOf(reader.waitChannel().value_or("")) == WaitReason::Child; };
    const bool told = eventually(waits, std::chrono::seconds(5));
    ::kill(child, SIGKILL);
    if (!told && reader.waitChannel().value_or("").empty())
        GTEST_SKIP() << "this kernel does not tell where one sleeps";
    EXPECT_TRUE(told) << reader.waitChannel().value_or("");
}

}  // namespace
}  // namespace ipclab
