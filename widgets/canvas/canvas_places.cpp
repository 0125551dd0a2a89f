#include "canvas/canvas_places.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "canvas/canvas_wires.h"
#include "document/limits.h"

namespace ipclab {
namespace {

QRectF around(const QPointF& middle, const QSizeF& size) {
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

// What is covered already, by the squares of a grid, so that looking for a free place costs what stands near it.
class Covered {
public:
    void add(const QRectF& rect) {
        eachSquare(rect, [&](Square square) {
            m_squares[square].push_back(rect);
            return false;
        });
    }
    [[nodiscard]] bool touches(const QRectF& rect) const {
        return eachSquare(rect, [&](Square square) {
            const auto found = m_squares.find(square);
            return found != m_squares.end() &&
                   std::ranges::any_of(found->second, [&](const QRectF& other) { return other.intersects(rect); });
        });
    }

private:
    using Square = std::pair<int, int>;
    static constexpr double kSide = 128;

    // Until one of them says yes.
    template <typename Ask>
    static bool eachSquare(const QRectF& rect, Ask ask) {
        const auto at = [](double value) { return static_cast<int>(std::floor(value / kSide)); };
        for (int x = at(rect.left()); x <= at(rect.right()); ++x) {
            for (int y = at(rect.top()); y <= at(rect.bottom()); ++y) {
                if (ask(Square(x, y))) return true;
            }
        }
        return false;
    }

    std::map<Square, std::vector<QRectF>> m_squares;
};

class Hand {
public:
    Hand(const Experiment& experiment, const CanvasMetrics& metrics)
        : m_experiment(experiment), m_metrics(metrics), m_ends(endsByLink(experiment)) {
        m_layout.processes.resize(experiment.processes.size());
        m_layout.links.resize(experiment.links.size());
    }

    CanvasLayout build() {
        placeProcesses();
        placeRest();
        for (std::uint32_t l = 0; l < m_ends.size(); ++l) {
            if (m_experiment.links[l].place) put(m_layout.links[l], *m_experiment.links[l].place, m_metrics.link);
        }
        for (const QRectF& rect : m_layout.processes) m_covered.add(rect);
        for (const QRectF& rect : m_layout.links) m_covered.add(rect);
        for (std::uint32_t l = 0; l < m_ends.size(); ++l) {
            if (m_experiment.links[l].place) continue;
            m_layout.links[l] = nearestFree(middleOf(m_ends[l], m_layout), m_metrics,
                                            [this](const QRectF& wanted) { return m_covered.touches(wanted); });
            m_covered.add(m_layout.links[l]);
        }
        moveIntoSight();
        drawWires(m_ends, m_layout);
        return std::move(m_layout);
    }

private:
    void put(QRectF& rect, const CanvasPlace& place, const QSizeF& size) const {
        rect = around(QPointF(place.x, place.y) * m_metrics.grid, size);
    }

    void placeProcesses() {
        for (std::size_t i = 0; i < m_experiment.processes.size(); ++i) {
            if (const auto& place = m_experiment.processes[i].place)
                put(m_layout.processes[i], *place, m_metrics.process);
        }
    }

    // In rows below what has a place, as wide as that is.
    void placeRest() {
        const QRectF placed = bounds(m_layout.processes);
        const double stepX = m_metrics.process.width() + m_metrics.rowGap;
        const double stepY = m_metrics.process.height() + m_metrics.rowGap;
        const auto each = static_cast<std::size_t>(std::max(std::floor((placed.width() + stepX / 2) / stepX), 3.0));
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_experiment.processes.size(); ++i) {
            if (m_experiment.processes[i].place) continue;
            const auto column = static_cast<double>(count % each), row = static_cast<double>(count / each);
            const QPointF corner(placed.left() + column * stepX, placed.bottom() + m_metrics.bandGap + row * stepY);
            m_layout.processes[i] = QRectF(corner, m_metrics.process);
            ++count;
        }
    }

    static QRectF bounds(const std::vector<QRectF>& rects) {
        QRectF all;
        for (const QRectF& rect : rects) all |= rect;
        return all;
    }

    void moveIntoSight() {
        const QRectF all = bounds(m_layout.processes) | bounds(m_layout.links);
        moveLayout(m_layout, QPointF(m_metrics.margin, m_metrics.margin) - all.topLeft());
        m_layout.size = all.size() + QSizeF(2 * m_metrics.margin, 2 * m_metrics.margin);
    }

    const Experiment& m_experiment;
    const CanvasMetrics& m_metrics;
    CanvasEnds m_ends;
    Covered m_covered;
    CanvasLayout m_layout;
};

}  // namespace

QPointF middleOf(const std::vector<PortPlace>& ends, const CanvasLayout& layout) {
    QPointF sums[2];
    int counts[2] = {0, 0};
    for (const PortPlace& end : ends) {
        const int side = end.role == PortRole::Sender ? 0 : 1;
        sums[side] += layout.processes[end.process].center();
        ++counts[side];
    }
    if (counts[0] + counts[1] == 0) return {};
    if (counts[0] == 0 || counts[1] == 0) return (sums[0] + sums[1]) / (counts[0] + counts[1]);
    return (sums[0] / counts[0] + sums[1] / counts[1]) / 2;
}

QRectF nearestFree(const QPointF& middle, const CanvasMetrics& metrics,
                   const std::function<bool(const QRectF&)>& isTaken) {
    constexpr int kMostSteps = 80;
    const double step = metrics.link.height() / 2 + metrics.rowGap / 2;
    for (int away = 0; away < kMostSteps; ++away) {
        const int rows = away % 2 == 0 ? away / 2 : -(away + 1) / 2;
        const QRectF rect = around(middle + QPointF(0, rows * step), metrics.link);
        if (!isTaken(rect.adjusted(-4, -4, 4, 4))) return rect;
    }
    return around(middle, metrics.link);
}

bool isPlacedByHand(const Experiment& experiment) {
    return std::ranges::any_of(experiment.processes,
                               [](const ProcessSpec& process) { return process.place.has_value(); });
}

CanvasLayout layOutByHand(const Experiment& experiment, const CanvasMetrics& metrics) {
    return Hand(experiment, metrics).build();
}

CanvasPlace placeAt(const QPointF& middle, const CanvasLayout& layout, const CanvasMetrics& metrics) {
    const QPointF at = (middle - layout.shift) / metrics.grid;
    const auto onGrid = [](double value) {
        return static_cast<int>(std::lround(std::clamp<double>(value, -limits::kCanvas, limits::kCanvas)));
    };
    return {onGrid(at.x()), onGrid(at.y())};
}

CanvasLayout layOutExperiment(const Experiment& experiment, const CanvasMetrics& metrics, double width) {
    return isPlacedByHand(experiment) ? layOutByHand(experiment, metrics) : layOutCanvas(experiment, metrics, width);
}

}  // namespace ipclab
