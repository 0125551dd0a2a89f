// The parsers of what an inspector shows, with texts as kernels write them and with texts nobody writes.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <random>

#include "observe/current_call.h"
#include "observe/descriptor_files.h"
#include "observe/kernel_names.h"
#include "observe/limits_file.h"
#include "observe/status_details.h"

namespace ipclab {
namespace {

using std::string;

const string kStatus =
    "Name:\tbash\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t2838\nPid:\t2838\nPPid:\t2836\nTracerPid:\t7\n"
    "Uid:\t1000\t1001\t1002\t1003\nGid:\t5\t6\t7\t8\nGroups:\t4 24 27 \nNSpid:\t2838\t12\t3\nVmPeak:\t    4612 kB\n"
    "VmRSS:\t    1832 kB\nRssAnon:\t     496 kB\nVmSwap:\t       0 kB\nThreads:\t3\nSigQ:\t2/96365\n"
    "SigPnd:\t0000000000000000\nShdPnd:\t0000000000000200\nSigBlk:\t0000000000000001\nSigIgn:\t0000000000000006\n"
    "SigCgt:\t0000000100004000\nCapEff:\t0000000000200001\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t4\n"
    "Cpus_allowed:\t3\nCpus_allowed_list:\t0-1\nMems_allowed_list:\t0\nvoluntary_ctxt_switches:\t11\n"
    "nonvoluntary_ctxt_switches:\t12\n";

TEST(StatusDetails, AreReadWhole) {
    const auto status = parseStatusDetails(kStatus);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->userIds, (std::array<std::uint32_t, 4>{1000, 1001, 1002, 1003}));
    EXPECT_EQ(status->groupIds[3], 8U);
    EXPECT_EQ(status->groups, (std::vector<std::uint32_t>{4, 24, 27}));
    EXPECT_EQ(status->tracer, 7);
    EXPECT_EQ(status->namespacePid, 3);
    EXPECT_EQ(status->virtualPeak, 4612U << 10);
    EXPECT_EQ(status->residentAnonymous, 496U << 10);
    EXPECT_EQ(status->swap, 0U);
    EXPECT_FALSE(status->stack) << "a line that is not there is not a zero";
    EXPECT_EQ(status->queuedSignals, 2U);
    EXPECT_EQ(status->queuedSignalsMax, 96365U);
    EXPECT_EQ(status->pendingOfProcess, 0x200U);
    EXPECT_EQ(status->capEffective, 0x200001U);
    EXPECT_EQ(status->seccompFilters, 4U);
    EXPECT_EQ(status->allowedCpus, "0-1");
    EXPECT_EQ(status->umask, "0022");
    EXPECT_EQ(status->involuntarySwitches, 12U);
    for (const char* text : {"", "nothing here", "VmRSS:\tmany kB\n", "Threads:\t\n", ":\n::"})
        EXPECT_FALSE(parseStatusDetails(text)) << text;
}

TEST(KernelNames, SignalsAreNamedAndRunsOfThemShortened) {
    EXPECT_EQ(signalName(SIGUSR1), "SIGUSR1");
    EXPECT_EQ(signalName(SIGRTMIN), "SIGRTMIN");
    EXPECT_EQ(signalName(SIGRTMIN + 2), "SIGRTMIN+2");
    EXPECT_EQ(signalName(32), "signal 32");
    EXPECT_EQ(signalNames(0), std::vector<string>{});
    EXPECT_EQ(signalNames(1ULL << (SIGUSR1 - 1) | 1ULL << (SIGINT - 1)), (std::vector<string>{"SIGINT", "SIGUSR1"}));
    const auto all = signalNames(~0ULL);
    EXPECT_EQ(all.front(), "SIGHUP");
    EXPECT_EQ(all.back(), "SIGRTMIN … " + signalName(SIGRTMAX));
}

TEST(KernelNames, CapabilitiesPoliciesAndSystemCallsAreThoseOfTheHeaders) {
    EXPECT_EQ(capabilityNames(0x200001), (std::vector<string>{"CAP_CHOWN", "CAP_SYS_ADMIN"}));
    EXPECT_EQ(capabilityNames(1ULL << 63), std::vector<string>{"capability 63"});
    EXPECT_EQ(policyName(SCHED_FIFO), "SCHED_FIFO");
    EXPECT_EQ(policyName(99), "policy 99");
    EXPECT_EQ(systemCallName(SYS_read), "read");
    EXPECT_EQ(systemCallName(SYS_futex), "futex");
    EXPECT_EQ(systemCallName(SYS_fcntl), "fcntl");
    EXPECT_EQ(systemCallName(SYS_mmap), "mmap");
    EXPECT_EQ(systemCallName(-1), "");
    EXPECT_EQ(systemCallName(1 << 20), "");
}

TEST(CurrentCall, IsReadInEachOfItsForms) {
    const auto call =
        parseCurrentCall(std::to_string(SYS_read).append(" 0x3 0xab 0x40 0x0 0x0 0x1 0x7ffe10 0x7f36aa\n"));
    ASSERT_TRUE(call);
    EXPECT_EQ(call->text(), "read(0x3, 0xab, 0x40, 0x0, 0x0, 0x1)");
    EXPECT_EQ(call->stackPointer, 0x7ffe10U);
    EXPECT_EQ(call->programCounter, 0x7f36aaU);
    const auto running = parseCurrentCall("running\n");
    ASSERT_TRUE(running);
    EXPECT_TRUE(running->running);
    const auto outside = parseCurrentCall("-1 0x7ffe10 0x7f36aa\n");
    ASSERT_TRUE(outside);
    EXPECT_FALSE(outside->number);
    EXPECT_EQ(outside->stackPointer, 0x7ffe10U);
    for (const char* text : {"", "runs", "0", "0 0x1 0x2", "-1 1 2", "0 0x0 0x0 0x0 0x0 0x0 0x0 0x0 x"})
        EXPECT_FALSE(parseCurrentCall(text)) << text;
}

TEST(Limits, AreReadWithTheirUnits) {
    const auto limits = parseLimits(
        "Limit                     Soft Limit           Hard Limit           Units     \n"
        "Max cpu time              unlimited            unlimited            seconds   \n"
        "Max stack size            8388608              unlimited            bytes     \n"
        "Max nice priority         0                    0                    \n"
        "Max something new         1\nMax\n\n");
    ASSERT_TRUE(limits);
    const std::vector<ResourceLimit> expected{
        {"Max cpu time", {}, {}, "seconds"}, {"Max stack size", 8388608, {}, "bytes"}, {"Max nice priority", 0, 0, ""}};
    EXPECT_EQ(*limits, expected);
    EXPECT_EQ(limitConstant("Max stack size"), "RLIMIT_STACK");
    EXPECT_EQ(limitConstant("Max something new"), "");
    EXPECT_FALSE(parseLimits("Limit Soft Hard\n"));
}

TEST(Descriptors, AreKnownByWhereTheyLead) {
    using enum DescriptorKind;
    EXPECT_EQ(kindOfTarget("pipe:[2379044]"), Pipe);
    EXPECT_EQ(kindOfTarget("socket:[7]"), Socket);
    EXPECT_EQ(kindOfTarget("anon_inode:[eventfd]"), EventFd);
    EXPECT_EQ(kindOfTarget("anon_inode:[eventpoll]"), Epoll);
    EXPECT_EQ(kindOfTarget("/memfd:ring (deleted)"), Memfd);
    EXPECT_EQ(kindOfTarget("/dev/shm/x"), SharedMemory);
    EXPECT_EQ(kindOfTarget("/dev/pts/3"), Terminal);
    EXPECT_EQ(kindOfTarget("/dev/null"), Device);
    EXPECT_EQ(kindOfTarget("/home/a file"), File);
    EXPECT_EQ(kindOfTarget(""), Other);
    EXPECT_EQ(id(IoUring), "io-uring");
    EXPECT_EQ(inodeOfTarget("socket:[77]"), 77U);
    EXPECT_EQ(inodeOfTarget("/tmp/a:[7"), 0U);
    EXPECT_EQ(inodeOfTarget(":[]"), 0U);
}

TEST(Descriptors, InfoTellsFlagsPositionAndWhatIsOfTheKind) {
    const auto info =
        parseFdInfo("pos:\t5690\nflags:\t02104001\nmnt_id:\t27\nino:\t11616264\neventfd-count:        3\n");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->position, 5690U);
    EXPECT_FALSE(info->reads());
    EXPECT_TRUE(info->writes());
    EXPECT_EQ(info->flagNames(), "O_WRONLY O_NONBLOCK O_CLOEXEC");
    EXPECT_EQ(info->detail, "eventfd-count:        3");
    EXPECT_TRUE(parseFdInfo("flags: 02\n")->reads());
    for (const char* text : {"", "pos: 3\n", "flags: 9\n", "flags\n"}) EXPECT_FALSE(parseFdInfo(text)) << text;
}

