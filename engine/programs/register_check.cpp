#include "programs/register_check.h"

namespace ipclab {

RegisterWords afterRounds(const RegisterWords& before, std::uint64_t rounds) {
    RegisterWords after{};
    const std::uint64_t* in = before.data();
    std::uint64_t* out = after.data();
#if defined(__x86_64__)
    asm volatile(
        "mov 0(%[in]), %%rbx\n mov 8(%[in]), %%r8\n mov 16(%[in]), %%r9\n mov 24(%[in]), %%r10\n"
        "mov 32(%[in]), %%r11\n mov 40(%[in]), %%r12\n mov 48(%[in]), %%r13\n mov 56(%[in]), %%r14\n"
        "mov 64(%[in]), %%r15\n"
        "1: dec %[rounds]\n jnz 1b\n"
        "mov %%rbx, 0(%[out])\n mov %%r8, 8(%[out])\n mov %%r9, 16(%[out])\n mov %%r10, 24(%[out])\n"
        "mov %%r11, 32(%[out])\n mov %%r12, 40(%[out])\n mov %%r13, 48(%[out])\n mov %%r14, 56(%[out])\n"
        "mov %%r15, 64(%[out])\n"
        : [rounds] "+a"(rounds)
        : [in] "S"(in), [out] "D"(out)
        : "rbx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc");
#elif defined(__aarch64__)
    asm volatile(
        "ldp x9, x10, [%[in]]\n ldp x11, x12, [%[in], #16]\n ldp x13, x14, [%[in], #32]\n"
        "ldp x20, x21, [%[in], #48]\n ldr x15, [%[in], #64]\n"
        "1: subs %[rounds], %[rounds], #1\n b.ne 1b\n"
        "stp x9, x10, [%[out]]\n stp x11, x12, [%[out], #16]\n stp x13, x14, [%[out], #32]\n"
        "stp x20, x21, [%[out], #48]\n str x15, [%[out], #64]\n"
        : [rounds] "+r"(rounds)
        : [in] "r"(in), [out] "r"(out)
        : "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x20", "x21", "memory", "cc");
#else
    static_cast<void>(in), static_cast<void>(out), static_cast<void>(rounds);
    after = before;
#endif
    return after;
}

}  // namespace ipclab
