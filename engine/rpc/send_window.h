// What a reliable sender remembers of the messages that are under way: its history, from the first that is not
// acknowledged to the last that was sent. Says what is to be sent again, and when.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "rpc/acknowledgement.h"

namespace ipclab {

class SendWindow {
public:
    SendWindow(RepeatWay way, std::uint32_t window) : m_way(way), m_window(window) {}

    [[nodiscard]] bool hasRoom() const { return m_underWay.size() < m_window; }
    [[nodiscard]] bool isEmpty() const { return m_underWay.empty(); }
    // The number of the next new message.
    [[nodiscard]] std::uint64_t next() const { return m_first + m_underWay.size(); }
    // All below are acknowledged.
    [[nodiscard]] std::uint64_t acknowledged() const { return m_first; }
    // When a message was sent for the first time, and how often it has been sent.
    struct Sent {
        Nanoseconds firstNs = 0, lastNs = 0;
        std::uint32_t attempts = 0;
        bool isAcknowledged = false;
    };
    [[nodiscard]] const Sent& of(std::uint64_t number) const { return m_underWay.at(number - m_first); }

    // It was sent, for the first time or again.
    void sent(std::uint64_t number, Nanoseconds atNs);
    // Did it acknowledge anything that was not before?
    bool take(const Acknowledgement& acknowledgement);
    // When something is to be sent again unless it is acknowledged until then; nothing: nothing is under way.
    [[nodiscard]] std::optional<Nanoseconds> deadlineNs(Nanoseconds timeoutNs) const;
    // What is to be sent again now.
    [[nodiscard]] std::vector<std::uint64_t> due(Nanoseconds now, Nanoseconds timeoutNs) const;

private:
    RepeatWay m_way;
    std::size_t m_window;
    std::uint64_t m_first = 0;
    std::deque<Sent> m_underWay;
};

}  // namespace ipclab
