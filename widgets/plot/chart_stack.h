// The charts of a page above one another, as wide as the page: each at least as high as it can be read, the rest of the
// height shared out; where that is not enough they scroll. The room of the scroll bar is kept free, so that no plot
// moves when it comes.
#pragma once

#include <QScrollArea>
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
    // Right of the charts.
    [[nodiscard]] int gutterPx() const;
    // Call when a chart is shown or hidden, or needs another height.
    void layOut();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Sheet;
    [[nodiscard]] std::vector<int> heights(const std::vector<TimeChart*>& shown, int room) const;
    void share(const std::vector<TimeChart*>& shown, int rest, bool beyondMost, std::vector<int>& heights) const;
    void reserveGutter(bool scrolls);
    [[nodiscard]] int stretchOf(const TimeChart* chart) const;

    Sheet* m_sheet;
    std::vector<TimeChart*> m_charts;
    std::vector<int> m_stretches;
    bool m_layingOut = false;
};

}  // namespace ipclab
