#include "lab_report/solution.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/field_list.h"
#include "labs/allowed.h"
#include "labs/lab_reader.h"
#include "runs/said.h"

namespace ipclab {
namespace {

using Json = nlohmann::ordered_json;

struct SolutionWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::LabReport)
};

QString wordShown(const std::string& value) {
    const QString known = translated("word", value);
    return known == QString::fromStdString(value) ? translated("fact", value) : known;
}

// As one types it in a shell: what stands together is quoted.
QString commandWord(const std::string& word) {
    const QString text = QString::fromStdString(word);
    const bool isPlain = !word.empty() && word.find_first_of(" \t\n\"'`;&|<>()$*?\\") == word.npos;
    if (isPlain) return text;
    // What a shell replaces between double quotes.
    const bool isReplaced = word.find_first_of("\"$`\\") != word.npos;
    const QLatin1Char quote(isReplaced ? '\'' : '"');
    return quote + text + quote;
}

QString commandLine(const std::vector<std::string>& words) {
    QStringList parts;
    for (const std::string& word : words) parts << commandWord(word);
    return parts.join(QLatin1Char(' '));
}

// Words as the window calls them.
QString jsonShown(const Json& value) {
    if (value.is_string()) return wordShown(value.get<std::string>());
    if (!value.is_array()) return QString::fromStdString(value.dump());
    const bool isTexts = !value.empty() && std::ranges::all_of(value, [](const Json& it) { return it.is_string(); });
    if (isTexts) return commandLine(value.get<std::vector<std::string>>());
    QStringList parts;
    for (const Json& each : value) parts << jsonShown(each);
    return parts.join(QStringLiteral(", "));
}

QString valueShown(const std::string& json) {
    const Json value = json.empty() ? Json() : Json::parse(json, nullptr, false);
    return value.is_null() || value.is_discarded() ? SolutionWords::tr("not set") : jsonShown(value);
}

struct ChangedField {
    QString part, field;
};

// "links.there.capacity.bytes": of the link "there", and of its field "capacity/bytes" the label.
ChangedField fieldOf(const LabChange& change, const Experiment& start, const Experiment& now) {
    std::string rest = change.name;
    ChangedField found;
    Part::Kind kind = Part::Kind::None;
    const auto isBegin = [&](const std::string& name) {
        return rest == name || (rest.starts_with(name) && rest[name.size()] == '.');
    };
    const auto take = [&](Part::Kind of, const std::string& prefix, const std::string& name) {
        if (name.empty() || !isBegin(prefix + name) || name.size() < static_cast<std::size_t>(found.part.size()))
            return;
        found.part = QString::fromStdString(name);
        kind = of;
    };
    for (const Experiment* in : {&start, &now}) {
        for (const auto& process : in->processes) take(Part::Kind::Process, {}, process.name);
        for (const auto& link : in->links) take(Part::Kind::Link, "links.", link.name);
        for (const auto& shared : in->shared) take(Part::Kind::Shared, {}, shared.name);
    }
    const std::string prefix = kind == Part::Kind::Link ? "links." : "";
    if (kind != Part::Kind::None)
        rest.erase(
            0, std::min(prefix.size() + static_cast<std::size_t>(found.part.toStdString().size()) + 1, rest.size()));
    else if (rest.starts_with("steps."))
        kind = Part::Kind::Step;
    else
        found.part = SolutionWords::tr("the experiment");
    if (kind == Part::Kind::Step) {
        rest.erase(0, 6);
        const auto dot = std::min(rest.find('.'), rest.size());
        found.part = SolutionWords::tr("step %1").arg(std::stoi(rest.substr(0, dot)) + 1);
        rest.erase(0, std::min(dot + 1, rest.size()));
    }
    std::ranges::replace(rest, '.', '/');
    const FieldInfo* info = findField(kind, rest);
    found.field = info != nullptr ? translated("field", info->label) : QString::fromStdString(rest);
    if (info != nullptr && !info->kind.unit.empty())
        found.field += QStringLiteral(" (%1)").arg(QString::fromUtf8(info->kind.unit));
    return found;
}

