#include "serving_lab.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "core/deadline.h"
#include "core/error.h"
#include "helpers/leak_guard.h"

extern "C" int __lsan_do_recoverable_leak_check() __attribute__((weak));

namespace ipclab::test {

namespace {

constexpr Nanoseconds kPatienceNs = 30 * kNsPerSecond;

class EchoServed final : public Served {
public:
    explicit EchoServed(LabCounts& counts) : m_counts(counts) {}

    std::span<std::byte> room() override { return m_room; }

    Verdict received(std::size_t sizeBytes, const Origin* from) override {
        if (from != nullptr) {
            m_toSend.assign(m_room.begin(), m_room.begin() + static_cast<std::ptrdiff_t>(sizeBytes));
            countRequest();
            return Verdict::GoOn;
        }
        m_input.insert(m_input.end(), m_room.begin(), m_room.begin() + static_cast<std::ptrdiff_t>(sizeBytes));
        return answerWhole();
    }

    std::span<const std::byte> toSend() override { return std::span(m_toSend).subspan(m_sent); }

    Verdict sent(std::size_t sizeBytes) override {
        m_sent += sizeBytes;
        if (m_sent < m_toSend.size()) return Verdict::GoOn;
        m_toSend.clear();
        m_sent = 0;
        return answerWhole();
    }

private:
    // One at a time: of a socket that keeps boundaries each answer is a message.
    Verdict answerWhole() {
        FrameLength length = 0;
        if (!m_toSend.empty() || m_input.size() < sizeof length) return Verdict::GoOn;
        std::memcpy(&length, m_input.data(), sizeof length);
        if (length > kLongestFrame) return Verdict::Close;
        const auto end = static_cast<std::ptrdiff_t>(sizeof length + length);
        if (static_cast<std::ptrdiff_t>(m_input.size()) < end) return Verdict::GoOn;
        m_toSend.assign(m_input.begin(), m_input.begin() + end);
        m_input.erase(m_input.begin(), m_input.begin() + end);
        countRequest();
        return Verdict::GoOn;
    }

    void countRequest() {
        if (m_counts.requests + 1 == m_counts.pauseAt) m_counts.paused = 1;
        ++m_counts.requests;
    }

    LabCounts& m_counts;
    std::vector<std::byte> m_room = std::vector<std::byte>(70'000);
    std::vector<std::byte> m_input, m_toSend;
    std::size_t m_sent = 0;
};

class EchoService final : public Service {
public:
    explicit EchoService(LabCounts& counts) : m_counts(counts) {}

    std::unique_ptr<Served> opened(int) override {
        ++m_counts.opened;
        return std::make_unique<EchoServed>(m_counts);
    }
    void ended(Served&, int, Ending how, int error) override {
        if (how == Ending::Failed) m_counts.lastError = error;
        ++m_counts.ended[static_cast<int>(how)];
    }
    void turnedAway(TurnAway why, int fd, int value) override {
        if (::fcntl(fd, F_GETFD) >= 0) ++m_counts.awayWhileOpen;
        m_counts.lastValue = value;
        ++m_counts.turnedAway[static_cast<int>(why)];
    }

private:
    LabCounts& m_counts;
};

class LabControl final : public ServingControl {
public:
    LabControl(const ServingSettings& settings, LabCounts& counts)
        : ServingControl(settings, counts.counts), m_counts(counts) {}

