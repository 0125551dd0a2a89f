// ipclab-worker: an exec'd worker. Started by the launcher alone:
//   ipclab-worker SEGMENT-FD PLAN-FD REPORT-FD LAUNCHER-PID
// and by the window or the command line, to measure what processes cost (launcher/cost_report.h):
//   ipclab-worker --costs REPEATS
//   ipclab-worker --nothing            ends at once: what is started to be timed
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "launcher/cost_report.h"
#include "launcher/worker_entry.h"
#include "launcher/worker_plan_json.h"

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

// What is asked for instead of being a worker; nothing: to be one.
std::optional<int> otherTask(int argc, char** argv) {
    const std::string_view task = argc > 1 ? argv[1] : "";
    if (task == "--nothing") return 0;
    if (task != "--costs" || argc != 3) return std::nullopt;
    unsigned repeats = 0;
    const char* end = argv[2] + std::strlen(argv[2]);
    const auto [at, error] = std::from_chars(argv[2], end, repeats);
    if (error != std::errc{} || at != end || repeats < 1 || repeats > 10'000) return std::nullopt;
    return reportCosts(repeats, "/proc/self/exe");
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
