#include "stacks/dbus/bus_daemon.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr int kInheritedFd = 3;
// Who have not introduced themselves. Beyond that the daemon accepts nobody until the first are silent for too long.
constexpr std::uint64_t kMostIncomplete = 256;

// Not where the socket goes.
UniqueFd elsewhere(const UniqueFd& fd) {
    return UniqueFd(check(::fcntl(fd.get(), F_DUPFD_CLOEXEC, kInheritedFd + 1), "F_DUPFD_CLOEXEC"));
}

UniqueFd configure(const StackPlace& place) {
    const auto cap = [](const char* name, std::uint64_t value) {
        return std::string("<limit name=\"") + name + "\">" + std::to_string(value) + "</limit>";
    };
    const std::uint64_t message = place.limit + kBusHeadBytes;
    const std::string text =
        "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
        "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>ipclab</type>"
        "<listen>systemd:</listen><auth>EXTERNAL</auth><policy context=\"default\">"
        "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"" +
        std::string(kBusService) + "\"/></policy>" + cap("max_message_size", message) +
        cap("max_incoming_bytes", 4 * message) + cap("max_outgoing_bytes", 4 * message) +
        cap("auth_timeout", kBusSilenceNs / 1'000'000) + cap("max_completed_connections", place.clients + 16) +
        cap("max_incomplete_connections", kMostIncomplete) + "</busconfig>";
    UniqueFd file = elsewhere(UniqueFd(check(::memfd_create("bus.conf", MFD_CLOEXEC), "memfd_create")));
    if (check(::write(file.get(), text.data(), text.size()), "write") != static_cast<ssize_t>(text.size()))
        throwErrno(EIO, "write the configuration of dbus-daemon");
    return file;
}

// In the child, as all that follows: only what is safe after a fork.
void writePid(std::array<char, 32>& into) {
    char* const digits = into.data() + std::strlen(into.data());
    std::to_chars(digits, into.data() + into.size() - 1, ::getpid());
}

struct Inherited {
    int listener, configuration, writer;
};
[[noreturn]] void become(const char* const* words, const char* const* environment, pid_t parent, Inherited inherited) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);
    // A third process: where its parent may run says nothing of it.
    cpu_set_t everywhere;
    std::memset(&everywhere, 0xff, sizeof everywhere);
    ::sched_setaffinity(0, sizeof everywhere, &everywhere);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (inherited.listener != kInheritedFd) ::dup2(inherited.listener, kInheritedFd);
    for (const int fd : {kInheritedFd, inherited.configuration, inherited.writer}) ::fcntl(fd, F_SETFD, 0);
    // What it complains of there (that it may not raise a limit) is none of the run's.
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execvpe(words[0], const_cast<char* const*>(words), const_cast<char* const*>(environment));
    ::_exit(127);
}

}  // namespace

BusDaemon::BusDaemon(const StackPlace& place, const UniqueFd& listener) {
    const UniqueFd configuration = configure(place);
    std::array<int, 2> said{};
    check(::pipe2(said.data(), O_CLOEXEC), "pipe2");
    const UniqueFd reader(said[0]);
    UniqueFd writer = elsewhere(UniqueFd(said[1]));
    const std::string file = "--config-file=/proc/self/fd/" + std::to_string(configuration.get());
    const std::string address = "--print-address=" + std::to_string(writer.get());
    const std::array<const char*, 7> words{"dbus-daemon", file.c_str(), address.c_str(), "--nofork",
                                           "--nopidfile", "--nosyslog", nullptr};
    std::array<char, 32> pid{"LISTEN_PID="};
    const std::array<const char*, 4> environment{"LISTEN_FDS=1", pid.data(), "PATH=/usr/bin:/bin:/usr/local/bin",
                                                 nullptr};
    const pid_t parent = ::getpid();
    m_pid = check(::fork(), "fork");
    if (m_pid == 0) {
        writePid(pid);
        become(words.data(), environment.data(), parent, {listener.get(), configuration.get(), writer.get()});
    }
    writer.reset();
    awaitAddress(reader.get());
}

BusDaemon::~BusDaemon() { end(); }

// It says its address once it listens.
void BusDaemon::awaitAddress(int reader) {
    std::array<char, 512> address{};
    ssize_t got = 0;
    do {
        got = ::read(reader, address.data(), address.size());
    } while (got < 0 && errno == EINTR);
    if (got > 0) return;
    end();
    throwErrno(ENOENT, "dbus-daemon could not be started (package dbus-daemon)");
}

void BusDaemon::end() {
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace ipclab
