#include "document/field_list.h"

#include <algorithm>

#include "core/text.h"
#include "document/experiment_fields.h"
#include "document/experiment_json.h"
#include "programs/registry.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;
using Fields = std::vector<FieldInfo>;

bool isEditedElsewhere(ValueType type) {
    return type == ValueType::Parts || type == ValueType::Place || type == ValueType::Format;
}

template <typename T>
void append(Fields& list, const std::string& before, std::span<const Field<T>> fields) {
    static const T usual{};
    for (const Field<T>& field : fields) {
        if (isEditedElsewhere(field.kind.type)) continue;
        const std::string name = before + std::string(field.name);
        if (field.kind.type != ValueType::Object) {
            const Json value = field.required ? Json() : field.value(usual);
            list.push_back({name, field.label, field.meaning, field.kind, field.section, field.required,
                            value.is_null() ? std::string() : value.dump()});
        }
        if (name == "limits") append(list, name + "/", limitFields());
        if (name == "capacity") append(list, name + "/", capacityFields());
        if (name == "wire") append(list, name + "/", wireFields());
        if (name == "keep_alive") append(list, name + "/", keepAliveFields());
        if (name == "safety") append(list, name + "/", safetyFields());
    }
}

template <typename T>
Fields listOf(std::span<const Field<T>> fields) {
    Fields list;
    append(list, {}, fields);
    return list;
}

const ProgramInfo* programOf(const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    return program == nullptr ? nullptr : &program->info();
}

Json usualOfProcess(const ProcessSpec& process, std::string_view field) {
    const ProgramInfo* info = programOf(process);
    if (field == "launch") {
        ProcessSpec usual;
        usual.launch = defaultLaunch(process.program);
        const auto launch = std::ranges::find(processFields(), field, &Field<ProcessSpec>::name);
        return launch->value(usual);
    }
    if (field == "way" && info != nullptr && !info->ways.empty()) return std::string(info->ways.front());
    if (field == "strategy") return std::string(kUsualStrategy);
    return {};
}

Json usualOfLink(const LinkSpec& link, std::string_view field) {
    if (field == "name" && !link.senders.empty() && !link.receivers.empty())
        return defaultLinkName(link.senders.front().process, link.receivers.front().process);
    if (field == "capacity/limit_bytes") return kUnboundedLimitBytes;
    return {};
}

}  // namespace

std::string_view titleOf(FieldSection section) {
    static constexpr std::array<std::string_view, kFieldSections> titles{
        "",
        TEXT("field", "Further"),
        TEXT("field", "Scheduling"),
        TEXT("field", "Resource limits"),
        TEXT("field", "Network"),
        TEXT("field", "Wire between two hosts"),
        TEXT("field", "TCP"),
        TEXT("field", "Keep-alive of TCP"),
        TEXT("field", "Safety"),
        TEXT("field", "Description"),
    };
    return titles.at(static_cast<std::size_t>(section));
}

std::span<const FieldInfo> fieldList(Kind kind) {
    static const Fields lists[] = {listOf(experimentFields()), listOf(processFields()), listOf(linkFields()),
                                   listOf(sharedFields()), listOf(stepFields())};
    return lists[static_cast<std::size_t>(kind)];
}

std::span<const FieldInfo> endFieldList() {
    static const Fields list = listOf(endFields());
    return list;
}

const FieldInfo* findField(Kind kind, std::string_view name) {
    const auto fields = fieldList(kind);
    const auto found = std::ranges::find(fields, name, &FieldInfo::name);
    return found == fields.end() ? nullptr : &*found;
}

nlohmann::ordered_json usualValue(const Document& document, const Part& part, const FieldInfo& field) {
    Json usual;
    if (part.kind == Kind::Process) usual = usualOfProcess(*document.process(part.id), field.name);
    if (part.kind == Kind::Link) usual = usualOfLink(*document.link(part.id), field.name);
    if (part.kind == Kind::None && field.name == "safety/processes") usual = kUsualSafetyProcesses;
    if (part.kind == Kind::None && field.name == "observe") usual = "exact";
    if (part.kind == Kind::None && field.name == "sample_hz") usual = kUsualSampleHz;
    if (!usual.is_null() || field.usual.empty()) return usual;
    return Json::parse(field.usual);
}

std::string pathOf(const EndOfLink& end) {
    return (end.side == LinkSide::From ? "from/" : "to/") + std::to_string(end.index);
}

nlohmann::ordered_json fieldsOf(const Document& document, const EndOfLink& end) {
    const LinkSpec& link = *document.link(end.link);
    return writeObject((end.side == LinkSide::From ? link.senders : link.receivers).at(end.index), endFields());
}

}  // namespace ipclab
