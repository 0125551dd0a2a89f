// The actions that edit the document on the canvas: what was done and can be undone, the clipboard, links, how parts
// stand, and how large the canvas shows them. Menus and the canvas' own menu share them.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace ipclab {

class CanvasEditing;
class CanvasHand;
class PalettePanel;

class EditActions : public QObject {
    Q_OBJECT
public:
    EditActions(QWidget* window, CanvasEditing& editing, CanvasHand& hand);

    QAction *undo, *redo, *cut, *copy, *paste, *duplicate, *remove, *selectAll;
    QAction *addProgram, *drawLink, *group, *ungroup;
    QAction *alignLeft, *alignTop, *spreadAcross, *spreadDown, *arrange;
    QAction *zoomIn, *zoomOut, *zoomFit, *zoomWhole;

    void fillEdit(QMenu* menu, QMenu* arrangeMenu) const;
    void fillView(QMenu* menu) const;
    void fillContext(QMenu* menu) const;
    void retranslate();

private:
    QAction* make(const char* icon, const char* key);
    QAction* makeForCanvas(const char* icon, const char* key);
    void connectEdits(CanvasHand& hand);
    void connectViews();
    void enable();
    void nameHistory();
    void tellConditions() const;
    void askForGroup();

    QWidget* m_window;
    CanvasEditing& m_editing;
};

}  // namespace ipclab
