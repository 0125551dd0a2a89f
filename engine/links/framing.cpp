#include "links/framing.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::array<std::byte, 4> kMagicBytes{std::byte{'I'}, std::byte{'P'}, std::byte{'C'}, std::byte{'L'}};

constexpr Nanoseconds kFinishNs = 10'000'000;       // for room for the rest of a message
constexpr Nanoseconds kDrainNs = 2 * kNsPerSecond;  // without progress, when the writer goes

bool peerIsGone(int error) { return error == EPIPE || error == ECONNRESET || error == ENOTCONN; }

// The same of a call that has just failed with errno; the connection is told.
bool hasLostPeer(ByteStream& stream) {
    const int error = errno;
    if (!peerIsGone(error)) return false;
    stream.connection().noteEnd(error);
    return true;
}

}  // namespace

bool mayBeginHeader(std::span<const std::byte> bytes) {
    if (bytes.size() >= kMinMessageBytes) return isHeader(bytes);
    return std::memcmp(bytes.data(), kMagicBytes.data(), std::min(bytes.size(), kMagicBytes.size())) == 0;
}

FrameWriter::~FrameWriter() {
    std::span<const std::byte> rest(m_rest);
    for (Deadline deadline(kDrainNs); !rest.empty() && !deadline.expired();) {
        const ssize_t written = m_stream.writeSome(rest.data(), rest.size());
        if (written < 0 && hasLostPeer(m_stream)) return;
        if (written > 0) {
            rest = rest.subspan(static_cast<std::size_t>(written));
            deadline = Deadline(kDrainNs);
        } else {
            m_stream.wait(POLLOUT, deadline);
        }
    }
}

SendStatus FrameWriter::writeBehindRest(std::span<const std::byte> message) {
    const ssize_t written = m_stream.writeSome(m_rest.data(), m_rest.size());
    if (written < 0) {
        if (errno == EAGAIN) return SendStatus::WouldBlock;
        if (errno == EINTR) return SendStatus::Interrupted;
        if (!hasLostPeer(m_stream)) throwErrno(errno, "write of the rest of a message");
        m_rest.clear();
        return SendStatus::PeerClosed;
    }
    m_rest.erase(m_rest.begin(), m_rest.begin() + written);
    return write(message);
}

bool FrameWriter::roomComes() {
    if (m_shared) m_stream.waitOn(POLLOUT);
    return m_shared || m_stream.waitReady(POLLOUT, kFinishNs);
}

SendStatus FrameWriter::finish(std::span<const std::byte> message, ssize_t written) {
    for (std::size_t done = 0;;) {
        if (written >= 0) {
            done += static_cast<std::size_t>(written);
            if (done == message.size()) return SendStatus::Sent;
        } else if (hasLostPeer(m_stream)) {
            return SendStatus::PeerClosed;
        } else if (errno == EINTR) {
            if (done == 0) return SendStatus::Interrupted;
        } else if (errno == EAGAIN) {
            if (done == 0) return SendStatus::WouldBlock;
            if (!roomComes()) {
                m_rest.assign(message.begin() + static_cast<std::ptrdiff_t>(done), message.end());
                return SendStatus::Sent;
            }
        } else {
            throwErrno(errno, "write of a message of " + std::to_string(message.size()) + " bytes");
        }
        const std::size_t rest = message.size() - done;
        written = m_stream.writeSome(message.data() + done, std::min(partOf(message.size()), rest));
    }
}

ReceiveResult packetResult(std::span<const std::byte> buffer, std::size_t sizeBytes) {
    const auto have = buffer.first(std::min(sizeBytes, buffer.size()));
    const bool shown = have.size() >= kMinMessageBytes;
    const bool isMessage =
        sizeBytes >= kMinMessageBytes && (!shown || (isHeader(have) && readHeader(have).sizeBytes == sizeBytes));
    if (!isMessage) return {ReceiveStatus::Corrupt};
    return {have.size() < sizeBytes ? ReceiveStatus::Truncated : ReceiveStatus::Received, have.size()};
}

std::size_t skipToHeader(std::span<std::byte> bytes, std::size_t from) {
    for (std::size_t at = from; at < bytes.size(); ++at) {
        const void* found = std::memchr(bytes.data() + at, static_cast<int>(kMagicBytes[0]), bytes.size() - at);
        if (found == nullptr) return 0;
        at = static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data());
        if (!mayBeginHeader(bytes.subspan(at))) continue;
        std::memmove(bytes.data(), bytes.data() + at, bytes.size() - at);
        return bytes.size() - at;
    }
    return 0;
}

bool FrameReader::holdsFrame() const {
    const auto here = std::span(m_kept).subspan(m_keptAt);
    return m_discard == 0 && !m_skipping && isHeader(here) && readHeader(here).sizeBytes <= here.size();
}

FrameReader::Step FrameReader::stepOf(ssize_t got) {
    if (got > 0) return Step::Read;
    if (got == 0) m_stream.connection().noteEnd(0);
    if (got == 0 || hasLostPeer(m_stream)) return Step::Ended;
    if (errno == EINTR) return Step::Interrupted;
    if (errno == EAGAIN) return Step::WouldBlock;
    throwErrno(errno, "read of a message");
}

FrameReader::Step FrameReader::readMore(std::byte* buffer, std::size_t& have, std::size_t upTo) {
    const ssize_t got = m_stream.readSome(buffer + have, upTo - have);
    if (got > 0) have += static_cast<std::size_t>(got);
    return stepOf(got);
}

