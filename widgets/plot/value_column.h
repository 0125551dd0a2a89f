// Right of a plot: a row for each curve or lane with its colour, dash, name and value, so that figures never stand over
// what they tell of. As many rows as have room; the others are counted, and stand in the chart's menu. A name that has
// no room beside its value has a line of its own above it, where there is room for that; else it is shortened, and
// whole in the tooltip.
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/process_state.h"
#include "plot/chart_theme.h"

namespace ipclab {

struct ValueRow {
    QString name;
    QString value{};
    QColor color{};
    Qt::PenStyle style = Qt::SolidLine;
    bool hidden = false;                  // its curve is
    std::optional<ProcessState> state{};  // stands for colour and dash

    bool operator==(const ValueRow&) const = default;
};

class ValueColumn : public QWidget {
    Q_OBJECT
public:
    explicit ValueColumn(QWidget* parent = nullptr);

    void setRows(std::vector<ValueRow> rows);
    [[nodiscard]] const std::vector<ValueRow>& rows() const { return m_rows; }
    void setTheme(const ChartTheme& theme);
    // Where the first row begins, and from row to row; nothing: rows of text beside the plot that begins there.
    void setPlace(int topPx, std::optional<double> pitchPx);

    // Of one that is shown, in its own coordinates; empty: there is no room for it.
    [[nodiscard]] QRect rowRect(std::size_t index) const;
    [[nodiscard]] std::size_t shownRows() const;

    // So that it fits: cut at its end; of "whose · what" whose, since what tells it from others of the same, and where
    // of that too little would be left, what as well: "there · …p50". Whose it is, is never left out.
    [[nodiscard]] static QString shortened(const QString& name, const QFontMetrics& metrics, int px);
    // What the names alone need.
    [[nodiscard]] static int widthOf(const std::vector<ValueRow>& rows);
    // What a figure with its unit needs beside a name.
    [[nodiscard]] static int usualValuePx();
    // Where the parent's coordinates are those of the painter.
    void paintInto(QPainter& painter) const;

signals:
    void rowClicked(int index);
    void moreWanted(const QPoint& globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double pitch() const;
    [[nodiscard]] double top() const;
    [[nodiscard]] std::size_t room() const;
    // How wide its value has been at most: names do not jump when a value gains a digit.
    [[nodiscard]] int valuePx(std::size_t index) const;
    // Left of the names: nothing where no row has a mark.
    [[nodiscard]] int marksPx() const;
    [[nodiscard]] bool fitsOneLine(std::size_t index) const;
    void breakLines();
    [[nodiscard]] QRect moreRect() const;
    [[nodiscard]] std::optional<std::size_t> rowAt(const QPoint& pos) const;
    void paint(QPainter& painter, const QPoint& offset) const;
    void paintRow(QPainter& painter, std::size_t index, const QRect& rect) const;
    void paintMark(QPainter& painter, const ValueRow& row, const QRect& rect) const;

    std::vector<ValueRow> m_rows;
    ChartTheme m_theme;
    std::vector<int> m_widest;            // of the values of each row
    std::vector<std::size_t> m_lines{0};  // where each row begins, and where the last one ends
    int m_top = 0;
    std::optional<double> m_pitch;
};

}  // namespace ipclab
