#include "inspect/field_words.h"

#include <nlohmann/json.hpp>

#include <QLocale>

#include "bridge/words.h"
#include "core/markup.h"
#include "document/experiment_json.h"
#include "inspect/plain_text.h"
#include "links/tcp_choices.h"
#include "programs/registry.h"
#include "runs/said.h"
#include "serving/registry.h"
#include "sync/registry.h"

namespace ipclab {
namespace {

using Choices = std::vector<FieldWords::Choice>;

QString markup(const QString& plain) { return QString::fromStdString(markupText(plain.toStdString())); }

template <typename All, typename Name>
void addAll(Choices& choices, const All& all, Name name) {
    for (const auto* one : all) {
        const std::string id(one->info().id);
        choices.push_back({id, name(id)});
    }
}

template <typename Parts>
void addNames(Choices& choices, const Parts& parts) {
    for (const auto& part : parts) choices.push_back({part.name, text(part.name)});
}

void addWays(Choices& choices, const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    if (program == nullptr) return;
    for (const std::string_view way : program->info().ways)
        choices.push_back({std::string(way), FieldWords::word(way)});
}

// To a step every link; to a link another than this one, which carries its own object.
void addLinks(Choices& choices, const Document& document, const Part& part) {
    if (part.kind != Part::Kind::Link) return addNames(choices, document.experiment().links);
    const LinkSpec& own = *document.link(part.id);
    for (const LinkSpec& link : document.experiment().links) {
        if (link.name != own.name && link.reverseOf.empty()) choices.push_back({link.name, text(link.name)});
    }
}

}  // namespace

QString FieldWords::label(const FieldInfo& field) {
    const QString name = translated("field", field.label);
    return field.kind.unit.empty() ? name : QStringLiteral("%1 (%2)").arg(name, ipclab::text(field.kind.unit));
}

QString FieldWords::tip(const FieldInfo& field, const std::string& before) {
    QString meaning = said(say(field.meaning));
    if (!meaning.isEmpty()) meaning[0] = meaning[0].toUpper();
    QString tip = QStringLiteral("<p>%1</p>").arg(markup(meaning));
    const ValueKind& kind = field.kind;
    if (kind.type == ValueType::Whole || kind.type == ValueType::Number || kind.type == ValueType::Duration) {
        const QLocale locale;
        const auto number = [&](double value) { return locale.toString(value, 'g', 16); };
        tip += QStringLiteral("<p>%1</p>").arg(QStringLiteral("%1 … %2").arg(number(kind.low), number(kind.high)));
    }
    const QString name = QStringLiteral("<code>%1</code>").arg(markup(ipclab::text(before + field.name)));
    return tip + QStringLiteral("<p>%1</p>").arg(tr("In the file: %1").arg(name));
}

QString FieldWords::sectionTitle(FieldSection section) { return translated("field", titleOf(section)); }

QString FieldWords::word(std::string_view word) {
    const QString known = translated("word", word);
    return known == ipclab::text(word) ? translated("fact", word) : known;
}

QString FieldWords::inFile(std::string_view value) {
    return value.empty() ? QString() : tr("In the file: %1").arg(ipclab::text(value));
}

QString FieldWords::text(const nlohmann::ordered_json& value) {
    if (value.is_null()) return {};
    return ipclab::text(value.is_string() ? value.get<std::string>() : value.dump());
}

QString FieldWords::usual(const FieldInfo& field, const nlohmann::ordered_json& value) {
    if (value.is_null() || value.empty() || value == "") return tr("not set");
    return field.kind.type == ValueType::Word ? word(value.get<std::string>()) : text(value);
}

Choices FieldWords::choices(const FieldInfo& field, const Document& document, const Part& part) {
    Choices choices;
    if (field.kind.type == ValueType::Word) {
        for (const std::string_view one : field.kind.words) choices.push_back({std::string(one), word(one)});
        return choices;
    }
    if (field.kind.type != ValueType::Text && field.kind.type != ValueType::Texts) return choices;
    const Experiment& experiment = document.experiment();
    switch (field.kind.names) {
        case NameOf::Process:
            addNames(choices, experiment.processes);
            break;
        case NameOf::ProcessOrSystem:
            choices.push_back({std::string(kSystemOwner), tr("the system")});
            addNames(choices, experiment.processes);
            break;
        case NameOf::Link:
            addLinks(choices, document, part);
            break;
        case NameOf::Program:
            addAll(choices, allPrograms(), [](std::string_view id) { return Words::program(id); });
            break;
        case NameOf::Primitive:
            addAll(choices, allPrimitives(), [](std::string_view id) { return Words::primitive(id); });
            break;
        case NameOf::Strategy:
            for (const Strategy* one : allStrategies())
                choices.push_back({std::string(one->info().id), translated("strategy", one->info().name)});
            break;
        case NameOf::Way:
            addWays(choices, *document.process(part.id));
            break;
        case NameOf::Congestion:
            for (const std::string& name : congestionControls()) choices.push_back({name, ipclab::text(name)});
            break;
        default:
            break;
    }
    return choices;
}

}  // namespace ipclab
