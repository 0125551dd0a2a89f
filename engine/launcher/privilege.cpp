#include "launcher/privilege.h"

#include <linux/capability.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

#include "core/error.h"

namespace ipclab {

bool hasGainedPrivilege() { return ::geteuid() != 0 && ::getauxval(AT_SECURE) != 0; }

void dropGainedPrivilege() {
    if (!hasGainedPrivilege()) return;
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);  // an old kernel has none
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    check(::syscall(SYS_capset, &header, none.data()), "capset: giving up cap_perfmon");
    check(::prctl(PR_SET_DUMPABLE, 1), "PR_SET_DUMPABLE");
}

}  // namespace ipclab
