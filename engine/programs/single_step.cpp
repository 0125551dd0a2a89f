#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <new>

#include "core/error.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "programs/cpu_work.h"
#include "programs/descendants.h"
#include "programs/instruction_trace.h"
#include "programs/register_check.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUsualInstructions = 120;
constexpr std::uint64_t kMostTold = 1'000;
constexpr std::uint64_t kEnoughSwitches = 10;
constexpr std::uint64_t kRounds = 2'000'000;
constexpr Nanoseconds kCheckAtMostNs = 3 * kNsPerSecond;

// --- the child --------------------------------------------------------------------------------------------------

// Small on purpose, and never inlined: some twenty instructions with two calls and two returns.
[[gnu::noinline, gnu::noclone]] std::uint64_t square(std::uint64_t x) {
    asm volatile("" : "+r"(x));
    return x * x;
}

[[gnu::noinline, gnu::noclone]] std::uint64_t sumOfSquares(std::uint64_t x, std::uint64_t y) {
    const std::uint64_t first = square(x);
    return first + square(y);
}

[[noreturn, gnu::noinline, gnu::noclone]] void callForEver() {
    for (std::uint64_t i = 0;; ++i) {
        std::uint64_t sum = sumOfSquares(i, 3);
        asm volatile("" : "+r"(sum));
    }
}

std::uint64_t forcedSwitches() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_nivcsw);
}

// Fills registers with known values again and again, until it has lost the processor often enough meanwhile.
void checkRegisters(const WorkerContext& worker) {
    const Nanoseconds untilNs = monotonicNow() + kCheckAtMostNs;
    std::uint64_t rounds = 0, switches = 0, changed = 0;
    while (switches < kEnoughSwitches && monotonicNow() < untilNs && !worker.isStopping()) {
        RegisterWords before{};
        for (std::size_t i = 0; i < before.size(); ++i) before[i] = 0x0101010101010101U * (i + 1) + rounds;
        const std::uint64_t since = forcedSwitches();
        const RegisterWords after = afterRounds(before, kRounds);
        switches += forcedSwitches() - since;
        ++rounds;
        for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] == after[i] ? 0 : 1;
    }
    worker.tell("registers-kept", {{"registers", kCheckedRegisters}, {"switches", switches}, {"changed", changed}});
}

// --- what is told of it -----------------------------------------------------------------------------------------

struct KnownFunction {
    std::string_view name;
    std::uint64_t start;
};

// The child is a copy of this process: its functions are where ours are.
std::string functionAt(std::uint64_t address) {
    const auto at = [](auto* function) { return reinterpret_cast<std::uint64_t>(function); };
    const std::array<KnownFunction, 3> known{
        {{"square", at(&square)}, {"sumOfSquares", at(&sumOfSquares)}, {"callForEver", at(&callForEver)}}};
    constexpr std::uint64_t kLongest = 128;
    const KnownFunction* nearest = nullptr;
    for (const KnownFunction& each : known) {
        const bool within = each.start <= address && address - each.start < kLongest;
        if (within && (nearest == nullptr || each.start > nearest->start)) nearest = &each;
    }
    if (nearest == nullptr) return "?";
    const std::string offset = addressText(address - nearest->start);
    return address == nearest->start ? std::string(nearest->name) : std::string(nearest->name) + "+" + offset;
}

