// Giving a foreign command its ends. An end is standard input (receiving) or standard output (sending) while that
// is free and not refused by the document's "attach"; otherwise it is a descriptor of its own. The command finds
// in its environment, where <LINK> is the link's name in capitals with everything but letters and digits as '_':
//   IPCLAB_LINK_<LINK>_FD    the number of the descriptor (0 and 1 included); none where it opens the object by name
//   IPCLAB_LINK_<LINK>_ROLE  "send" or "receive"
//   IPCLAB_LINK_<LINK>_NAME  the object's name or path, where it has one
//   IPCLAB_LINK_<LINK>_MESSAGE_BYTES  the largest message it carries
// and, of itself, IPCLAB_PROCESS, the number that its messages carry as their producer.
#pragma once

#include <string>
#include <vector>

#include "launcher/spawn.h"

namespace ipclab {

// The descriptor number of each port in the command: 0, 1, or 3 and up; -1: none. The same answer before and after
// fork.
std::vector<int> commandDescriptors(const ChildPlan& plan);

// In the child: opens the ends, puts them at their numbers, closes everything else, and returns the environment.
// Throws std::system_error.
std::vector<std::string> connectCommand(const Segment& segment, const ChildPlan& plan, int outputFd, int errorFd);

// "a→b" → "A___B"
std::string environmentName(const std::string& linkName);

}  // namespace ipclab
