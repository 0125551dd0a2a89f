#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/argument_words.h"
#include "cli/help.h"
#include "cli/usage.h"
#include "core/utf8.h"
#include "core/version.h"
#include "document/limits.h"
#include "links/message.h"
#include "runs/presets.h"
#include "sweep/sweep.h"

namespace ipclab {

namespace {

// One command: its parser, and what to make of it once it was parsed.
struct Command {
    CLI::App* app;
    std::function<Arguments()> take;
};

template <typename T>
std::shared_ptr<T> bind(CLI::App& app, std::vector<Command>& commands) {
    auto values = std::make_shared<T>();
    commands.push_back({&app, [values] { return Arguments(*values); }});
    return values;
}

CLI::App& subcommand(CLI::App& root, const char* name, const char* description, const char* footer) {
    CLI::App& app = *root.add_subcommand(name, description);
    app.footer(footer);
    app.set_help_flag("-h,--help", "print this help");
    return app;
}

void addJson(CLI::App& app, bool& json) {
    app.add_flag("--json", json, "print exactly one JSON document, nothing else, on\nstandard output");
}

void addRun(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "run", help::kRun, help::kRunFooter);
    auto v = bind<RunArguments>(app, commands);
    app.add_option("FILE|PRESET", v->document, "a file *.ipclab.json, or the id of a preset")
        ->required()
        ->type_name(" ");
    app.add_option("--set", v->settings, "change a value of the document before it runs;\nany number of times")
        ->type_name("POINTER=VALUE")
        ->allow_extra_args(false);
    app.add_option("--duration", v->durationS, "how long to run, in seconds")
        ->type_name("S")
        ->transform(between(0.001, 604'800.0, "a number of seconds from 0.001 to 604800"));
    app.add_option("--observe", v->observe, "how process states are watched: off, sampled or\nexact")
        ->type_name("LEVEL")
        ->check(oneOf({"off", "sampled", "exact"}));
    app.add_flag("--calibrate", v->calibrate,
                 "first measure what observing costs: ten short\nruns, with and without it in turn");
    app.add_flag("--all", v->all, "print every figure, too");
    app.add_option("--record", v->record, "keep a recording; never overwrites a file")
        ->type_name("FILE.ipclab")
        ->check(named);
    app.add_option("--export", v->exportTo, "write charts and data into this folder")->type_name("DIR")->check(named);
    addJson(app, v->json);
}

const std::map<std::string, Pattern> kPatterns{{"one-way", Pattern::OneWay}, {"ping-pong", Pattern::PingPong}};
const std::map<std::string, Pin> kPins{{"same", Pin::Same}, {"apart", Pin::Apart}, {"free", Pin::Free}};
const std::map<std::string, LaunchMethod> kLaunches{{"fork", LaunchMethod::Fork},
                                                    {"exec", LaunchMethod::Exec},
                                                    {"spawn", LaunchMethod::Spawn},
                                                    {"vfork", LaunchMethod::VFork},
                                                    {"qprocess", LaunchMethod::QProcess}};

template <typename Enum>
void addWord(CLI::App& app, const char* name, const std::map<std::string, Enum>& words, Enum& into,
             const char* description) {
    std::vector<std::string_view> known;
    for (const auto& [word, value] : words) known.push_back(word);
    app.add_option_function<std::string>(
           name, [&words, &into](const std::string& word) { into = words.at(word); }, description)
        ->type_name("WORD")
        ->check(oneOf(known));
}

void addBench(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "bench", help::kBench, help::kBenchFooter);
    auto v = bind<BenchArguments>(app, commands);
    BenchOptions& o = v->options;
    auto known = mechanismIds();
    known.push_back("all");
    app.add_option_function<std::string>(
           "--mechanism", [&o](const std::string& list) { o.mechanisms = partsOf(list); },
           "the mechanisms to measure, with commas between;\n`all` is the default")
        ->type_name("ID[,ID]")
        ->check(each(oneOf(known)));
    app.add_option_function<std::string>(
           "--size", [&o](const std::string& list) { o.sizesBytes = sizesOf(list); },
           "message sizes, headers included; 64,4096,65536")
        ->type_name("BYTES[,BYTES]")
        ->transform(each(
            between<std::uint32_t>(kMinMessageBytes, kMaxMessageBytes, "a size from 32 (a header) to 16777216 bytes")));
    addWord(app, "--pattern", kPatterns, o.pattern, "one-way or ping-pong");
    addWord(app, "--launch", kLaunches, o.launch, "how the processes are made: fork, exec, spawn,\nvfork or qprocess");
    addWord(app, "--pin", kPins, o.pin, "both ends on the same CPU, on CPUs apart, or free");
    app.add_option("--seconds", o.seconds, "how long each run takes; 1")
        ->type_name("S")
        ->transform(between(0.01, 3600.0, "a number of seconds from 0.01 to 3600"));
    app.add_option("--repeat", o.repeats, "how often each row is run; 5. Six or more are\nneeded for a 95 % interval")
        ->type_name("N")
        ->transform(between(1, 1000, "a whole number from 1 to 1000"));
    app.add_flag("--reference", o.reference,
                 "beside each row a bare loop of the same system\ncalls, and what the laboratory costs a message");
    app.add_option("--export", v->exportTo,
                   "write bench.json, bench.csv and a chart of them,\nbench.svg and bench.png, into this folder")
        ->type_name("DIR")
        ->check(named);
    addJson(app, v->json);
}

void addCosts(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "costs", help::kCosts, help::kCostsFooter);
    auto v = bind<CostsArguments>(app, commands);
    app.add_option("--repeat", v->repeats, "how often each is done; 40")
        ->type_name("N")
        ->transform(between(6, 10'000, "a whole number from 6 to 10000"));
    app.add_option("--export", v->exportTo, "write costs.json, creation.csv and\nswitches.csv into this folder")
        ->type_name("DIR")
        ->check(named);
    addJson(app, v->json);
}

void addWaiting(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "waiting", help::kWaiting, help::kWaitingFooter);
    auto v = bind<WaitingArguments>(app, commands);
    WaitingOptions& o = v->options;
    app.add_option_function<std::string>(
           "--strategy", [&o](const std::string& list) { o.strategies = partsOf(list); },
           "the strategies to measure, with commas between;\nwithout it, all")
        ->type_name("ID[,ID]")
        ->check(each(oneOf(strategyIds())));
    app.add_option_function<std::string>(
           "--connections", [&o](const std::string& list) { o.connections = sizesOf(list); },
           "how many there are; 1,10,100,1000,10000")
        ->type_name("N[,N]")
        ->transform(each(between(1U, limits::kConnections, "a whole number from 1 to 10000")));
    app.add_option("--rate", o.ratePerSecond, "requests a second; 1000")
        ->type_name("N")
        ->transform(between(1.0, 1e6, "a number from 1 to 1000000"));
    app.add_option("--seconds", o.seconds, "how long each run asks; 1")
        ->type_name("S")
        ->transform(between(0.1, 60.0, "a number of seconds from 0.1 to 60"));
    app.add_option("--repeat", o.repeats, "how often each row is run; 5")
        ->type_name("N")
        ->transform(between(1, 100, "a whole number from 1 to 100"));
    app.add_option("--export", v->exportTo, "write waiting.json and waiting.csv into\nthis folder")
        ->type_name("DIR")
        ->check(named);
    addJson(app, v->json);
}

// Each --vary is read here, so that a mistake in it is one of usage.
void addAxes(CLI::App& app, std::vector<SweepAxis>& axes) {
    app.add_option_function<std::vector<std::string>>(
           "--vary",
           [&axes](const std::vector<std::string>& words) {
               for (const std::string& word : words) axes.push_back(parseAxis(word).axis);
           },
           "what changes, and its values; any number of\ntimes: all combinations are run")
        ->type_name("POINTER=VALUE,…")
        ->allow_extra_args(false)
        ->check([](const std::string& word) { return parseAxis(word).mistake; });
}

void addSweep(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "sweep", help::kSweep, help::kSweepFooter);
    auto v = bind<SweepArguments>(app, commands);
    app.add_option("FILE|PRESET", v->document, "a file *.ipclab.json, or the id of a preset")->type_name(" ");
    addAxes(app, v->axes);
    app.add_option("--set", v->settings, "change a value of the document in all runs;\nany number of times")
        ->type_name("POINTER=VALUE")
        ->allow_extra_args(false);
    app.add_option("--duration", v->durationS,
                   "how long each run takes, in seconds; without it,\nwhat the document says, or 1")
        ->type_name("S")
        ->transform(between(0.001, 86'400.0, "a number of seconds from 0.001 to 86400"));
    app.add_option("--observe", v->observe, "how process states are watched: off, sampled or\nexact")
        ->type_name("LEVEL")
        ->check(oneOf({"off", "sampled", "exact"}));
    app.add_option("--repeat", v->repeats, "how often each cell is run; 5. Six or more are\nneeded for a 95 % interval")
        ->type_name("N")
        ->transform(between(1, kMostRepeats, "a whole number from 1 to 1000"));
    app.add_option_function<std::string>(
           "--figure", [v](const std::string& list) { v->figures = partsOf(list); },
           "what to print, with commas between: a quantity,\nor NAME/QUANTITY of one process, link or object")
        ->type_name("ID[,ID]")
        ->check(named);
    app.add_option("--baseline", v->baseline, "a value of an axis: what the others are compared\nwith")
        ->type_name("[POINTER=]VALUE")
        ->check(named);
    app.add_option("--resume", v->resume, "keep every run in this file; where it is there\nalready, go on with it")
        ->type_name("FILE")
        ->check(named);
    app.add_flag("--again", v->again, "measure cells anew whose repeats disagree or that\nwere disturbed");
    app.add_option("--export", v->exportTo,
                   "write sweep.json, sweep.csv, samples.csv and charts\n(sweep, sweep-lines, sweep-map, sweep-ratio; "
                   "each as\nSVG, PDF and PNG) into this folder")
        ->type_name("DIR")
        ->check(named);
    addJson(app, v->json);
}

void addClaims(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "claims", help::kClaims, help::kClaimsFooter);
    auto v = bind<ClaimsArguments>(app, commands);
    app.add_option_function<std::string>(
           "IDS", [v](const std::string& list) { v->ids = partsOf(list); },
           "the claims to measure, with commas between;\nwithout them all")
        ->type_name(" ")
        ->check(each(oneOf(claimIds())));
    app.add_option("--repeat", v->repeats, "how often each figure is measured; 7")
        ->type_name("N")
        ->transform(between(1, 1000, "a whole number from 1 to 1000"));
    app.add_flag("--list", v->list, "only say what the claims are");
    addJson(app, v->json);
}

void addList(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "list", help::kList, help::kListFooter);
    auto v = bind<ListArguments>(app, commands);
    app.add_option("WHAT", v->what, "mechanisms, strategies, programs, quantities,\npresets or labs")
        ->required()
        ->type_name(" ")
        ->check(oneOf({"mechanisms", "strategies", "programs", "quantities", "presets", "labs"}));
    addJson(app, v->json);
}

void addDocuments(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& show = subcommand(root, "show", help::kShow, help::kShowFooter);
    show.add_option("PRESET|LAB", bind<ShowArguments>(show, commands)->id, "the id of a preset or lab")
        ->required()
        ->type_name(" ");
    CLI::App& check = subcommand(root, "check", help::kCheck, help::kCheckFooter);
    check.add_option("FILE", bind<CheckArguments>(check, commands)->file, "a document, *.ipclab.json")
        ->required()
        ->type_name(" ");
}

void addExport(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "export", help::kExport, help::kExportFooter);
    auto v = bind<ExportArguments>(app, commands);
    app.add_option("RECORDING", v->recording, "a recording, *.ipclab")->required()->type_name(" ")->check(named);
    app.add_option("--to", v->to, "the folder to write to; made where it is missing")
        ->required()
        ->type_name("DIR")
        ->check(named);
    app.add_option_function<std::string>(
           "--format", [v](const std::string& list) { v->formats = partsOf(list); },
           "any of csv, json, trace, png, svg, pdf, html, with\ncommas between; all is the default")
        ->type_name("FORMAT[,FORMAT]")
        ->check(each(oneOf({"csv", "json", "trace", "png", "svg", "pdf", "html"})));
    app.add_option("--width", v->width, "of a chart, in pixels; 900")
        ->type_name("PX")
        ->transform(between(320, 8000, "a whole number of pixels from 320 to 8000"));
    app.add_option("--height", v->height, "of a chart, in pixels; 360, and for lanes what\ntheir number needs")
        ->type_name("PX")
        ->transform(between(160, 8000, "a whole number of pixels from 160 to 8000"));
    app.add_option("--scale", v->scale,
                   "pixels of a PNG for each of these, for print; 2,\nand 1 where a width or height is given")
        ->type_name("N")
        ->transform(between(1, 4, "a whole number from 1 to 4"));
    app.add_option_function<std::string>(
           "--theme", [v](const std::string& word) { v->dark = word == "dark"; }, "light or dark")
        ->type_name("WORD")
        ->check(oneOf({"light", "dark"}));
}