QStringList rowOf(const LabChange& change, const Experiment& start, const Experiment& now) {
    const ChangedField field = fieldOf(change, start, now);
    if (!change.isPart) return {field.part, field.field, valueShown(change.before), valueShown(change.after)};
    const auto there = [](const std::string& value) {
        return value.empty() ? SolutionWords::tr("not there") : SolutionWords::tr("there");
    };
    return {field.part, QString(), there(change.before), there(change.after)};
}

void addChanges(const Experiment& start, const Experiment& now, const LabStep& step, std::vector<ReportBlock>& blocks) {
    ReportTable table;
    table.columns = {{SolutionWords::tr("Of")},
                     {SolutionWords::tr("Field")},
                     {SolutionWords::tr("Before")},
                     {SolutionWords::tr("After")}};
    table.caption = SolutionWords::tr("What was changed of the experiment.");
    for (const LabChange& change : valuesChanged(start, now)) {
        // Where their own program lies tells nothing: its source stands below.
        const std::string own = step.program ? step.program->process : std::string();
        if (!own.empty() && (change.name == own + ".command" || change.name == own + ".directory")) continue;
        table.rows.push_back(rowOf(change, start, now));
    }
    if (!table.rows.empty())
        blocks.emplace_back(std::move(table));
    else if (!step.program)
        blocks.emplace_back(ReportParagraph{plain(SolutionWords::tr("Nothing of the experiment was changed.")),
                                            ReportParagraph::Kind::Quiet});
}

void addCommands(const Experiment& now, const LabStep& step, std::vector<ReportBlock>& blocks) {
    ReportFacts facts;
    for (const ProcessSpec& process : now.processes) {
        if (process.program != "command" || (step.program && process.name == step.program->process)) continue;
        facts.rows.emplace_back(SolutionWords::tr("Command of %1").arg(QString::fromStdString(process.name)),
                                commandLine(process.command));
    }
    if (!facts.rows.empty()) blocks.emplace_back(std::move(facts));
}

// Of what was compiled its source stands beside the program; where that is gone, as it stands in the editor.
QString sourceOf(const OwnProgram& program, const BuiltProgram& made) {
    QFile file(QString::fromStdString(made.file.string() + ".c"));
    if (!made.sha256.empty() && file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.read(static_cast<qint64>(kMostSourceBytes)));
    return QString::fromStdString(program.source);
}

void addProgram(const LabStep& step, const LabStepWork& work, std::vector<ReportBlock>& blocks) {
    if (!step.program || !work.program) return;
    const BuiltProgram& made = work.program->ran.sha256.empty() ? work.program->built : work.program->ran;
    const QString node = QString::fromStdString(step.program->process);
    if (!made.brought.empty()) {
        blocks.emplace_back(
            ReportFacts{{{SolutionWords::tr("Executable in %1").arg(node), QString::fromStdString(made.brought)},
                         {QStringLiteral("SHA-256"), QString::fromStdString(made.sha256)}}});
        return;
    }
    const QString source = sourceOf(*work.program, made).trimmed();
    if (source.isEmpty()) return;
    blocks.emplace_back(ReportParagraph{plain(SolutionWords::tr("The program in %1:").arg(node))});
    blocks.emplace_back(ReportCode{source});
}

}  // namespace

std::vector<ReportBlock> solutionOf(const Lab& lab, const LabStep& step, const LabStepWork& work,
                                    const Experiment& now) {
    std::vector<ReportBlock> blocks;
    const Experiment* start = experimentOf(lab, step);
    const bool isTheirs = !step.mayChange.empty() || step.mayBuild;
    if (start != nullptr && isTheirs) addChanges(*start, now, step, blocks);
    if (isTheirs) addCommands(now, step, blocks);
    addProgram(step, work, blocks);
    if (!blocks.empty()) blocks.insert(blocks.begin(), ReportHeading{plain(SolutionWords::tr("The solution"))});
    return blocks;
}

}  // namespace ipclab
