#include "launcher/output_lines.h"

#include <algorithm>
#include <utility>

namespace ipclab {

void OutputLines::take(std::string_view bytes, const Tell& tell) {
    while (!bytes.empty()) {
        const std::size_t room = kMostLineBytes - m_begun.size();
        const std::size_t end = bytes.substr(0, room).find('\n');
        m_begun += bytes.substr(0, end == bytes.npos ? room : end);
        bytes.remove_prefix(end == bytes.npos ? std::min(room, bytes.size()) : end + 1);
        if (end != bytes.npos || m_begun.size() == kMostLineBytes) add(std::exchange(m_begun, {}), tell);
    }
}

void OutputLines::add(std::string line, const Tell& tell) {
    if (line.ends_with('\r')) line.pop_back();
    if (m_lines < kMostLines && m_bytes + line.size() <= kMostBytes && m_last.empty()) {
        ++m_lines;
        m_bytes += line.size();
        return tell(line, 0);
    }
    m_last.push_back(std::move(line));
    if (m_last.size() <= kLastLines) return;
    m_last.pop_front();
    ++m_leftOut;
}

void OutputLines::finish(const Tell& tell) {
    if (!m_begun.empty()) add(std::exchange(m_begun, {}), tell);
    for (const std::string& line : std::exchange(m_last, {})) tell(line, std::exchange(m_leftOut, 0));
}

}  // namespace ipclab
