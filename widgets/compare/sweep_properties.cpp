#include "compare/sweep_properties.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "compare/sweep_words.h"
#include "core/markup.h"
#include "document/experiment_json.h"
#include "links/registry.h"
#include "runs/said.h"
#include "sweep/sweep.h"

namespace ipclab {
namespace {

using Json = nlohmann::ordered_json;

bool canVary(const FieldInfo& field) {
    switch (field.kind.type) {
        case ValueType::Whole:
        case ValueType::Number:
        case ValueType::Duration:
        case ValueType::Boolean:
        case ValueType::Word:
        case ValueType::Wholes:
            return field.section != FieldSection::Texts;
        case ValueType::Text:
            return field.kind.names != NameOf::Nothing && field.kind.names != NameOf::Itself;
        default:
            return false;
    }
}

std::string dotted(std::string name) {
    std::ranges::replace(name, '/', '.');
    return name;
}

// A name that says what it is; one with signs of its own in it is reached by its number.
std::string ownerPath(const char* list, std::size_t index, const std::string& name) {
    const bool plain = !name.empty() && name.find_first_of("=*/,") == name.npos;
    return plain ? name : std::string(list) + '.' + std::to_string(index);
}

std::string valueAt(const Json& fields, const std::string& name) {
    const Json::json_pointer pointer('/' + name);
    if (!fields.contains(pointer)) return {};
    const Json& value = fields.at(pointer);
    return value.is_string() ? value.get<std::string>() : value.dump();
}

SweepProperty propertyOf(std::string path, const FieldInfo& field, std::string now) {
    SweepProperty property{.path = std::move(path), .title = {}, .tip = {}, .now = std::move(now), .field = &field};
    property.title = SweepWords::axis(property.path);
    property.tip = said(say(field.meaning));
    return property;
}

class PropertyWalk {
public:
    explicit PropertyWalk(const Document& document) : m_document(document) {}

    std::vector<SweepProperty> all() {
        const Experiment& experiment = m_document.experiment();
        addTogether("links", Part::Kind::Link, m_document.ids().of(Part::Kind::Link));
        addTogether("processes", Part::Kind::Process, m_document.ids().of(Part::Kind::Process));
        m_found.push_back(placement());
        const auto processes = m_document.ids().of(Part::Kind::Process), links = m_document.ids().of(Part::Kind::Link),
                   shared = m_document.ids().of(Part::Kind::Shared);
        for (std::size_t i = 0; i < processes.size(); ++i)
            addPart({Part::Kind::Process, processes[i]}, ownerPath("processes", i, experiment.processes[i].name));
        for (std::size_t i = 0; i < links.size(); ++i) {
            addPart({Part::Kind::Link, links[i]}, ownerPath("links", i, experiment.links[i].name));
            addEnds(links[i], experiment.links[i], ownerPath("links", i, experiment.links[i].name));
        }
        for (std::size_t i = 0; i < shared.size(); ++i)
            addPart({Part::Kind::Shared, shared[i]}, ownerPath("shared", i, experiment.shared[i].name));
        addPart({Part::Kind::None, 0}, {});
        return std::move(m_found);
    }

private:
    static SweepProperty placement() {
        SweepProperty pin{.path = "pin", .title = SweepWords::axis("pin"), .tip = {}, .now = "free"};
        pin.tip = SweepProperties::tr(
            "Where the processes may run: all on one CPU, one after the other on the CPUs "
            "there are, or as the document says");
        return pin;
    }

    [[nodiscard]] bool says(const Part& part, const FieldInfo& field) const {
        return part.kind == Part::Kind::None || concerns(m_document, part, field.name);
    }

    // Of every part of that kind at once, where it says something of all.
    template <typename Ids>
    void addTogether(const char* list, Part::Kind kind, const Ids& ids) {
        if (ids.size() == 0) return;
        for (const FieldInfo& field : fieldList(kind)) {
            if (!canVary(field)) continue;
            const bool ofAll = std::ranges::all_of(ids, [&](PartId id) { return says({kind, id}, field); });
            if (!ofAll || (ids.size() == 1 && field.name != "mechanism")) continue;
            const Json fields = fieldsOf(m_document, Part{kind, *ids.begin()});
            m_found.push_back(
                propertyOf(std::string(list) + ".*." + dotted(field.name), field, valueAt(fields, field.name)));
            m_found.back().title = kind == Part::Kind::Link
                                       ? SweepProperties::tr("%1 of every link").arg(m_found.back().title)
                                       : SweepProperties::tr("%1 of every process").arg(m_found.back().title);
        }
    }

