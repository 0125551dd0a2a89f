// A compiler ends with the process that has started it, by whatever signal that is ended, and so does all that the
// compiler has started: cc runs cc1, as and ld, and a parent-death signal holds for one child alone (it is cleared over
// fork, PR_SET_PDEATHSIG in prctl(2)). Hence one more child of the compiler's waits for its end, and kills their group.
#pragma once

#include <sys/types.h>

namespace ipclab {

// Between fork and exec, in the child of `parent` that is to be the compiler: it leads a group of its own from then on,
// and what is of that group ends with it. Only calls that are safe there.
void guardCompiler(pid_t parent);

}  // namespace ipclab
