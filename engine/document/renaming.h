// Names and where they stand: what a process, a link or a shared object is called is how the others mean it. Private
// to this room.
#pragma once

#include "document/parts.h"

namespace ipclab {

// Calls the part so, and follows the name to wherever it is meant. A link that is called by its ends ("a→b") goes on
// being called by them, unless another is called so already.
void follow(Experiment& experiment, Part::Kind kind, std::uint32_t index, const std::string& name);

// Another link in this place; called by its ends, it is called by its new ones.
void replaceLink(Experiment& experiment, std::uint32_t index, LinkSpec link);

}  // namespace ipclab
