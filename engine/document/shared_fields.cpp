#include "core/text.h"
#include "document/field_tables.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 3> kKindWords{TEXT("word", "counter"), TEXT("word", "hand-off"),
                                                     TEXT("word", "barrier")};

std::optional<std::string> readProcessName(const Json& value, const Place& at, const ValueKind& kind) {
    return readText(value, at, static_cast<std::size_t>(kind.high));
}

constexpr auto kSharedFields = std::to_array<Field<SharedSpec>>({
    nameField<&SharedSpec::name>("name", TEXT("field", "Name"), Sentence::MeansOwnName, NameOf::Itself)
        .needed()
        .in(FieldSection::Main),
    wordField<&SharedSpec::kind, kKindWords>("kind", TEXT("field", "Kind"), Sentence::MeansKind)
        .needed()
        .in(FieldSection::Main),
    nameField<&SharedSpec::sync>("sync", TEXT("field", "Synchronised by"), Sentence::MeansSharedSync, NameOf::Primitive)
        .needed()
        .in(FieldSection::Main),
    listField<&SharedSpec::processes, readProcessName>("processes", TEXT("field", "Processes"), Sentence::MeansParties,
                                                       {.type = ValueType::Texts,
                                                        .high = limits::kLinkNameBytes,
                                                        .fewest = 1,
                                                        .most = kMostSharedParties,
                                                        .names = NameOf::Process})
        .needed()
        .in(FieldSection::Main),
    durationField<&SharedSpec::windowNs, kNsPerMicrosecond>("window_us", TEXT("field", "Window"), Sentence::MeansWindow,
                                                            0, limits::kWindowNs)
        .in(FieldSection::Main),
});

}  // namespace

std::span<const Field<SharedSpec>> sharedFields() { return kSharedFields; }

}  // namespace ipclab
