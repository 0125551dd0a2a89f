// What a process reads of itself and of its children in /proc, for the facts it tells (proc(5)). Small and apart from
// the observer's readers: programs are linked into every child.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

#include "core/clock.h"

namespace ipclab {

// Sizes of the caller's address space by section.
struct Sections {
    std::uint64_t textBytes = 0;      // executable mappings of the program's file
    std::uint64_t dataBytes = 0;      // its writable ones, and what follows them without a file (bss)
    std::uint64_t heapBytes = 0;      // [heap], which brk(2) moves
    std::uint64_t stackBytes = 0;     // [stack]
    std::uint64_t mappedBytes = 0;    // anonymous mappings besides
    std::uint64_t residentBytes = 0;  // of all
    std::uint64_t mappings = 0;
    std::uint64_t stackEnd = 0;  // the address above the stack
};
Sections readSections();

// Of the mapping that holds that address, in bytes (smaps in proc(5)).
struct MappingUse {
    std::uint64_t residentBytes = 0;
    std::uint64_t privateBytes = 0;  // in no other process's page tables
    std::uint64_t sharedBytes = 0;
};
MappingUse readMapping(const void* address);

// Field 3 and 4 of /proc/PID/stat; nothing when there is no such process.
struct ProcessView {
    char state = '?';
    pid_t parent = 0;
};
std::optional<ProcessView> viewProcess(pid_t pid);

// Of the whole process, with or without its children: resident, and in no other process's page tables
// (smaps_rollup in proc(5)).
std::uint64_t privateBytes(bool withChildren);

// CPU time of the whole process, with or without that of its living children.
Nanoseconds cpuTimeNs(bool withChildren);

struct Faults {
    std::uint64_t minor = 0;
    std::uint64_t major = 0;
};
Faults readFaults();

// The last part of /proc/self/exe.
std::string executableName();

std::uint64_t pageBytes();

// The number of the physical frame that a touched page is in (pagemap in proc(5)); nothing where the kernel does not
// tell the caller, who needs CAP_SYS_ADMIN for that.
std::optional<std::uint64_t> frameOf(const void* address);

}  // namespace ipclab
