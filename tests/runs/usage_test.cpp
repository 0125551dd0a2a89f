// What processes used: each its own, and apart from it what its descendants did; the same for every launch method.
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "observe/process_reader.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

using Usage = RunTest;

double ownCpuS(const ProcessData& process) { return process.userS + process.systemS; }
double descendantsCpuS(const ProcessData& process) { return process.descendants.userS + process.descendants.systemS; }

TEST_F(Usage, AParentThatReapsAChildDoesNotTakeItsCpuTimeForItsOwn) {
    const RunData& data = finish(experiment(R"({"schema": "ipclab.experiment/1", "id": "parent", "name": "Parent",
        "processes": [{"name": "p", "program": "parent", "way": "wait", "hold_s": 0.8}], "links": [],
        "duration_s": 20})"));
    const ProcessData& parent = data.processes[0];
    ASSERT_TRUE(parent.exit && parent.exit->code == 0);
    EXPECT_GT(descendantsCpuS(parent), 0);
    EXPECT_LT(ownCpuS(parent), descendantsCpuS(parent) / 2) << "the child computed, the parent waited for it";
    const auto json = resultJson(data)["processes"][0];
    EXPECT_EQ(json["cpu_s"]["user"].get<double>(), parent.userS);
    EXPECT_EQ(json["descendants"]["cpu_s"]["user"].get<double>(), parent.descendants.userS);
}

// One process that does next to nothing and has a child that computes; it lives on for a while, since of a child of the
// window the launcher knows what it saw last.
TEST_F(Usage, CpuTimeMeansTheSameForEveryLaunchMethod) {
    Experiment methods;
    methods.id = "methods";
    methods.durationNs = 30 * kNsPerSecond;
    for (const LaunchMethod method :
         {LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::VFork, LaunchMethod::QProcess}) {
        ProcessSpec& process = methods.processes.emplace_back();
        process.name = "sh-" + std::to_string(static_cast<int>(method));
        process.program = "command";
        process.launch = method;
        process.command = {"sh", "-c",
                           "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; true'; sleep 0.3; true"};
    }
    const RunData& data = finish(std::move(methods));
    for (const ProcessData& process : data.processes) {
        ASSERT_TRUE(process.exit && process.exit->code == 0) << process.name << process.failure;
        EXPECT_GT(descendantsCpuS(process), 4 * ownCpuS(process)) << process.name;
        EXPECT_LT(process.runningS, descendantsCpuS(process)) << process.name;
    }
}

// VmHWM of that program, run by this test itself.
std::uint64_t peakOfSleep() {
    std::string name = "sleep", seconds = "0.6";
    char* const argv[] = {name.data(), seconds.data(), nullptr};
    pid_t pid = -1;
    if (::posix_spawnp(&pid, "sleep", nullptr, nullptr, argv, environ) != 0) return 0;
    std::uint64_t peak = 0;
    ProcessReader reader(pid);
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0) {
        if (const auto status = reader.status(); status && status->peakResidentBytes > 0)
            peak = status->peakResidentBytes;
    }
    ::waitpid(pid, nullptr, 0);
    return peak;
}

TEST_F(Usage, MemoryIsThatOfTheProgramWhateverItWasBeforeItsExec) {
    const auto expected = static_cast<double>(peakOfSleep());
    ASSERT_GT(expected, 0);
    Experiment methods;
    methods.id = "memory";
    methods.durationNs = 30 * kNsPerSecond;
    for (const LaunchMethod method :
         {LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::VFork, LaunchMethod::QProcess}) {
        ProcessSpec& process = methods.processes.emplace_back();
        process.name = "sleep-" + std::to_string(static_cast<int>(method));
        process.program = "command";
        process.launch = method;
        process.command = {"sleep", "1"};
    }
    const RunData& data = finish(std::move(methods));
    for (const ProcessData& process : data.processes) {
        ASSERT_TRUE(process.exit && process.exit->code == 0) << process.name << process.failure;
        // The kernel counts pages in batches for each core.
        EXPECT_NEAR(static_cast<double>(process.maxResidentBytes), expected, expected * 0.3) << process.name;
        EXPECT_GE(process.largestResidentBytes.value_or(UINT64_MAX), process.maxResidentBytes) << process.name;
    }
}

TEST_F(Usage, AWorkerTellsThePeakOfItsOwnProgram) {
    const RunData& data = finish(experiment(R"({"schema": "ipclab.experiment/1", "id": "worker", "name": "Worker",
        "processes": [{"name": "m", "program": "memory", "bytes": 33554432, "hold_s": 0.1, "launch": "vfork"}],
        "links": [], "duration_s": 1})"));
    EXPECT_GT(data.processes[0].maxResidentBytes, 33554432U);
}

}  // namespace
}  // namespace ipclab::test
