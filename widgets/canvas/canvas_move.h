// What a layout is while a hand moves parts over it: only they, the boxes of links between their ends and the wires at
// them are laid out anew, all else stands still, so that a move costs by what moves and not by how large a document is.
// Where boxes stand in one another's way it may differ from the layout that is made when the hand lets go.
#pragma once

#include <vector>

#include "canvas/arrangement.h"
#include "canvas/canvas_ranks.h"

namespace ipclab {

class CanvasMove {
public:
    // Of those parts, from where they stand. The document is not looked at afterwards.
    CanvasMove(const Arranged& now, const std::vector<Part>& parts);

    // How all stands with the parts moved by so much, on the grid. Into a layout that is laidOut(), or was before.
    // Returns what is to be painted again.
    std::vector<QRectF> moveBy(const QPointF& by, CanvasLayout& layout);
    // As it is with nothing moved.
    [[nodiscard]] const CanvasLayout& still() const { return m_still; }

    // How many rectangles and wires moveBy() has computed so far.
    [[nodiscard]] std::size_t work() const { return m_work; }

private:
    void findWhatMoves(const std::vector<Part>& parts, const Document& document);
    [[nodiscard]] QRectF moved(const QPointF& from, const QSizeF& size, const QPointF& by) const;
    [[nodiscard]] QRectF freeBox(const QPointF& middle, const CanvasLayout& layout, std::size_t upTo) const;

    CanvasMetrics m_metrics;
    CanvasEnds m_ends;
    CanvasLayout m_still;
    std::vector<std::uint32_t> m_processes, m_links;    // that are moved
    std::vector<QPointF> m_processesFrom, m_linksFrom;  // their middles, as they stood
    std::vector<std::uint32_t> m_boxes;                 // that follow their ends
    std::vector<std::uint32_t> m_wires;
    std::vector<QRectF> m_standing;  // what is in the way of the boxes
    std::size_t m_work = 0;
};

}  // namespace ipclab
