// The tables of an exercise's objects: reading, and what each field means. Private to this room.
#pragma once

#include "document/json_fields.h"
#include "labs/lab.h"

namespace ipclab {

std::span<const Field<Lab>> labFields();
std::span<const Field<LabStep>> labStepFields();
std::span<const Field<LabCheck>> labCheckFields();
std::span<const Field<LabPrediction>> labPredictionFields();

// All tables, by what the schema calls the objects: what the test compares it with.
struct LabFieldInfo {
    std::string_view name;
    ValueKind kind;
    bool required = false;
};
struct LabFieldGroup {
    std::string_view object;
    std::vector<LabFieldInfo> fields;
};
std::vector<LabFieldGroup> labFieldGroups();

}  // namespace ipclab
