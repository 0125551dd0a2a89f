// Recordings from anywhere (table_edits.h): opened for a list, whole, and at moments of them. Each answers or throws
// std::runtime_error; what was read can be written down as a result.
#include <limits>
#include <memory>

#include "export/data_export.h"
#include "export/result_json.h"
#include "recorded.h"
#include "recording/frame.h"
#include "recording/on_demand.h"
#include "table_edits.h"

namespace ipclab::fuzz {
namespace {

constexpr Nanoseconds kFirst = std::numeric_limits<Nanoseconds>::min(), kLast = std::numeric_limits<Nanoseconds>::max();

TableEdits& edits() {
    static const std::unique_ptr<TableEdits> kEdits = [] {
        const test::TempDir folder;
        RunData cutOff = test::sampleRun();
        test::record(folder / "whole", test::sampleRun());
        RecordingWriter(folder / "cut-off", cutOff).update(cutOff);
        return std::make_unique<TableEdits>(std::vector<std::filesystem::path>{
            folder / "whole", folder / "cut-off", IPCLAB_OLD_RECORDINGS "/version-3.ipclab",
            IPCLAB_OLD_RECORDINGS "/version-5.ipclab"});
    }();
    return *kEdits;
}

template <typename Read>
void checkRead(Read read) {
    try {
        read();
    } catch (const std::runtime_error& refused) {
        demand(std::string_view(refused.what()).find("changed") != std::string_view::npos, "a refusal names the file",
               refused.what());
    }
}

void checkData(const RunData& data, const HostFacts& host) {
    (void)jsonText(resultJson(data, host, data.warnings));
    (void)seriesCsv(data);
}

void checkFrames(const std::filesystem::path& file) {
    const RecordedFrames frames(file);
    const Nanoseconds first = frames.firstNs(), last = frames.lastNs();
    const Nanoseconds middle = first + (last - first) / 2;
    for (const Nanoseconds at : {first, middle, last, kFirst, kLast}) {
        const RecordedFrame frame = frames.at(at, middle - kNsPerSecond);
        demand(frame.data.processes.size() == frames.outline().processes.size(), "a frame has every process");
        checkData(frame.data, frames.host());
    }
}

// As the window looks at it: what goes over time is asked for, comes, and is asked for more finely.
void checkOnDemand(const std::filesystem::path& file) {
    RecordingOnDemand recording(file, [] {});
    const Nanoseconds first = recording.frames().firstNs(), last = recording.frames().lastNs();
    recording.askFrame(first + (last - first) / 2, recording.stretchOf(1'000));
    recording.askSwitch(first, true, std::nullopt);
    for (int looks = 0; looks < 2; ++looks) {
        checkData(recording.history(), recording.frames().host());
        recording.askSums(looks == 0 ? 0 : first + (last - first) / 3, last);
        for (const LinkData& link : recording.history().links)
            (void)countOf(link.latencies.between(first + (last - first) / 3, last));
        recording.wait();
        (void)recording.takeArrived();
    }
    if (const auto sums = recording.takeSums()) {
        demand(sums->processes.size() == recording.frames().outline().processes.size(), "sums have every process");
    }
    (void)recording.takeFrame();
    (void)recording.takeSwitch();
    (void)recording.takeFailure();
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const auto& file = edits().changed(fuzz::textOf(data, sizeBytes));
    checkRead([&] { (void)readRecordingHead(file); });
    checkRead([&] {
        const Recording recording = loadRecording(file);
        checkData(recording.data, recording.host);
    });
    checkRead([&] { checkFrames(file); });
    checkRead([&] { checkOnDemand(file); });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    return intoBuffer(edits().mutated(textOf(data, sizeBytes), maxBytes, choice), data, maxBytes);
}
