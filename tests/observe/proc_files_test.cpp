#include "observe/proc_files.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "child.h"
#include "observe/host_facts.h"
#include "observe/proc_text.h"
#include "observe/process_reader.h"

namespace ipclab {
namespace {

const std::string kAfterName =
    " S 4834 4833 3586 0 -1 4194304 101 3 7 4 11 12 5 6 20 0 3 0 82820 3133440 413 18446744073709551615 1 2 3 0 0 0 0 "
    "0 0 0 0 0 17 5 0 0 0 0 0 1 2 3 4 5 6 7 0\n";

TEST(PidStat, IsParsedWhateverTheProcessCallsItself) {
    for (const std::string name : {"cat", "a b", "a) R 1 (b", ")", "(((", "", "x\ny", "1 (2) S 3"}) {
        const auto stat = parsePidStat("77 (" + name + ")" + kAfterName);
        ASSERT_TRUE(stat) << name;
        EXPECT_EQ(stat->pid, 77);
        EXPECT_EQ(stat->name, name);
        EXPECT_EQ(stat->state, 'S');
        EXPECT_EQ(stat->parent, 4834);
        EXPECT_EQ(stat->group, 4833);
        EXPECT_EQ(stat->session, 3586);
        EXPECT_EQ(stat->flags, 4194304U);
        EXPECT_TRUE(isAlive(*stat));
        EXPECT_EQ(stat->minorFaults, 101U);
        EXPECT_EQ(stat->majorFaults, 7U);
        EXPECT_EQ(stat->userTicks, 11U);
        EXPECT_EQ(stat->systemTicks, 12U);
        EXPECT_EQ(stat->childMinorFaults, 3U);
        EXPECT_EQ(stat->childMajorFaults, 4U);
        EXPECT_EQ(stat->childUserTicks, 5U);
        EXPECT_EQ(stat->childSystemTicks, 6U);
        EXPECT_EQ(stat->threads, 3);
        EXPECT_EQ(stat->startTicks, 82820U);
        EXPECT_EQ(stat->virtualBytes, 3133440U);
        EXPECT_EQ(stat->residentPages, 413U);
        EXPECT_EQ(stat->processor, 5);
    }
}

TEST(PidStat, CutShortIsRefused) {
    const std::string whole = "77 (a b)" + kAfterName;
    const std::size_t processorEnd = whole.find(" 17 5 ") + 5;
    for (std::size_t size = 0; size < processorEnd - 1; ++size)
        EXPECT_FALSE(parsePidStat(whole.substr(0, size))) << size;
    EXPECT_FALSE(parsePidStat("x (a) S 1"));
    EXPECT_FALSE(parsePidStat(")("));
    EXPECT_FALSE(parsePidStat("77 (a) SS 1 1 1"));
}

TEST(ProcFiles, NoBytesMakeAParserMisbehave) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::string text = readFile("/proc/self/" + std::string(seed % 2 == 0 ? "status" : "stat")).value_or("");
        for (int i = 0; i < 200; ++i) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
            static_cast<void>(parsePidStat(text));
            static_cast<void>(parsePidStatus(text));
            static_cast<void>(parsePidIo(text));
            static_cast<void>(parseSmapsRollup(text));
            static_cast<void>(parseSchedStat(text));
            static_cast<void>(parseCpuTimes(text, 100));
            static_cast<void>(parseCpuList(text));
            static_cast<void>(splitAtNul(text));
        }
    }
}

TEST(ProcFiles, LettersAreMappedHonestly) {
    EXPECT_EQ(stateOfLetter('R'), ProcessState::Runnable);
    EXPECT_EQ(stateOfLetter('S'), ProcessState::Waiting);
    EXPECT_EQ(stateOfLetter('D'), ProcessState::Waiting);
    EXPECT_EQ(stateOfLetter('T'), ProcessState::Stopped);
    EXPECT_EQ(stateOfLetter('t'), ProcessState::Stopped);
    EXPECT_EQ(stateOfLetter('Z'), ProcessState::Zombie);
    EXPECT_EQ(stateOfLetter('X'), ProcessState::Terminated);
    EXPECT_EQ(stateOfLetter('?'), std::nullopt);
}

