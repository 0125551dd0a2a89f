#include "programs/stack_overflow.h"

#include <signal.h>
#include <sys/resource.h>

#include <array>
#include <charconv>

#include "programs/facts.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr rlim_t kUsualLimit = 8U << 20;

// Written before the handler is installed.
struct Bounds {
    int reportFd = -1;
    std::uint64_t lowest = 0;  // the stack may reach this address
    std::uint64_t end = 0;
    std::uint64_t limitBytes = 0;
    std::uint64_t reachBytes = 0;
};
Bounds bounds;
alignas(16) std::array<char, 64U << 10> handlerStack;

// addressText() without the heap.
struct Digits {
    explicit Digits(std::uint64_t address) {
        length = static_cast<std::size_t>(std::to_chars(text.data() + 2, text.data() + text.size(), address, 16).ptr -
                                          text.data());
    }
    [[nodiscard]] std::string_view view() const { return {text.data(), length}; }
    std::array<char, 20> text{'0', 'x'};
    std::size_t length = 0;
};

void onFault(int signal, siginfo_t* info, void*) {
    const auto address = reinterpret_cast<std::uint64_t>(info->si_addr);
    const bool isOverflow = address < bounds.end && address + bounds.reachBytes >= bounds.lowest;
    if (isOverflow) {
        const Digits at(address), lowest(bounds.lowest);
        writeFact(bounds.reportFd, "stack-overflow",
                  {{"address", at.view()}, {"lowest", lowest.view()}, {"limit_bytes", bounds.limitBytes}});
    }
    ::signal(signal, SIG_DFL);  // the access happens again
}

}  // namespace

void tellStackOverflow(int reportFd, std::uint64_t reachBytes) {
    rlimit limit{};
    ::getrlimit(RLIMIT_STACK, &limit);
    if (limit.rlim_cur == RLIM_INFINITY) {
        limit.rlim_cur = kUsualLimit;
        ::setrlimit(RLIMIT_STACK, &limit);
    }
    bounds = {reportFd, 0, readSections().stackEnd, limit.rlim_cur, reachBytes + (64U << 10)};
    bounds.lowest = bounds.end > bounds.limitBytes ? bounds.end - bounds.limitBytes : 0;
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);  // it ends so on purpose
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_sigaction = onFault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigaction(SIGSEGV, &action, nullptr);
}

}  // namespace ipclab
