// The pages of the guide about one mechanism or one program, and the experiments in which they are met.
#include <map>

#include <nlohmann/json.hpp>

#include "bridge/words.h"
#include "document/field_list.h"
#include "links/registry.h"
#include "models/mechanism_table.h"
#include "programs/registry.h"
#include "runs/presets.h"
#include "runs/said.h"
#include "window/guide_lists.h"
#include "window/guide_text.h"

namespace ipclab {
namespace {

using Shown = std::map<std::string, QStringList>;  // the experiments, by id

// Of every mechanism and every program: read once, the first time somebody asks.
struct Experiments {
    Shown byMechanism, byProgram;

    Experiments() {
        for (const Preset& preset : allPresets()) {
            const auto json = nlohmann::json::parse(presetText(preset.id).value_or("{}"), nullptr, false);
            note(json, "links", "mechanism", preset.id, byMechanism);
            note(json, "processes", "program", preset.id, byProgram);
        }
    }
    static void note(const nlohmann::json& json, const char* list, const char* key, const std::string& preset,
                     Shown& shown) {
        if (!json.is_object() || !json.contains(list)) return;
        for (const auto& part : json[list]) {
            QStringList& known = shown[part.value(key, std::string())];
            const QString id = QString::fromStdString(preset);
            if (!known.contains(id)) known << id;
        }
    }
    static const Experiments& all() {
        static const Experiments experiments;
        return experiments;
    }
};

QString experimentLinks(const Shown& shown, const std::string& of) {
    constexpr int kMost = 16;
    const auto found = shown.find(of);
    if (found == shown.end()) return GuideLists::tr("None of the library.") + QLatin1Char('\n');
    QString text;
    for (const QString& id : found->second.mid(0, kMost)) text += QStringLiteral("- [](try:%1)\n").arg(id);
    const int left = static_cast<int>(found->second.size()) - kMost;
    return left > 0 ? text + QStringLiteral("- ") + GuideLists::tr("and %n more", nullptr, left) + QLatin1Char('\n')
                    : text;
}

QString traitsTable(const QString& id) {
    const MechanismTable table;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (GuideText::utf8(table.mechanism(row).info().id) != id) continue;
        QString text =
            GuideLists::head({GuideLists::tr("Trait"), GuideLists::tr("Here"), GuideLists::tr("What it says")});
        for (int column = MechanismTable::FamilyOf; column < MechanismTable::ColumnCount; ++column) {
            // What only a link that is made tells is in the table of mechanisms.
            if (column == MechanismTable::Capacity || column == MechanismTable::Longest ||
                column == MechanismTable::OpenedBy)
                continue;
            const auto cell = [](const QVariant& value) { return GuideText::escaped(value.toString()); };
            text += GuideLists::row({cell(table.headerData(column, Qt::Horizontal, Qt::DisplayRole)),
                                     cell(table.data(table.index(row, column), Qt::DisplayRole)),
                                     cell(table.headerData(column, Qt::Horizontal, Qt::ToolTipRole))});
        }
        return text;
    }
    return {};
}

QString noteTitle(const QString& key) {
    if (key == QLatin1String("calls")) return GuideLists::tr("System calls");
    if (key == QLatin1String("bounds")) return GuideLists::tr("What bounds it");
    if (key == QLatin1String("loses")) return GuideLists::tr("What is lost");
    if (key == QLatin1String("opens")) return GuideLists::tr("Who may open it");
    return GuideLists::tr("Beware");
}

QString ends(const PortCount& ports) {
    if (ports.atMost == 0) return GuideLists::tr("none");
    if (ports.atMost < 0) return GuideLists::tr("%1 or more").arg(ports.atLeast);
    return ports.atLeast == ports.atMost ? QString::number(ports.atMost)
                                         : QStringLiteral("%1 … %2").arg(ports.atLeast).arg(ports.atMost);
}

QString programFields(const std::string& program) {
    ProcessSpec process;
    process.name = "a";
    process.program = program;
    Experiment experiment;
    experiment.processes.push_back(process);
    const Document document(experiment);
    const Part part = document.ids().at(Part::Kind::Process, 0);
    QString text =
        GuideLists::head({GuideLists::tr("Field"), GuideLists::tr("In the file"), GuideLists::tr("What it means")});
    for (const FieldInfo& field : fieldList(Part::Kind::Process)) {
        if (!concerns(document, part, field.name)) continue;
        QString meaning = said(say(field.meaning));
        if (!meaning.isEmpty()) meaning[0] = meaning[0].toUpper();
        text += GuideLists::row({GuideText::escaped(translated("field", field.label)),
                                 QLatin1Char('`') + QString::fromStdString(field.name) + QLatin1Char('`'),
                                 GuideText::escaped(meaning)});
    }
    return text;
}

}  // namespace

