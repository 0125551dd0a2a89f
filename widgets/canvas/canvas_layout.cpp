#include "canvas/canvas_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "canvas/canvas_ranks.h"
#include "canvas/canvas_wires.h"

namespace ipclab {
namespace {

struct Place {
    bool isLink;
    std::uint32_t index;
};

class Builder {
public:
    Builder(const Experiment& experiment, const CanvasMetrics& metrics, double width)
        : m_links(endsByLink(experiment)),
          m_metrics(metrics),
          m_ranks(rankCanvas(experiment.processes.size(), m_links)) {
        m_layout.processes.resize(experiment.processes.size());
        m_layout.links.resize(m_links.size());
        m_columns.resize(static_cast<std::size_t>(std::max(m_ranks.columns, 1)));
        fillColumns();
        m_perBand = columnsPerBand(width);
        m_width = width;
    }

    CanvasLayout build() {
        double top = m_metrics.margin;
        for (std::size_t first = 0, band = 0; first < m_columns.size(); ++band) {
            const std::size_t end = bandEnd(first);
            top = placeBand(first, end, top, band % 2 == 1);
            first = end;
        }
        top = placeAlone(top);
        m_layout.size = QSizeF(m_right + m_metrics.margin, top - m_metrics.bandGap + m_metrics.margin);
        drawWires(m_links, m_layout);
        return std::move(m_layout);
    }

private:
    void fillColumns() {
        std::vector<bool> linked(m_ranks.processes.size(), false);
        for (const auto& ends : m_links) {
            for (const PortPlace& end : ends) linked[end.process] = true;
        }
        for (std::uint32_t i = 0; i < m_ranks.processes.size(); ++i) {
            if (linked[i]) {
                columnAt(m_ranks.processes[i]).push_back({false, i});
            } else {
                m_alone.push_back(i);
            }
        }
        for (bool back : {false, true}) {
            for (std::uint32_t i = 0; i < m_ranks.links.size(); ++i) {
                if (m_ranks.leadsBack[i] == back) columnAt(m_ranks.links[i]).push_back({true, i});
            }
        }
    }

    // Rows of equal length where they are laid; what stands beside the linked ones makes the canvas no higher.
    struct Block {
        double left;
        double top;
        std::size_t each;
        double height;
    };
    [[nodiscard]] Block blockAt(double left, double top) const {
        const double stepX = m_metrics.process.width() + m_metrics.rowGap;
        const double usable = m_width - left - m_metrics.margin + m_metrics.rowGap;
        const auto most = static_cast<std::size_t>(std::max(std::floor(usable / stepX), 1.0));
        const std::size_t rows = (m_alone.size() + most - 1) / most;
        const double stepY = m_metrics.process.height() + m_metrics.rowGap;
        return {left, top, (m_alone.size() + rows - 1) / rows, static_cast<double>(rows) * stepY - m_metrics.rowGap};
    }

    // Returns where the next band would begin.
    double placeAlone(double top) {
        if (m_alone.empty()) return top;
        const bool linked = m_alone.size() < m_layout.processes.size();
        Block block = blockAt(m_metrics.margin, linked ? top : m_metrics.margin);
        const double besideLeft = m_right + m_metrics.columnGap;
        if (linked && besideLeft + m_metrics.process.width() + m_metrics.margin <= m_width) {
            const Block beside = blockAt(besideLeft, m_metrics.margin);
            if (beside.top + beside.height < block.top + block.height) block = beside;
        }
        placeBlock(block);
        return std::max(linked ? top : 0.0, block.top + block.height + m_metrics.bandGap);
    }

    void placeBlock(const Block& block) {
        for (std::size_t i = 0; i < m_alone.size(); ++i) {
            const auto column = static_cast<double>(i % block.each), row = static_cast<double>(i / block.each);
            const QPointF corner(block.left + column * (m_metrics.process.width() + m_metrics.rowGap),
                                 block.top + row * (m_metrics.process.height() + m_metrics.rowGap));
            m_layout.processes[m_alone[i]] = QRectF(corner, m_metrics.process);
            m_right = std::max(m_right, corner.x() + m_metrics.process.width());
        }
    }

    std::vector<Place>& columnAt(int rank) { return m_columns[static_cast<std::size_t>(rank)]; }

    [[nodiscard]] double columnWidth(std::size_t column) const {
        return column % 2 == 0 ? m_metrics.process.width() : m_metrics.link.width();
    }

    // All in one band where they fit; else bands of about equal length. Each but the last ends with a link, so that
    // the way goes on with a program; the last may be a column longer.
    [[nodiscard]] std::size_t columnsPerBand(double width) const {
        const double pair = m_metrics.process.width() + m_metrics.link.width() + 2 * m_metrics.columnGap;
        const double usable = width - 2 * m_metrics.margin - m_metrics.process.width();
        const std::size_t most = static_cast<std::size_t>(std::max(std::floor(usable / pair), 1.0)) * 2;
        if (m_columns.size() <= most + 1) return m_columns.size();
        const auto bands = [this](std::size_t each) { return (m_columns.size() - 1 + each - 1) / each; };
        std::size_t each = most;
        while (each > 2 && bands(each - 2) == bands(most)) each -= 2;
        return each;
    }

