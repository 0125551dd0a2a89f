// What the scheduler did to each process: its share of the time, how long it ran at a time (a histogram over a
// logarithmic axis), how long it was ready without a processor, and how often it gave the processor up or lost it. Of
// the run, or between the markers A and B. A row a process; a click selects it, a click on a title sorts.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "bridge/selection.h"
#include "models/rows_picture.h"
#include "runs/run_source.h"
#include "states/shown_sums.h"

class QPainter;

namespace ipclab {

class ScheduleView : public QWidget, public RowsPicture {
    Q_OBJECT
public:
    explicit ScheduleView(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed while it is not seen.
    void setShown(bool shown);
    void setSelection(const Selection& selection);
    // Nothing: of the whole run.
    void setStretch(const std::optional<ShownSums::Stretch>& stretch);
    void retranslate();

    struct Row {
        std::uint32_t process = 0;
        SliceHistogram slices{};
        double share = 0;  // of the run, running
        double readyS = 0;
        double switchNs = 0;  // mean of a switch to it directly from another; 0: there was none
        std::uint64_t voluntary = 0, involuntary = 0;  // as far as the lane tells
        bool counted = false;                          // what the lane tells is there
    };
    // All of them, in the order of the document, drawn or not.
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    // Empty where the row is not drawn.
    [[nodiscard]] QRectF rowRect(std::size_t row) const;

    enum class Column { Name, Share, Histogram, Median, Longest, Ready, Forced, Voluntary, Switching };
    void sortBy(Column column);
    void setWords(const QString& text) override;
    [[nodiscard]] int countAll() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int countShown() const override { return static_cast<int>(m_order.size()); }
    [[nodiscard]] TableText tableText() const override;
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
    void arrange();
    [[nodiscard]] int heightOfRows() const;
    [[nodiscard]] double keyOf(const Row& row, Column column) const;
    [[nodiscard]] std::optional<Column> columnAt(double x) const;
    [[nodiscard]] QString titleOf(Column column) const;
    [[nodiscard]] QString shareTitle() const;
    void refresh();
    void describe();
    [[nodiscard]] QString unknownText() const;
    void fill(Row& row) const;
    [[nodiscard]] Columns columns() const;
    void paintHead(QPainter& painter, const Columns& at) const;
    void paintRow(QPainter& painter, const Columns& at, std::size_t index) const;
    void paintHistogram(QPainter& painter, const QRectF& area, const SliceHistogram& slices) const;
    [[nodiscard]] bool isKnown() const;

    const RunSource& m_source;
    ShownSums m_sums;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_order;  // of those that are drawn
    std::optional<Column> m_sortedBy;
    bool m_descending = false;
    QStringList m_words;
    Selection m_selection;
    bool m_shown = false;
};

}  // namespace ipclab
