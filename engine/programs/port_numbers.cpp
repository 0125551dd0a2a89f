// Ports of this machine, each rule met on purpose: what the system chooses, what it keeps for the privileged, what is
// taken, and what is still taken after its owner has gone (ip(7), tcp(7), socket(7)). On the loopback interface alone.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "core/error.h"
#include "core/unique_fd.h"
#include "links/system_limits.h"
#include "programs/attempts.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kSecondLoopback = INADDR_LOOPBACK + 1;  // 127.0.0.2
constexpr std::uint16_t kHttpPort = 80, kLastPrivileged = 1023;
constexpr unsigned kCapNetBindService = 10;
constexpr int kTimeWaitState = 6;  // TCP_TIME_WAIT, as /proc/net/tcp counts states

sockaddr_in portAddress(std::uint16_t port, std::uint32_t host = INADDR_LOOPBACK) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

class PortSocket {
public:
    explicit PortSocket(int type = SOCK_STREAM) : m_fd(check(::socket(AF_INET, type | SOCK_CLOEXEC, 0), "socket")) {}
    explicit PortSocket(UniqueFd fd) : m_fd(std::move(fd)) {}

    void set(int option) {
        const int on = 1;
        check(::setsockopt(m_fd.get(), SOL_SOCKET, option, &on, sizeof on), "setsockopt");
    }
    int bind(const sockaddr_in& to) {
        return errorOf(::bind(m_fd.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to));
    }
    int listen() { return errorOf(::listen(m_fd.get(), 4)); }
    int connect(std::uint16_t port) {
        const sockaddr_in to = portAddress(port);
        return errorOf(::connect(m_fd.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to));
    }
    PortSocket accept() {
        return PortSocket(UniqueFd(check(::accept4(m_fd.get(), nullptr, nullptr, SOCK_CLOEXEC), "accept")));
    }
    void close() { m_fd.reset(); }
    // The other side has closed.
    void awaitEnd() {
        char byte = 0;
        while (::read(m_fd.get(), &byte, 1) < 0 && errno == EINTR) {
        }
    }
    [[nodiscard]] std::uint16_t port() const {
        sockaddr_in own{};
        socklen_t size = sizeof own;
        check(::getsockname(m_fd.get(), reinterpret_cast<sockaddr*>(&own), &size), "getsockname");
        return ntohs(own.sin_port);
    }

private:
    UniqueFd m_fd;
};

std::uint64_t unprivilegedFrom() {
    return readLimit("/proc/sys/net/ipv4/ip_unprivileged_port_start").value_or(kLastPrivileged + 1);
}

int bindOnce(std::uint16_t port, int type = SOCK_STREAM, std::uint32_t host = INADDR_LOOPBACK, int option = 0) {
    PortSocket socket(type);
    if (option != 0) socket.set(option);
    return socket.bind(portAddress(port, host));
}

// --- what the system chooses -----------------------------------------------------------------------------------------

void tellRange(WorkerContext& worker) {
    std::ifstream file("/proc/sys/net/ipv4/ip_local_port_range");
    std::uint32_t low = 0, high = 0;
    file >> low >> high;
    worker.tell("port-range", {{"low", low}, {"high", high}, {"unprivileged_from", unprivilegedFrom()}});
}

bool letChoose(WorkerContext& worker) {
    tellRange(worker);
    PortSocket first, second;
    check(first.bind(portAddress(0)), "bind to port 0");
    check(second.bind(portAddress(0)), "bind to port 0");
    worker.tell("port-chosen", {{"port", first.port()}, {"second_port", second.port()}});
    if (!pauseBetween(worker)) return false;
    constexpr std::uint32_t kTooHigh = 65536;
    PortSocket third;
    check(third.bind(portAddress(static_cast<std::uint16_t>(kTooHigh))), "bind to port 65536");
    worker.tell("port-cut",
                {{"asked", kTooHigh}, {"carried", static_cast<std::uint16_t>(kTooHigh)}, {"port", third.port()}});
    return pauseBetween(worker);
}

// --- what it keeps for the privileged --------------------------------------------------------------------------------

bool tryKept(WorkerContext& worker, std::string_view attempt, std::uint16_t port, bool privileged) {
    const int expected = privileged || port >= unprivilegedFrom() ? 0 : EACCES;
    tellAttempt(worker, attempt, "bind", expected, bindOnce(port));
    return pauseBetween(worker);
}

// --- what is taken ---------------------------------------------------------------------------------------------------

// A port where nobody listens: it was bound a moment ago, and is free again.
std::uint16_t freePortNumber() {
    PortSocket socket;
    check(socket.bind(portAddress(0)), "bind to port 0");
    return socket.port();
}