FrameReader::Step FrameReader::more(std::byte* buffer, std::size_t& have, std::size_t upTo) {
    if (kept() > 0) {
        const std::size_t taken = std::min(kept(), upTo - have);
        std::memcpy(buffer + have, m_kept.data() + m_keptAt, taken);
        m_keptAt += taken;
        have += taken;
        return Step::Read;
    }
    for (;;) {
        const Step step = readMore(buffer, have, upTo);
        const bool begun = m_options.exact && (have > 0 || m_discard > 0 || m_skipping);
        if (!begun || step == Step::Read || step == Step::Ended) return step;
        if (step == Step::WouldBlock) m_stream.waitOn(POLLIN);
    }
}

// What is kept was taken from here or read after all of it was taken: there is room before m_keptAt, or nothing
// behind it.
void FrameReader::keep(std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    if (kept() == 0) {
        m_kept.assign(bytes.begin(), bytes.end());
        m_keptAt = 0;
        return;
    }
    m_keptAt -= bytes.size();
    std::memcpy(m_kept.data() + m_keptAt, bytes.data(), bytes.size());
}

// How many bytes of the stream to have in hand next.
std::size_t FrameReader::target(std::span<const std::byte> have, std::size_t room) const {
    if (have.size() >= kMinMessageBytes) return std::min<std::size_t>(readHeader(have).sizeBytes, room);
    return m_options.exact ? kMinMessageBytes : std::min(m_lastSize, room);
}

ReceiveResult FrameReader::stopped(Step step, std::span<const std::byte> have) {
    if (step == Step::Ended) {
        const bool cut = !have.empty() || m_skipping;
        m_skipping = false;
        return {cut ? ReceiveStatus::Corrupt : ReceiveStatus::PeerClosed};
    }
    keep(have);
    return {step == Step::Interrupted ? ReceiveStatus::Interrupted : ReceiveStatus::WouldBlock};
}

// A header stands at the front again: report the gap, keep the message for the next call. Where the stream is
// shared its rest must be fetched now, before another reader takes it for a beginning.
ReceiveResult FrameReader::foundAgain(std::span<const std::byte> have) {
    const std::size_t size = readHeader(have).sizeBytes;
    keep(have);
    if (m_options.exact && kept() < size) {
        std::vector<std::byte> whole(size);
        std::size_t got = 0;
        while (got < size && more(whole.data(), got, size) == Step::Read) {
        }
        whole.resize(got);
        keep(whole);
    }
    m_skipping = false;
    return {ReceiveStatus::Corrupt};
}

ReceiveResult FrameReader::deliver(std::span<std::byte> buffer, std::size_t have, std::size_t size) {
    keep(buffer.subspan(size, have - size));
    m_lastSize = size;
    return {ReceiveStatus::Received, size};
}

FrameReader::Step FrameReader::discard() {
    std::array<std::byte, 4096> scratch;
    while (m_discard > 0) {
        std::size_t got = 0;
        const Step step = more(scratch.data(), got, std::min(m_discard, scratch.size()));
        if (step != Step::Read) return step;
        m_discard -= got;
    }
    return Step::Read;
}

// The rest is dropped at once where others read the same stream, else by the next call.
ReceiveResult FrameReader::cutToFit(std::span<std::byte> buffer, std::size_t size) {
    m_discard = size - buffer.size();
    if (m_options.exact && discard() == Step::Ended) m_discard = 0;
    return {ReceiveStatus::Truncated, buffer.size()};
}

ReceiveResult FrameReader::receivePacket(std::span<std::byte> buffer) {
    const ssize_t got = m_stream.readSome(buffer.data(), buffer.size());
    return got > 0 ? packetResult(buffer, static_cast<std::size_t>(got)) : stopped(stepOf(got), {});
}

ReceiveResult FrameReader::receiveParts(std::span<std::byte> buffer, std::size_t have) {
    if (buffer.size() < kMinMessageBytes) {
        std::array<std::byte, kMinMessageBytes> whole;
        ReceiveResult result = receive(std::span(whole));
        if (result.sizeBytes == 0) return result;
        std::memcpy(buffer.data(), whole.data(), buffer.size());
        return {ReceiveStatus::Truncated, buffer.size()};
    }
    if (m_discard > 0) {
        const Step step = discard();
        if (step != Step::Read) return stopped(step, {});
    }
    for (;;) {
        const std::size_t wanted = target(buffer.first(have), buffer.size());
        if (have < wanted) {
            const Step step = more(buffer.data(), have, wanted);
            if (step != Step::Read) return stopped(step, buffer.first(have));
            if (have < kMinMessageBytes) continue;
        }
        if (!isHeader(buffer.first(have))) {
            m_skipping = true;
            have = skipToHeader(buffer.first(have), 1);
            continue;
        }
        if (m_skipping) return foundAgain(buffer.first(have));
        const std::size_t size = readHeader(buffer).sizeBytes;
        if (size > buffer.size() && have == buffer.size()) return cutToFit(buffer, size);
        if (size > have) continue;
        if (!m_options.verify || isIntact(buffer.first(size))) return deliver(buffer, have, size);
        m_skipping = true;
        have = skipToHeader(buffer.first(have), 1);
    }
}

}  // namespace ipclab
