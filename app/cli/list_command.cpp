#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/commands.h"
#include "cli/quantities.h"
#include "cli/text_table.h"
#include "document/json_values.h"
#include "exercises/library.h"
#include "export/result_json.h"
#include "labs/vocabulary.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "results/quantity.h"
#include "runs/mechanism_limits.h"
#include "runs/presets.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;
using Align = TextTable::Align;

Json traitsJson(const Traits& traits) {
    return {{"direction", id(traits.direction)},
            {"kinship", id(traits.kinship)},
            {"reach", id(traits.reach)},
            {"boundaries", id(traits.boundaries)},
            {"ordering", id(traits.ordering)},
            {"persistence", id(traits.persistence)},
            {"capacity", id(traits.capacity)},
            {"synchroniser", id(traits.synchroniser)},
            {"end_of_stream", id(traits.endOfStream)},
            {"resizing", id(traits.resizing)},
            {"reliable", traits.reliable},
            {"every_receiver", traits.everyReceiver},
            {"many_senders", traits.manySenders},
            {"many_receivers", traits.manyReceivers},
            {"descriptors", traits.descriptors},
            {"named", traits.named},
            {"joins", traits.joins},
            {"types", traits.types},
            {"pollable", traits.pollable},
            {"connections", traits.connections},
            {"exec_only", traits.execOnly},
            {"tcp", traits.tcp},
            {"outlives_sender", traits.outlivesSender},
            {"calls_hidden", traits.callsHidden},
            {"calls", traits.calls == 0 ? Json() : Json(traits.calls)},
            {"copies", traits.copies}};
}

// What the system gave a link that asked for nothing; null where it has no such figure.
Json limitsJson(const MechanismLimits& limits) {
    return {{"default_capacity_bytes", orNull(limits.given.capacityBytes)},
            {"default_capacity_messages", orNull(limits.given.capacityMessages)},
            {"default_send_buffer_bytes", orNull(limits.given.sendBufferBytes)},
            {"default_receive_buffer_bytes", orNull(limits.given.receiveBufferBytes)},
            {"largest_message_bytes", limits.largestIsOurs ? Json() : orNull(limits.largestMessageBytes)},
            {"problem", limits.problem.empty() ? Json() : Json(limits.problem)}};
}

Json modeJson(const std::optional<unsigned>& mode) {
    if (!mode) return {};
    std::ostringstream text;
    text << std::oct << std::setw(4) << std::setfill('0') << *mode;
    return text.str();
}

// Who can open the object that was made for it; null where none was.
Json securityJson(const MechanismLimits& limits) {
    if (!limits.access) return {};
    return {{"opened_by", id(limits.access->by)},
            {"mode", modeJson(limits.access->mode)},
            {"folder_mode", modeJson(limits.access->folderMode)},
            {"nonce", limits.access->by == AccessBy::Address}};
}

std::string capacityText(const MechanismLimits& limits) {
    if (limits.given.capacityMessages) return std::to_string(*limits.given.capacityMessages) + " msg";
    return quantity(limits.given.capacityBytes, "B");
}

std::string largestText(const MechanismLimits& limits) {
    if (!limits.largestMessageBytes) return "–";
    return limits.largestIsOurs ? "any" : quantity(limits.largestMessageBytes, "B");
}

std::string duplexText(Direction direction) {
    return direction == Direction::FullDuplex ? "full" : direction == Direction::HalfDuplex ? "half" : "no";
}

void printJson(const Json& json) { std::cout << json.dump(2) << '\n'; }

void listMechanismsJson() {
    Json list = Json::array();
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        const Availability here = mechanism->availability();
        const MechanismLimits limits = askLimits(*mechanism);
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"family", id(info.family)},
                        {"traits", traitsJson(info.traits)},
                        {"source", info.source},
                        {"note", info.note.empty() ? Json() : Json(info.note)},
                        {"models", info.models.empty() ? Json() : Json(info.models)},
                        {"limits", limitsJson(limits)},
                        {"security", securityJson(limits)},
                        {"available", here.available},
                        {"reason", here.available ? Json() : Json(here.reason)}});
    }
    printJson(list);
}

