// What can be done with every picture besides saving it: it is copied, as pixels of one to four times its size, or as
// SVG. Put into a menu that is there, or the context menu of a widget that has none.
#pragma once

#include <QObject>
#include <functional>

#include "plot/painted_picture.h"

class QMenu;
class QWidget;

namespace ipclab {

// Called while the menu is open, by what is chosen: at that many pixels a unit.
using CopyPicture = std::function<void(PaintedPicture::CopyAs as, double scale)>;
void addCopyActions(QMenu* menu, const CopyPicture& copy);

class PictureMenu : public QObject {
    Q_OBJECT
public:
    // The widget's, which shows the picture; nothing is copied where the picture has no size.
    PictureMenu(QWidget* widget, std::function<PaintedPicture()> picture);

    // The caller's.
    [[nodiscard]] QMenu* makeMenu();
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_widget;
    std::function<PaintedPicture()> m_picture;
};

}  // namespace ipclab
