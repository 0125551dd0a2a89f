// The names of a chart's curves in one line that ends where the plot does, each with its colour and dash. A click on
// one hides or shows its curve. As many as have room; the others are counted, and stand in the chart's menu.
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>
#include <vector>

#include "plot/chart_theme.h"

namespace ipclab {

class CurveLegend : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString name;
        QColor color;
        Qt::PenStyle style = Qt::SolidLine;
        bool hidden = false;
    };

    explicit CurveLegend(QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    void setTheme(const ChartTheme& theme);
    // In the parent's coordinates: the room there is.
    void setRoom(const QRect& room);

    // Where its first entry begins, in the parent's coordinates.
    [[nodiscard]] int begin() const;
    // Of one that is shown, in its own coordinates; empty: there is no room for it.
    [[nodiscard]] QRect entryRect(std::size_t index) const;

    // Where the parent's coordinates are those of the painter.
    void paintInto(QPainter& painter) const;

signals:
    void entryClicked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    static QString moreText(std::size_t count);
    void layOut();
    [[nodiscard]] std::optional<std::size_t> entryAt(const QPoint& pos) const;
    void paint(QPainter& painter, const QPoint& offset) const;

    std::vector<Entry> m_entries;
    ChartTheme m_theme;
    std::vector<QRect> m_shown;  // of the first entries
    QRect m_more;                // what says how many have no room; empty: all have
};

}  // namespace ipclab
