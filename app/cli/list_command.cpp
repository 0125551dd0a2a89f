#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/text_table.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "runs/presets.h"

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
            {"reliable", traits.reliable},
            {"every_receiver", traits.everyReceiver},
            {"many_senders", traits.manySenders},
            {"many_receivers", traits.manyReceivers},
            {"descriptors", traits.descriptors},
            {"pollable", traits.pollable},
            {"copies", traits.copies}};
}

void printJson(const Json& json) { std::cout << json.dump(2) << '\n'; }

void listMechanismsJson() {
    Json list = Json::array();
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        const Availability here = mechanism->availability();
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"family", id(info.family)},
                        {"traits", traitsJson(info.traits)},
                        {"source", info.source},
                        {"note", info.note.empty() ? Json() : Json(info.note)},
                        {"models", info.models.empty() ? Json() : Json(info.models)},
                        {"available", here.available},
                        {"reason", here.available ? Json() : Json(here.reason)}});
    }
    printJson(list);
}

void listMechanisms() {
    TextTable table({{"id", Align::Left},
                     {"name", Align::Left},
                     {"direction", Align::Left},
                     {"boundaries", Align::Left},
                     {"capacity", Align::Left},
                     {"here", Align::Left}});
    std::string reasons;
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        const Availability here = mechanism->availability();
        table.add({std::string(info.id), std::string(info.name), std::string(id(info.traits.direction)),
                   std::string(id(info.traits.boundaries)), std::string(id(info.traits.capacity)),
                   here.available ? "yes" : "no"});
        if (!here.available) reasons += "  " + wrapped(std::string(info.id) + ": " + here.reason, 4) + '\n';
    }
    std::cout << table.text() << (reasons.empty() ? "" : "\n" + reasons);
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
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"summary", info.summary},
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
        std::cout << "  " << id << std::string(id.size() < 12 ? 12 - id.size() : 1, ' ')
                  << wrapped(program->info().summary, 14, 66) << '\n';
    }
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

// The exercises are made in a later issue; there are none yet.
int listCommand(const ListArguments& arguments) {
    if (arguments.what == "mechanisms") {
        arguments.json ? listMechanismsJson() : listMechanisms();
    } else if (arguments.what == "programs") {
        arguments.json ? listProgramsJson() : listPrograms();
    } else if (arguments.what == "presets") {
        arguments.json ? listPresetsJson() : listPresets();
    } else if (arguments.json) {
        printJson(Json::array());
    } else {
        std::cerr << "There are no exercises in this version.\n";
    }
    return 0;
}

}  // namespace ipclab
