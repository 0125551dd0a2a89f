#include "runs/launcher_process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "core/error.h"
#include "core/open_files.h"
#include "core/run_directory.h"
#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kReadAtMostNs = 10'000'000;

UniqueFd textAsMemfd(const std::string& text) {
    UniqueFd fd(check(::memfd_create("ipclab-order", MFD_CLOEXEC), "memfd_create"));
    std::size_t written = 0;
    while (written < text.size()) {
        written += static_cast<std::size_t>(
            check(::pwrite(fd.get(), text.data() + written, text.size() - written, static_cast<off_t>(written)),
                  "write of the launch order"));
    }
    return fd;
}

std::vector<UniqueFd> descriptorsOf(msghdr& message) {
    std::vector<UniqueFd> fds;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        std::vector<int> raw(count);
        std::memcpy(raw.data(), CMSG_DATA(header), count * sizeof(int));
        for (const int fd : raw) fds.emplace_back(fd);
    }
    return fds;
}

}  // namespace

LauncherProcess::LauncherProcess(QObject* parent) : QObject(parent) {
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::finished, this, &LauncherProcess::reportEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) reportEnd();
    });
}

LauncherProcess::~LauncherProcess() {
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() != QProcess::NotRunning) abandon(std::chrono::seconds(2));
}

void LauncherProcess::start(const QString& executable, const LaunchOrder& order, const Segment& segment) {
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    m_socket.reset(ends[0]);
    UniqueFd theirs(ends[1]);
    m_order = textAsMemfd(toJsonText(order));
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LauncherProcess::readSome);

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromUtf8(kRunVariable.data()), QString::fromStdString(order.token));
    m_process.setProcessEnvironment(environment);
    const std::array inherited{theirs.get(), segment.fd(), m_order.get()};
    // In the child, between fork and exec: nothing but fcntl and setrlimit.
    m_process.setChildProcessModifier([inherited, openFiles = raiseOpenFiles()] {
        restoreOpenFiles(openFiles);
        for (const int fd : inherited) ::fcntl(fd, F_SETFD, 0);
    });
    QStringList arguments;
    for (const int fd : inherited) arguments << QString::number(fd);
    arguments << QString::number(::getpid());
    m_children = std::make_unique<WindowChildren>(
        segment.fd(), order.token,
        [this](const Message& message, UniqueFd descriptor) { sendWith(message, std::move(descriptor)); }, this);
    m_process.start(executable, arguments);
}

void LauncherProcess::sendWith(const Message& message, UniqueFd descriptor) {
    if (!m_socket) return;
    std::vector<UniqueFd> fds;
    if (descriptor) fds.push_back(std::move(descriptor));
    m_unsent.add(encode(message), std::move(fds));
    sendUnsent();
}

void LauncherProcess::sendUnsent() {
    if (!m_socket) return;
    m_unsent.flush(m_socket.get());  // that nobody reads any more is told by the end of the launcher
    if (!m_writable) {
        m_writable = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Write);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &LauncherProcess::sendUnsent);
    }
    m_writable->setEnabled(!m_unsent.empty());
}

void LauncherProcess::abandon(std::chrono::milliseconds timeout) {
    m_notifier.reset();
    m_writable.reset();
    m_socket.reset();
    if (m_children) m_children->killAll();
    if (m_process.state() == QProcess::NotRunning) return;
    if (!m_process.waitForFinished(static_cast<int>(timeout.count()))) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void LauncherProcess::readPackets() {
    while (readPacket()) {
    }
}

// A launcher that has much to say, or a thousand children of the window to be started, must not keep it from all else.
void LauncherProcess::readSome() {
    const Nanoseconds until = monotonicNow() + kReadAtMostNs;
    while (readPacket() && monotonicNow() < until) {
    }
}

bool LauncherProcess::readPacket() {
    if (!m_socket) return false;
    std::string packet(kLongestPacketBytes, '\0');
    std::array<char, CMSG_SPACE(kMostDescriptors * sizeof(int))> control{};
    iovec data{packet.data(), packet.size()};
    msghdr header{};
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const ssize_t length = ::recvmsg(m_socket.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length <= 0) {
        const bool closed = length == 0 || (errno != EAGAIN && errno != EINTR);
        if (closed && m_notifier) m_notifier->setEnabled(false);
        return false;
    }
    if (auto fds = descriptorsOf(header); !fds.empty()) m_descriptors = std::move(fds);
    const Decoded decoded = decode(std::string_view(packet).substr(0, static_cast<std::size_t>(length)));
    if (const auto* asked = decoded.message ? std::get_if<WindowStartAsked>(&*decoded.message) : nullptr) {
        m_children->start(*asked, takeDescriptors());
    } else if (decoded.message) {
        emit received(*decoded.message);
    } else {
        emit received(RunWarning{say(Sentence::WindowMisunderstood, {{"why", decoded.problem}})});
    }
    return true;
}

void LauncherProcess::reportEnd() {
    if (m_ended) return;
    m_ended = true;
    readPackets();
    m_notifier.reset();
    m_writable.reset();
    m_socket.reset();
    if (m_children) m_children->killAll();
    QString problem;
    if (m_process.error() == QProcess::FailedToStart) {
        problem = tr("the launcher could not be started: %1").arg(m_process.errorString());
    } else if (m_process.exitStatus() == QProcess::CrashExit) {
        problem = tr("the launcher was killed");
    } else if (m_process.exitCode() != 0) {
        problem = tr("the launcher failed (exit status %1)").arg(m_process.exitCode());
    }
    emit ended(problem);
}

}  // namespace ipclab
