// Every preset, run: what must hold between the figures of a run holds. For half a second each, or with
// IPCLAB_WHOLE_PRESETS=1 for as long as they say; as observed by switch records, and where those are forbidden.
#include <algorithm>

#include "app/cli_process.h"
#include "figures.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

std::vector<std::string> presetIds() {
    std::vector<std::string> ids;
    for (const auto& entry : fs::directory_iterator(IPCLAB_PRESETS)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".ipclab.json")) ids.push_back(name.substr(0, name.find('.')));
    }
    std::ranges::sort(ids);
    return ids;
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

void expectNone(const Faults& faults, const char* rule) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 8); ++i) text += "\n  " + faults[i];
    EXPECT_TRUE(faults.empty()) << rule << ": " << faults.size() << " fault(s)" << text;
}

QStringList runArguments(const std::string& preset, const TempDir& dir) {
    QStringList arguments{"run", QString::fromStdString(preset), "--json", "--record", text(dir / "run.ipclab")};
    if (qEnvironmentVariableIsEmpty("IPCLAB_WHOLE_PRESETS"))
        arguments << "--duration"
                  << "0.5";
    return arguments;
}

// What is found beside two clocks: what the kernel counted, and what was seen while a busy machine let somebody look. A
// disturbance is not there again in the next run; a fault of the program is.
constexpr int kTries = 3;

Faults timeFaults(const Json& run, const TempDir& dir) {
    Faults faults = stateFaults(run);
    const Faults ofCsv = statesCsvFaults(run, readCsv(contentOf(dir.path() / "out" / "states.csv")));
    faults.insert(faults.end(), ofCsv.begin(), ofCsv.end());
    return faults;
}

// What cannot be otherwise in any run. `ofTime` takes the others.
void expectSoundFigures(const Ended& ended, const TempDir& dir, Faults& ofTime) {
    if (ended.status == 3) GTEST_SKIP() << "this machine lacks something: " << ended.err;
    ASSERT_TRUE(ended.status == 0 || ended.status == 1) << ended.status << ": " << ended.err;
    const Json run = ended.json();
    ASSERT_TRUE(run.is_object());
    const Ended exported = ipclab({"export", text(dir / "run.ipclab"), "--to", text(dir / "out"), "--format", "csv"});
    ASSERT_EQ(exported.status, 0) << exported.err;
    expectNone(numberFaults(run), "numbers");
    expectNone(eventFaults(run), "events");
    expectNone(taskFaults(run), "tasks");
    expectNone(linkFaults(run), "links");
    expectNone(processorFaults(run), "processors");
    expectNone(exitFaults(run, ended.status), "exit status");
    ofTime = timeFaults(run, dir);
    expectNone(eventsCsvFaults(run, readCsv(contentOf(dir.path() / "out" / "events.csv"))), "events.csv");
    expectNone(recordingFaults(run, dir / "run.ipclab"), "recording");
}

class PresetFigures : public testing::TestWithParam<std::string> {
protected:
    static void expectAgreement() {
        Faults ofTime;
        for (int tried = 0; tried < kTries; ++tried) {
            const TempDir dir;
            ofTime.clear();
            expectSoundFigures(ipclab(runArguments(GetParam(), dir)), dir, ofTime);
            if (ofTime.empty() || IsSkipped() || HasFailure()) break;
        }
        expectNone(ofTime, "states, in each of several runs");
    }
};

TEST_P(PresetFigures, AgreeWithEachOther) { expectAgreement(); }

TEST_P(PresetFigures, AgreeWhereSwitchRecordsAreForbidden) {
    qputenv("IPCLAB_FORBID_PERF", "1");
    expectAgreement();
    qunsetenv("IPCLAB_FORBID_PERF");
}

INSTANTIATE_TEST_SUITE_P(All, PresetFigures, testing::ValuesIn(presetIds()), testName);

}  // namespace
}  // namespace ipclab::test