bool meetListener(WorkerContext& worker) {
    PortSocket listener;
    check(listener.bind(portAddress(0)), "bind to port 0");
    check(listener.listen(), "listen");
    const std::uint16_t port = listener.port();
    tellAttempt(worker, TEXT("fact", "a listener's port"), "bind", EADDRINUSE, bindOnce(port));
    tellAttempt(worker, TEXT("fact", "a listener's port, SO_REUSEADDR"), "bind", EADDRINUSE,
                bindOnce(port, SOCK_STREAM, INADDR_LOOPBACK, SO_REUSEADDR));
    tellAttempt(worker, TEXT("fact", "its port, SO_REUSEPORT on one side"), "bind", EADDRINUSE,
                bindOnce(port, SOCK_STREAM, INADDR_LOOPBACK, SO_REUSEPORT));
    if (!pauseBetween(worker)) return false;
    tellAttempt(worker, TEXT("fact", "the same port of 127.0.0.2"), "bind", 0,
                bindOnce(port, SOCK_STREAM, kSecondLoopback));
    tellAttempt(worker, TEXT("fact", "the same port of UDP"), "bind", 0, bindOnce(port, SOCK_DGRAM));
    tellAttempt(worker, TEXT("fact", "connecting to a listener's port"), "connect", 0, PortSocket().connect(port));
    tellAttempt(worker, TEXT("fact", "connecting where nobody listens"), "connect", ECONNREFUSED,
                PortSocket().connect(freePortNumber()));
    return pauseBetween(worker);
}

bool shareAPort(WorkerContext& worker) {
    PortSocket first, second;
    first.set(SO_REUSEPORT);
    second.set(SO_REUSEPORT);
    check(first.bind(portAddress(0)), "bind to port 0");
    check(first.listen(), "listen");
    tellAttempt(worker, TEXT("fact", "its port, SO_REUSEPORT on both sides"), "bind", 0,
                second.bind(portAddress(first.port())));
    tellAttempt(worker, TEXT("fact", "two listeners on one port"), "listen", 0, second.listen());
    return pauseBetween(worker);
}

// --- what is taken after its owner has gone --------------------------------------------------------------------------

// The state of the connection whose own port is this (proc(5)); nothing: there is none.
std::optional<int> connectionState(std::uint16_t port) {
    std::ifstream file("/proc/net/tcp");
    std::string line, number, local, remote;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string state;
        fields >> number >> local >> remote >> state;
        const auto colon = local.rfind(':');
        if (colon == local.npos || state.empty()) continue;
        if (std::stoul(local.substr(colon + 1), nullptr, 16) == port) return std::stoi(state, nullptr, 16);
    }
    return std::nullopt;
}

// False: the run stops.
bool awaitTimeWait(const WorkerContext& worker, std::uint16_t port) {
    for (int i = 0; i < 1000 && connectionState(port) != kTimeWaitState; ++i) {
        if (!holdUntil(worker.segment(), monotonicNow() + kNsPerSecond / 1000)) return false;
    }
    return true;
}

// Who closes first waits: the server here, whose port is the one that matters.
bool meetTimeWait(WorkerContext& worker) {
    PortSocket listener, client;
    listener.set(SO_REUSEADDR);
    check(listener.bind(portAddress(0)), "bind to port 0");
    check(listener.listen(), "listen");
    const std::uint16_t port = listener.port();
    check(client.connect(port), "connect");
    PortSocket served = listener.accept();
    listener.close();
    served.close();
    client.awaitEnd();
    client.close();
    if (!awaitTimeWait(worker, port)) return false;
    const bool waits = connectionState(port) == kTimeWaitState;
    worker.tell("port-waits", {{"port", port}, {"state", waits ? "TIME_WAIT" : "?"}});
    tellAttempt(worker, TEXT("fact", "a port in TIME_WAIT"), "bind", EADDRINUSE, bindOnce(port));
    tellAttempt(worker, TEXT("fact", "a port in TIME_WAIT, SO_REUSEADDR"), "bind", 0,
                bindOnce(port, SOCK_STREAM, INADDR_LOOPBACK, SO_REUSEADDR));
    return pauseBetween(worker);
}

int takePorts(WorkerContext& worker) {
    if (!letChoose(worker)) return 0;
    if (hasCapability(kCapNetBindService) &&
        !tryKept(worker, TEXT("fact", "port 80, with the privilege to bind it"), kHttpPort, true)) {
        return 0;
    }
    giveUpPrivileges(worker);
    if (tryKept(worker, TEXT("fact", "port 80, without a privilege"), kHttpPort, false) &&
        tryKept(worker, TEXT("fact", "port 1023, without a privilege"), kLastPrivileged, false) &&
        meetListener(worker) && shareAPort(worker)) {
        meetTimeWait(worker);
    }
    return 0;
}

class PortNumbers : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "port-numbers",
            .name = TEXT("program", "Port taker"),
            .summary = TEXT(
                "program",
                "Asks for ports of the loopback interface: one that the system chooses, privileged ones, taken ones, "
                "shared ones and one still in TIME_WAIT; it tells what came of each call."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        return attemptApart(worker, "port-taker", [&] { return takePorts(worker); });
    }
};

}  // namespace

const Program& portNumbersProgram() {
    static const PortNumbers program;
    return program;
}

}  // namespace ipclab
