#include "document/field_kinds.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 3> kKindWords{"counter", "hand-off", "barrier"};

void readProcessName(const Json& value, const Place& at, std::string& into) { readName(value, at, into); }

constexpr auto kSharedFields = std::to_array<Field<SharedSpec>>({
    {"name", Sentence::MeansOwnName, true, [](auto& value, auto& at, auto& to) { readName(value, at, to.name); },
     [](auto& from) { return Json(from.name); }},
    {"kind", Sentence::MeansKind, true,
     [](auto& value, auto& at, auto& to) { assign(to.kind, readWord<SharedKind>(value, at, kKindWords)); },
     [](auto& from) { return Json(std::string(wordOf(from.kind, kKindWords))); }},
    {"sync", Sentence::MeansSharedSync, true, [](auto& value, auto& at, auto& to) { readName(value, at, to.sync); },
     [](auto& from) { return Json(from.sync); }},
    {"processes", Sentence::MeansParties, true,
     [](auto& value, auto& at, auto& to) {
         readArray(value, at, 1, kMostSharedParties, to.processes, readProcessName);
     },
     [](auto& from) { return Json(from.processes); }},
    {"window_us", Sentence::MeansWindow, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.windowNs, readDuration(value, at, kNsPerMicrosecond, 0, limits::kWindowNs));
     },
     [](auto& from) { return from.windowNs == 0 ? Json() : durationJson(from.windowNs, kNsPerMicrosecond); }},
});

}  // namespace

std::span<const Field<SharedSpec>> sharedFields() { return kSharedFields; }

}  // namespace ipclab
