// Arguments of the command line and fields of the inspector: lines of `set ASSIGNMENT`, `vary AXIS`, `field NAME VALUE`
// and `baseline WORD`, applied to one document.
#include <array>

#include "document/edits.h"
#include "document/experiment_json.h"
#include "document/setting.h"
#include "document/validation.h"
#include "mutations.h"
#include "sweep/sweep.h"
#include "sweep/sweep_report.h"

namespace ipclab::fuzz {
namespace {

const std::string kDocument = R"({
  "schema": "ipclab.experiment/1",
  "duration_s": 1,
  "processes": [
    { "name": "producer", "program": "producer", "rate_per_s": 100 },
    { "name": "a.b", "program": "consumer", "copies": 2 },
    { "name": "filter", "program": "command", "command": ["cat", "-u"] }
  ],
  "links": [
    { "mechanism": "pipe", "from": "producer", "to": "a.b" },
    { "name": "out", "mechanism": "fifo", "from": "producer", "to": { "process": "filter", "mode": "poll" } }
  ],
  "steps": [ { "at_s": 0.5, "process": "a.b", "do": "pause" } ]
}
)";
constexpr std::size_t kMostCellsTried = 6;

const std::vector<std::string>& fieldNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const FieldGroup& group : documentFields())
            names.insert(names.end(), group.fields.begin(), group.fields.end());
        return names;
    }();
    return kNames;
}

std::string somePlace(Choice& choice) {
    static const std::vector<std::string> kPlaces{"producer.",
                                                  "a.b.",
                                                  "filter.command.",
                                                  "out.",
                                                  "producer→a.b.",
                                                  "links.*.",
                                                  "",
                                                  "/processes/0/",
                                                  "/links/*/",
                                                  "/steps/0/",
                                                  "processes.*.",
                                                  "pin",
                                                  "/links/1/to/",
                                                  "steps.0.",
                                                  "out.capacity.",
                                                  "filter.command",
                                                  "/links/",
                                                  "/processes/*/command/*/",
                                                  "/",
                                                  "links.*.to."};
    return choice.of(kPlaces) + (choice.oneIn(4) ? std::to_string(choice.below(3)) : choice.of(fieldNames()));
}

std::string someValue(Choice& choice) {
    static const std::vector<std::string> kValues{"1",
                                                  "0",
                                                  "-1",
                                                  "pipe",
                                                  "pipe,fifo",
                                                  "64..65536*4",
                                                  "1..8",
                                                  "0..100+25",
                                                  "same",
                                                  "apart,free",
                                                  "null",
                                                  "true",
                                                  "\"x\"",
                                                  "[1,2],3",
                                                  "{\"bytes\":1}",
                                                  "1e308..1e309*2",
                                                  "1e999",
                                                  "..",
                                                  "1..",
                                                  "-5..-1",
                                                  "1..2+0",
                                                  "1..1e18",
                                                  "0.1..0.2+1e-9",
                                                  "nan..inf",
                                                  "\"a,b\",c",
                                                  "[",
                                                  "\\\",",
                                                  "\xff\xfe,1",
                                                  "1,1",
                                                  "",
                                                  "0..1e-300*2"};
    return choice.of(kValues);
}

std::string someLine(Choice& choice) {
    static const std::vector<std::string> kVerbs{"set ", "vary ", "field ", "baseline "};
    const std::string verb = choice.of(kVerbs);
    if (verb == "baseline ") return verb + someValue(choice);
    if (verb == "field ") return verb + choice.of(fieldNames()) + ' ' + someValue(choice);
    return verb + somePlace(choice) + '=' + someValue(choice);
}

struct Arguments {
    std::vector<std::string> settings, baselines;
    std::vector<SweepAxis> axes;
};

void checkSetting(const std::string& assignment) {
    const auto before = nlohmann::ordered_json::parse(kDocument);
    auto document = before;
    const SettingResult result = applySetting(document, assignment);
    if (result.problem) demand(document == before, "a setting that is refused changes nothing", assignment);
    demand(shownSetting(assignment).find('\n') == std::string::npos, "a setting is shown on one line", assignment);
}

