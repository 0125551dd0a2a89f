// A line that leads to a page of the built-in guide. Who shows the guide takes links of "guide:" from the desktop's
// services (QDesktopServices::setUrlHandler), so that no view has to know of it.
#pragma once

#include <QLabel>
#include <QString>

#include "plot/plain_tip.h"

namespace ipclab {

inline QLabel* makeGuideLink(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setOpenExternalLinks(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    return label;
}

// place: "mechanism/pipe".
inline void setGuideLink(QLabel* label, const QString& text, const QString& place) {
    label->setText(QStringLiteral("<a href=\"guide:%1\">%2</a>").arg(markupText(place), markupText(text)));
    label->setToolTip(text);
}

}  // namespace ipclab
