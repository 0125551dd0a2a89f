// What the scheduler did to each process: its share of the time, how long it ran at a time (a histogram over a
// logarithmic axis), how long it was ready without a processor, and how often it gave the processor up or lost it. A
// row a process; a click selects it.
#pragma once

#include <QWidget>
#include <vector>

#include "bridge/selection.h"
#include "runs/run_source.h"
#include "series/slice_histogram.h"

class QPainter;

namespace ipclab {

class ScheduleView : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleView(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed while it is not seen.
    void setShown(bool shown);
    void setSelection(const Selection& selection);
    void retranslate();

    struct Row {
        std::uint32_t process = 0;
        SliceHistogram slices{};
        double share = 0;  // of the run, running
        double readyS = 0;
        double switchNs = 0;  // mean of a switch to it directly from another; 0: there was none
        std::uint64_t voluntary = 0, involuntary = 0;  // as far as the lane tells
        std::uint64_t counted = 0;                     // intervals of the lane looked at
    };
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    [[nodiscard]] QSize sizeHint() const override { return {640, minimumHeight()}; }

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Columns {
        double name, share, histogram, median, longest, ready, forced, voluntary, switching, right;
    };
    void reset();
    void refresh();
    void describe();
    [[nodiscard]] QString unknownText() const;
    void follow(Row& row) const;
    [[nodiscard]] Columns columns() const;
    void paintHead(QPainter& painter, const Columns& at) const;
    void paintRow(QPainter& painter, const Columns& at, std::size_t index) const;
    void paintHistogram(QPainter& painter, const QRectF& area, const SliceHistogram& slices) const;
    [[nodiscard]] bool isKnown() const;

    const RunSource& m_source;
    std::vector<Row> m_rows;
    Selection m_selection;
    bool m_shown = false;
};

}  // namespace ipclab