void addReport(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "report", help::kReport, help::kReportFooter);
    addReportOptions(app, *bind<ReportArguments>(app, commands));
}

void addLab(CLI::App& root, std::vector<Command>& commands) {
    CLI::App& app = subcommand(root, "lab", help::kLab, help::kLabFooter);
    auto v = bind<LabArguments>(app, commands);
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("ID|FOLDER", *words,
                   "the id of an exercise, or a folder or zip archive\nof one; `new FOLDER` and "
                   "`check FOLDER` are for\nauthors")
        ->required()
        ->expected(1, 2)
        ->type_name(" ");
    app.add_option("--set", v->settings, "change a value of a step's experiment, as far as\nthe exercise allows it")
        ->type_name("STEP:POINTER=VALUE")
        ->allow_extra_args(false);
    app.add_option("--predict", v->predictions, "what is predicted: a number, or several with\ncommas between")
        ->type_name("ID=NUMBER")
        ->allow_extra_args(false);
    app.add_option("--program", v->programs,
                   "what fills the node of a step: a C source, which\nis compiled here, or an executable")
        ->type_name("STEP:FILE")
        ->allow_extra_args(false);
    app.add_option("--starter", v->starter, "print the C source to begin this step with")->type_name("STEP");
    app.add_option("--solution", v->solution, "set what this solution of the author's sets")->type_name("NAME");
    app.add_option("--student", v->student, "who hands it in")->type_name("NAME");
    app.add_option("--runs", v->runs, "of `check`: how often each solution is run; 3")
        ->type_name("N")
        ->transform(between(1U, 1000U, "a whole number from 1 to 1000"));
    app.add_option("--report", v->report, "write one file to hand in, a zip archive")->type_name("FILE")->check(named);
    addJson(app, v->json);
    app.callback([v, words] {
        v->isNew = words->size() == 2 && words->front() == "new";
        v->isCheck = words->size() == 2 && words->front() == "check";
        if (words->size() == 2 && !v->isNew && !v->isCheck) {
            throw CLI::ValidationError("lab " + words->front(),
                                       "expected `lab ID`, `lab new FOLDER` or `lab check FOLDER`");
        }
        v->id = words->back();
    });
    CLI::App& grade = subcommand(root, "grade", help::kGrade, help::kGradeFooter);
    auto g = bind<GradeArguments>(grade, commands);
    grade.add_option("FOLDER", g->folder, "where the files are that were handed in, or one")
        ->required()
        ->type_name(" ");
    grade.add_option("--lab", g->labs, "an exercise that does not come along: its folder\nor archive")
        ->type_name("FOLDER");
    grade.add_flag("--csv", g->csv, "a line for each file, for a spreadsheet");
    addJson(grade, g->json);
    CLI::App& doctor = subcommand(root, "doctor", help::kDoctor, help::kDoctorFooter);
    addJson(doctor, bind<DoctorArguments>(doctor, commands)->json);
}

