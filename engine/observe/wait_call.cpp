#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <utility>

#include "observe/process_reader.h"
#include "observe/wait_channel.h"

namespace ipclab {
namespace {

using enum WaitReason;

// Calls that wait for one thing, whatever their arguments. Numbers of calls that not every architecture has are left
// out where it has none.
constexpr std::array kWaitingCalls = std::to_array<std::pair<long, WaitReason>>({
    {SYS_accept, Connect},        {SYS_accept4, Connect},      {SYS_clock_nanosleep, Sleep},
    {SYS_connect, Connect},       {SYS_epoll_pwait, Events},   {SYS_flock, FileLock},
    {SYS_fdatasync, Disk},        {SYS_fsync, Disk},           {SYS_futex, Futex},
    {SYS_mq_timedreceive, Empty}, {SYS_mq_timedsend, Full},    {SYS_msgrcv, Empty},
    {SYS_msgsnd, Full},           {SYS_nanosleep, Sleep},      {SYS_recvfrom, Empty},
    {SYS_recvmsg, Empty},         {SYS_rt_sigsuspend, Signal}, {SYS_rt_sigtimedwait, Signal},
    {SYS_semop, Semaphore},       {SYS_semtimedop, Semaphore}, {SYS_sendmsg, Full},
    {SYS_sendto, Full},           {SYS_wait4, Child},          {SYS_waitid, Child},
#ifdef SYS_epoll_pwait2
    {SYS_epoll_pwait2, Events},
#endif
#ifdef SYS_epoll_wait
    {SYS_epoll_wait, Events},
#endif
#ifdef SYS_futex_waitv
    {SYS_futex_waitv, Futex},
#endif
#ifdef SYS_pause
    {SYS_pause, Signal},
#endif
#ifdef SYS_vfork
    {SYS_vfork, Child},
#endif
});

// poll(2) and select(2), and which of their arguments says how many descriptors they look at: of none it is a sleep.
constexpr std::array kPolls = std::to_array<std::pair<long, std::size_t>>({
    {SYS_ppoll, 1},
    {SYS_pselect6, 0},
#ifdef SYS_poll
    {SYS_poll, 1},
#endif
#ifdef SYS_select
    {SYS_select, 0},
#endif
});

constexpr std::array<long, 2> kReads{SYS_read, SYS_readv};
constexpr std::array<long, 2> kWrites{SYS_write, SYS_writev};

// What is read and written as it comes and goes; of a file it could be the disk, or anything.
bool isStream(std::string_view target) {
    return target.starts_with("pipe:") || target.starts_with("socket:") || target.starts_with("/dev/pts/") ||
           target.starts_with("/dev/tty");
}

}  // namespace

WaitReason waitReasonOf(const CurrentCall& call, const DescriptorTarget& target) {
    if (!call.number) return None;
    const auto known = std::ranges::find(kWaitingCalls, *call.number, &std::pair<long, WaitReason>::first);
    if (known != kWaitingCalls.end()) return known->second;
    const auto poll = std::ranges::find(kPolls, *call.number, &std::pair<long, std::size_t>::first);
    if (poll != kPolls.end()) return call.arguments[poll->second] == 0 ? Sleep : Events;
    const bool reads = std::ranges::find(kReads, *call.number) != kReads.end();
    if (!reads && std::ranges::find(kWrites, *call.number) == kWrites.end()) return None;
    if (!isStream(target(static_cast<int>(call.arguments[0])))) return None;
    return reads ? Empty : Full;
}

// The function tells more than the call but of poll(2), which without descriptors is a sleep, and of UNIX sockets,
// where one function waits for what is received and for who connects.
WaitReason waitReasonOf(ProcessReader& reader) {
    const WaitReason byFunction = waitReasonOf(reader.waitChannel().value_or(""));
    if (byFunction != None && byFunction != Events && byFunction != Empty) return byFunction;
    const auto call = reader.currentCall();
    if (!call) return byFunction;
    const WaitReason byCall = waitReasonOf(*call, [&](int descriptor) { return reader.descriptorTarget(descriptor); });
    return byCall == None ? byFunction : byCall;
}

}  // namespace ipclab
