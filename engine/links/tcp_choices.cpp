#include "links/tcp_choices.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "core/error.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

constexpr std::size_t kNameBytes = 16;  // TCP_CA_NAME_MAX of the kernel, with the zero at its end
constexpr unsigned kCapNetAdmin = 12;

using CongestionName = std::array<char, kNameBytes>;

enum TcpNumber : std::size_t { Nagle, DelayedAck, Keeps, Idle, Interval, Probes, Writes, NameLow, NameHigh, Count };

void setTcpOption(int fd, int level, int option, int value, const char* what) {
    check(::setsockopt(fd, level, option, &value, sizeof value), what);
}

int tcpOption(int fd, int level, int option, const char* what) {
    int value = 0;
    socklen_t size = sizeof value;
    check(::getsockopt(fd, level, option, &value, &size), what);
    return value;
}

void applyKeepAlive(int fd, const KeepAlive& keep) {
    setTcpOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1, "setsockopt SO_KEEPALIVE");
    const auto set = [fd](int option, std::uint32_t value, const char* what) {
        if (value != 0) setTcpOption(fd, IPPROTO_TCP, option, static_cast<int>(value), what);
    };
    set(TCP_KEEPIDLE, keep.idleS, "setsockopt TCP_KEEPIDLE");
    set(TCP_KEEPINTVL, keep.intervalS, "setsockopt TCP_KEEPINTVL");
    set(TCP_KEEPCNT, keep.probes, "setsockopt TCP_KEEPCNT");
}

KeepAlive readKeepAlive(int fd) {
    const auto read = [fd](int option, const char* what) {
        return static_cast<std::uint32_t>(tcpOption(fd, IPPROTO_TCP, option, what));
    };
    return {read(TCP_KEEPIDLE, "getsockopt TCP_KEEPIDLE"), read(TCP_KEEPINTVL, "getsockopt TCP_KEEPINTVL"),
            read(TCP_KEEPCNT, "getsockopt TCP_KEEPCNT")};
}

std::string readCongestion(int fd) {
    CongestionName name{};
    socklen_t size = name.size();
    check(::getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name.data(), &size), "getsockopt TCP_CONGESTION");
    return {name.data(), ::strnlen(name.data(), name.size())};
}

}  // namespace

void applyTcpChoices(int fd, const TcpChoices& choices) {
    setTcpOption(fd, IPPROTO_TCP, TCP_NODELAY, choices.nagle ? 0 : 1, "setsockopt TCP_NODELAY");
    if (choices.keepAlive) applyKeepAlive(fd, *choices.keepAlive);
    if (choices.congestion.empty()) return;
    check(::setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, choices.congestion.data(),
                       static_cast<socklen_t>(choices.congestion.size())),
          "setsockopt TCP_CONGESTION " + choices.congestion);
}

TcpChoices readTcpChoices(int fd, const TcpChoices& asked) {
    TcpChoices found{.delayedAck = asked.delayedAck, .writes = asked.writes};
    found.nagle = tcpOption(fd, IPPROTO_TCP, TCP_NODELAY, "getsockopt TCP_NODELAY") == 0;
    if (tcpOption(fd, SOL_SOCKET, SO_KEEPALIVE, "getsockopt SO_KEEPALIVE") != 0) found.keepAlive = readKeepAlive(fd);
    found.congestion = readCongestion(fd);
    return found;
}

std::vector<std::uint64_t> tcpNumbers(const TcpChoices& choices) {
    const KeepAlive keep = choices.keepAlive.value_or(KeepAlive{});
    CongestionName name{};
    choices.congestion.copy(name.data(), name.size() - 1);
    std::array<std::uint64_t, 2> words{};
    std::memcpy(words.data(), name.data(), name.size());
    return {choices.nagle,  choices.delayedAck, choices.keepAlive.has_value(),
            keep.idleS,     keep.intervalS,     keep.probes,
            choices.writes, words[0],           words[1]};
}

TcpChoices tcpChoices(const std::vector<std::uint64_t>& numbers, std::size_t from) {
    if (numbers.size() < from + Count) throw std::invalid_argument("the choices of a TCP connection are incomplete");
    const auto at = [&](TcpNumber place) { return numbers[from + place]; };
    const auto small = [&](TcpNumber place) { return static_cast<std::uint32_t>(at(place)); };
    TcpChoices choices{.nagle = at(Nagle) != 0, .delayedAck = at(DelayedAck) != 0};
    if (at(Keeps) != 0) choices.keepAlive = KeepAlive{small(Idle), small(Interval), small(Probes)};
    choices.writes = std::max(small(Writes), 1U);
    const std::array<std::uint64_t, 2> words{at(NameLow), at(NameHigh)};
    CongestionName name{};
    std::memcpy(name.data(), words.data(), name.size());
    choices.congestion.assign(name.data(), ::strnlen(name.data(), name.size()));
    return choices;
}

std::string tcpText(const TcpChoices& choices) {
    std::string text;
    for (const std::uint64_t number : tcpNumbers(choices))
        text.append(text.empty() ? "" : " ").append(std::to_string(number));
    return text;
}

std::optional<TcpChoices> tcpOfText(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t number = 0; stream >> number;) numbers.push_back(number);
    if (!stream.eof() || numbers.size() != Count) return std::nullopt;
    return tcpChoices(numbers, 0);
}

bool mayChooseAnyCongestionControl() { return hasCapability(kCapNetAdmin); }

std::vector<std::string> congestionControls() {
    std::ifstream file(mayChooseAnyCongestionControl() ? "/proc/sys/net/ipv4/tcp_available_congestion_control"
                                                       : "/proc/sys/net/ipv4/tcp_allowed_congestion_control");
    std::vector<std::string> names;
    for (std::string name; file >> name;) names.push_back(name);
    return names;
}

}  // namespace ipclab
