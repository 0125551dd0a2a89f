#include "programs/record_form.h"

#include <algorithm>

namespace ipclab {

namespace {

std::span<const RecordForm> g_recordForms;

}  // namespace

std::span<const FormKind> allFormKinds() {
    static constexpr auto kinds = std::to_array<FormKind>({
#define FORM(id, name, package) {id, name, package},
#include "programs/record_forms.def"
#undef FORM
    });
    return kinds;
}

void setRecordForms(std::span<const RecordForm> forms) { g_recordForms = forms; }

const RecordForm* findRecordForm(std::string_view id) {
    const auto found = std::ranges::find(g_recordForms, id, &RecordForm::id);
    return found == g_recordForms.end() ? nullptr : &*found;
}

}  // namespace ipclab
