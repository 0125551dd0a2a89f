#include "launcher/thread_capture.h"

#include <signal.h>
#include <sys/ptrace.h>

#include <algorithm>

#include "launcher/traced_thread.h"
#include "observe/captured_thread.h"
#include "observe/process_reader.h"

namespace ipclab {

void ThreadCapture::refuse(ThreadInspected answer, std::string problem) {
    answer.problem = std::move(problem);
    answer.atNs = monotonicNow();
    m_tell(std::move(answer));
}

void ThreadCapture::ask(std::uint32_t process, pid_t pid, pid_t tid) {
    ThreadInspected answer;
    answer.process = process;
    answer.pid = pid;
    answer.thread = tid == 0 ? pid : tid;
    if (!knowsRegisters()) return refuse(answer, "registers are shown on x86-64 and 64-bit ARM only");
    if (pid == 0) return refuse(answer, "the process has ended");
    const auto busy = [&](const Seized& seized) { return seized.answer.thread == answer.thread; };
    if (std::ranges::any_of(m_seized, busy)) return;  // the answer to the first question is this one's too
    const auto stat = ProcessReader(pid, answer.thread).stat();
    if (!stat) return refuse(answer, "the thread has ended");
    answer.state = stat->state;
    if (const std::string why = traced::seize(answer.thread); !why.empty()) return refuse(answer, why);
    m_seized.push_back({std::move(answer), monotonicNow(), false});
    turn(monotonicNow());
}

void ThreadCapture::turn(Nanoseconds now) {
    std::erase_if(m_seized, [&](Seized& seized) { return look(seized, now); });
}

bool ThreadCapture::look(Seized& seized, Nanoseconds now) {
    const siginfo_t info = traced::stopOf(seized.answer.pid, seized.answer.thread);
    if (info.si_code == CLD_TRAPPED) {
        if (!seized.told) traced::look(seized.answer, m_tell);
        const int signal = traced::pendingSignal(info);
        ::ptrace(PTRACE_DETACH, seized.answer.thread, nullptr, signal);
        if (seized.told) return true;
        seized.answer.atNs = now;
        seized.answer.heldNs = monotonicNow() - now;
        m_tell(std::move(seized.answer));
        return true;
    }
    const bool ended = (info.si_pid != 0 || info.si_code != 0) || ::kill(seized.answer.thread, 0) != 0;
    if (ended && !seized.told) refuse(seized.answer, "the thread ended before it could be looked at");
    if (ended) return true;
    if (!seized.told && now - seized.askedNs > traced::kStopWithinNs) {
        refuse(seized.answer, "the thread does not stop: it is inside the kernel, in a wait that nothing interrupts");
        seized.told = true;
    }
    return false;
}

}  // namespace ipclab