    void addPart(const Part& part, const std::string& owner) {
        const Json fields = fieldsOf(m_document, part);
        for (const FieldInfo& field : fieldList(part.kind)) {
            if (!canVary(field) || !says(part, field)) continue;
            const std::string path = owner.empty() ? dotted(field.name) : owner + '.' + dotted(field.name);
            m_found.push_back(propertyOf(path, field, valueAt(fields, field.name)));
        }
    }

    // What may be a name alone in the file is not an object there: a field of such an end cannot be set.
    void addEnds(PartId link, const LinkSpec& spec, const std::string& owner) {
        const Json fields = fieldsOf(m_document, Part{Part::Kind::Link, link});
        for (const LinkSide side : {LinkSide::From, LinkSide::To}) {
            const auto& ends = side == LinkSide::From ? spec.senders : spec.receivers;
            for (std::size_t i = 0; i < ends.size(); ++i) addEnd({link, side, i}, fields, owner);
        }
    }

    void addEnd(const EndOfLink& end, const Json& fields, const std::string& owner) {
        const std::string at = pathOf(end);
        if (!fields.contains(Json::json_pointer('/' + at)) || !fields.at(Json::json_pointer('/' + at)).is_object())
            return;
        for (const FieldInfo& field : endFieldList()) {
            if (!canVary(field) || field.kind.names == NameOf::Process || !concerns(m_document, end, field.name))
                continue;
            const std::string name = at + '/' + field.name;
            m_found.push_back(propertyOf(owner + '.' + dotted(name), field, valueAt(fields, name)));
        }
    }

    const Document& m_document;
    std::vector<SweepProperty> m_found;
};

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ",") + value;
    return text;
}

// Each tried in this document, on this machine.
std::vector<std::string> fitting(const SweepProperty& property, const Document& document) {
    SweepOptions options{.document = writeExperiment(document.experiment()),
                         .fileName = document.experiment().id,
                         .settings = {},
                         .axes = {parseAxis(property.path + "=all").axis}};
    std::vector<std::string> values;
    const Sweep sweep(std::move(options));
    for (const SweepCell& cell : sweep.cells()) {
        if (cell.skipped.empty()) values.push_back(sweep.options().axes[0].values[cell.values[0]]);
    }
    return values;
}

std::string numberText(double value) {
    const Json json =
        value == std::floor(value) && std::abs(value) < 1e15 ? Json(static_cast<std::int64_t>(value)) : Json(value);
    return json.dump();
}

// Around what it is now, within what it may be.
std::string around(const ValueKind& kind, const std::string& now) {
    const double middle = now.empty() ? std::max(kind.low, 1.0) : std::strtod(now.c_str(), nullptr);
    std::vector<std::string> values;
    for (const double factor : {0.5, 1.0, 2.0, 4.0}) {
        double value = middle * factor;
        if (kind.type == ValueType::Whole) value = std::floor(value);
        const std::string text = numberText(std::clamp(value, kind.low, kind.high));
        if (std::ranges::find(values, text) == values.end()) values.push_back(text);
    }
    return joined(values);
}

}  // namespace

std::vector<SweepProperty> SweepProperties::of(const Document& document) { return PropertyWalk(document).all(); }

std::vector<SweepProperties::Values> SweepProperties::suggestions(const SweepProperty& property,
                                                                  const Document& document) {
    if (property.field == nullptr) return {{tr("one CPU, apart, free"), "same,apart,free"}};
    const ValueKind& kind = property.field->kind;
    std::vector<Values> found;
    if (kind.names == NameOf::Mechanism) {
        found.push_back({tr("All that fit here"), joined(fitting(property, document))});
        found.push_back({tr("The usual five"), "pipe,unix-stream,tcp,posix-mq,posix-shm"});
    } else if (kind.type == ValueType::Word) {
        found.push_back({tr("All of them"), joined({kind.words.begin(), kind.words.end()})});
    } else if (kind.type == ValueType::Boolean) {
        found.push_back({tr("Both"), "false,true"});
    } else if (property.path.ends_with("message_bytes")) {
        found.push_back({QStringLiteral("64 B … 64 KiB"), "64..65536*4"});
        found.push_back({QStringLiteral("64 B, 4 KiB, 64 KiB"), "64,4096,65536"});
    } else if (kind.type == ValueType::Whole || kind.type == ValueType::Number || kind.type == ValueType::Duration) {
        found.push_back({tr("Half, as it is, twice, four times"), around(kind, property.now)});
    }
    return found;
}

}  // namespace ipclab
