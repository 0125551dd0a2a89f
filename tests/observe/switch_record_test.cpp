#include "observe/switch_record.h"

#include <gtest/gtest.h>
#include <linux/perf_event.h>

#include <cstring>
#include <vector>

#include "observe/switch_ring.h"

namespace ipclab {
namespace {

struct Bytes {
    std::vector<std::byte> data;
    template <typename T>
    Bytes& add(const T& value) {
        const auto* from = reinterpret_cast<const std::byte*>(&value);
        data.insert(data.end(), from, from + sizeof value);
        return *this;
    }
    std::vector<std::byte> sealed() {
        const auto size = static_cast<std::uint16_t>(data.size());
        std::memcpy(data.data() + offsetof(perf_event_header, size), &size, sizeof size);
        return data;
    }
};

Bytes record(std::uint32_t type, std::uint16_t misc = 0) { return Bytes{}.add(perf_event_header{type, misc, 0}); }
void addId(Bytes& to, std::uint32_t pid, std::uint32_t tid, std::uint64_t time, std::uint32_t cpu) {
    to.add(pid).add(tid).add(time).add(cpu).add(std::uint32_t{0});
}
std::vector<std::byte> switchBytes(std::uint16_t misc, std::uint64_t time) {
    Bytes bytes = record(PERF_RECORD_SWITCH, misc);
    addId(bytes, 7, 8, time, 3);
    return bytes.sealed();
}

TEST(SwitchRecord, TellsInFromOutFromPreempted) {
    EXPECT_EQ(decodeSwitchRecord(switchBytes(0, 1))->kind, SwitchKind::SwitchIn);
    EXPECT_EQ(decodeSwitchRecord(switchBytes(PERF_RECORD_MISC_SWITCH_OUT, 1))->kind, SwitchKind::SwitchOut);
    const auto preempted =
        decodeSwitchRecord(switchBytes(PERF_RECORD_MISC_SWITCH_OUT | PERF_RECORD_MISC_SWITCH_OUT_PREEMPT, 99));
    EXPECT_EQ(preempted->kind, SwitchKind::Preempted);
    EXPECT_EQ(preempted->pid, 7);
    EXPECT_EQ(preempted->tid, 8);
    EXPECT_EQ(preempted->time, 99);
    EXPECT_EQ(preempted->cpu, 3);
}

TEST(SwitchRecord, NamesNeverOverrun) {
    Bytes bytes = record(PERF_RECORD_COMM, PERF_RECORD_MISC_COMM_EXEC);
    bytes.add(std::uint32_t{5}).add(std::uint32_t{6});
    for (int i = 0; i < 40; ++i) bytes.add('x');
    addId(bytes, 5, 6, 1, 0);
    const auto comm = decodeSwitchRecord(bytes.sealed());
    ASSERT_TRUE(comm);
    EXPECT_EQ(comm->kind, SwitchKind::Exec);
    EXPECT_EQ(comm->name(), std::string(15, 'x'));
}

TEST(SwitchRecord, EveryTruncationIsRefusedOrDecodedNeverOverread) {
    Bytes bytes = record(PERF_RECORD_FORK);
    bytes.add(std::uint32_t{1}).add(std::uint32_t{2}).add(std::uint32_t{3}).add(std::uint32_t{4}).add(std::uint64_t{5});
    addId(bytes, 1, 3, 5, 0);
    const auto whole = bytes.sealed();
    const auto fork = decodeSwitchRecord(whole);
    ASSERT_TRUE(fork);
    EXPECT_EQ(fork->pid, 1);
    EXPECT_EQ(fork->parentPid, 2);
    EXPECT_EQ(fork->tid, 3);
    EXPECT_EQ(fork->parentTid, 4);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        Bytes cut{{whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}};
        const auto exact =
            size >= sizeof(perf_event_header) ? cut.sealed() : cut.data;  // its own heap block: ASan sees
        EXPECT_FALSE(decodeSwitchRecord(exact)) << size;
    }
}

TEST(SwitchRecord, UnknownKindsAreIgnored) {
    Bytes bytes = record(4242);
    addId(bytes, 1, 1, 1, 1);
    EXPECT_FALSE(decodeSwitchRecord(bytes.sealed()));
}

// A ring in plain memory, written as the kernel would.
struct FakeRing {
    explicit FakeRing(std::size_t sizeBytes) : data(sizeBytes) {}
    void write(const std::vector<std::byte>& bytes) {
        for (const std::byte byte : bytes) data[page.data_head++ % data.size()] = byte;
    }
    RingView view() { return {&page, data.data(), data.size()}; }
    perf_event_mmap_page page{};
    std::vector<std::byte> data;
};

TEST(RingView, RecordsThatWrapAroundAreWhole) {
    FakeRing ring(128);  // records of 32 bytes after one of 48: they wrap at every offset
    RingView view = ring.view();
    std::vector<SwitchRecord> records;
    Bytes lost = record(PERF_RECORD_LOST);
    lost.add(std::uint64_t{1}).add(std::uint64_t{17});
    addId(lost, 0, 0, 1, 0);
    ring.write(lost.sealed());
    for (std::uint64_t time = 2; time < 200; ++time) {
        ring.write(switchBytes(0, time));
        EXPECT_EQ(view.drain(records), 0U);
        EXPECT_EQ(records.back().time, static_cast<Nanoseconds>(time));
        EXPECT_EQ(ring.page.data_tail, ring.page.data_head);
    }
    EXPECT_EQ(records.size(), 199U);
    EXPECT_EQ(records.front().lost, 17U);
}

TEST(RingView, ACorruptSizeIsSkippedAndCountedNotFollowed) {
    for (const std::uint16_t size : {std::uint16_t{0}, std::uint16_t{7}, std::uint16_t{60000}}) {
        FakeRing ring(4096);
        auto bytes = switchBytes(0, 1);
        ring.write(bytes);
        std::memcpy(bytes.data() + offsetof(perf_event_header, size), &size, sizeof size);
        ring.write(bytes);
        std::vector<SwitchRecord> records;
        EXPECT_EQ(ring.view().drain(records), 32U);
        EXPECT_EQ(records.size(), 1U);
        EXPECT_EQ(ring.page.data_tail, ring.page.data_head);
    }
}

TEST(RingView, AHeadOutOfRangeReadsNothing) {
    FakeRing ring(4096);
    ring.page.data_head = 1U << 20;
    std::vector<SwitchRecord> records;
    EXPECT_EQ(ring.view().drain(records), 0U);
    EXPECT_TRUE(records.empty());
}

}  // namespace
}  // namespace ipclab
