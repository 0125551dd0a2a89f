// What an unbounded link has accepted and its mechanism has not taken yet: messages in the sender's own memory, first
// in, first out. They are their own frames (links/message.h), so this is one growing array of bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "links/message.h"

namespace ipclab {

class Backlog {
public:
    [[nodiscard]] bool empty() const { return m_begin == m_bytes.size(); }
    [[nodiscard]] std::size_t sizeBytes() const { return m_bytes.size() - m_begin; }

    void push(std::span<const std::byte> message) { m_bytes.insert(m_bytes.end(), message.begin(), message.end()); }
    // Expects that it is not empty.
    [[nodiscard]] std::span<const std::byte> front() const {
        const std::span<const std::byte> rest = std::span(m_bytes).subspan(m_begin);
        return rest.first(readHeader(rest).sizeBytes);
    }
    void pop() {
        m_begin += front().size();
        if (m_begin * 2 < m_bytes.size()) return;  // moves each byte once on average
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_begin));
        m_begin = 0;
    }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_begin = 0;
};

}  // namespace ipclab
