#include "sync/registry.h"

#include <array>

namespace ipclab {

#define PRIMITIVE(function) const Primitive& function();
#include "sync/primitives.def"
#undef PRIMITIVE

std::span<const Primitive* const> allPrimitives() {
    static const auto all = std::to_array<const Primitive*>({
#define PRIMITIVE(function) &function(),
#include "sync/primitives.def"
#undef PRIMITIVE
    });
    return all;
}

const Primitive* findPrimitive(std::string_view primitiveId) {
    for (const Primitive* primitive : allPrimitives()) {
        if (primitive->info().id == primitiveId) return primitive;
    }
    return nullptr;
}

}  // namespace ipclab
