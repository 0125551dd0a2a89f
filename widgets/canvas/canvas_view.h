// The canvas: programs as nodes, links as boxes between them, as the document has them, with a run laid over it. One
// widget that paints from what it last showed: a few times a second it takes the looks of all nodes and links anew and
// repaints those that differ, nothing else. What is selected stays selected while the document is edited.
//
// Click, Tab and the arrow keys select; Escape selects nothing.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "bridge/selection.h"
#include "canvas/canvas_content.h"
#include "canvas/canvas_layout.h"
#include "runs/run_source.h"

namespace ipclab {

class CanvasView : public QWidget {
    Q_OBJECT
public:
    explicit CanvasView(RunSource& source, QWidget* parent = nullptr);

    [[nodiscard]] const Selection& selection() const { return m_selection; }
    void setSelection(const Selection& selection);

    // What of it can be seen at once: everything is laid out and scaled for that; what still does not fit makes the
    // view larger than the room.
    void setRoom(const QSize& room);

    // Where a node or box is now, for tests and hints.
    [[nodiscard]] QRectF rectOf(const Selection& item) const;
    [[nodiscard]] const NodeContent& nodeContent(PartId process) const {
        return m_nodes.at(m_ids.indexOf({Selection::Kind::Process, process}).value());
    }
    [[nodiscard]] const LinkContent& linkContent(PartId link) const {
        return m_boxes.at(m_ids.indexOf({Selection::Kind::Link, link}).value());
    }

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void selectionChanged(const ipclab::Selection& selection);
    void dragged(const QPoint& by);
    void contextMenuWanted(const ipclab::Selection& selection, const QPoint& globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void rebuild();
    void dropLostSelection();
    void place();
    void placeTiles();
    void layOutFor(double scale);
    [[nodiscard]] QSize room() const { return m_room.isEmpty() ? size() : m_room; }
    void frame();
    void refresh();
    void takeLooks();
    [[nodiscard]] NodeContent nodeNow(std::size_t index) const;
    [[nodiscard]] LinkContent plateNow(std::size_t index) const;
    [[nodiscard]] Selection itemAt(const QPointF& pos) const;
    [[nodiscard]] std::vector<Selection> order() const;
    void step(int by);
    [[nodiscard]] bool needs(const QKeyEvent& key) const;
    [[nodiscard]] QTransform transform() const;
    void updateItem(const QRectF& rect);
    [[nodiscard]] QString tipFor(const Selection& item) const;
    void describe();

    [[nodiscard]] QString summaryText() const;

    RunSource& m_source;
    // By the places of the document's lists, as m_ids has them.
    PartIds m_ids;
    CanvasLayout m_layout;
    bool m_tiled = false;
    QString m_summary;  // of tiles: how many are in which state
    std::vector<NodeContent> m_nodes;
    std::vector<LinkContent> m_boxes;
    Selection m_selection;
    QSize m_room;
    double m_scale = 1;
    QPointF m_origin;
    std::optional<QPoint> m_press;  // on the screen
    qint64 m_refreshedNs = 0;
};

}  // namespace ipclab
