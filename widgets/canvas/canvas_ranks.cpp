#include "canvas/canvas_ranks.h"

#include <algorithm>

namespace ipclab {
namespace {

enum class Mark : std::uint8_t { New, Open, Done };

class Ranker {
public:
    explicit Ranker(const RunData& data) : m_data(data), m_marks(data.processes.size(), Mark::New) {
        m_ranks.processes.assign(data.processes.size(), 0);
        m_ranks.links.assign(data.links.size(), 1);
        m_ranks.leadsBack.assign(data.links.size(), false);
    }

    CanvasRanks rank() {
        for (std::uint32_t i = 0; i < m_marks.size(); ++i) findWaysBack(i);
        // As many rounds as there are programs: the longest way has no more steps.
        for (std::size_t round = 0; round < m_marks.size() && relax(); ++round) {
        }
        placeLinks();
        return std::move(m_ranks);
    }

private:
    [[nodiscard]] bool has(const LinkData& link, std::uint32_t process, PortRole role) const {
        return std::any_of(link.ports.begin(), link.ports.end(),
                           [&](const PortData& port) { return port.process == process && port.role == role; });
    }

    void findWaysBack(std::uint32_t process) {
        if (m_marks[process] != Mark::New) return;
        m_marks[process] = Mark::Open;
        for (std::size_t l = 0; l < m_data.links.size(); ++l) {
            if (has(m_data.links[l], process, PortRole::Sender)) follow(l);
        }
        m_marks[process] = Mark::Done;
    }

    void follow(std::size_t l) {
        for (const PortData& port : m_data.links[l].ports) {
            if (port.role != PortRole::Receiver) continue;
            if (m_marks[port.process] == Mark::Open) m_ranks.leadsBack[l] = true;
            findWaysBack(port.process);
        }
    }

    bool relax() {
        bool changed = false;
        for (std::size_t l = 0; l < m_data.links.size(); ++l) {
            if (m_ranks.leadsBack[l]) continue;
            const int after = lastSender(l) + 2;
            for (const PortData& port : m_data.links[l].ports) {
                int& rank = m_ranks.processes[port.process];
                if (port.role != PortRole::Receiver || rank >= after) continue;
                rank = after;
                changed = true;
            }
        }
        return changed;
    }

    [[nodiscard]] int lastSender(std::size_t l) const {
        int last = 0;
        for (const PortData& port : m_data.links[l].ports) {
            if (port.role == PortRole::Sender) last = std::max(last, m_ranks.processes[port.process]);
        }
        return last;
    }

    void placeLinks() {
        for (std::size_t l = 0; l < m_data.links.size(); ++l) {
            const int last = lastSender(l);
            m_ranks.links[l] = m_ranks.leadsBack[l] ? std::max(last - 1, 1) : last + 1;
            m_ranks.columns = std::max(m_ranks.columns, m_ranks.links[l] + 1);
        }
        for (int rank : m_ranks.processes) m_ranks.columns = std::max(m_ranks.columns, rank + 1);
    }

    const RunData& m_data;
    std::vector<Mark> m_marks;
    CanvasRanks m_ranks;
};

}  // namespace

CanvasRanks rankBench(const RunData& data) { return Ranker(data).rank(); }

}  // namespace ipclab
