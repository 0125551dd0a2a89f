// Messages on a byte stream. A message is its own frame, for its header carries its size (links/message.h): nothing
// is put before it.
//
// Normally one read takes one message: as many bytes are asked for as the message before had. Reading ahead as far
// as possible would be faster for small messages and a lie: the kernel's queue would look empty while messages wait
// in the reader.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "links/byte_stream.h"
#include "links/mechanism.h"
#include "links/message.h"

namespace ipclab {

// Writes messages whole. Before the first byte of one: WouldBlock where the stream would wait, Interrupted by a
// signal. A frame once begun must be finished, or nothing behind it could be read:
//   a stream that waits in the call is waited for, through signals;
//   otherwise, if the stream is shared with other writers, the same, for they must not write in between;
//   otherwise it is waited for a moment, then the rest is kept and written before the next message or, at the
//   latest, when the writer goes; the message counts as sent.
// PeerClosed ends it at any point.
class FrameWriter {
public:
    // Each message is handed over by so many writes.
    FrameWriter(ByteStream stream, bool shared, std::uint32_t writes = 1)
        : m_stream(std::move(stream)), m_shared(shared), m_writes(writes) {}
    FrameWriter(FrameWriter&&) = default;
    FrameWriter& operator=(FrameWriter&&) = default;
    ~FrameWriter();

    SendStatus write(std::span<const std::byte> message) {
        if (!m_rest.empty()) return writeBehindRest(message);
        const ssize_t written = m_stream.writeSome(message.data(), partOf(message.size()));
        if (written == static_cast<ssize_t>(message.size())) return SendStatus::Sent;
        return finish(message, written);
    }
    [[nodiscard]] ByteStream& stream() { return m_stream; }
    [[nodiscard]] const ByteStream& stream() const { return m_stream; }

private:
    SendStatus writeBehindRest(std::span<const std::byte> message);
    SendStatus finish(std::span<const std::byte> message, ssize_t written);
    [[nodiscard]] bool roomComes();
    [[nodiscard]] std::size_t partOf(std::size_t size) const {
        return m_writes == 1 ? size : (size + m_writes - 1) / m_writes;
    }

    ByteStream m_stream;
    bool m_shared;
    std::uint32_t m_writes;
    std::vector<std::byte> m_rest;  // of a message counted as sent
};

struct FrameReaderOptions {
    // Several readers share the stream: not a byte of the next message may be read, and a message begun is finished
    // before receive() returns. Otherwise an interrupted message is kept and continued by the next call.
    bool exact = false;
    // A writer may have died inside a frame while others go on: every message is checked, and what is no message is
    // searched for the next one. Otherwise a cut frame can only be the last.
    bool verify = false;
};

class FrameReader {
public:
    FrameReader(ByteStream stream, FrameReaderOptions options) : m_stream(std::move(stream)), m_options(options) {}

    // Of packets the options say nothing: each is whole. WouldBlock and Interrupted as the stream says. PeerClosed at
    // the end of the stream; a message cut off by it is Corrupt first.
    ReceiveResult receive(std::span<std::byte> buffer) {
        if (m_stream.kind() == ByteStream::Kind::Packets) return receivePacket(buffer);
        const bool inStep = m_keptAt == m_kept.size() && m_discard == 0 && !m_skipping && !m_options.exact;
        if (!inStep || m_options.verify || buffer.size() < m_lastSize) return receiveParts(buffer, 0);
        // One read, one message like the last: all that happens while a stream runs smoothly.
        const ssize_t got = m_stream.readSome(buffer.data(), m_lastSize);
        const auto have = got > 0 ? static_cast<std::size_t>(got) : 0;
        const bool whole = have == m_lastSize && isHeader(buffer.first(have)) && readHeader(buffer).sizeBytes == have;
        if (whole) return {ReceiveStatus::Received, have};
        return have > 0 ? receiveParts(buffer, have) : stopped(stepOf(got), {});
    }

    // A whole message is already here: receive() makes no system call.
    [[nodiscard]] bool holdsFrame() const;
    [[nodiscard]] ByteStream& stream() { return m_stream; }
    [[nodiscard]] const ByteStream& stream() const { return m_stream; }

private:
    enum class Step { Read, Ended, WouldBlock, Interrupted };

    // What a read came to that returned this, with its errno.
    Step stepOf(ssize_t got);
    ReceiveResult receivePacket(std::span<std::byte> buffer);
    ReceiveResult receiveParts(std::span<std::byte> buffer, std::size_t have);
    [[nodiscard]] std::size_t kept() const { return m_kept.size() - m_keptAt; }
    // Bytes kept first, else one read; in exact mode waits while a frame is begun. Raises `have`.
    Step more(std::byte* buffer, std::size_t& have, std::size_t upTo);
    Step readMore(std::byte* buffer, std::size_t& have, std::size_t upTo);
    void keep(std::span<const std::byte> bytes);
    [[nodiscard]] std::size_t target(std::span<const std::byte> have, std::size_t room) const;
    ReceiveResult stopped(Step step, std::span<const std::byte> have);
    ReceiveResult foundAgain(std::span<const std::byte> have);
    ReceiveResult deliver(std::span<std::byte> buffer, std::size_t have, std::size_t size);
    ReceiveResult cutToFit(std::span<std::byte> buffer, std::size_t size);
    Step discard();

    ByteStream m_stream;
    FrameReaderOptions m_options;
    std::vector<std::byte> m_kept;  // read and not yet delivered: the bytes from m_keptAt
    std::size_t m_keptAt = 0;
    std::size_t m_lastSize = kMinMessageBytes;
    std::size_t m_discard = 0;  // bytes of a truncated message still in the stream
    bool m_skipping = false;    // searching for the next header
};

// What a call came to that read a packet of that size, as much of it as fits into the buffer: the whole message, its
// beginning, or something that is no message.
ReceiveResult packetResult(std::span<const std::byte> buffer, std::size_t sizeBytes);

// Do these bytes begin a message, or, being fewer than its header has, may they? Expects at least one byte.
bool mayBeginHeader(std::span<const std::byte> bytes);

// Drops bytes from the front, from offset `from` on, until a header stands there or may begin there. Returns how
// many are left.
std::size_t skipToHeader(std::span<std::byte> bytes, std::size_t from);

}  // namespace ipclab