    [[nodiscard]] std::size_t bandEnd(std::size_t first) const {
        const std::size_t left = m_columns.size() - first;
        return first + (left <= m_perBand + 1 ? left : m_perBand);
    }

    double placeBand(std::size_t first, std::size_t end, double top, bool reversed) {
        double height = 0;
        for (std::size_t c = first; c < end; ++c) height = std::max(height, columnHeight(m_columns[c]));
        const double bandWidth = widestBand();
        double x = reversed ? m_metrics.margin + bandWidth : m_metrics.margin;
        for (std::size_t c = first; c < end; ++c) {
            const double width = columnWidth(c);
            const double left = reversed ? x - width : x;
            placeColumn(m_columns[c], left, top, height);
            x += (reversed ? -1 : 1) * (width + m_metrics.columnGap);
            m_right = std::max(m_right, left + width);
        }
        return top + height + m_metrics.bandGap;
    }

    [[nodiscard]] double widestBand() const {
        double widest = 0;
        for (std::size_t first = 0; first < m_columns.size(); first = bandEnd(first)) {
            widest = std::max(widest, widthOf(first, bandEnd(first)));
        }
        return widest;
    }

    [[nodiscard]] double widthOf(std::size_t first, std::size_t end) const {
        double width = -m_metrics.columnGap;
        for (std::size_t c = first; c < end; ++c) width += columnWidth(c) + m_metrics.columnGap;
        return width;
    }

    [[nodiscard]] double columnHeight(const std::vector<Place>& column) const {
        double height = -m_metrics.rowGap;
        for (const Place& place : column) height += sizeOf(place).height() + m_metrics.rowGap;
        return std::max(height, 0.0);
    }

    [[nodiscard]] QSizeF sizeOf(const Place& place) const { return place.isLink ? m_metrics.link : m_metrics.process; }

    void placeColumn(const std::vector<Place>& column, double left, double top, double height) {
        double y = top + (height - columnHeight(column)) / 2;
        for (const Place& place : column) {
            const QSizeF size = sizeOf(place);
            (place.isLink ? m_layout.links : m_layout.processes)[place.index] = QRectF(QPointF(left, y), size);
            y += size.height() + m_metrics.rowGap;
        }
    }

    CanvasEnds m_links;
    const CanvasMetrics& m_metrics;
    CanvasRanks m_ranks;
    std::vector<std::vector<Place>> m_columns;
    std::vector<std::uint32_t> m_alone;  // no link touches them
    std::size_t m_perBand = 1;
    double m_width = 0;
    double m_right = 0;
    CanvasLayout m_layout;
};

}  // namespace

bool isTiled(const Experiment& experiment) {
    return experiment.processes.size() + experiment.links.size() > kMostOnCanvas;
}

CanvasLayout layOutTiles(const Experiment& experiment, const QRectF& room) {
    constexpr double kLargest = 34, kLeast = 9;
    const auto count = static_cast<double>(experiment.processes.size());
    double side = kLargest;
    while (side > kLeast && std::floor(room.width() / side) * std::floor(room.height() / side) < count) --side;
    const auto columns = static_cast<std::size_t>(std::max(std::floor(room.width() / side), 1.0));
    CanvasLayout layout;
    layout.links.resize(experiment.links.size());
    for (std::size_t i = 0; i < experiment.processes.size(); ++i) {
        const QPointF corner(static_cast<double>(i % columns) * side, static_cast<double>(i / columns) * side);
        layout.processes.emplace_back(room.topLeft() + corner, QSizeF(side - 2, side - 2));
    }
    const double rows = std::ceil(count / static_cast<double>(columns));
    layout.size = QSizeF(room.right(), room.top() + rows * side);
    return layout;
}

void moveLayout(CanvasLayout& layout, const QPointF& by) {
    for (QRectF& rect : layout.processes) rect.translate(by);
    for (QRectF& rect : layout.links) rect.translate(by);
    for (CanvasWire& wire : layout.wires) {
        wire.path.translate(by);
        wire.tip += by;
        wire.tipFrom += by;
    }
    layout.shift += by;
}

CanvasLayout layOutCanvas(const Experiment& experiment, const CanvasMetrics& metrics, double width) {
    return Builder(experiment, metrics, width).build();
}

CanvasMetrics CanvasMetrics::of(const QFont& font) {
    const double line = QFontMetricsF(font).height();
    CanvasMetrics metrics;
    metrics.process = QSizeF(11.2 * line, 3 * line + 26);
    metrics.link = QSizeF(10.4 * line, 3 * line + 24);
    metrics.grid = line / 2;
    return metrics;
}

}  // namespace ipclab
