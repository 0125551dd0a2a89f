#include "launcher/worker_main.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <climits>
#include <cstdio>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/futex.h"
#include "launcher/cost_report.h"
#include "launcher/handed_over.h"
#include "launcher/worker_entry.h"
#include "launcher/worker_plan_json.h"
#include "observe/process_costs.h"
#include "programs/exec.h"

namespace ipclab {

namespace {

template <typename Integer>
std::optional<Integer> numberOf(const char* text, Integer least, Integer most) {
    Integer number{};
    const char* end = text + std::strlen(text);
    const auto [at, error] = std::from_chars(text, end, number);
    if (error != std::errc{} || at != end || number < least || number > most) return std::nullopt;
    return number;
}

// What is asked for instead of being a worker; nothing: to be one.
std::optional<int> otherTask(int argc, char** argv) {
    const std::string_view task = argc > 1 ? argv[1] : "";
    if (task == kEndAtOnce && argc == 2) return 0;
    if (task == "--costs" && argc == 4) {
        const auto repeats = numberOf(argv[2], 1U, 10'000U);
        const auto group = numberOf<std::size_t>(argv[3], 0, kCostGroups - 1);
        if (repeats && group) return reportCosts(*repeats, *group, "/proc/self/exe");
    }
    if (task == kAfterExec && argc == 4) {
        const auto fd = numberOf(argv[2], 0, INT_MAX);
        const auto holdMs = numberOf<std::int64_t>(argv[3], 0, 3'600'000);
        if (fd && holdMs) return runAfterExec(*fd, *holdMs * (kNsPerSecond / 1000));
    }
    return std::nullopt;
}

// "4:12,7:13"; what cannot be read is left out, and the end it belongs to fails to open.
std::vector<std::pair<int, int>> parsePairs(const char* text) {
    std::vector<std::pair<int, int>> pairs;
    const char* const end = text + std::strlen(text);
    while (text < end) {
        std::pair<int, int> pair;
        const auto old = std::from_chars(text, end, pair.first);
        if (old.ec != std::errc{} || old.ptr == end || *old.ptr != ':') break;
        const auto now = std::from_chars(old.ptr + 1, end, pair.second);
        if (now.ec != std::errc{}) break;
        pairs.push_back(pair);
        text = now.ptr == end ? end : now.ptr + 1;
    }
    return pairs;
}

// A child of the window begins when the launcher has it under observation, so that what it does is recorded.
void waitForLauncher(const Segment& segment, std::uint32_t process) {
    const auto& pid = segment.processes()[process].pid;
    std::atomic<std::uint32_t>& changed = segment.controls()[process].sequence;
    for (;;) {
        const std::uint32_t seen = changed.load(std::memory_order_acquire);
        if (pid.load(std::memory_order_acquire) != 0) return;
        if (segment.header().stop.load(std::memory_order_relaxed) != 0) return;
        futexWait(changed, seen, kNsPerSecond);
    }
}

[[noreturn]] void start(const Segment& segment, StartPlan plan, int reportFd) {
    if (plan.child.worker.process >= segment.processes().size()) throw std::runtime_error("no such process");
    plan.child.spec = &plan.spec;
    if (plan.spec.launch == LaunchMethod::QProcess) waitForLauncher(segment, plan.child.worker.process);
    becomeChild(segment, plan.child, plan.outputFd, plan.errorFd, reportFd);
}

}  // namespace

int workerMain(int argc, char** argv) {
    if (const auto status = otherTask(argc, argv)) return *status;
    std::array<int, 4> numbers{};
    if (argc > 6 || !takeNumbers(argc, argv, numbers)) {
        std::fputs("ipclab-worker is started by ipclab-launcher; run ipclab instead\n", stderr);
        return 2;
    }
    const auto [segmentFd, planFd, reportFd, parent] = numbers;
    if (!dieWithParent(parent, SIGKILL)) return 1;
    ownProcessGroup();
    installWorkerSignals();
    ::fcntl(reportFd, F_SETFD, FD_CLOEXEC);
    try {
        const Segment segment = Segment::attach(segmentFd);
        const std::string text = wholeText(planFd, "worker plan");
        ::close(segmentFd);
        ::close(planFd);
        if (auto whole = startPlanFromJson(text)) {
            if (argc == 6) whole->renumber(parsePairs(argv[5]));
            start(segment, std::move(*whole), reportFd);
        }
        const WorkerPlan plan = workerPlanFromJson(text);
        return runWorker(segment, plan, reportFd);
    } catch (const std::exception& error) {
        reportFailure(reportFd, ChildStage::Setup, EINVAL, error.what());
        return kExitFailed;
    }
}

}  // namespace ipclab
