// What a loop that spins says to the processor: that it waits for another core's store (pause on x86, yield on ARM).
#pragma once

namespace ipclab {

inline void relaxCpu() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

}  // namespace ipclab