TEST(ProcFiles, StatusTakesUnitsAndHexadecimalMasks) {
    const auto status = parsePidStatus(
        "Name:\tVmRSS:\t9 kB\nUid:\t1000\t1001\t1000\t1000\nVmHWM:\t    1640 kB\nVmRSS:\t 12 kB\nThreads:\t4\nSigPnd:\t"
        "0000000000000001\nShdPnd:\t0000000000000400\nSigCgt:\tffffffffffffffff\nvoluntary_ctxt_switches:\t150\n"
        "nonvoluntary_ctxt_switches:\t545\n");
    ASSERT_TRUE(status);
    EXPECT_EQ(status->peakResidentBytes, 1640U * 1024);
    EXPECT_EQ(status->residentBytes, 12U * 1024);
    EXPECT_EQ(status->threads, 4);
    EXPECT_EQ(status->pendingSignals, 0x401U);
    EXPECT_EQ(status->caughtSignals, ~std::uint64_t{0});
    EXPECT_EQ(status->voluntarySwitches, 150U);
    EXPECT_EQ(status->involuntarySwitches, 545U);
    EXPECT_EQ(status->userId, 1001U);
    EXPECT_FALSE(parsePidStatus(""));
    EXPECT_FALSE(parsePidStatus("VmRSS:\tmany kB\n"));
}

TEST(ProcFiles, SchedStatAndIoAndRollup) {
    EXPECT_EQ(parseSchedStat("5 46118 1\n")->runDelay, 46118);
    EXPECT_FALSE(parseSchedStat("5 46118"));
    EXPECT_FALSE(parseSchedStat("99999999999999999999 1 1"));
    const auto io = parsePidIo("rchar: 7273\nwchar: 297\nsyscr: 12\nsyscw: 1\nread_bytes: 0\nwrite_bytes: 4096\n");
    EXPECT_EQ(io->readBytes, 7273U);
    EXPECT_EQ(io->writeCalls, 1U);
    EXPECT_EQ(io->storageWrittenBytes, 4096U);
    const auto rollup = parseSmapsRollup(
        "55a08fc32000-7fff257c5000 ---p 00000000 00:00 0    [rollup]\nRss:  1640 kB\nPss: 478 kB\nPss_Dirty: 112 kB\n"
        "Private_Clean:        92 kB\nPrivate_Dirty:       112 kB\n");
    EXPECT_EQ(rollup->privateBytes(), 204U * 1024);
    EXPECT_EQ(rollup->proportionalBytes, 478U * 1024);
    EXPECT_EQ(splitAtNul(std::string_view("a\0\0b", 4)), (std::vector<std::string>{"a", "", "b"}));
}

TEST(ProcessReader, ReadsItself) {
    ProcessReader self(::getpid());
    EXPECT_EQ(self.stat()->parent, ::getppid());
    EXPECT_EQ(self.stat()->state, 'R');
    EXPECT_GT(self.status()->peakResidentBytes, 0U);
    EXPECT_EQ(self.status()->userId, ::geteuid());
    EXPECT_FALSE(self.commandLine()->empty());
    EXPECT_EQ(self.threads()->front(), ::getpid());
    if (const auto sched = self.schedStat()) {
        EXPECT_GT(sched->running, 0);
    }
    if (const auto io = self.io()) {
        EXPECT_GT(io->readCalls, 0U);
    }
    if (const auto rollup = self.smapsRollup()) {
        EXPECT_GT(rollup->privateBytes(), 0U);
    }
}

TEST(ProcessReader, SeesANameMeantToDeceive) {
    int ready[2];
    check(::pipe2(ready, O_CLOEXEC), "pipe2");
    const UniqueFd from(ready[0]);
    const UniqueFd to(ready[1]);
    Child child([&] {
        ::prctl(PR_SET_NAME, "x) Z 1 (");
        check(::write(to.get(), "r", 1), "write");
        for (;;) ::pause();
        return 0;
    });
    char byte;
    ASSERT_EQ(::read(from.get(), &byte, 1), 1);
    ProcessReader reader(child.pid());
    EXPECT_EQ(reader.stat()->name, "x) Z 1 (");
    EXPECT_EQ(reader.stat()->parent, ::getpid());
    EXPECT_TRUE(eventually([&] { return reader.stat()->state == 'S'; }));
    ProcessReader self(::getpid());
    const auto children = self.children();
    ASSERT_TRUE(children);
    EXPECT_NE(std::find(children->begin(), children->end(), child.pid()), children->end());
}