// For pictures of the window; described in the manual page, not in --help. A group without a name would hide them too,
// and with them their names in what is said of a mistake.
constexpr const char* kHidden = "hidden";

class Help : public CLI::Formatter {
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
        for (std::size_t gap = 0; (gap = text.find("\n\n\n")) != text.npos;) text.erase(gap, 1);  // where they were
        return text;
    }
    std::string make_group(std::string group, bool positional, std::vector<const CLI::Option*> options) const override {
        return group == kHidden ? std::string() : CLI::Formatter::make_group(group, positional, options);
    }
};

void addWindow(CLI::App& root, WindowArguments& window) {
    root.add_option("FILE", window.file, "a document to open in the window")->type_name(" ")->check(named);
    root.add_option("--screenshot", window.screenshot, "save a picture of the window, then end")
        ->check(named)
        ->group(kHidden);
    root.add_option("--theme", window.theme)->check(CLI::IsMember({"light", "dark"}))->group(kHidden);
    root.add_option("--language", window.language)->check(CLI::IsMember({"en", "ko"}))->group(kHidden);
    root.add_option("--size", window.size, "WIDTHxHEIGHT")->check(isSize)->group(kHidden);
    root.add_option("--run", window.runSeconds, "seconds to run before the picture")
        ->transform(between(0.0, 86'400.0, "a number of seconds from 0 to 86400"))
        ->group(kHidden);
    root.add_option("--select", window.select, "number of the process to inspect")
        ->transform(between(0, 100'000, "a whole number from 0"))
        ->group(kHidden);
    root.add_option("--inspect", window.inspect, "part of its details")->group(kHidden);
    root.add_flag("--stopped", window.stopped, "stop the run before the picture")->group(kHidden);
}

}  // namespace

Parsed parseArguments(const Words& words) {
    CLI::App root(help::kProgram, "ipclab");
    root.formatter(std::make_shared<Help>());
    root.footer(help::kProgramFooter);
    root.set_help_flag("-h,--help", "print this help");
    root.set_version_flag("-V,--version", "ipclab " + std::string(programVersion()), "print the version");
    root.require_subcommand(0, 1);
    root.get_formatter()->column_width(30);
    root.get_formatter()->label("REQUIRED", "");
    std::vector<Command> commands;
    addRun(root, commands);
    addBench(root, commands);
    addCosts(root, commands);
    addWaiting(root, commands);
    addSweep(root, commands);
    addClaims(root, commands);
    addList(root, commands);
    addDocuments(root, commands);
    addExport(root, commands);
    addReport(root, commands);
    addLab(root, commands);
    WindowArguments window;
    addWindow(root, window);

    Parsed parsed;
    try {
        Words reversed = withoutQtOptions(words);
        std::ranges::reverse(reversed);
        root.parse(std::move(reversed));
    } catch (const CLI::Success& success) {
        std::ostringstream output, unused;
        root.exit(success, output, unused);
        parsed.output = output.str();
        return parsed;
    } catch (const CLI::ParseError& error) {
        parsed.status = 2;
        parsed.error = mistypedCommand(root, window.file);
        if (parsed.error.empty()) parsed.error = usageError(root, error);
        return parsed;
    }
    for (const Command& command : commands) {
        if (command.app->parsed()) parsed.arguments = command.take();
    }
    if (!parsed.arguments) {
        parsed.error = mistypedCommand(root, window.file);
        parsed.status = parsed.error.empty() ? 0 : 2;
        if (parsed.error.empty()) parsed.arguments = window;
    }
    return parsed;
}

}  // namespace ipclab
