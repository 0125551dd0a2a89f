// Executes threads of our own children instruction by instruction (PTRACE_SINGLESTEP in ptrace(2)) and tells what the
// kernel holds for them in between: registers, the code at the program counter, the word on top of the stack. A thread
// is held from its first step until it is let go, and stands still between two requests. That it stands still while
// others have its processor, and has the same registers before and after, is checked each time it goes on.
//
// Never waits: each step is over when SIGCHLD says so. One that enters a system call which sleeps is told as waiting,
// and goes on when the call comes back.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "core/clock.h"
#include "protocol/messages.h"

namespace ipclab {

class SingleStepper {
public:
    using Tell = std::function<void(Message)>;
    explicit SingleStepper(Tell tell) : m_tell(std::move(tell)) {}

    // pid 0: there is no such process any more.
    void ask(const StepAsked& asked, pid_t pid);
    void letGo(std::uint32_t process);
    void letGoAll();
    // A thread that is held is looked at where it stands (ThreadInspected). False: it is not held.
    bool look(std::uint32_t process, pid_t pid, pid_t tid);
    // After a SIGCHLD, and now and then.
    void turn(Nanoseconds now);
    [[nodiscard]] bool isBusy() const { return !m_held.empty(); }

private:
    struct Held {
        StepsTaken told;
        std::uint32_t left = 0;  // instructions still to execute
        bool stopped = false;
        bool leaving = false;
        int signal = 0;  // that it gets when it goes on
        Nanoseconds wentOnNs = 0, restedNs = 0;
        std::vector<std::uint8_t> registers;  // as it came to rest; empty: it has not
        std::uint64_t switches = 0;           // of its life, when it was seized
    };

    Held* find(pid_t tid);
    // True when there is nothing more to do with it.
    bool follow(Held& held, Nanoseconds now);
    void stop(Held& held, Nanoseconds now);
    void goOn(Held& held, Nanoseconds now);
    void rest(Held& held, Nanoseconds now);
    void compare(Held& held, Nanoseconds now);
    void release(Held& held, Nanoseconds now);
    void report(Held& held, bool isHeld, Nanoseconds now);
    bool refuse(StepsTaken told, std::string problem);
    void tellPlace(const Held& held, Nanoseconds now);
    void lookAt(const Held& held);

    Tell m_tell;
    std::vector<Held> m_held;
};

}  // namespace ipclab