TEST(ProcessReader, AVanishedProcessIsNothingNotAStranger) {
    Child child([] {
        for (;;) ::pause();
        return 0;
    });
    ProcessReader held(child.pid());
    ProcessReader untouched(child.pid());
    EXPECT_TRUE(held.stat());
    EXPECT_TRUE(held.schedStat());
    child.signal(SIGKILL);
    const pid_t pid = child.pid();
    EXPECT_TRUE(eventually([&] { return held.stat()->state == 'Z'; }));
    child.wait();
    for (ProcessReader* reader : {&held, &untouched}) {
        EXPECT_EQ(reader->stat(), std::nullopt);
        EXPECT_EQ(reader->error(), ESRCH);
        EXPECT_FALSE(reader->status());
        EXPECT_FALSE(reader->smapsRollup());
        EXPECT_FALSE(reader->threads());
        EXPECT_EQ(reader->error(), ESRCH);
    }
    ProcessReader late(pid);
    EXPECT_FALSE(late.stat());
    EXPECT_EQ(late.error(), ESRCH);
}

TEST(ProcessReader, NeverTakesTheLastDescriptors) {
    Child limited([] {
        const rlimit limit{64, 64};
        ::setrlimit(RLIMIT_NOFILE, &limit);
        std::vector<ProcessReader> readers;
        for (int i = 0; i < 100; ++i) readers.emplace_back(::getpid());
        for (ProcessReader& reader : readers)
            if (!reader.stat() || !reader.schedStat() || !reader.status()) return 1;
        return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)) ? 0 : 2;
    });
    EXPECT_EQ(limited.wait(), 0);
}

TEST(ProcessReader, WhatIsForbiddenHasAReason) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs root to become somebody else";
    Child stranger([] {
        if (::setuid(60123) != 0) return 1;
        ProcessReader parent(::getppid());
        if (!parent.stat()) return 2;
        if (parent.io() || (parent.error() != EACCES && parent.error() != EPERM)) return 3;
        if (parent.environment() || parent.error() != EACCES) return 4;
        return 0;
    });
    EXPECT_EQ(stranger.wait(), 0);
}

TEST(HostFacts, AreThere) {
    const HostFacts facts = readHostFacts();
    EXPECT_FALSE(facts.kernel.empty());
    EXPECT_GE(facts.cpusOnline, 1);
    EXPECT_GT(facts.memoryBytes, 1U << 20);
    const auto times = readCpuTimes();
    ASSERT_TRUE(times);
    EXPECT_EQ(times->front().cpu, -1);
    EXPECT_GE(times->size(), 2U);
    EXPECT_GT(times->front().total(), 0);
}

TEST(HostFacts, CpuListsAndTimes) {
    EXPECT_EQ(parseCpuList("0-2,5\n"), (std::vector<int>{0, 1, 2, 5}));
    for (const char* bad : {"", "-1", "3-1", "0-", "a", "0,,1", "0-99999999"}) EXPECT_FALSE(parseCpuList(bad)) << bad;
    const auto times = parseCpuTimes("cpu  10 20 30 40 50 60 70 80 0 0\ncpu1 1 2 3 4 5 6 7 8 0 0\nintr 1\n", 100);
    ASSERT_TRUE(times);
    EXPECT_EQ(times->at(0).steal, 800'000'000);
    EXPECT_EQ(times->at(0).busy(), 1'900'000'000);
    EXPECT_EQ(times->at(1).cpu, 1);
    EXPECT_FALSE(parseCpuTimes("cpu 1 2 3\n", 100));
    EXPECT_FALSE(parseCpuTimes("intr 5\n", 100));
}

}  // namespace
}  // namespace ipclab
