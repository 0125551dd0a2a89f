// What a moment of a long recording costs, against reading it whole: ten minutes at full observation, eight processes
// of 200 switches a second over four links.
#include <benchmark/benchmark.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>

#include "document/experiment_json.h"
#include "recording/frame.h"
#include "recording/recording.h"
#include "results/quantity.h"

namespace {

using namespace ipclab;

constexpr Nanoseconds kStart = 5'000 * kNsPerSecond;
constexpr int kSeconds = 600;

Experiment longExperiment() {
    std::string processes, links;
    for (int i = 0; i < 4; ++i) {
        const std::string n = std::to_string(i), comma = i == 0 ? "" : ",";
        processes += comma + R"({"name": "p)" + n + R"(", "program": "producer"}, {"name": "c)" + n +
                     R"(", "program": "consumer"})";
        links +=
            comma + R"({"name": "l)" + n + R"(", "mechanism": "pipe", "from": "p)" + n + R"(", "to": "c)" + n + R"("})";
    }
    const auto read = readExperiment(R"({"schema": "ipclab.experiment/1", "id": "long", "name": {"en": "long"},
        "duration_s": 600, "processes": [)" +
                                         processes + R"(], "links": [)" + links + "]}",
                                     "long");
    return read.experiment.value();
}

RunData begun() {
    RunData data;
    data.experiment = data.document = longExperiment();
    data.startNs = kStart;
    data.observer.asked = data.observer.level = ObserveLevel::Exact;
    for (const ProcessSpec& spec : data.experiment.processes) {
        ProcessData& process = data.processes.emplace_back();
        process.name = spec.name;
        process.pid = 100 + static_cast<int>(data.processes.size());
        process.bornNs = kStart;
    }
    for (std::uint32_t i = 0; i < data.experiment.links.size(); ++i) {
        LinkData& link = data.links.emplace_back();
        link.name = data.experiment.links[i].name;
        link.mechanism = "pipe";
        link.ports = {{.process = 2 * i, .role = PortRole::Sender}, {.process = 2 * i + 1, .role = PortRole::Receiver}};
    }
    data.runners.push_back({101, 101});
    return data;
}

void addSecond(int second, RunData& data) {
    const Nanoseconds begin = kStart + second * kNsPerSecond;
    for (ProcessData& process : data.processes) {
        for (int i = 0; i < 100; ++i) {
            const Nanoseconds t = begin + i * 10'000'000;
            appendInterval(process, {t, t + 2'000'000, ProcessState::Running, 0, 0});
            appendInterval(process, {t + 2'000'000, t + 10'000'000, ProcessState::Waiting, -1, 2});
        }
        process.runningS += 0.2;
        process.voluntarySwitches += 100;
    }
    for (int i = 0; i < 800; ++i)
        data.cpus[i % 2].add(begin + i * 1'250'000, begin + i * 1'250'000 + 1'000'000, false, 0);
    for (int i = 0; i < 20; ++i) {
        const Nanoseconds t = begin + i * 50'000'000;
        for (const QuantityOwner owner : {QuantityOwner::Process, QuantityOwner::Link}) {
            for (const QuantityOf& of : ownersIn(data, owner)) {
                for (const Quantity* quantity : seriesOf(owner)) quantity->series(data, of)->append(t, i);
            }
        }
    }
    for (LinkData& link : data.links) link.sent = link.received += 100'000;
    data.events.push_back({begin, 0, 0, EventKind::LinkFull, {}});
    data.sampledNs = begin + kNsPerSecond;
}

const std::filesystem::path& longRecording() {
    static const std::filesystem::path path = [] {
        const auto file =
            std::filesystem::temp_directory_path() / ("ipclab-bench-" + std::to_string(::getpid()) + ".ipclab");
        RunData data = begun();
        RecordingWriter writer(file, data);
        for (int second = 0; second < kSeconds; ++second) {
            addSecond(second, data);
            writer.update(data);
        }
        data.endNs = data.sampledNs;
        writer.finish(data, {});
        return file;
    }();
    return path;
}

void whole(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(loadRecording(longRecording()));
    state.counters["MiB"] = static_cast<double>(std::filesystem::file_size(longRecording())) / (1 << 20);
}
BENCHMARK(whole)->Unit(benchmark::kMillisecond)->Iterations(1);

void open(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(RecordedFrames(longRecording()));
}
BENCHMARK(open)->Unit(benchmark::kMillisecond);

// Of the stretch before it, in seconds; at moments all over the recording.
void frame(benchmark::State& state) {
    const RecordedFrames frames(longRecording());
    Nanoseconds at = kStart;
    for (auto _ : state) {
        at = kStart + (at - kStart + 97 * kNsPerSecond) % (kSeconds * kNsPerSecond);
        benchmark::DoNotOptimize(frames.at(at, at - state.range(0) * kNsPerSecond));
    }
    state.counters["rows"] = static_cast<double>(frames.rowsRead());
}
BENCHMARK(frame)->Unit(benchmark::kMillisecond)->Arg(0)->Arg(1)->Arg(10)->Arg(60);

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    (void)longRecording();
    benchmark::RunSpecifiedBenchmarks();
    std::error_code ignored;
    std::filesystem::remove(longRecording(), ignored);
    return 0;
}
