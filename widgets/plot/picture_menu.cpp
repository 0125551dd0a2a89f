#include "plot/picture_menu.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace ipclab {

void addCopyActions(QMenu* menu, const CopyPicture& copy) {
    for (const int scale : {1, 2, 3, 4}) {
        menu->addAction(PictureMenu::tr("Copy as picture, %1 ×").arg(scale), menu,
                        [copy, scale] { copy(PaintedPicture::CopyAs::Pixels, scale); });
    }
    menu->addAction(PictureMenu::tr("Copy as &SVG"), menu, [copy] { copy(PaintedPicture::CopyAs::Vectors, 1); });
}

PictureMenu::PictureMenu(QWidget* widget, std::function<PaintedPicture()> picture)
    : QObject(widget), m_widget(widget), m_picture(std::move(picture)) {
    widget->installEventFilter(this);
}

QMenu* PictureMenu::makeMenu() {
    auto* menu = new QMenu(m_widget);
    addCopyActions(menu, [this](PaintedPicture::CopyAs as, double scale) {
        PaintedPicture picture = m_picture();
        picture.scale = scale;
        if (!picture.size.isEmpty()) (void)picture.copy(as);
    });
    for (QAction* action : menu->actions()) action->setEnabled(!m_picture().size.isEmpty());
    return menu;
}

bool PictureMenu::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) return QObject::eventFilter(watched, event);
    QMenu* menu = makeMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

}  // namespace ipclab
