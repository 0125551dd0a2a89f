// A window that a test edits as a hand does: programs are dropped, links drawn, parts dragged.
#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>

#include "app/window_fixture.h"
#include "canvas/canvas_hand.h"
#include "models/program_list.h"
#include "window/document_keeper.h"
#include "window/edit_actions.h"

namespace ipclab {

class WindowHand : public WindowTest {
protected:
    void openEmpty() {
        open(QStringLiteral("first"));
        window().open(newDocument());
        canvas().setFocus();
    }
    CanvasView& canvas() { return *window().canvas(); }
    EditActions& edits() { return window().edits(); }
    const Experiment& experiment() { return session().experiment(); }
    QPoint middleOf(const Selection& part) { return canvas().rectOf(part).center().toPoint(); }
    QPoint handleOf(const Selection& part) {
        const QRectF rect = canvas().rectOf(part);
        return QPointF(rect.right(), rect.center().y()).toPoint();
    }
    void add(const QByteArray& program) { window().editing()->addProgram(program.toStdString()); }
    // As a hand does it: to the part, on its handle, and over the way in steps.
    void moveTo(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseMove(&canvas(), from);
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
        for (int part = 1; part <= 4; ++part) send(from + (to - from) * part / 4);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        moveTo(from, to, modifiers);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
    }
    void send(const QPoint& at) {
        QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas(), &move);
    }
    void hover(const Selection& part) {
        QCoreApplication::processEvents();  // the canvas has its room
        const QPoint at = middleOf(part);
        QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas(), &move);
    }
    void drop(const char* program, const QPoint& at) {
        QMimeData data;
        data.setData(QLatin1String(kProgramMime), program);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas(), &event);
    }
    static Selection process(PartId id) { return {Selection::Kind::Process, id}; }
    Selection linkAt(std::size_t index) { return session().document().ids().at(Selection::Kind::Link, index); }
};

}  // namespace ipclab