TEST(Descriptors, SocketsAreNamedByTheirAddresses) {
    SocketNames names;
    addUnixSockets(
        "Num       RefCount Protocol Flags    Type St Inode Path\n"
        "000000004ad3d6c6: 00000003 00000000 00000000 0001 03   117\n"
        "000000004ad3d6c6: 00000002 00000000 00010000 0005 01   118 /tmp/my socket\n"
        "short line\n",
        names);
    addInternetSockets(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 121 1 0 100 0 0 10 "
        "0\n"
        "   1: 0100007F:0050 0100007F:1267 01 00000000:00000000 00:00000000 00000000     0        0 122 1 0 100 0 0 10 "
        "0\n"
        "   2: 0100:0050 xx 01\n",
        "TCP", names);
    addInternetSockets(
        "   0: 00000000000000000000000001000000:0035 00000000000000000000000000000000:0000 07 0:0 0:0 0 0 0 123 1\n",
        "UDP", names);
    EXPECT_EQ(names[117], "UNIX stream");
    EXPECT_EQ(names[118], "UNIX seqpacket, listening, /tmp/my socket");
    EXPECT_EQ(names[121], "TCP 127.0.0.1:2024, listening");
    EXPECT_EQ(names[122], "TCP 127.0.0.1:80 → 127.0.0.1:4711, established");
    EXPECT_EQ(names[123], "UDP [::1]:53");
    EXPECT_EQ(names.size(), 5U);
}

TEST(DetailFiles, NoBytesMakeAParserMisbehave) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        string text = kStatus;
        for (int i = 0; i < 200; ++i) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
            SocketNames names;
            static_cast<void>(parseStatusDetails(text));
            static_cast<void>(parseCurrentCall(text));
            static_cast<void>(parseLimits(text));
            static_cast<void>(parseFdInfo(text));
            addUnixSockets(text, names);
            addInternetSockets(text, "TCP", names);
        }
    }
}

}  // namespace
}  // namespace ipclab
