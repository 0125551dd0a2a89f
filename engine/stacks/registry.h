// The stacks this program was built with.
#pragma once

#include "stacks/stack.h"

namespace ipclab {

// nullptr: none of that id was built in.
const Stack* findStack(std::string_view stackId);

// Makes the ends of all of them open in this program (links/stack_mechanism.h). Once, at its start.
void openStacksHere();

}  // namespace ipclab
