// ipclab-worker: an exec'd worker. Started by the launcher alone:
//   ipclab-worker SEGMENT-FD PLAN-FD REPORT-FD LAUNCHER-PID
// by the window or the command line, to measure what processes cost (launcher/cost_report.h):
//   ipclab-worker --costs REPEATS
// and by programs that start another one (programs/exec.h).
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <climits>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "launcher/cost_report.h"
#include "launcher/worker_entry.h"
#include "launcher/worker_plan_json.h"
#include "programs/exec.h"

namespace {

using namespace ipclab;

std::string readWhole(int fd) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat of the worker plan");
    std::string text(static_cast<std::size_t>(info.st_size), '\0');
    const ssize_t length = check(::pread(fd, text.data(), text.size(), 0), "read of the worker plan");
    text.resize(static_cast<std::size_t>(length));
    return text;
}

bool parse(int argc, char** argv, std::array<int, 4>& numbers) {
    if (argc != 5) return false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const char* text = argv[i + 1];
        const auto [end, error] = std::from_chars(text, text + std::strlen(text), numbers[i]);
        if (error != std::errc{} || *end != '\0' || numbers[i] < 0) return false;
    }
    return true;
}

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
    if (task == "--costs" && argc == 3) {
        const auto repeats = numberOf(argv[2], 1U, 10'000U);
        if (repeats) return reportCosts(*repeats, "/proc/self/exe");
    }
    if (task == kAfterExec && argc == 4) {
        const auto fd = numberOf(argv[2], 0, INT_MAX);
        const auto holdMs = numberOf<std::int64_t>(argv[3], 0, 3'600'000);
        if (fd && holdMs) return runAfterExec(*fd, *holdMs * (kNsPerSecond / 1000));
    }
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    if (const auto status = otherTask(argc, argv)) return *status;
    std::array<int, 4> numbers{};
    if (!parse(argc, argv, numbers)) {
        std::fputs("ipclab-worker is started by ipclab-launcher; run ipclab instead\n", stderr);
        return 2;
    }
    const auto [segmentFd, planFd, reportFd, launcher] = numbers;
    if (!dieWithParent(launcher, SIGKILL)) return 1;
    installWorkerSignals();
    ::fcntl(reportFd, F_SETFD, FD_CLOEXEC);
    try {
        const Segment segment = Segment::attach(segmentFd);
        const WorkerPlan plan = workerPlanFromJson(readWhole(planFd));
        ::close(segmentFd);
        ::close(planFd);
        return runWorker(segment, plan, reportFd);
    } catch (const std::exception& error) {
        reportFailure(reportFd, ChildStage::Setup, EINVAL, error.what());
        return 125;
    }
}
