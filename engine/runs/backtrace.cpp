#include "runs/backtrace.h"

#include <cxxabi.h>
#include <elfutils/libdwfl.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace ipclab {
namespace {

constexpr const char* kTooDeep = "the call chain is longer than what is shown";

// Debug information apart from the file would be searched on servers by the library's own function.
int findNoDebuginfo(Dwfl_Module*, void**, const char*, Dwarf_Addr, const char*, const char*, GElf_Word, char**) {
    return -1;
}

const Dwfl_Callbacks kFiles{dwfl_linux_proc_find_elf, findNoDebuginfo, nullptr, nullptr};

struct Unwinding {
    const CapturedThread& thread;
    Backtrace result;
};

std::string demangled(const char* name) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name, nullptr, nullptr, &status),
                                                           &std::free);
    return status == 0 && text ? text.get() : name;
}

std::string withoutFolder(const char* path) {
    const std::string text = path == nullptr ? "" : path;
    return text.substr(text.rfind('/') + 1);
}

BacktraceFrame frameAt(Dwfl* dwfl, Dwarf_Addr address, bool isCall) {
    BacktraceFrame frame;
    frame.address = address;
    // A return address is behind the call it returns to: the function is that of the call.
    const Dwarf_Addr within = address - (isCall ? 1 : 0);
    Dwfl_Module* module = dwfl_addrmodule(dwfl, within);
    if (module == nullptr) return frame;
    const char* path = nullptr;
    const char* name = dwfl_module_info(module, nullptr, nullptr, nullptr, nullptr, nullptr, &path, nullptr);
    frame.file = withoutFolder(path != nullptr ? path : name);
    GElf_Off offset = 0;
    GElf_Sym symbol{};
    const char* function = dwfl_module_addrinfo(module, within, &offset, &symbol, nullptr, nullptr, nullptr);
    if (function != nullptr) {
        frame.function = demangled(function);
        frame.offset = offset + (isCall ? 1 : 0);
    }
    int line = 0;
    Dwfl_Line* source = dwfl_module_getsrc(module, within);
    const char* file = source == nullptr ? nullptr : dwfl_lineinfo(source, nullptr, &line, nullptr, nullptr, nullptr);
    if (file != nullptr) frame.source = withoutFolder(file) + ":" + std::to_string(line);
    return frame;
}

int addFrame(Dwfl_Frame* state, void* argument) {
    auto& unwinding = *static_cast<Unwinding*>(argument);
    Dwarf_Addr address = 0;
    bool isActivation = false;
    if (!dwfl_frame_pc(state, &address, &isActivation)) return DWARF_CB_ABORT;
    if (unwinding.result.frames.size() == kMostFrames) {
        unwinding.result.problem = kTooDeep;
        return DWARF_CB_ABORT;
    }
    Dwfl* dwfl = dwfl_thread_dwfl(dwfl_frame_thread(state));
    unwinding.result.frames.push_back(frameAt(dwfl, address, !isActivation));
    return DWARF_CB_OK;
}

pid_t nextThread(Dwfl*, void* argument, void** threadArgument) {
    if (*threadArgument != nullptr) return 0;
    *threadArgument = argument;
    return static_cast<const Unwinding*>(argument)->thread.tid;
}

bool getThread(Dwfl*, pid_t tid, void* argument, void** threadArgument) {
    *threadArgument = argument;
    return tid == static_cast<const Unwinding*>(argument)->thread.tid;
}

bool readMemory(Dwfl*, Dwarf_Addr address, Dwarf_Word* word, void* argument) {
    const auto value = static_cast<const Unwinding*>(argument)->thread.stackWord(address);
    if (value) *word = *value;
    return value.has_value();
}

// In the numbering of DWARF, which is not that of the kernel.
bool setRegisters(Dwfl_Thread* thread, void* argument) {
    const std::vector<std::uint64_t>& words = static_cast<const Unwinding*>(argument)->thread.words;
#if defined(__x86_64__)
    // rax rdx rcx rbx rsi rdi rbp rsp r8 … r15 rip
    constexpr std::array<std::size_t, 17> kOrder{10, 12, 11, 5, 13, 14, 4, 19, 9, 8, 7, 6, 3, 2, 1, 0, 16};
    std::array<Dwarf_Word, kOrder.size()> values{};
    for (std::size_t i = 0; i < kOrder.size(); ++i) values[i] = words.at(kOrder[i]);
    return dwfl_thread_state_registers(thread, 0, static_cast<unsigned>(values.size()), values.data());
#elif defined(__aarch64__)
    constexpr std::size_t kRegisters = 32;  // x0 … x30, sp
    std::array<Dwarf_Word, kRegisters> values{};
    for (std::size_t i = 0; i < kRegisters; ++i) values[i] = words.at(i);
    dwfl_thread_state_register_pc(thread, words.at(kRegisters));
    return dwfl_thread_state_registers(thread, 0, kRegisters, values.data());
#else
    static_cast<void>(thread);
    return words.empty() && false;
#endif
}

const Dwfl_Thread_Callbacks kThread{nextThread, getThread, readMemory, setRegisters, nullptr, nullptr};

std::string libraryError() {
    const char* text = dwfl_errmsg(-1);
    return text == nullptr ? "" : text;
}

}  // namespace

Backtrace backtraceOf(const CapturedThread& thread) {
    if (!thread.problem.empty() || thread.words.empty()) return {{}, thread.problem};
    const std::unique_ptr<Dwfl, decltype(&dwfl_end)> dwfl(dwfl_begin(&kFiles), &dwfl_end);
    Unwinding unwinding{thread, {}};
    if (!dwfl || dwfl_linux_proc_report(dwfl.get(), thread.pid) != 0 ||
        dwfl_report_end(dwfl.get(), nullptr, nullptr) != 0) {
        return {{{thread.programCounter(), {}, 0, {}, {}}}, "its mappings cannot be read any more"};
    }
    if (!dwfl_attach_state(dwfl.get(), nullptr, thread.pid, &kThread, &unwinding) ||
        dwfl_getthread_frames(dwfl.get(), thread.tid, addFrame, &unwinding) < 0) {
        if (unwinding.result.problem.empty()) unwinding.result.problem = libraryError();
    }
    if (unwinding.result.frames.empty())
        unwinding.result.frames.push_back(frameAt(dwfl.get(), thread.programCounter(), false));
    return std::move(unwinding.result);
}

std::vector<BacktraceFrame> functionsAt(std::int32_t pid, const std::vector<std::uint64_t>& addresses) {
    std::vector<BacktraceFrame> frames;
    const std::unique_ptr<Dwfl, decltype(&dwfl_end)> dwfl(dwfl_begin(&kFiles), &dwfl_end);
    const bool mapped =
        dwfl && dwfl_linux_proc_report(dwfl.get(), pid) == 0 && dwfl_report_end(dwfl.get(), nullptr, nullptr) == 0;
    for (const std::uint64_t address : addresses)
        frames.push_back(mapped ? frameAt(dwfl.get(), address, false) : BacktraceFrame{address, {}, 0, {}, {}});
    return frames;
}

}  // namespace ipclab
