// The forms of representation that this program was built with, one function a file.
#pragma once

#include <vector>

#include "programs/record_form.h"

namespace ipclab {

void addMemoryForms(std::vector<RecordForm>& to);
void addJsonForm(std::vector<RecordForm>& to);
void addXdrForm(std::vector<RecordForm>& to);
void addProtobufForm(std::vector<RecordForm>& to);
void addThriftForms(std::vector<RecordForm>& to);

// Those of them there are; makes them known to programs (programs/record_form.h).
void useRecordForms();

}  // namespace ipclab
