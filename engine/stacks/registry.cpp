#include "stacks/registry.h"

#include <array>

#include "links/stack_mechanism.h"
#include "stacks/ends.h"

namespace ipclab {

#define BUILT_STACK(key) const Stack& key##Stack();
#include "built_stacks.def"
#undef BUILT_STACK

const Stack* findStack(std::string_view stackId) {
    static const auto all = std::to_array<const Stack*>({
#define BUILT_STACK(key) &key##Stack(),
#include "built_stacks.def"
#undef BUILT_STACK
        nullptr,
    });
    for (const Stack* stack : all) {
        if (stack != nullptr && stack->id == stackId) return stack;
    }
    return nullptr;
}

void openStacksHere() { setStackOpeners({.sender = openStackSender, .receiver = openStackReceiver}); }

}  // namespace ipclab
