// The charts of a page above one another, as wide as the page, in the order and the heights their user gave them: each
// at least as high as it can be read, the rest of the height shared out; where that is not enough they scroll. One may
// be enlarged to all the room and back, each folded to its title. The room of the scroll bar is kept free, so that no
// plot moves when it comes.
#pragma once

#include <QScrollArea>
#include <map>
#include <vector>

namespace ipclab {

class TimeChart;

class ChartStack : public QScrollArea {
    Q_OBJECT
public:
    explicit ChartStack(QWidget* parent = nullptr);

    // stretch: share of what is left when all have their least height.
    void add(TimeChart* chart, int stretch);
    void remove(TimeChart* chart);
    [[nodiscard]] const std::vector<TimeChart*>& charts() const { return m_charts; }

    // Whether it is there at all: while another is enlarged it is not seen all the same.
    void setShown(TimeChart* chart, bool shown);
    [[nodiscard]] bool isShown(const TimeChart* chart) const;
    [[nodiscard]] std::vector<TimeChart*> shownCharts() const;

    void setEnlarged(TimeChart* chart);  // nullptr: none
    // Scrolls to it, once everything has its place; of one that is higher than what is in sight its title is.
    void reveal(const TimeChart& chart);
    [[nodiscard]] TimeChart* enlarged() const { return m_enlarged; }
    // As high as somebody dragged it; 0: as it comes.
    void setHeightOf(TimeChart* chart, int px);
    [[nodiscard]] int heightOf(const TimeChart* chart) const;
    // Among those that are shown; nothing beyond the first and the last.
    void moveBy(TimeChart* chart, int steps);
    // Those that are not named come after, as they were.
    void setOrder(const std::vector<TimeChart*>& order);

    // Right of the charts.
    [[nodiscard]] int gutterPx() const;
    // Call when a chart is folded, or needs another height.
    void layOut();

signals:
    // By its user: order, heights, folding, what is enlarged.
    void arranged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Sheet;
    struct Place {
        int stretch = 1;
        bool shown = true;
        int heightPx = 0;
    };

    [[nodiscard]] std::vector<int> heights(const std::vector<TimeChart*>& seen, int room) const;
    void share(const std::vector<TimeChart*>& seen, int rest, bool beyondMost, std::vector<int>& heights) const;
    [[nodiscard]] int leastOf(const TimeChart* chart) const;
    [[nodiscard]] int mostOf(const TimeChart* chart) const;
    void reserveGutter(bool scrolls);
    void showThose();
    void dragTitle(TimeChart* chart, const QPoint& globalPos);

    Sheet* m_sheet;
    std::vector<TimeChart*> m_charts;
    std::map<const TimeChart*, Place> m_places;
    TimeChart* m_enlarged = nullptr;
    bool m_layingOut = false;
};

}  // namespace ipclab
