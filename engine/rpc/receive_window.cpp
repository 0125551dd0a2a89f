#include "rpc/receive_window.h"

#include <algorithm>
#include <bit>

namespace ipclab {

ReceiveWindow::Verdict ReceiveWindow::take(std::uint64_t number) {
    if (number < m_next) return Verdict::Copy;
    m_seenUpTo = std::max(m_seenUpTo, number + 1);
    if (number > m_next) {
        const std::uint64_t ahead = number - m_next - 1;
        if (!m_keepsEarly || ahead >= kEarly) return Verdict::Thrown;
        const std::uint64_t bit = std::uint64_t{1} << ahead;
        if ((m_early & bit) != 0) return Verdict::Copy;
        m_early |= bit;
        return Verdict::Early;
    }
    ++m_next;
    while ((m_early & 1) != 0) {
        m_early >>= 1;
        ++m_next;
    }
    m_early >>= 1;  // bit 0 was of the number that is next now
    return Verdict::Next;
}

std::uint64_t ReceiveWindow::missing() const {
    return m_seenUpTo - std::min(m_seenUpTo, m_next + static_cast<std::uint64_t>(std::popcount(m_early)));
}

Acknowledgement ReceiveWindow::acknowledgement(const DataPart& of) const {
    return {.next = m_next, .early = m_early, .echoNs = of.sentNs};
}

}  // namespace ipclab
