// What no run may let live:
//   ipclab-fork-bomb double MOST    every process forks again and again, some into sessions of their own
//   ipclab-fork-bomb chain MOST     one that forks and ends at once, its child likewise, each in a session of its own
//   ipclab-fork-bomb threads MOST   threads instead
// All of them together make at most MOST and live at most half a minute, whatever becomes of the test.
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <system_error>
#include <thread>

namespace {

constexpr unsigned kLongestS = 30;

void ignoreWhatCanBe() {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) ::signal(signal, SIG_IGN);
    ::signal(SIGCHLD, SIG_IGN);
}

[[noreturn]] void waitForTheEnd() {
    for (;;) ::pause();
}

void doubleForEver(std::atomic<unsigned>& made, unsigned most) {
    for (unsigned round = 0;; ++round) {
        if (made.fetch_add(1) >= most) waitForTheEnd();
        if (::fork() != 0) continue;
        ::alarm(kLongestS);  // not inherited
        if (round % 2 == 1) ::setsid();
    }
}

void chainForEver(std::atomic<unsigned>& made, unsigned most) {
    while (made.fetch_add(1) < most) {
        const pid_t child = ::fork();
        if (child > 0) ::_exit(0);
        if (child == 0) ::setsid();
    }
}

void makeThreads(unsigned most) {
    try {
        for (unsigned i = 0; i < most; ++i) std::thread(waitForTheEnd).detach();
    } catch (const std::system_error&) {
    }
    waitForTheEnd();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::string kind = argv[1];
    const auto most = static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10));
    void* shared = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return 1;
    auto& made = *new (shared) std::atomic<unsigned>(0);
    ::alarm(kLongestS);
    ignoreWhatCanBe();
    if (kind == "double") doubleForEver(made, most);
    if (kind == "chain") chainForEver(made, most);
    if (kind == "threads") makeThreads(most);
    return 0;
}
