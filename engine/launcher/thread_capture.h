// Looks at registers and stack of a thread of our own children: ptrace(2) lets a parent do that even where Yama's
// ptrace_scope is 1. The thread is seized, interrupted, read and let go again at once, exactly as it was: seizing,
// unlike attaching, sends no signal, a stop by SIGSTOP outlasts it, a sleep is resumed by the kernel, and a signal that
// comes in the moment of the look is passed on.
//
// Never waits: a thread that is not there at once is looked for again at each turn. One that does not stop in time (in
// a sleep of the kernel's that nothing interrupts) is told as such and let go when it does.
#pragma once

#include <sys/types.h>

#include <functional>
#include <vector>

#include "core/clock.h"
#include "protocol/messages.h"

namespace ipclab {

class ThreadCapture {
public:
    using Tell = std::function<void(Message)>;
    explicit ThreadCapture(Tell tell) : m_tell(std::move(tell)) {}

    // pid 0: there is no such process any more. tid 0: its main thread. Answered by tell, now or in a later turn.
    void ask(std::uint32_t process, pid_t pid, pid_t tid);
    // After a SIGCHLD, and now and then.
    void turn(Nanoseconds now);
    [[nodiscard]] bool isBusy() const { return !m_seized.empty(); }

private:
    struct Seized {
        ThreadInspected answer;
        Nanoseconds askedNs = 0;
        bool told = false;
    };

    // True when there is nothing more to do with it.
    bool look(Seized& seized, Nanoseconds now);
    void refuse(ThreadInspected answer, std::string problem);

    Tell m_tell;
    std::vector<Seized> m_seized;
};

}  // namespace ipclab
