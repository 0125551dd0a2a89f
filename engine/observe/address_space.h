// What the mappings of a process are to it: the sections of the textbooks. Decided from what the kernel says of each
// (name, permissions, neighbours) and from where the stack pointers of the threads are; pure functions, in three cases
// by rule of thumb, said at the function.
#pragma once

#include <array>
#include <span>

#include "observe/memory_map.h"

namespace ipclab {

enum class Section : std::uint8_t {
    Text,         // the program's machine code
    Constants,    // read-only data of the program
    Data,         // its initialised variables
    Bss,          // its zero-initialised variables
    Heap,         // the break area: brk(2)
    Anonymous,    // mmap without a file: big allocations, arenas
    Shared,       // shared memory: POSIX, System V, memfd
    MappedFile,   // a file in memory
    Library,      // shared objects and the dynamic linker, all their parts
    ThreadStack,  // of a thread other than the main one
    Stack,        // of the main thread
    Kernel,       // vdso, vvar: what the kernel lends for system calls without a switch
    Guard,        // nothing may be done there: guard pages, address space held in reserve
};
inline constexpr std::size_t kSectionCount = 13;

[[nodiscard]] std::string_view id(Section section);  // "text", "thread-stack" …

struct AddressRange {
    MemoryMapping mapping;
    Section section = Section::Anonymous;
    std::int32_t thread = 0;  // of a thread's stack: its tid where its stack pointer is there; 0: not known
};

struct SectionSum {
    std::uint64_t mappings = 0;
    std::uint64_t size = 0, resident = 0, proportional = 0, privateBytes = 0, sharedBytes = 0, swapped = 0;
};

struct AddressSpace {
    std::vector<AddressRange> ranges;              // ascending
    std::array<SectionSum, kSectionCount> sums{};  // by Section
    SectionSum whole;
    bool truncated = false;  // more mappings than are read

    [[nodiscard]] const SectionSum& of(Section section) const { return sums[static_cast<std::size_t>(section)]; }
};

struct StackPointer {
    std::int32_t thread = 0;
    std::uint64_t address = 0;
};

// executable: the path of /proc/PID/exe, "" unknown. stackPointers: of the threads but the main one.
//
// By rule of thumb: bss is anonymous writable memory right behind the program's data; likewise a library's is counted
// to the library; a private mapping right behind a guard of up to 64 KiB is a thread's stack where no stack pointer
// tells (running threads do not tell theirs).
[[nodiscard]] AddressSpace classify(std::vector<MemoryMapping> mappings, std::string_view executable,
                                    std::span<const StackPointer> stackPointers = {});

// How a mapping is called to people: "libc.so.6", "/dev/shm/ipclab.7", "memfd ring", "System V segment, key 0x…";
// "" where the kernel has no name for it.
[[nodiscard]] std::string shortName(const MemoryMapping& mapping);

}  // namespace ipclab
