#include "canvas/canvas_ranks.h"

#include <algorithm>

namespace ipclab {
namespace {

enum class Mark : std::uint8_t { New, Open, Done };

class Ranker {
public:
    Ranker(std::size_t processes, const CanvasEnds& links) : m_links(links), m_marks(processes, Mark::New) {
        m_ranks.processes.assign(processes, 0);
        m_ranks.links.assign(links.size(), 1);
        m_ranks.leadsBack.assign(links.size(), false);
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
    [[nodiscard]] bool sendsOn(std::uint32_t process, std::size_t link) const {
        return std::ranges::any_of(m_links[link], [&](const PortPlace& end) {
            return end.process == process && end.role == PortRole::Sender;
        });
    }

    void findWaysBack(std::uint32_t process) {
        if (m_marks[process] != Mark::New) return;
        m_marks[process] = Mark::Open;
        for (std::size_t l = 0; l < m_links.size(); ++l) {
            if (sendsOn(process, l)) follow(l);
        }
        m_marks[process] = Mark::Done;
    }

    void follow(std::size_t l) {
        for (const PortPlace& port : m_links[l]) {
            if (port.role != PortRole::Receiver) continue;
            if (m_marks[port.process] == Mark::Open) m_ranks.leadsBack[l] = true;
            findWaysBack(port.process);
        }
    }

    bool relax() {
        bool changed = false;
        for (std::size_t l = 0; l < m_links.size(); ++l) {
            if (m_ranks.leadsBack[l]) continue;
            const int after = lastSender(l) + 2;
            for (const PortPlace& port : m_links[l]) {
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
        for (const PortPlace& port : m_links[l]) {
            if (port.role == PortRole::Sender) last = std::max(last, m_ranks.processes[port.process]);
        }
        return last;
    }

    void placeLinks() {
        for (std::size_t l = 0; l < m_links.size(); ++l) {
            const int last = lastSender(l);
            m_ranks.links[l] = m_ranks.leadsBack[l] ? std::max(last - 1, 1) : last + 1;
            m_ranks.columns = std::max(m_ranks.columns, m_ranks.links[l] + 1);
        }
        for (int rank : m_ranks.processes) m_ranks.columns = std::max(m_ranks.columns, rank + 1);
    }

    const CanvasEnds& m_links;
    std::vector<Mark> m_marks;
    CanvasRanks m_ranks;
};

}  // namespace

CanvasEnds endsByLink(const Experiment& experiment) {
    CanvasEnds links(experiment.links.size());
    for (const PortPlace& end : portsOf(experiment)) {
        if (end.process < experiment.processes.size()) links[end.link].push_back(end);
    }
    return links;
}

CanvasRanks rankCanvas(std::size_t processes, const CanvasEnds& links) { return Ranker(processes, links).rank(); }

}  // namespace ipclab