std::string bytesText(const std::vector<std::uint8_t>& bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        if (!text.empty()) text += ' ';
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string_view whatItDoes(const SteppedInstruction& step) {
    if (step.kind == InstructionKind::Call) return TEXT("fact", "calls");
    if (step.kind == InstructionKind::Return) return TEXT("fact", "returns");
    if (step.kind == InstructionKind::SystemCall) return TEXT("fact", "calls the kernel");
    return step.jumped ? TEXT("fact", "jumps") : TEXT("fact", "goes on");
}

// As many as a value holds.
std::string changesText(const SteppedInstruction& step, const RegisterValues& after) {
    constexpr std::size_t kRoom = 39;
    std::string text;
    for (const std::size_t changed : step.changed) {
        const std::string more =
            (text.empty() ? "" : " ") + std::string(kRegisterNames[changed]) + "=" + addressText(after[changed]);
        if (text.size() + more.size() > kRoom) break;
        text += more;
    }
    return text.empty() ? "–" : text;
}

void tellInstruction(const WorkerContext& worker, std::uint64_t number, const SteppedInstruction& step,
                     const RegisterValues& after) {
    worker.tell("instruction", {{"number", number},
                                {"address", addressText(step.address)},
                                {"function", functionAt(step.address)},
                                {"code", bytesText(step.bytes)},
                                {"what", whatItDoes(step)},
                                {"next", addressText(step.next)},
                                {"stack", addressText(step.stackBefore)},
                                {"stack_after", addressText(step.stackAfter)},
                                {"depth", step.depth},
                                {"changed", changesText(step, after)}});
}

void tellFrame(const WorkerContext& worker, const char* id, const SteppedInstruction& step,
               const std::string& function) {
    worker.tell(id, {{"function", function},
                     {"from", addressText(step.address)},
                     {"to", addressText(step.next)},
                     {"stack_before", addressText(step.stackBefore)},
                     {"stack_after", addressText(step.stackAfter)}});
}

void tellCourse(const WorkerContext& worker, const InstructionTrace& trace) {
    const TraceCounts counts = trace.counts();
    worker.tell("single-stepped", {{"instructions", counts.instructions},
                                   {"advances", counts.advances},
                                   {"elsewhere", counts.instructions - counts.advances},
                                   {"jumps", counts.jumps},
                                   {"calls", counts.calls},
                                   {"returns", counts.returns},
                                   {"matched", counts.matched},
                                   {"balanced", counts.balanced}});
    const auto [call, back] = trace.firstCall();
    if (call == nullptr) return;
    const std::string function = functionAt(call->next);
    tellFrame(worker, "frame-made", *call, function);
    if (back->balanced) tellFrame(worker, "frame-gone", *back, function);
}

// --- the parent -------------------------------------------------------------------------------------------------

// How the child stands still: what the kernel kept for it against what it went on with.
struct Standing {
    std::uint64_t compared = 0, differing = 0;
    Nanoseconds heldNs = 0;
};

class SingleStep : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "single-step",
            .name = TEXT("program", "Single stepper"),
            .summary = TEXT(
                "program",
                "Holds a child and executes it instruction by instruction with ptrace: where the program counter goes, "
                "what each instruction changes, and the stack frame a call makes and its return takes away."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesCount = true,
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const UniqueFd memory(check(::memfd_create("checked", MFD_CLOEXEC), "memfd_create"));
        check(::ftruncate(memory.get(), sizeof(std::atomic<bool>)), "ftruncate");
        const SharedMapping shared(memory.get(), sizeof(std::atomic<bool>));
        auto* checked = new (shared.data()) std::atomic<bool>(false);
        const pid_t child = forkTied("stepped", [&]() -> int {
            if (canCheckRegisters()) checkRegisters(worker);
            checked->store(true);
            callForEver();
        });
        if (child < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return 1;
        }
        if (competeUntil(worker, child, *checked)) step(worker, child);
        ::kill(child, SIGKILL);
        waitForChild(worker, child);
        return 0;
    }

private:
    // On one core both: each takes it from the other. False: the run is stopping.
    static bool competeUntil(WorkerContext& worker, pid_t child, const std::atomic<bool>& checked) {
        cpu_set_t before, one;
        ::sched_getaffinity(0, sizeof before, &before);
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
        ::sched_setaffinity(0, sizeof one, &one);
        ::sched_setaffinity(child, sizeof one, &one);
        while (!checked.load() && worker.checkPoint()) burnCpu(kNsPerSecond / 1000);
        ::sched_setaffinity(0, sizeof before, &before);
        return !worker.isStopping();
    }

    static void step(WorkerContext& worker, pid_t pid) {
        SteppedChild child(pid);
        if (!child.problem().empty()) {
            worker.tell("single-step-refused", {{"why", child.problem()}});
            return;
        }
        const std::uint64_t count = worker.plan().count != 0 ? worker.plan().count : kUsualInstructions;
        const std::uint64_t switches = child.switches();
        InstructionTrace trace;
        Standing standing;
        RegisterValues stopped = child.registers();
        Nanoseconds stoppedNs = monotonicNow();
        for (std::uint64_t number = 1; number <= count && worker.waitForTurn(); ++number) {
            const RegisterValues before = child.registers();
            ++standing.compared;
            standing.differing += before == stopped ? 0 : 1;
            standing.heldNs += monotonicNow() - stoppedNs;
            auto code = child.codeAt(registerNamed(before, kProgramCounterName));
            if (!child.step()) break;
            stopped = child.registers();
            stoppedNs = monotonicNow();
            const SteppedInstruction& done = trace.add(before, std::move(code), stopped);
            if (number <= kMostTold) tellInstruction(worker, number, done, stopped);
            worker.countIteration();
        }
        tellCourse(worker, trace);
        worker.tell("registers-same", {{"held_us", standing.heldNs / 1000},
                                       {"switches", child.switches() - switches},
                                       {"compared", standing.compared},
                                       {"differing", standing.differing}});
    }
};

}  // namespace

const Program& singleStepProgram() {
    static const SingleStep program;
    return program;
}

}  // namespace ipclab
