#include "core/tied_fork.h"

#include <sys/prctl.h>
#include <unistd.h>

namespace ipclab {

void tieTo(pid_t parent, int deathSignal) {
    ::prctl(PR_SET_PDEATHSIG, deathSignal);
    if (::getppid() != parent) ::_exit(0);  // it has ended before the line above
}

pid_t forkTied(const char* name, const std::function<int()>& body, int deathSignal) {
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) return child;
    tieTo(parent, deathSignal);
    ::prctl(PR_SET_NAME, name);
    ::_exit(body());
}

}  // namespace ipclab
