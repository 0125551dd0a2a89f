// Mouse and keys on a canvas that can be edited. Pressed on a node it selects and moves; on the handle at a node's
// right edge, or by beginLink(), it draws a link; on nothing it pulls a rectangle that selects. Ctrl or Shift adds to
// what is selected. Escape leaves whatever has been begun.
#pragma once

#include <QObject>
#include <memory>

#include "canvas/canvas_editing.h"
#include "canvas/canvas_move.h"

class QDropEvent;
class QKeyEvent;
class QMouseEvent;

namespace ipclab {

// The type of what is dragged from the palette: a program's id.
inline constexpr char kProgramMime[] = "application/x-ipclab-program";

class CanvasHand : public QObject {
    Q_OBJECT
public:
    explicit CanvasHand(CanvasEditing& editing);

    // By keys: arrows choose the target, Enter makes the link.
    void beginLink();
    [[nodiscard]] bool isDrawing() const { return m_proposals != nullptr; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Doing { Nothing, Pressed, Moving, Selecting, Drawing };

    bool pressed(const QMouseEvent& event);
    void moved(const QMouseEvent& event);
    bool released(const QMouseEvent& event);
    void pick(const Selection& item, bool more);
    void hover(const QPointF& at);
    void pull(const QPointF& at);
    void beginMove();
    void showMove(const QPointF& at);
    void leave();

    void startLink(const Selection& from, const QPointF& at);
    void aim(const Selection& target, const QPointF& at);
    void step(int by);
    void finishLink();
    [[nodiscard]] QString wordsFor(const LinkProposal& proposal, const Selection& target) const;

    // Has it a use for the key? It is done when really.
    bool key(const QKeyEvent& event, bool really);
    bool drawingKey(const QKeyEvent& event, bool really);
    bool editingKey(const QKeyEvent& event, bool really);
    bool arrowKey(const QKeyEvent& event, bool really);
    void extend(int by);
    bool dropped(QDropEvent& event, bool really);

    CanvasEditing& m_editing;
    CanvasView& m_view;
    Doing m_doing = Doing::Nothing;
    bool m_more = false;
    QPointF m_press;
    Selection m_pressed;
    std::vector<Selection> m_before;  // what was selected when a rectangle was begun
    std::unique_ptr<CanvasMove> m_move;
    std::unique_ptr<LinkProposals> m_proposals;
    Selection m_from, m_target;
};

}  // namespace ipclab
