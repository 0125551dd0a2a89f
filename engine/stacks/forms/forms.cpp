#include "stacks/forms/forms.h"

#include <string_view>

namespace ipclab {

namespace {

constexpr bool isStackBuilt([[maybe_unused]] std::string_view key) {
#define BUILT_STACK(built) \
    if (key == #built) return true;
#include "built_stacks.def"
#undef BUILT_STACK
    return false;
}

std::vector<RecordForm> makeForms() {
    std::vector<RecordForm> forms;
    addMemoryForms(forms);
    if constexpr (isStackBuilt("oncRpc")) addXdrForm(forms);
    if constexpr (isStackBuilt("grpc")) addProtobufForm(forms);
    if constexpr (isStackBuilt("thrift")) addThriftForms(forms);
    addJsonForm(forms);
    return forms;
}

}  // namespace

void useRecordForms() {
    static const std::vector<RecordForm> forms = makeForms();
    setRecordForms(forms);
}

}  // namespace ipclab
