#include "cli/interrupts.h"

#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <array>
#include <atomic>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> s_times{0};
std::atomic<int> s_event{-1};
std::array<struct sigaction, kSignals.size()> s_before{};

// Async-signal-safe only: signal-safety(7).
extern "C" void noteSignal(int) {
    const int before = errno;
    s_times.fetch_add(1, std::memory_order_relaxed);
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_event.load(std::memory_order_relaxed), &one, sizeof one);
    errno = before;
}

}  // namespace

Interrupts::Interrupts() {
    s_event = check(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd");
    m_notifier = std::make_unique<QSocketNotifier>(s_event.load(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::uint64_t count = 0;
        if (::read(s_event.load(), &count, sizeof count) > 0) emit interrupted(s_times.load());
    });
    struct sigaction action {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        check(::sigaction(kSignals[i], nullptr, &s_before[i]), "sigaction");
        // nohup(1) has it ignored, and means it. SIGINT is ignored too in what a script starts with `&`, but a
        // `kill -INT` there is meant for us.
        const bool meant = kSignals[i] == SIGHUP && s_before[i].sa_handler == SIG_IGN;
        if (!meant) check(::sigaction(kSignals[i], &action, nullptr), "sigaction");
    }
}

Interrupts::~Interrupts() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &s_before[i], nullptr);
    m_notifier.reset();
    ::close(s_event.exchange(-1));
}

bool Interrupts::happened() { return s_times.load() > 0; }

}  // namespace ipclab
