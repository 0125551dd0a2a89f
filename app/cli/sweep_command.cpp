#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/batch_loop.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/interrupts.h"
#include "cli/machine_check.h"
#include "cli/progress.h"
#include "cli/quantities.h"
#include "cli/result_files.h"
#include "cli/sweep_text.h"
#include "core/clock.h"
#include "core/utf8.h"
#include "document/suggestion.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "runs/launcher_path.h"
#include "sweep/kept_sweep.h"
#include "sweep/mechanism_sweep.h"
#include "sweep/sweep_plan.h"

namespace ipclab {

namespace {

// What is varied of a benchmark's experiment, unless it is said: every mechanism, four sizes, wherever the system puts
// the processes.
SweepOptions benchmarkOf(Pattern pattern, const SweepArguments& arguments) {
    BenchOptions bench{.mechanisms = {}, .sizesBytes = {64, 1024, 4096, 65'536}, .pattern = pattern};
    bench.seconds = arguments.durationS.value_or(bench.seconds);
    const auto asked = std::ranges::find(arguments.axes, kMechanismPath, &SweepAxis::path);
    if (asked != arguments.axes.end()) bench.mechanisms = asked->values;
    SweepOptions options = mechanismSweep(bench, {Pin::Free});
    for (const SweepAxis& axis : arguments.axes) {
        const auto own = std::ranges::find(options.axes, axis.path, &SweepAxis::path);
        if (own == options.axes.end())
            options.axes.push_back(axis);
        else
            own->values = axis.values;
    }
    options.settings = arguments.settings;
    return options;
}

SweepOptions ofDocument(const SweepArguments& arguments) {
    const Document document = findDocument(arguments.document);
    SweepOptions options{.document = document.text,
                         .fileName = document.fileName,
                         .settings = arguments.settings,
                         .axes = arguments.axes};
    if (arguments.durationS) options.settings.push_back("/duration_s=" + nlohmann::json(*arguments.durationS).dump());
    return options;
}

SweepOptions askedFor(const SweepArguments& arguments) {
    if (arguments.document.empty())
        throw Failure(kWrongUsage,
                      "sweep: name a file or preset to run; alone, --resume goes on with a sweep that is "
                      "there");
    const auto pattern = patternNamed(arguments.document);
    SweepOptions options = pattern ? benchmarkOf(*pattern, arguments) : ofDocument(arguments);
    if (arguments.observe) options.settings.push_back("/observe=" + *arguments.observe);
    options.repeats = arguments.repeats.value_or(options.repeats);
    return options;
}

void checkSound(const Sweep& sweep) {
    for (const Problem& problem : sweep.problems())
        std::cerr << formatProblem(sweep.options().fileName, problem) << '\n';
    if (const int status = exitStatus(sweep.problems()); status != kDone) throw Failure(status, "");
}

void checkIsTheSame(const Sweep& sweep, const SweepArguments& arguments) {
    if (arguments.document.empty() && arguments.axes.empty()) return;
    SweepOptions asked = askedFor(arguments);
    asked.repeats = sweep.options().repeats;
    if (asked == sweep.options()) return;
    const std::string name = printable(arguments.resume.string());
    throw Failure(
        kWrongUsage,
        name + ": this file holds another sweep; name a new one, or go on with it: ipclab sweep --resume " + name);
}

// What is there is gone on with, unless something else is asked for.
KeptSweep reopened(const SweepArguments& arguments) {
    std::optional<KeptSweep> kept;
    try {
        kept = KeptSweep::open(arguments.resume);
        checkSound(*kept->sweep);
        checkIsTheSame(*kept->sweep, arguments);
        if (arguments.repeats) kept = KeptSweep::open(arguments.resume, arguments.repeats);
    } catch (const Failure&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Failure(kWrongUsage, printable(arguments.resume.string()) + ": " + error.what());
    }
    return *std::move(kept);
}

KeptSweep begun(const SweepArguments& arguments) {
    SweepOptions options = askedFor(arguments);
    if (options.axes.empty()) throw Failure(kWrongUsage, "sweep: say what to vary: --vary links.*.mechanism=pipe,fifo");
    try {
        KeptSweep kept = KeptSweep::begin(std::move(options), arguments.resume);
        checkSound(*kept.sweep);
        return kept;
    } catch (const Failure&) {
        throw;
    } catch (const std::exception& error) {
        throw Failure(kFailed, error.what());
    }
}

class Progress {
public:
    explicit Progress(const Sweep& sweep) : m_sweep(sweep) {}
    void show(const SweepPlan& plan) {
        if (plan.cell() == nullptr) return;
        const double leftS = toSeconds(plan.expectedNs(monotonicNow() - m_beganNs));
        showProgress((plan.warmsUp() ? "warming up: " : "") + m_sweep.nameOf(*plan.cell()) + " · " +
                     std::to_string(plan.done()) + " of " + std::to_string(plan.all()) + " runs · " + duration(leftS) +
                     " left");
    }

private:
    const Sweep& m_sweep;
    Nanoseconds m_beganNs = monotonicNow();
};

// What could not be kept ends the measuring: it would be lost if anything were killed.
std::string measure(KeptSweep& kept) {
    std::string failure;
    SweepPlan plan(*kept.sweep, [&](std::size_t cell) {
        try {
            if (kept.file && failure.empty()) kept.file->keep(*kept.sweep, cell);
        } catch (const std::exception& error) {
            failure = error.what();
        }
    });
    Batch batch(plan);
    Progress progress(*kept.sweep);
    runInLoop(batch, [&] {
        progress.show(plan);
        if (!failure.empty()) batch.stop();
    });
    return failure;
}

std::vector<std::size_t> figuresAskedFor(const Sweep& sweep, const std::vector<std::string>& asked) {
    if (asked.empty()) return usualFigures(sweep.figures());
    std::vector<std::size_t> figures;
    for (const std::string& text : asked) {
        const auto found = findFigure(sweep.figures(), text);
        if (!found)
            throw Failure(kWrongUsage, "sweep: no run gave a figure " + quote(text) +
                                           "; expected a quantity, or NAME/QUANTITY where several have it; `ipclab "
                                           "list quantities` prints them");
        figures.push_back(*found);
    }
    return figures;
}

std::optional<SweepBaseline> baselineAskedFor(const Sweep& sweep, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const ParsedBaseline parsed = parseBaseline(sweep.options(), text);
    if (!parsed.mistake.empty()) throw Failure(kWrongUsage, "sweep: --baseline: " + parsed.mistake);
    return parsed.baseline;
}

SweepReading readingOf(const KeptSweep& kept, const SweepArguments& arguments) {
    SweepReading reading{figuresAskedFor(*kept.sweep, arguments.figures), std::nullopt, kept.host, kept.startedAt};
    reading.baseline = baselineAskedFor(*kept.sweep, arguments.baseline);
    return reading;
}

void writeSweepFiles(const std::filesystem::path& folder, const KeptSweep& kept, const SweepReading& reading,
                     const std::string& json) {
    try {
        writeTextFile(folder / "sweep.json", json);
        writeTextFile(folder / "sweep.csv", sweepCsv(*kept.sweep, reading));
        writeTextFile(folder / "samples.csv", samplesCsv(*kept.sweep));
        saveSweepCharts(*kept.sweep, reading, folder);
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

int statusOf(const Sweep& sweep) {
    if (Interrupts::happened()) return kInterrupted;
    const auto& cells = sweep.cells();
    if (std::ranges::any_of(cells, [](const SweepCell& cell) { return !cell.counted().empty(); })) return kDone;
    const bool impossible = std::ranges::all_of(cells, &SweepCell::impossible);
    throw Failure(impossible ? kWrongUsage : kMachineLacks, "no cell can run: " + cells.front().skipped);
}

}  // namespace

int sweepCommand(const SweepArguments& arguments) {
    std::error_code error;
    const bool isThere = !arguments.resume.empty() && std::filesystem::exists(arguments.resume, error);
    KeptSweep kept = isThere ? reopened(arguments) : begun(arguments);
    (void)baselineAskedFor(*kept.sweep, arguments.baseline);  // a mistake is told before anything is measured
    if (arguments.again) kept.measureAgain(usualFigures(kept.sweep->figures()));
    const bool wantsFiles = !arguments.exportTo.empty();
    const auto application = makeApplication(wantsFiles);
    if (findLauncher().isEmpty()) throw Failure(kFailed, "ipclab-launcher is missing: build or install again");
    if (wantsFiles) makeFolder(arguments.exportTo);

    const MachineCheck machine;
    const std::string notKept = measure(kept);
    const SweepReading reading = readingOf(kept, arguments);
    nlohmann::ordered_json document = sweepJson(*kept.sweep, reading);
    machine.addTo(document);
    const std::string json = jsonText(document) + '\n';
    const auto notWritten = failureOf([&] {
        if (wantsFiles && !reading.figures.empty()) writeSweepFiles(arguments.exportTo, kept, reading, json);
    });
    std::cout << (arguments.json ? json : sweepText(*kept.sweep, reading));
    if (!notKept.empty()) throw Failure(kFailed, printable(arguments.resume.string()) + ": " + notKept);
    if (notWritten) throw Failure(*notWritten);
    if (Interrupts::happened() && kept.file)
        std::cerr << "ipclab: goes on with: ipclab sweep --resume " << printable(arguments.resume.string()) << '\n';
    return statusOf(*kept.sweep);
}

}  // namespace ipclab