void listMechanisms() {
    TextTable table({{"id", Align::Left},
                     {"name", Align::Left},
                     {"duplex", Align::Left},
                     {"carries", Align::Left},
                     {"capacity"},
                     {"longest"},
                     {"copies"}},
                    1);
    std::string notes, execOnly;
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        const Availability here = mechanism->availability();
        const MechanismLimits limits = askLimits(*mechanism);
        const std::string id(info.id);
        table.add({here.available ? id : id + " (not here)", std::string(info.name), duplexText(info.traits.direction),
                   std::string(ipclab::id(info.traits.boundaries)), capacityText(limits), largestText(limits),
                   std::to_string(info.traits.copies)});
        if (!here.available) notes += "  " + wrapped(id + " is not here: " + here.reason, 4) + '\n';
        if (info.traits.execOnly) execOnly += (execOnly.empty() ? "" : ", ") + id;
        if (info.models.empty()) continue;
        notes += "  " +
                 wrapped(id + " is a model of " + std::string(info.models) + ", on this system's own primitives", 4) +
                 '\n';
    }
    if (!execOnly.empty()) {
        notes +=
            "  " + wrapped("launched by exec, not by fork alone, because of their libraries: " + execOnly, 4) + '\n';
    }
    std::cout << table.text() << (notes.empty() ? "" : "\n" + notes)
              << "\nCapacity is what the system gives where none is asked for; longest, the longest\n"
                 "message it would carry. `ipclab list mechanisms --json` has every trait.\n";
}

void listStrategiesJson() {
    Json list = Json::array();
    for (const Strategy* strategy : allStrategies()) {
        const StrategyInfo& info = strategy->info();
        const Availability here = strategy->availability();
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"note", info.note},
                        {"source", info.source},
                        {"models", info.models.empty() ? Json() : Json(info.models)},
                        {"descriptor_limit", info.descriptorLimit == 0 ? Json() : Json(info.descriptorLimit)},
                        {"available", here.available},
                        {"reason", here.available ? Json() : Json(here.reason)}});
    }
    printJson(list);
}

void listStrategies() {
    for (const Strategy* strategy : allStrategies()) {
        const StrategyInfo& info = strategy->info();
        const Availability here = strategy->availability();
        const std::string id(info.id);
        std::string text(info.note);
        if (!info.models.empty()) text += " A model of " + std::string(info.models) + '.';
        if (!here.available) text += " Not here: " + here.reason;
        std::cout << "  " << id << std::string(id.size() < 20 ? 20 - id.size() : 1, ' ') << wrapped(text, 22, 58)
                  << '\n';
    }
}

Json portsJson(const PortCount& ports) {
    return {{"at_least", ports.atLeast}, {"at_most", ports.atMost < 0 ? Json() : Json(ports.atMost)}};
}

void listProgramsJson() {
    Json list = Json::array();
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        Json settings = Json::array();
        if (info.usesRate) settings.push_back("rate_per_s");
        if (info.usesMessageBytes) settings.push_back("message_bytes");
        if (info.usesWork) settings.push_back("work_us");
        if (info.usesCount) settings.push_back("count");
        if (info.carries) settings.insert(settings.end(), {"loss", "duplicate", "reorder", "delay_ms", "jitter_ms"});
        for (const std::string_view parameter : info.parameters) settings.push_back(parameter);
        if (!info.ways.empty()) settings.push_back("way");
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"summary", info.summary},
                        {"ways", info.ways},
                        {"sends", portsJson(info.sends)},
                        {"receives", portsJson(info.receives)},
                        {"settings", settings},
                        {"foreign", info.foreign}});
    }
    printJson(list);
}

void listPrograms() {
    for (const Program* program : allPrograms()) {
        const std::string id(program->info().id);
        std::cout << "  " << id << std::string(id.size() < 14 ? 14 - id.size() : 1, ' ')
                  << wrapped(program->info().summary, 16, 64) << '\n';
    }
}

void listQuantitiesJson() {
    Json list = Json::array();
    for (const Quantity& quantity : quantities()) {
        list.push_back(
            {{"id", quantity.id},
             {"owner", id(quantity.owner)},
             {"kind", id(quantity.kind)},
             {"unit", quantity.unit == QuantityUnit::Depth ? Json("of the link") : Json(symbol(quantity.unit))},
             {"json", quantity.json},
             {"over_time", quantity.series != nullptr},
             {"title", quantity.title},
             {"part", quantity.part.empty() ? Json() : Json(quantity.part)},
             {"meaning", quantity.meaning},
             {"source", quantity.source}});
    }
    printJson(list);
}

