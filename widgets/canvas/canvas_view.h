// The canvas: programs as nodes, links as boxes between them, as the document has them, with a run laid over it. One
// widget that paints from what it last showed: a few times a second it takes the looks of all nodes and links anew and
// repaints those that differ, nothing else. What is selected stays selected while the document is edited.
//
// Click, Tab and the arrow keys select; Escape selects nothing. What edits the document by it is CanvasEditing.
#pragma once

#include <QWidget>
#include <map>
#include <optional>
#include <vector>

#include "bridge/selection.h"
#include "canvas/canvas_content.h"
#include "canvas/canvas_layout.h"
#include "canvas/canvas_sketch.h"
#include "runs/run_source.h"

namespace ipclab {

class CanvasMove;
class CanvasPainter;

class CanvasView : public QWidget {
    Q_OBJECT
public:
    explicit CanvasView(RunSource& source, QWidget* parent = nullptr);

    // Of several the one that was selected last.
    [[nodiscard]] Selection selection() const { return m_selected.empty() ? Selection{} : m_selected.back(); }
    [[nodiscard]] const std::vector<Selection>& selected() const { return m_selected; }
    void setSelection(const Selection& selection);
    void setSelected(std::vector<Selection> parts);
    [[nodiscard]] bool isSelected(const Selection& item) const;

    // Whether there are handles to draw links from; else it is only looked at.
    void setEditable(bool editable);

    // What of it can be seen at once: everything is laid out and scaled for that; what still does not fit makes the
    // view larger than the room.
    void setRoom(const QSize& room);
    // By hand, until zoomToFit(): 1 is natural size.
    void zoomBy(double factor, std::optional<QPointF> fixed = std::nullopt);
    void zoomToFit();
    void zoomToWhole();
    [[nodiscard]] double scale() const { return m_scale; }

    // What is wrong with parts, in words: it is marked, and in their tips.
    void setProblems(std::map<Selection, PartProblems> problems);
    // What is being drawn over it.
    void setSketch(const CanvasSketch& sketch);
    [[nodiscard]] const CanvasSketch& sketch() const { return m_sketch; }
    // As it would be with the parts moved by so much, in its own units; endMove(): as it is.
    void beginMove(const CanvasMove& move);
    void showMove(CanvasMove& move, const QPointF& by);
    void endMove();
    void setHovered(const Selection& item);

    // Where a node or box is now.
    [[nodiscard]] QRectF rectOf(const Selection& item) const;
    [[nodiscard]] Selection itemAt(const QPointF& pos) const;
    // The handle that a link is drawn from, of the part that is hovered or selected.
    [[nodiscard]] Selection handleAt(const QPointF& pos) const;
    [[nodiscard]] std::vector<Selection> itemsIn(const QRectF& rect) const;
    // Nodes and boxes as the arrow keys go through them.
    [[nodiscard]] std::vector<Selection> order() const;
    [[nodiscard]] QPointF toLayout(const QPointF& pos) const { return transform().inverted().map(pos); }
    [[nodiscard]] const CanvasLayout& arrangement() const { return m_layout; }
    [[nodiscard]] const CanvasMetrics& metrics() const { return m_metrics; }
    [[nodiscard]] bool showsTiles() const { return m_tiled; }
    [[nodiscard]] const NodeContent& nodeContent(PartId process) const {
        return m_nodes.at(m_ids.indexOf({Selection::Kind::Process, process}).value());
    }
    [[nodiscard]] const LinkContent& linkContent(PartId link) const {
        return m_boxes.at(m_ids.indexOf({Selection::Kind::Link, link}).value());
    }
    [[nodiscard]] QString tipFor(const Selection& item) const;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void selectionChanged(const ipclab::Selection& selection);
    void selectedChanged();
    void dragged(const QPoint& by);
    // What was at the one point is at the other now, in the view.
    void shifted(const QPointF& from, const QPointF& to);
    void contextMenuWanted(const ipclab::Selection& selection, const QPoint& globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
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
    void fitTo();
    [[nodiscard]] double scaleToSee() const;  // all of it at once
    [[nodiscard]] QSize room() const { return m_room.isEmpty() ? size() : m_room; }
    void frame();
    void refresh();
    void takeLooks();
    [[nodiscard]] NodeContent nodeNow(std::size_t index) const;
    [[nodiscard]] LinkContent plateNow(std::size_t index) const;
    [[nodiscard]] const PartProblems* problemsOf(const Selection& item) const;
    void step(int by);
    [[nodiscard]] bool needs(const QKeyEvent& key) const;
    [[nodiscard]] QTransform transform() const;
    void updateItem(const QRectF& rect);
    void paintItems(CanvasPainter& canvas, const QRegion& dirty);
    void paintTiles(CanvasPainter& canvas, const QRegion& dirty);
    void paintOver(CanvasPainter& canvas);
    void describe();

    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QStringList memberLines(const Selection& item) const;

    RunSource& m_source;
    // By the places of the document's lists, as m_ids has them.
    PartIds m_ids;
    CanvasLayout m_layout;
    CanvasMetrics m_metrics;
    bool m_tiled = false;
    bool m_editable = false;
    QString m_summary;  // of tiles: how many are in which state
    std::vector<NodeContent> m_nodes;
    std::vector<LinkContent> m_boxes;
    std::vector<Selection> m_selected;
    std::map<Selection, PartProblems> m_problems;
    CanvasSketch m_sketch;
    Selection m_hovered;
    QSize m_room;
    std::optional<double> m_zoom;  // by hand
    double m_scale = 1;
    QPointF m_origin;
    // Where the point a hand's places are counted from was shown, and at which scale.
    struct Fixed {
        QPointF at;
        double scale;
    };
    std::optional<Fixed> m_fixed;
    std::optional<QPoint> m_press;  // of the middle button, on the screen
    qint64 m_refreshedNs = 0;
};

}  // namespace ipclab