QString GuideLists::mechanisms() {
    QString text;
    std::optional<Family> family;
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        if (family != info.family) text += QStringLiteral("\n**%1**\n\n").arg(MechanismTable::familyName(info.family));
        family = info.family;
        text += QStringLiteral("- [%1](guide:mechanism/%2) `%2`\n")
                    .arg(GuideText::escaped(Words::mechanism(info.id)), GuideText::utf8(info.id));
    }
    return text;
}

QString GuideLists::mechanismPage(const QString& id) {
    const Mechanism* mechanism = findMechanism(id.toStdString());
    if (mechanism == nullptr) return {};
    const MechanismInfo& info = mechanism->info();
    const auto note = [&](const QString& key) { return GuideText::mechanismNote(GuideText::language(), id, key); };
    QString text = QStringLiteral("# %1\n\n").arg(GuideText::escaped(Words::mechanism(info.id)));
    text += tr("In files: %1").arg(QStringLiteral("`%1`").arg(id)) + QStringLiteral(" · ") +
            tr("Documented in %1").arg(GuideText::escaped(GuideText::utf8(info.source))) + QStringLiteral("\n\n");
    text += note(QStringLiteral("what")) + QStringLiteral("\n\n");
    if (!info.models.empty())
        text += QStringLiteral("**%1** ").arg(
            tr("A model of %1.").arg(GuideText::escaped(translated("mechanism", info.models))));
    text += GuideText::escaped(translated("mechanism", info.note)) + QStringLiteral("\n\n");
    for (const QString& key : GuideText::noteKeys().mid(1))
        text += QStringLiteral("## %1 {#%2}\n\n%3\n\n").arg(noteTitle(key), key, note(key));
    text += QStringLiteral("## %1 {#traits}\n\n%2\n\n").arg(tr("Traits"), traitsTable(id));
    return text +
           QStringLiteral("## %1 {#experiments}\n\n%2\n")
               .arg(tr("Experiments that show it"), experimentLinks(Experiments::all().byMechanism, id.toStdString()));
}

QString GuideLists::programs() {
    QString text = head({tr("Program"), tr("Id"), tr("Sends over"), tr("Receives over")});
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        text += row({QStringLiteral("[%1](guide:program/%2)")
                         .arg(GuideText::escaped(Words::program(info.id)), GuideText::utf8(info.id)),
                     QStringLiteral("`%1`").arg(GuideText::utf8(info.id)), ends(info.sends), ends(info.receives)});
    }
    return text;
}

QString GuideLists::programPage(const QString& id) {
    const Program* program = findProgram(id.toStdString());
    if (program == nullptr) return {};
    const ProgramInfo& info = program->info();
    QString text = QStringLiteral("# %1\n\n").arg(GuideText::escaped(Words::program(info.id)));
    QStringList facts{tr("In files: %1").arg(QStringLiteral("`%1`").arg(id)),
                      tr("links it sends over: %1").arg(ends(info.sends)),
                      tr("links it receives from: %1").arg(ends(info.receives))};
    if (info.shares) facts << tr("works on a [shared object](guide:shared)");
    if (info.endsByItself) facts << tr("ends by itself");
    text += facts.join(QStringLiteral(" · ")) + QStringLiteral("\n\n");
    text += GuideText::escaped(translated("program", info.summary)) + QStringLiteral("\n\n");
    text += QStringLiteral("## %1 {#fields}\n\n%2\n\n").arg(tr("Fields"), programFields(id.toStdString()));
    return text +
           QStringLiteral("## %1 {#experiments}\n\n%2\n")
               .arg(tr("Experiments that show it"), experimentLinks(Experiments::all().byProgram, id.toStdString()));
}

}  // namespace ipclab
