#include "inspect/field_places.h"

#include <algorithm>

#include "document/field_list.h"
#include "inspect/field_words.h"
#include "inspect/plain_text.h"

namespace ipclab {
namespace {

using PlaceKind = Part::Kind;

// What stands before the first separator, which is taken off with it.
std::string firstToken(std::string& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    std::string token = rest.substr(0, end);
    rest.erase(0, std::min(end + 1, rest.size()));
    return token;
}

// Of the field, or the object of fields, that `way` leads into: "capacity/unbounded", "command/0".
template <typename Find>
QString labelAlong(std::string way, const Find& find) {
    while (!way.empty()) {
        if (const FieldInfo* field = find(way)) return FieldWords::label(*field);
        const std::size_t cut = way.rfind('/');
        way.erase(cut == std::string::npos ? 0 : cut);
    }
    return {};
}

const FieldInfo* findEndField(std::string_view name) {
    const auto fields = endFieldList();
    const auto found = std::ranges::find(fields, name, &FieldInfo::name);
    return found == fields.end() ? nullptr : &*found;
}

QString labelOf(PlaceKind kind, const std::string& way) {
    std::string rest = way;
    const std::string side = firstToken(rest, '/');
    if (kind != PlaceKind::Link || (side != "from" && side != "to"))
        return labelAlong(way, [kind](const std::string& name) { return findField(kind, name); });
    if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') firstToken(rest, '/');
    const QString name = side == "from" ? FieldPlaces::tr("Sends") : FieldPlaces::tr("Receives");
    const QString field = labelAlong(rest, findEndField);
    return field.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, field);
}

QString placed(const QString& part, PlaceKind kind, const std::string& way) {
    const QString field = labelOf(kind, way);
    return part.isEmpty() || field.isEmpty() ? part + field : QStringLiteral("%1: %2").arg(part, field);
}

template <typename Parts>
QString nameAt(const Parts& parts, std::size_t index) {
    return index < parts.size() ? text(parts[index].name) : QString();
}

QString stepName(std::size_t index) { return FieldPlaces::tr("Step %1").arg(index + 1); }

// The longest name that the change begins with: names may have dots themselves.
template <typename Parts>
const std::string* nameIn(const Parts& parts, const std::string& change) {
    const std::string* longest = nullptr;
    for (const auto& part : parts) {
        const bool begins = change == part.name || change.starts_with(part.name + ".");
        if (begins && (longest == nullptr || part.name.size() > longest->size())) longest = &part.name;
    }
    return longest;
}

std::string withSlashes(std::string way) {
    std::ranges::replace(way, '.', '/');
    return way;
}

template <typename Parts>
QString ofPart(const Parts& parts, PlaceKind kind, const std::string& change) {
    const std::string* name = nameIn(parts, change);
    if (name == nullptr) return {};
    return placed(text(*name), kind, withSlashes(change.substr(std::min(name->size() + 1, change.size()))));
}

}  // namespace

QString FieldPlaces::ofPointer(const Experiment& experiment, const std::string& pointer) {
    if (!pointer.starts_with('/')) return {};
    std::string rest = pointer.substr(1);
    const std::string way = rest, list = firstToken(rest, '/');
    if (rest.empty() || rest.front() < '0' || rest.front() > '9') return placed({}, PlaceKind::None, way);
    const std::size_t index = std::strtoul(firstToken(rest, '/').c_str(), nullptr, 10);
    if (list == "processes") return placed(nameAt(experiment.processes, index), PlaceKind::Process, rest);
    if (list == "links") return placed(nameAt(experiment.links, index), PlaceKind::Link, rest);
    if (list == "shared") return placed(nameAt(experiment.shared, index), PlaceKind::Shared, rest);
    if (list == "steps") return placed(stepName(index), PlaceKind::Step, rest);
    return placed({}, PlaceKind::None, way);
}

QString FieldPlaces::ofChange(const Experiment& experiment, const std::string& change) {
    std::string rest = change;
    const std::string first = firstToken(rest, '.');
    if (first == "links") return ofPart(experiment.links, PlaceKind::Link, rest);
    if (first == "steps") {
        const std::size_t index = std::strtoul(firstToken(rest, '.').c_str(), nullptr, 10);
        return placed(stepName(index), PlaceKind::Step, withSlashes(rest));
    }
    for (const QString& place : {ofPart(experiment.processes, PlaceKind::Process, change),
                                 ofPart(experiment.shared, PlaceKind::Shared, change)}) {
        if (!place.isEmpty()) return place;
    }
    return placed({}, PlaceKind::None, withSlashes(change));
}

}  // namespace ipclab
