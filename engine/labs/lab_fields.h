// The tables of an exercise's objects: reading, and what each field means. Private to this room.
#pragma once

#include "document/json_fields.h"
#include "labs/lab.h"

namespace ipclab {

std::span<const Field<Lab>> labFields();
std::span<const Field<LabStep>> labStepFields();
std::span<const Field<LabCheck>> labCheckFields();
std::span<const Field<LabPrediction>> labPredictionFields();

}  // namespace ipclab
