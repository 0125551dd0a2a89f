// What a command writes on standard output or standard error, as lines: one event each, whole, however the bytes came.
// The first lines are told at once. Of a command that talks without end the rest is dropped but for the last lines,
// which often say why it ended: they are told at the end, with how many were left out before them.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace ipclab {

class OutputLines {
public:
    static constexpr std::size_t kMostLineBytes = 4000;  // a longer one is told in pieces
    static constexpr std::size_t kMostLines = 2000;
    static constexpr std::size_t kMostBytes = 64U << 10;
    static constexpr std::size_t kLastLines = 40;

    // One line without its end; leftOut: how many before it were not told.
    using Tell = std::function<void(const std::string& line, std::uint64_t leftOut)>;

    void take(std::string_view bytes, const Tell& tell);
    // The command or its stream has ended: what is begun is a line, and the last lines are told.
    void finish(const Tell& tell);

private:
    void add(std::string line, const Tell& tell);

    std::string m_begun;
    std::deque<std::string> m_last;
    std::size_t m_lines = 0, m_bytes = 0;  // told
    std::uint64_t m_leftOut = 0;
};

}  // namespace ipclab
