// All primitives, from the explicit list in primitives.def.
#pragma once

#include <span>
#include <string_view>

#include "sync/primitive.h"

namespace ipclab {

// In the order of primitives.def. Any thread.
std::span<const Primitive* const> allPrimitives();

// nullptr when there is none of that id.
const Primitive* findPrimitive(std::string_view primitiveId);

}  // namespace ipclab
