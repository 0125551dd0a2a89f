// For programs built with the thread sanitizer. QProcess starts programs by clone(2) with CLONE_VM | CLONE_VFORK, a
// child in the parent's memory. The sanitizer of GCC takes it for a fork with memory of its own: in that child, and so
// in the parent too, it forgets the other threads, ignores the locks of this one, and ends the program at its next
// thread. Here clone goes past it, as posix_spawn(3) does. Linked into every program of such a build.
#include <sched.h>

#include <cstdarg>

extern "C" int __clone(int (*fn)(void*), void* stack, int flags, void* argument, ...);

extern "C" int clone(int (*fn)(void*), void* stack, int flags, void* argument, ...) {
    va_list more;
    va_start(more, argument);
    auto* const parentTid = va_arg(more, pid_t*);
    void* const tls = va_arg(more, void*);
    auto* const childTid = va_arg(more, pid_t*);
    va_end(more);
    return __clone(fn, stack, flags, argument, parentTid, tls, childTid);
}
