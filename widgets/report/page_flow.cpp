#include "report/page_flow.h"

#include <cassert>

namespace ipclab {

namespace {

class Paginator {
public:
    Paginator(const std::vector<FlowAtom>& atoms, double height) : m_atoms(atoms), m_height(height) {}

    std::vector<PlacedPage> pages() {
        m_pages.emplace_back();
        for (std::size_t at = 0; at < m_atoms.size();) {
            const std::size_t end = endOfChunk(at);
            const bool fitsHere = m_top + heightOf(at, end, m_pages.back().empty()) <= m_height;
            const bool fitsAnywhere = heightOf(at, end, true) + headHeight(at) <= m_height;
            if (!fitsHere && fitsAnywhere) beginPage();
            for (; at < end; ++at) place(m_atoms[at]);
        }
        return std::move(m_pages);
    }

private:
    // Behind the last that belongs to it.
    [[nodiscard]] std::size_t endOfChunk(std::size_t at) const {
        while (at + 1 < m_atoms.size() && m_atoms[at].keepsNext) ++at;
        return at + 1;
    }

    [[nodiscard]] double heightOf(std::size_t from, std::size_t end, bool atTop) const {
        double height = 0;
        for (std::size_t i = from; i < end; ++i)
            height += m_atoms[i].height + (i == from && atTop ? 0 : m_atoms[i].before);
        return height;
    }

    [[nodiscard]] double headHeight(std::size_t at) const {
        return m_atoms[at].head == nullptr ? 0 : m_atoms[at].head->height;
    }

    void beginPage() {
        if (!m_pages.back().empty()) m_pages.emplace_back();
        m_top = 0;
    }

    void place(const FlowAtom& atom) {
        const double before = m_pages.back().empty() ? 0 : atom.before;
        if (m_top + before + atom.height > m_height) beginPage();
        if (m_pages.back().empty()) {
            if (atom.head != nullptr) put(*atom.head, 0);
            put(atom, 0);
        } else {
            put(atom, before);
        }
    }

    void put(const FlowAtom& atom, double before) {
        m_pages.back().push_back({&atom, m_top + before});
        m_top += before + atom.height;
        assert(m_top <= m_height + 1);  // but for rounding
    }

    const std::vector<FlowAtom>& m_atoms;
    double m_height;
    std::vector<PlacedPage> m_pages;
    double m_top = 0;
};

}  // namespace

std::vector<PlacedPage> paginate(const std::vector<FlowAtom>& atoms, double pageHeight) {
    return Paginator(atoms, pageHeight).pages();
}

}  // namespace ipclab
