// What is busy beside us: somebody else's process is named, our own are not.
#include "observe/busy_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "child.h"
#include "core/sentences.h"
#include "core/unique_fd.h"
#include "observe/host_details.h"
#include "observe/host_rows.h"

namespace ipclab {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

// A process that is nobody's child here: it computes until the other end of the pipe is closed, whatever closes it.
class Stranger {
public:
    Stranger() {
        std::array<int, 2> told{}, held{};
        check(::pipe(told.data()), "pipe");
        check(::pipe(held.data()), "pipe");
        const UniqueFd read(told[0]), write(told[1]), hold(held[0]);
        m_hold = UniqueFd(held[1]);
        Child between([&] {
            const pid_t pid = ::fork();
            if (pid != 0) return ::write(write.get(), &pid, sizeof pid) == sizeof pid ? 0 : 1;
            m_hold.reset();
            for (pollfd end{hold.get(), POLLIN, 0}; ::poll(&end, 1, 0) == 0;) compute(5'000'000);
            return 0;
        });
        EXPECT_EQ(between.wait(), 0);
        EXPECT_EQ(::read(read.get(), &m_pid, sizeof m_pid), static_cast<ssize_t>(sizeof m_pid));
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    UniqueFd m_hold;
    pid_t m_pid = 0;
};

bool isNamed(const MachineActivity& activity, pid_t pid) {
    return std::ranges::find(activity.top, pid, &BusyProcess::pid) != activity.top.end();
}

TEST(BusyMachine, NamesWhoeverElseComputes) {
    const Stranger stranger;
    MachineActivity activity;
    ASSERT_TRUE(eventually([&] {
        activity = watchActivity(std::chrono::milliseconds(200));
        return isNamed(activity, stranger.pid()) && activity.isBusy();
    }));
    EXPECT_GT(activity.othersCpus, 0);
    EXPECT_THAT(activityText(activity), HasSubstr("(" + std::to_string(stranger.pid()) + ")"));
    EXPECT_EQ(findSentence(activityText(activity))->sentence, Sentence::MachineBusy);
    ASSERT_TRUE(activity.loadAverages);
}

TEST(BusyMachine, DoesNotNameOurOwn) {
    Child own([] {
        Child grandchild([] {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            compute(60 * kNsPerSecond);
            return 0;
        });
        compute(60 * kNsPerSecond);
        return 0;
    });
    const ActivityWatch watch;
    compute(300'000'000);
    const MachineActivity activity = watch.activity();
    EXPECT_FALSE(isNamed(activity, own.pid()));
    EXPECT_FALSE(isNamed(activity, ::getpid()));
    own.signal(SIGKILL);
}

TEST(BusyMachine, SaysAVerdict) {
    const auto sentenceOf = [](const MachineActivity& it) { return findSentence(activityText(it))->sentence; };
    EXPECT_EQ(sentenceOf({.seconds = 1, .cpus = 2, .othersCpus = 0.05, .stolenCpus = 0.01}), Sentence::MachineQuiet);
    EXPECT_EQ(sentenceOf({.seconds = 1, .cpus = 2, .othersCpus = 0.5, .stolenCpus = 0}), Sentence::MachineBusyUnseen);
    EXPECT_EQ(sentenceOf({.seconds = 1, .cpus = 2, .othersCpus = 0, .stolenCpus = 0.03}), Sentence::MachineBusyUnseen);
    const MachineActivity busy{.seconds = 1,
                               .cpus = 2,
                               .loadAverages = {},
                               .othersCpus = 1.25,
                               .stolenCpus = 0.03,
                               .top = {{12, "cc1plus", 0.9}, {7, "a\nb", 0.35}}};
    EXPECT_THAT(activityText(busy), HasSubstr("others use 125% of a CPU, the hypervisor takes 3% of one; busiest: "
                                              "cc1plus (12) 90%, a b (7) 35%"));
}

class SysFolder {
public:
    SysFolder() : m_path(std::filesystem::temp_directory_path() / ("ipclab-sys-" + std::to_string(::getpid()))) {}
    ~SysFolder() { std::filesystem::remove_all(m_path); }
    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((m_path / file).parent_path());
        std::ofstream(m_path / file) << text << '\n';
    }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

TEST(HostDetails, FrequenciesAreThoseOfAllCpus) {
    const SysFolder sys;
    sys.write("cpu0/cpufreq/scaling_cur_freq", "2100000");
    sys.write("cpu1/cpufreq/scaling_cur_freq", "1200000");
    sys.write("cpu0/cpufreq/scaling_min_freq", "800000");
    sys.write("cpu0/cpufreq/scaling_max_freq", "3400000");
    sys.write("cpu1/cpufreq/scaling_max_freq", "3500000");
    for (const char* cpu : {"cpu0", "cpu1"}) sys.write(std::string(cpu) + "/cpufreq/scaling_governor", "powersave");
    const CpuFrequencies all = readFrequencies(sys.path(), {0, 1, 2});
    EXPECT_EQ(all, (CpuFrequencies{1'200'000, 2'100'000, 800'000, 3'500'000, "powersave"}));
    EXPECT_EQ(frequencyText(all.currentLowKhz, all.currentHighKhz), "1.20–2.10 GHz");
    EXPECT_EQ(frequencyText(all.minKhz, all.minKhz), "0.80 GHz");
    EXPECT_EQ(readFrequencies(sys.path() + "/none", {0}), CpuFrequencies{});
}

TEST(HostDetails, MitigationsAreToldByTheirStateThoseThatConcernItFirst) {
    HostFacts host;
    host.mitigations = {{"a", "Not affected"}, {"b", "Vulnerable"}, {"c", "Not affected"}, {"d", "Vulnerable"}};
    const auto rows = hostRows(host);
    const auto row = std::ranges::find(rows, "Mitigations", &HostRow::title);
    ASSERT_NE(row, rows.end());
    EXPECT_EQ(row->value, "b, d: Vulnerable; a, c: Not affected");
}

TEST(HostDetails, MitigationsStandInOrder) {
    const SysFolder sys;
    sys.write("spectre_v2", "Mitigation: IBRS");
    sys.write("meltdown", "Not affected");
    EXPECT_EQ(readMitigations(sys.path()),
              (std::vector<Mitigation>{{"meltdown", "Not affected"}, {"spectre_v2", "Mitigation: IBRS"}}));
    EXPECT_TRUE(readMitigations(sys.path() + "/none").empty());
}

TEST(HostDetails, LimitsAreThoseOfThisProcess) {
    const std::string files = std::to_string(::sysconf(_SC_OPEN_MAX));
    EXPECT_THAT(readHostLimits(), Contains(HostLimit{"RLIMIT_NOFILE", files}));
    EXPECT_THAT(readHostLimits(), Contains(Field(&HostLimit::name, "fs.pipe-max-size")));
}

// What a system does not tell is said so, and never a zero.
TEST(HostRows, SayWhatIsNotTold) {
    const std::vector<HostRow> rows = hostRows({});
    EXPECT_THAT(rows, Contains(testing::AllOf(Field(&HostRow::title, "Frequencies"),
                                              Field(&HostRow::value, say(Sentence::NotToldHere)))));
    HostFacts virtualHost;
    virtualHost.virtualized = true;
    virtualHost.container = "docker";
    EXPECT_THAT(hostRows(virtualHost)[3].value, HasSubstr("does not tell its name; in a container (docker)"));
    for (const HostRow& row : hostRows(readHostFacts())) EXPECT_THAT(row.value, Not(testing::IsEmpty())) << row.title;
}

}  // namespace
}  // namespace ipclab
