// Where a captured thread is: the function at its program counter and those that called it, from the unwind tables and
// symbol tables of the files it has mapped (libdw of elfutils). The launcher only captures, and is done in a moment;
// what is slow and needs a library happens here, in the window's process, and so the children's address spaces hold
// nothing of it.
//
// Any thread; takes some milliseconds the first time. Never throws but std::bad_alloc, reads nothing from the network.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "observe/captured_thread.h"

namespace ipclab {

struct BacktraceFrame {
    std::uint64_t address = 0;
    std::string function;      // demangled; "" where no symbol table names it
    std::uint64_t offset = 0;  // of the address within the function
    std::string file;          // the program or library, without its folder
    std::string source;        // "spawn.cpp:41", where the file tells; of inlined code the place it was inlined from
};

struct Backtrace {
    std::vector<BacktraceFrame> frames;  // the innermost first
    std::string problem;                 // why it ends before the thread's first function; empty: it does not
};

// The functions those addresses of a process are in; without a name where that is not known.
[[nodiscard]] std::vector<BacktraceFrame> functionsAt(std::int32_t pid, const std::vector<std::uint64_t>& addresses);

inline constexpr std::size_t kMostFrames = 48;

// The process must still be there: its mappings tell which files its addresses belong to.
[[nodiscard]] Backtrace backtraceOf(const CapturedThread& thread);

}  // namespace ipclab
