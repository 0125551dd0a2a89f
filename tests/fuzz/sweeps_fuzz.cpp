// Files of sweeps from anywhere (table_edits.h): opened, gone on with, reported. Each answers or throws
// std::runtime_error.
#include <memory>

#include "export/result_json.h"
#include "sample_run.h"
#include "sweep/sweep_file.h"
#include "sweep/sweep_report.h"
#include "table_edits.h"
#include "temp_dir.h"

namespace ipclab::fuzz {
namespace {

constexpr std::size_t kMostCellsTried = 8;  // each is a document to be read

SweepOptions sampleOptions() {
    return {.document = writeExperiment(test::sampleExperiment()),
            .fileName = "sample.ipclab.json",
            .settings = {"duration_s=1"},
            .axes = {{"links.*.mechanism", {"pipe", "fifo"}}, {"producer.message_bytes", {"64", "4096"}}},
            .repeats = 2};
}

TableEdits& edits() {
    static const std::unique_ptr<TableEdits> kEdits = [] {
        const test::TempDir folder;
        Sweep sweep(sampleOptions());
        SweepFile file(folder / "sample.sweep", sweep, {{"kernel", "6.1"}});
        for (std::size_t cell = 0; cell < sweep.cells().size(); ++cell) {
            SweepSample sample = sweep.sampleOf(test::sampleRun());
            if (cell == 1) sample.disturbance = "another program";
            sweep.cell(cell).samples.push_back(std::move(sample));
            file.keep(sweep, cell);
        }
        return std::make_unique<TableEdits>(std::vector<std::filesystem::path>{folder / "sample.sweep"});
    }();
    return *kEdits;
}

bool isSmall(const SweepOptions& options) {
    std::size_t cells = 1;
    for (const SweepAxis& axis : options.axes) cells = std::min(cells * axis.values.size(), kMostCellsTried + 1);
    return cells <= kMostCellsTried;
}

void report(const Sweep& sweep, SweepFile& file) {
    SweepReading reading{usualFigures(sweep.figures()), std::nullopt, file.host(), file.startedAt()};
    reading.figures.resize(std::min<std::size_t>(reading.figures.size(), 1));  // its intervals are most of the work
    reading.baseline = parseBaseline(sweep.options(), "pipe").baseline;
    (void)jsonText(sweepJson(sweep, reading));
    (void)samplesCsv(sweep);
}

void goOn(const std::filesystem::path& path) {
    SweepFile file = SweepFile::open(path);
    const SweepOptions options = file.options();
    if (!isSmall(options)) return;
    Sweep sweep(options);
    if (exitStatus(sweep.problems()) != 0) return;
    file.restore(sweep);
    report(sweep, file);
    if (!sweep.cells()[0].skipped.empty()) return;  // it is never measured
    sweep.cell(0).samples.push_back(sweep.sampleOf(test::sampleRun()));
    file.keep(sweep, 0);
    Sweep again(options);
    file.restore(again);
    demand(again.cells()[0].samples.size() == sweep.cells()[0].samples.size(), "what was kept is there again");
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab::fuzz;
    try {
        goOn(edits().changed(textOf(data, sizeBytes)));
    } catch (const std::runtime_error&) {  // refused
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    return intoBuffer(edits().mutated(textOf(data, sizeBytes), maxBytes, choice), data, maxBytes);
}
