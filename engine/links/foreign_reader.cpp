#include "links/foreign_reader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/error.h"
#include "links/byte_stream.h"
#include "links/framing.h"
#include "links/message.h"

namespace ipclab {

namespace {

// Where the first message begins, or may begin behind what is here; the size: nowhere.
std::size_t messageAt(std::span<const std::byte> bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const void* found = std::memchr(bytes.data() + at, 'I', bytes.size() - at);
        if (found == nullptr) return bytes.size();
        at = static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data());
        if (mayBeginHeader(bytes.subspan(at))) return at;
    }
    return bytes.size();
}

}  // namespace

std::size_t ForeignReader::wanted(std::size_t room) const {
    if (here().size() >= kMinMessageBytes) return readHeader(here()).sizeBytes;
    if (here().empty() && m_bytes) return room;
    return std::clamp<std::size_t>(m_lastSize, kMinMessageBytes, std::max<std::size_t>(room, kMinMessageBytes));
}

ForeignPiece ForeignReader::take(std::span<std::byte> buffer, std::size_t sizeBytes, bool isMessage) {
    const std::size_t size = std::min(sizeBytes, buffer.size());
    std::memcpy(buffer.data(), here().data(), size);
    m_at += size;
    m_bytes = !isMessage;
    if (isMessage) m_lastSize = size;
    return {{ReceiveStatus::Received, size}, isMessage};
}

// The end may be one that does not wait, or not for ever: the descriptor is asked first then.
bool ForeignReader::mayRead(int fd, ReceiveStatus& stopped) {
    if (m_options.mode == Blocking::Blocking && m_options.timeoutNs < 0) return true;
    const bool waits = m_options.mode == Blocking::Blocking;
    pollfd entry{fd, POLLIN, 0};
    ++m_systemCalls;
    const int ready = ::poll(&entry, 1, waits ? toPollMs(m_options.timeoutNs) : 0);
    if (ready > 0) return true;
    stopped = ready < 0 ? ReceiveStatus::Interrupted : waits ? ReceiveStatus::TimedOut : ReceiveStatus::WouldBlock;
    return false;
}

bool ForeignReader::readMore(int fd, std::size_t upTo, ReceiveStatus& stopped) {
    if (!mayRead(fd, stopped)) return false;
    m_kept.erase(m_kept.begin(), m_kept.begin() + static_cast<std::ptrdiff_t>(std::exchange(m_at, 0)));
    const std::size_t had = m_kept.size();
    m_kept.resize(std::max(upTo, had));
    ++m_systemCalls;
    const ssize_t got = ::read(fd, m_kept.data() + had, m_kept.size() - had);
    const int error = errno;
    m_kept.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    // A terminal says by EIO what others say by end of file.
    m_ended = got == 0 || (got < 0 && (error == ECONNRESET || error == EIO));
    if (got >= 0 || m_ended) return true;
    if (error != EINTR && error != EAGAIN) throwErrno(error, "read of what a command has written");
    stopped = error == EINTR ? ReceiveStatus::Interrupted : ReceiveStatus::WouldBlock;
    return false;
}

ForeignPiece ForeignReader::receive(int fd, std::span<std::byte> buffer) {
    for (;;) {
        if (m_ended && here().empty()) return {{ReceiveStatus::PeerClosed}};
        const std::size_t begin = messageAt(here());
        if (begin > 0) return take(buffer, begin, false);
        const std::size_t size = wanted(buffer.size());
        const bool isMessage = here().size() >= kMinMessageBytes;
        if (isMessage && size > buffer.size()) {  // longer than any of this link: no message of ours
            take(buffer, kMinMessageBytes, false);
            return {{ReceiveStatus::Truncated}};
        }
        if (isMessage && here().size() >= size) return take(buffer, size, true);
        if (m_ended) return take(buffer, here().size(), false);
        ReceiveStatus stopped{};
        if (!readMore(fd, m_keepsBoundaries ? here().size() + buffer.size() : size, stopped)) return {{stopped}};
    }
}

}  // namespace ipclab
