#include "observe/wait_channel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ipclab {
namespace {

using enum WaitReason;

// By the beginning of the name: kernels add endings (…_me, …_killable) from version to version. Who makes a child by
// vfork(2) waits inside of that call until the child has executed a program or ended.
constexpr std::array kChannels = std::to_array<std::pair<std::string_view, WaitReason>>({
    {"anon_pipe_read", Empty},
    {"anon_pipe_write", Full},
    {"bit_wait_io", Disk},
    {"blk_", Disk},
    {"do_accept", Connect},
    {"do_epoll_wait", Events},
    {"do_fork", Child},
    {"do_msgrcv", Empty},
    {"do_msgsnd", Full},
    {"do_mq_timedreceive", Empty},
    {"do_mq_timedsend", Full},
    {"do_nanosleep", Sleep},
    {"do_poll", Events},
    {"do_select", Events},
    {"do_lock_file_wait", FileLock},
    {"do_semtimedop", Semaphore},
    {"do_sigtimedwait", Signal},
    {"do_sys_poll", Events},
    {"do_sys_pause", Signal},
    {"do_wait", Child},
    {"eventfd_read", Empty},
    {"eventfd_write", Full},
    {"ep_poll", Events},
    {"ext4_", Disk},
    {"fcntl_setlk", FileLock},
    {"fifo_open", Connect},
    {"filemap_fault", PageFault},
    {"flock_lock_inode_wait", FileLock},
    {"folio_wait_bit", Disk},
    {"futex_", Futex},
    {"hrtimer_nanosleep", Sleep},
    {"inet_csk_accept", Connect},
    {"inet_stream_connect", Connect},
    {"inet_wait_for_connect", Connect},
    {"io_schedule", Disk},
    {"jbd2_", Disk},
    {"kernel_clone", Child},
    {"kernel_wait4", Child},
    {"locks_lock_inode_wait", FileLock},
    {"n_tty_read", Empty},
    {"n_tty_write", Full},
    {"pipe_read", Empty},
    {"pipe_wait_readable", Empty},
    {"pipe_wait_writable", Full},
    {"pipe_write", Full},
    {"poll_schedule_timeout", Events},
    {"posix_lock_inode_wait", FileLock},
    {"ptrace_stop", Traced},
    {"request_wait_answer", Disk},
    {"rwsem_", Lock},
    {"signalfd_read", Signal},
    {"sigsuspend", Signal},
    {"sk_stream_wait_memory", Full},
    {"sk_wait_data", Network},
    {"skb_wait_for_more_packets", Empty},
    {"sock_alloc_send_pskb", Full},
    {"swap_", PageFault},
    {"timerfd_read", Sleep},
    {"unix_accept", Connect},
    {"unix_stream_data_wait", Empty},
    {"unix_stream_read_generic", Empty},
    {"unix_wait_for_peer", Full},
    {"wait_for_completion_io", Disk},
    {"wait_for_vfork_done", Child},
    {"wait_for_partner", Connect},
    {"wait_on_page_bit", Disk},
    {"xfs_", Disk},
});

}  // namespace

WaitReason waitReasonOf(std::string_view kernelFunction) {
    while (kernelFunction.starts_with('_')) kernelFunction.remove_prefix(1);
    const auto found =
        std::ranges::find_if(kChannels, [&](const auto& channel) { return kernelFunction.starts_with(channel.first); });
    return found == kChannels.end() ? None : found->second;
}

}  // namespace ipclab