void listQuantities() {
    std::optional<QuantityOwner> before;
    for (const Quantity& quantity : quantities()) {
        if (before != quantity.owner) std::cout << "of each " << id(quantity.owner) << ":\n";
        before = quantity.owner;
        const std::string part = quantity.part.empty() ? "" : std::string(quantity.part) + " of: ";
        std::cout << "  " << quantity.id << "\n    "
                  << wrapped(part + std::string(quantity.meaning) + ' ' + std::string(quantity.source), 4, 76) << '\n';
    }
}

std::vector<Lab> soundLabs() {
    std::vector<Lab> labs;
    for (const auto& id : allLabIds()) {
        if (auto read = readLab(*embeddedLab(id), libraryPresets()); read.isSound())
            labs.push_back(*std::move(read.lab));
    }
    return labs;
}

void listLabsJson() {
    Json list = Json::array();
    for (const Lab& lab : soundLabs()) {
        list.push_back({{"id", lab.id},
                        {"rows", lab.rows},
                        {"title", textIn(lab.title, "en")},
                        {"objective", textIn(lab.objective, "en")},
                        {"minutes", lab.minutes},
                        {"points", lab.points()},
                        {"needs", lab.needs}});
    }
    printJson(list);
}

void listLabs() {
    TextTable table({{"id", Align::Left}, {"rows", Align::Left}, {"min"}, {"points"}, {"title", Align::Left}}, 4);
    for (const Lab& lab : soundLabs()) {
        std::string rows;
        for (const auto& row : lab.rows) rows += (rows.empty() ? "" : " ") + row;
        table.add({lab.id, rows, std::to_string(lab.minutes), labValueText(lab.points()),
                   printable(textIn(lab.title, "en"))});
    }
    std::cout << table.text() << "\n`ipclab lab ID` runs one, the window has them under Exercises.\n";
}

void listMeasuresJson() {
    Json list = Json::array();
    for (const auto& word : labVocabulary()) list.push_back({{"form", word.form}, {"meaning", word.meaning}});
    printJson(list);
}

void listMeasures() {
    TextTable table({{"written", Align::Left}, {"gives", Align::Left}}, 1);
    for (const auto& word : labVocabulary()) table.add({std::string(word.form), std::string(word.meaning)});
    std::cout << table.text(120)
              << "\nA QUANTITY is one of `ipclab list quantities`. + - * / % ^ calculate, == != < <= > >= compare,\n"
                 "and, or, not join. What is not known makes everything unknown that depends on it.\n";
}

void listPresetsJson() {
    Json list = Json::array();
    for (const Preset& preset : allPresets()) {
        list.push_back({{"id", preset.id},
                        {"row", preset.row ? Json(*preset.row) : Json()},
                        {"name", textIn(preset.name, "en")},
                        {"summary", textIn(preset.summary, "en")}});
    }
    printJson(list);
}

void listPresets() {
    TextTable table({{"id", Align::Left}, {"row", Align::Left}, {"name", Align::Left}}, 2);
    for (const Preset& preset : allPresets()) {
        table.add({preset.id, preset.row.value_or("–"), printable(textIn(preset.name, "en"))});
    }
    std::cout << table.text() << "\n`ipclab run ID` runs one, `ipclab show ID` prints its document.\n";
}

}  // namespace

int listCommand(const ListArguments& arguments) {
    if (arguments.what == "mechanisms") {
        arguments.json ? listMechanismsJson() : listMechanisms();
    } else if (arguments.what == "strategies") {
        arguments.json ? listStrategiesJson() : listStrategies();
    } else if (arguments.what == "programs") {
        arguments.json ? listProgramsJson() : listPrograms();
    } else if (arguments.what == "quantities") {
        arguments.json ? listQuantitiesJson() : listQuantities();
    } else if (arguments.what == "labs") {
        arguments.json ? listLabsJson() : listLabs();
    } else if (arguments.what == "measures") {
        arguments.json ? listMeasuresJson() : listMeasures();
    } else {
        arguments.json ? listPresetsJson() : listPresets();
    }
    return 0;
}

}  // namespace ipclab