    bool checkPoint() override {
        ++m_counts.looks;
        while (m_counts.paused != 0 && m_counts.stop == 0) ::poll(nullptr, 0, 1);
        return m_counts.stop == 0;
    }
    bool isStopping() const override { return m_counts.stop != 0; }

private:
    LabCounts& m_counts;
};

void note(LabCounts& counts, const std::string& what) {
    std::strncat(counts.failure.data(), (what + "; ").c_str(),
                 counts.failure.size() - std::strlen(counts.failure.data()) - 1);
}

// None to count with the thread sanitizer, which starts threads of its own when it likes: in a forked process not
// before that makes a thread.
std::ptrdiff_t threadsNow() {
#if defined(__SANITIZE_THREAD__)
    return 0;
#else
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    return std::distance(begin(tasks), end(tasks));
#endif
}

SharedMapping sharedCounts() {
    const UniqueFd fd(check(::memfd_create("serving-lab", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(fd.get(), sizeof(LabCounts)), "ftruncate");
    return SharedMapping(fd.get(), sizeof(LabCounts));
}

int domainOf(Family family) { return family == Family::Tcp || family == Family::Udp ? AF_INET : AF_UNIX; }

int typeOf(Family family) {
    if (family == Family::UnixPacket) return SOCK_SEQPACKET;
    return isDatagrams(family) ? SOCK_DGRAM : SOCK_STREAM;
}

UniqueFd makeSocket(Family family) {
    UniqueFd fd(check(::socket(domainOf(family), typeOf(family) | SOCK_CLOEXEC, 0), "socket"));
    const timeval patience{kPatienceNs / kNsPerSecond, 0};
    check(::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), "SO_RCVTIMEO");
    check(::setsockopt(fd.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience), "SO_SNDTIMEO");
    return fd;
}

// To any port of the loopback interface, or any abstract name (unix(7)).
void bindAnywhere(int fd, Family family) {
    if (domainOf(family) == AF_UNIX) {
        const sa_family_t unnamed = AF_UNIX;
        check(::bind(fd, reinterpret_cast<const sockaddr*>(&unnamed), sizeof unnamed), "bind");
        return;
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    check(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind");
}

}  // namespace

bool isDatagrams(Family family) { return family == Family::Udp || family == Family::UnixDatagram; }

Lab::Lab(const Strategy& strategy, Family family, ServingSettings settings)
    : m_strategy(strategy),
      m_family(family),
      m_settings(settings),
      m_memory(sharedCounts()),
      m_counts(static_cast<LabCounts*>(m_memory.data())),
      m_listener(makeSocket(family)) {
    const int on = 1;
    if (domainOf(family) == AF_INET)
        check(::setsockopt(m_listener.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on), "SO_REUSEPORT");
    bindAnywhere(m_listener.get(), family);
    m_addressBytes = sizeof m_address;
    check(::getsockname(m_listener.get(), reinterpret_cast<sockaddr*>(&m_address), &m_addressBytes), "getsockname");
    if (!isDatagrams(family)) check(::listen(m_listener.get(), SOMAXCONN), "listen");
}

Lab::~Lab() {
    if (m_server != 0) stop();
}

void Lab::start(const std::function<void()>& prepare) {
    m_server = check(::fork(), "fork");
    if (m_server != 0) return;
    if (prepare) prepare();
    try {
        serve();
    } catch (const std::exception& error) {
        note(*m_counts, error.what());
    }
    if (__lsan_do_recoverable_leak_check != nullptr && __lsan_do_recoverable_leak_check() != 0)
        note(*m_counts, "memory was leaked");
    ::_exit(0);
}

void Lab::serve() {
    const std::set<std::string> before = openDescriptors();
    const std::ptrdiff_t threadsBefore = threadsNow();
    {
        EchoService service(*m_counts);
        LabControl control(m_settings, *m_counts);
        const Listener listener{m_listener.get(), isDatagrams(m_family)};
        m_strategy.serve({&listener, 1}, service, control);
    }
    for (const std::string& fd : openDescriptors()) {
        if (!before.contains(fd)) note(*m_counts, "descriptor " + fd);
    }
    // One that was joined may be there for a moment.
    if (!eventually([&] { return threadsNow() == threadsBefore; })) note(*m_counts, "threads");
    if (::waitpid(-1, nullptr, WNOHANG) >= 0) note(*m_counts, "children");
}

void Lab::setPaused(bool paused) {
    m_counts->paused = paused ? 1 : 0;
    const std::uint32_t looks = m_counts->looks;
    if (!paused) return;
    EXPECT_TRUE(eventually([&] { return m_counts->looks > looks; }));
}

void Lab::stop() {
    m_counts->stop = 1;
    awaitEnd();
    EXPECT_STREQ(m_counts->failure.data(), "");
}

std::string Lab::failure() {
    awaitEnd();
    return m_counts->failure.data();
}

void Lab::awaitEnd() {
    int status = -1;
    const bool ended = eventually([&] { return ::waitpid(m_server, &status, WNOHANG) == m_server; });
    if (!ended) {
        ::kill(m_server, SIGKILL);
        ::waitpid(m_server, &status, 0);
    }
    m_server = 0;
    EXPECT_TRUE(ended) << "the server does not end";
    EXPECT_EQ(status, 0);
    EXPECT_EQ(m_counts->opened, m_counts->endedInAll());
    EXPECT_EQ(totals().watched, 0U);
}

UniqueFd Lab::connect() const {
    UniqueFd fd = makeSocket(m_family);
    if (isDatagrams(m_family)) bindAnywhere(fd.get(), m_family);
    check(::connect(fd.get(), reinterpret_cast<const sockaddr*>(&m_address), m_addressBytes), "connect");
    return fd;
}

std::string strategyName(const ::testing::TestParamInfo<const Strategy*>& info) {
    std::string name(info.param->info().id);
    std::ranges::replace(name, '-', '_');
    return name;
}

bool eventually(const std::function<bool()>& so) {
    const Deadline deadline(kPatienceNs);
    while (!so()) {
        if (deadline.expired()) return false;
        ::poll(nullptr, 0, 1);
    }
    return true;
}

namespace {

// A call with SO_RCVTIMEO is not made again by the system after a signal (signal(7)).
ssize_t receiveSome(int fd, char* bytes, std::size_t most) {
    for (;;) {
        const ssize_t got = ::recv(fd, bytes, most, 0);
        if (got >= 0 || errno != EINTR) return got;
    }
}

}  // namespace

std::string frameOf(std::size_t payloadBytes, unsigned seed) {
    const auto length = static_cast<FrameLength>(payloadBytes);
    std::string frame(sizeof length + payloadBytes, '\0');
    std::memcpy(frame.data(), &length, sizeof length);
    for (std::size_t i = sizeof length; i < frame.size(); ++i) frame[i] = static_cast<char>(seed * 31 + i * 7);
    return frame;
}

void sendAll(int fd, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t put = ::send(fd, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return;
        done += static_cast<std::size_t>(put);
    }
}

std::string receiveExactly(int fd, std::size_t bytes) {
    std::string got(bytes, '\0');
    std::size_t done = 0;
    while (done < bytes) {
        const ssize_t part = receiveSome(fd, got.data() + done, bytes - done);
        if (part <= 0) break;
        done += static_cast<std::size_t>(part);
    }
    got.resize(done);
    return got;
}

bool isEchoed(int fd, const std::string& frame) {
    sendAll(fd, frame);
    return receiveExactly(fd, frame.size()) == frame;
}

bool sawEnd(int fd) {
    char byte = 0;
    const ssize_t got = receiveSome(fd, &byte, 1);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

}  // namespace ipclab::test
