// ipclab-worker: an exec'd worker. Started by the launcher alone:
//   ipclab-worker SEGMENT-FD PLAN-FD REPORT-FD LAUNCHER-PID
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string>

#include "core/error.h"
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

}  // namespace

int main(int argc, char** argv) {
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
