#include "launcher/single_stepper.h"

#include <signal.h>
#include <sys/ptrace.h>

#include <algorithm>

#include "launcher/traced_thread.h"
#include "observe/captured_thread.h"
#include "observe/process_reader.h"
#include "programs/instruction.h"

namespace ipclab {
namespace {

std::uint64_t switchesOf(pid_t pid, pid_t tid) {
    const auto status = ProcessReader(pid, tid).status();
    return status ? status->voluntarySwitches + status->involuntarySwitches : 0;
}

}  // namespace

SingleStepper::Held* SingleStepper::find(pid_t tid) {
    const auto found = std::ranges::find_if(m_held, [&](const Held& held) { return held.told.thread == tid; });
    return found == m_held.end() ? nullptr : &*found;
}

bool SingleStepper::refuse(StepsTaken told, std::string problem) {
    told.problem = std::move(problem);
    told.held = false;
    told.atNs = monotonicNow();
    m_tell(std::move(told));
    return true;
}

void SingleStepper::ask(const StepAsked& asked, pid_t pid) {
    StepsTaken told{.process = asked.process, .pid = pid, .thread = asked.thread == 0 ? pid : asked.thread};
    if (!knowsRegisters()) {
        refuse(told, "single steps are taken on x86-64 and 64-bit ARM only");
        return;
    }
    if (pid == 0) {
        refuse(told, "the process has ended");
        return;
    }
    const Nanoseconds now = monotonicNow();
    if (Held* held = find(told.thread)) {
        if (held->leaving) return;
        held->left += asked.instructions;
        if (held->stopped && held->left > 0) {
            compare(*held, now);
            goOn(*held, now);
        }
        return;
    }
    const std::uint64_t switches = switchesOf(pid, told.thread);
    if (const std::string why = traced::seize(told.thread); !why.empty()) {
        refuse(told, why);
        return;
    }
    m_held.push_back(
        {.told = std::move(told), .left = asked.instructions, .wentOnNs = now, .registers = {}, .switches = switches});
    turn(now);
}

void SingleStepper::letGo(std::uint32_t process) {
    const Nanoseconds now = monotonicNow();
    for (Held& held : m_held) {
        if (held.told.process != process || held.leaving) continue;
        held.left = 0;
        held.leaving = true;
        if (!held.stopped) ::ptrace(PTRACE_INTERRUPT, held.told.thread, nullptr, nullptr);
    }
    turn(now);
}

void SingleStepper::letGoAll() {
    std::vector<std::uint32_t> processes;
    for (const Held& held : m_held) processes.push_back(held.told.process);
    for (const std::uint32_t process : processes) letGo(process);
}

bool SingleStepper::look(std::uint32_t process, pid_t pid, pid_t tid) {
    const Held* held = find(tid == 0 ? pid : tid);
    if (held == nullptr || held->told.process != process || !held->stopped) return false;
    lookAt(*held);
    return true;
}

void SingleStepper::turn(Nanoseconds now) {
    std::erase_if(m_held, [&](Held& held) { return follow(held, now); });
}

bool SingleStepper::follow(Held& held, Nanoseconds now) {
    if (held.stopped) {
        if (!held.leaving) return ::kill(held.told.thread, 0) != 0 && refuse(held.told, "the thread has ended");
        release(held, now);
        return true;
    }
    const siginfo_t info = traced::stopOf(held.told.pid, held.told.thread);
    if (info.si_code == CLD_TRAPPED) {
        held.signal = traced::pendingSignal(info);
        if (held.signal == SIGTRAP) held.signal = 0;  // the step itself
        held.told.waits = false;
        // It is to get its signal first: the instruction has not been executed.
        if (held.signal != 0 && !held.leaving) {
            goOn(held, now);
            return false;
        }
        stop(held, now);
        return held.leaving && follow(held, now);
    }
    if (info.si_pid != 0 || info.si_code != 0 || ::kill(held.told.thread, 0) != 0)
        return refuse(held.told, "the thread has ended");
    if (held.told.waits || now - held.wentOnNs <= traced::kStopWithinNs) return false;
    held.told.waits = true;
    report(held, true, now);
    return false;
}

void SingleStepper::stop(Held& held, Nanoseconds now) {
    held.stopped = true;
    if (held.leaving) return;
    tellPlace(held, now);
    if (held.left > 0) {
        goOn(held, now);
    } else {
        rest(held, now);
    }
}

void SingleStepper::goOn(Held& held, Nanoseconds now) {
    if (held.signal == 0 && held.left > 0) {
        --held.left;
        ++held.told.taken;
    }
    held.stopped = false;
    held.registers.clear();
    held.wentOnNs = now;
    ::ptrace(PTRACE_SINGLESTEP, held.told.thread, nullptr, held.signal);
    held.signal = 0;
}

void SingleStepper::rest(Held& held, Nanoseconds now) {
    held.registers = traced::registersOf(held.told.thread);
    held.restedNs = now;
    report(held, true, now);
    lookAt(held);
}

// What the kernel keeps for a thread that does not run must be what it runs on with.
void SingleStepper::compare(Held& held, Nanoseconds now) {
    if (held.registers.empty()) return;
    ++held.told.compared;
    if (traced::registersOf(held.told.thread) != held.registers) ++held.told.differing;
    held.told.heldNs += now - held.restedNs;
}

void SingleStepper::release(Held& held, Nanoseconds now) {
    compare(held, now);
    report(held, false, now);
    ::ptrace(PTRACE_DETACH, held.told.thread, nullptr, held.signal);
}

void SingleStepper::report(Held& held, bool isHeld, Nanoseconds now) {
    held.told.held = isHeld;
    held.told.atNs = now;
    const std::uint64_t switches = switchesOf(held.told.pid, held.told.thread);
    held.told.switches = switches - std::min(switches, held.switches);
    m_tell(held.told);
}

void SingleStepper::tellPlace(const Held& held, Nanoseconds now) {
    const std::vector<std::uint8_t> bytes = traced::registersOf(held.told.thread);
    CapturedThread thread;
    thread.setRegisters(toHex(bytes));
    const auto code = traced::memoryOf(held.told.thread, thread.programCounter(), kLongestInstructionBytes);
    m_tell(AddressReached{held.told.process, held.told.thread, toHex(bytes), toHex(code), now});
}

void SingleStepper::lookAt(const Held& held) {
    ThreadInspected answer;
    answer.process = held.told.process;
    answer.pid = held.told.pid;
    answer.thread = held.told.thread;
    answer.state = "t";
    traced::look(answer, m_tell);
    answer.atNs = monotonicNow();
    m_tell(std::move(answer));
}

}  // namespace ipclab
