// Who waits for whom, as a picture: the processes in a row in the order of the document, a wait as an arrow from the
// one that waits to the one it waits for, above the row when it leads to the right and below it when it leads back. So
// a circle of waits is a closed loop to the eye, in a strip as low as a table. A deadlock is red and says so.
//
// Beside a list that says the same in words (models/wait_table.h); a click selects the process.
#pragma once

#include <QPainterPath>
#include <QWidget>
#include <vector>

#include "bridge/selection.h"
#include "bridge/wait_rows.h"
#include "runs/run_source.h"

class QPainter;

namespace ipclab {

class WaitView : public QWidget {
    Q_OBJECT
public:
    explicit WaitView(const RunSource& source, QWidget* parent = nullptr);

    // What to show; the list beside it reads the run once for both.
    void setWaits(const WaitRows& waits, const QString& summary);
    void setSelection(const Selection& selection);

    [[nodiscard]] QRectF nodeRect(std::uint32_t process) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Arc {
        const WaitRow* row = nullptr;
        QPainterPath path;
        QPointF tip, from;  // where it points, and from where
        QPointF apex;       // where its label stands
        double spanPx = 0;  // room for the label
    };
    [[nodiscard]] double nodeWidth() const;
    [[nodiscard]] double gap() const;
    [[nodiscard]] double rowTop() const;
    [[nodiscard]] std::vector<Arc> arcs() const;
    [[nodiscard]] Arc arcOf(const WaitRow& row, int storey, int storeys) const;
    void paintNode(QPainter& painter, std::uint32_t process) const;
    void paintArc(QPainter& painter, const Arc& arc) const;
    void paintLabel(QPainter& painter, const Arc& arc) const;
    [[nodiscard]] QColor colorOf(const WaitRow& row) const;
    [[nodiscard]] QString labelOf(const WaitRow& row) const;
    [[nodiscard]] bool isDeadlocked(std::uint32_t process) const;

    const RunSource& m_source;
    WaitRows m_waits;
    QString m_summary;
    Selection m_selection;
};

}  // namespace ipclab
