// What a foreign program writes into a link that a program of ours reads: whole messages (links/message.h) where it
// writes or passes on such, and bytes that are none. Both may follow one another on the same stream. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/clock.h"
#include "links/mechanism.h"

namespace ipclab {

struct ForeignPiece {
    ReceiveResult result;
    bool isMessage = false;  // a whole one by its header, intact or not; else bytes
};

class ForeignReader {
public:
    // keepsBoundaries: one read gives one packet whole (Boundaries::Messages).
    ForeignReader(bool keepsBoundaries, const EndOptions& options)
        : m_keepsBoundaries(keepsBoundaries), m_options(options) {}

    // As Receiver::receive, from the end's own descriptor: one message, or the bytes up to where one may begin.
    ForeignPiece receive(int fd, std::span<std::byte> buffer);
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

private:
    [[nodiscard]] std::span<const std::byte> here() const { return std::span(m_kept).subspan(m_at); }
    [[nodiscard]] std::size_t wanted(std::size_t room) const;
    ForeignPiece take(std::span<std::byte> buffer, std::size_t sizeBytes, bool isMessage);
    // Nothing: a piece may be in hand now.
    [[nodiscard]] bool readMore(int fd, std::size_t upTo, ReceiveStatus& stopped);
    [[nodiscard]] bool mayRead(int fd, ReceiveStatus& stopped);

    bool m_keepsBoundaries;
    EndOptions m_options;
    std::vector<std::byte> m_kept;  // read and not yet delivered: the bytes from m_at
    std::size_t m_at = 0;
    std::size_t m_lastSize = 0;  // of the message before; 0: none yet
    bool m_bytes = false;        // what came last was no message
    bool m_ended = false;
    std::uint64_t m_systemCalls = 0;
};

}  // namespace ipclab
