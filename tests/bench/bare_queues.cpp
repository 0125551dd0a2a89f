#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "bare_loops.h"
#include "bare_ring.h"
#include "core/error.h"
#include "core/run_directory.h"
#include "core/shared_mapping.h"

namespace ipclab::bench {

double bareQueue(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string name = run.newName(ObjectKind::PosixMq);
    mq_attr attributes{};
    attributes.mq_maxmsg = 10;
    attributes.mq_msgsize = work.sizeBytes;
    const UniqueFd made(check(::mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600, &attributes), "mq_open"));
    const auto send = [&] {
        const mqd_t queue = ::mq_open(name.c_str(), O_WRONLY);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            if (::mq_send(queue, reinterpret_cast<const char*>(message.data()), message.size(), 0) != 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        const mqd_t queue = ::mq_open(name.c_str(), O_RDONLY);
        std::vector<char> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            if (::mq_receive(queue, buffer.data(), buffer.size(), nullptr) < 0) ::_exit(1);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

double bareSysvQueue(const Work& work, Result& result) {
    const int queue = check(::msgget(IPC_PRIVATE, 0600), "msgget");
    struct TypedMessage {
        long type;
        std::byte bytes[8192];  // kernel.msgmax, unless raised
    };
    const auto send = [&] {
        TypedMessage typed{1, {}};
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            std::memcpy(typed.bytes, message.data(), message.size());
            if (::msgsnd(queue, &typed, work.sizeBytes, 0) != 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        TypedMessage typed{};
        timeReceiving(work, result, [&] {
            if (::msgrcv(queue, &typed, sizeof typed.bytes, 0, 0) < 0) ::_exit(1);
        });
    };
    const double rate = inTwoProcesses(work, result, send, receive);
    ::msgctl(queue, IPC_RMID, nullptr);
    return rate;
}

namespace {

struct Mailbox {
    std::atomic<std::int32_t> receiver;
    alignas(64) std::atomic<std::uint32_t> waiting, word;
};

void waitForReceiver(Mailbox& mailbox) {
    while (mailbox.receiver == 0) ::poll(nullptr, 0, 1);
}

// As much as the link's receiver takes of what its user may have queued (RLIMIT_SIGPENDING).
void halveSignalLimit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_SIGPENDING, &limit);
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max / 2);
    ::setrlimit(RLIMIT_SIGPENDING, &limit);
}

int openSignals(int number) {
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, number);
    ::sigprocmask(SIG_BLOCK, &set, nullptr);
    return ::signalfd(-1, &set, SFD_CLOEXEC);
}

}  // namespace

// Eight bytes a signal. The system has nothing to wait for room with: the receiver wakes a sender that found none.
double bareSignal(const Work& work, Result& result) {
    const UniqueFd memory(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(memory.get(), sizeof(Mailbox)), "ftruncate");
    const SharedMapping mapping(memory.get(), sizeof(Mailbox));
    Mailbox& mailbox = *static_cast<Mailbox*>(mapping.data());
    const int number = SIGRTMIN + 1;
    const std::size_t signals = (work.sizeBytes + 7) / 8;
    const auto send = [&] {
        waitForReceiver(mailbox);
        const UniqueFd receiver(static_cast<int>(::syscall(SYS_pidfd_open, mailbox.receiver.load(), 0)));
        std::vector<std::uint64_t> words(signals);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        std::memcpy(words.data(), message.data(), message.size());
        siginfo_t info{};
        info.si_signo = number;
        info.si_code = SI_QUEUE;
        info.si_pid = ::getpid();
        info.si_uid = ::getuid();
        const auto sent = [&] {
            if (::syscall(SYS_pidfd_send_signal, receiver.get(), number, &info, 0) == 0) return true;
            if (errno != EAGAIN) ::_exit(1);
            return false;
        };
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            for (const std::uint64_t word : words) {
                info.si_value.sival_ptr = reinterpret_cast<void*>(word);
                if (!sent()) bareWait(mailbox.waiting, mailbox.word, sent);
            }
        }
    };
    const auto receive = [&] {
        const int fd = openSignals(number);
        halveSignalLimit();
        mailbox.receiver = ::getpid();
        std::array<signalfd_siginfo, 64> infos;
        std::vector<std::uint64_t> buffer(signals);
        timeReceiving(work, result, [&] {
            for (std::size_t have = 0; have < signals;) {
                const std::size_t atOnce = std::min(signals - have, infos.size());
                const ssize_t got = ::read(fd, infos.data(), atOnce * sizeof infos[0]);
                if (got <= 0) ::_exit(1);
                for (std::size_t i = 0; i < static_cast<std::size_t>(got) / sizeof infos[0]; ++i)
                    buffer[have++] = infos[i].ssi_ptr;
                bareNotify(mailbox.waiting, mailbox.word);
            }
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

}  // namespace ipclab::bench