void checkField(std::string_view line) {
    static const Document kSound(*readExperiment(kDocument, "fuzz").experiment);
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view text = line.substr(std::min(space + 1, line.size()));
    auto value = nlohmann::ordered_json::parse(text, nullptr, false);
    if (value.is_discarded()) value = std::string(text);
    const std::array parts{Part{}, kSound.ids().at(Part::Kind::Process, 0), kSound.ids().at(Part::Kind::Link, 1),
                           kSound.ids().at(Part::Kind::Step, 0)};
    for (const Part& part : parts) {
        const FieldEdit edited = setField(kSound, part, line.substr(0, space), value);
        if (edited.problem) {
            demand(edited.edit.isEmpty(), "a field that is refused edits nothing", line);
            continue;
        }
        Document document = kSound;
        const Edit undo = document.apply(edited.edit);
        (void)validate(document.experiment());
        document.apply(undo);
        demand(document == kSound, "what undoes an edit gives the former document", line);
    }
}

void checkAxis(const std::string& vary, Arguments& arguments) {
    ParsedAxis parsed = parseAxis(vary);
    if (!parsed.mistake.empty()) return;
    demand(!parsed.axis.values.empty() && mistakeIn(parsed.axis).empty(), "an axis without mistakes has values", vary);
    arguments.axes.push_back(std::move(parsed.axis));
}

Arguments take(std::string_view text) {
    Arguments arguments;
    for (const std::string& line : linesOf(text)) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string verb = line.substr(0, space), rest = line.substr(std::min(space + 1, line.size()));
        if (verb == "set") {
            checkSetting(rest);
            arguments.settings.push_back(rest);
        } else if (verb == "vary") {
            checkAxis(rest, arguments);
        } else if (verb == "field") {
            checkField(rest);
        } else if (verb == "baseline") {
            arguments.baselines.push_back(rest);
        }
    }
    return arguments;
}

// A sweep of so many cells takes as long as reading as many documents.
bool isSmall(const std::vector<SweepAxis>& axes) {
    std::size_t cells = 1;
    for (const SweepAxis& axis : axes) cells = std::min(cells * axis.values.size(), kMostCellsTried + 1);
    return cells <= kMostCellsTried;
}

void checkSweep(const Arguments& arguments) {
    SweepOptions options{
        .document = kDocument, .fileName = "fuzz", .settings = arguments.settings, .axes = arguments.axes};
    for (const std::string& baseline : arguments.baselines) {
        const ParsedBaseline parsed = parseBaseline(options, baseline);
        demand(parsed.baseline.has_value() == parsed.mistake.empty(), "a baseline is found or a mistake told",
               baseline);
    }
    if (!isSmall(options.axes)) return;
    const Sweep sweep(std::move(options));
    demand(sweep.problems().empty() || exitStatus(sweep.problems()) == 0 || sweep.cells().empty(),
           "a sweep with mistakes has no cells");
    for (const SweepCell& cell : sweep.cells()) demand(!sweep.nameOf(cell).empty(), "a cell has a name");
    (void)sweepJson(sweep, {});
    (void)sweepCsv(sweep, {});
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab::fuzz;
    const Arguments arguments = take(textOf(data, sizeBytes));
    (void)ipclab::readExperiment(kDocument, "fuzz.ipclab.json", arguments.settings);
    checkSweep(arguments);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    std::vector<std::string> lines = linesOf(textOf(data, sizeBytes));
    const std::vector<std::string> fresh{someLine(choice)};
    if (lines.empty() || choice.oneIn(2)) {
        mutateLines(lines, fresh, choice);
    } else {
        std::string& line = lines[choice.below(lines.size())];
        line = mutatedBytes(line, line.size() + 24);
    }
    return intoBuffer(joinedLines(lines), data, maxBytes);
}
