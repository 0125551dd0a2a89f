// The single-colour icons of :/ipclab/icons, tinted with a colour of the palette when they are drawn: they follow a
// change of theme by themselves, and cost nothing before they are first seen.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace ipclab {

// name without folder and ending: "run".
QIcon themedIcon(const QString& name, QPalette::ColorRole role = QPalette::ButtonText);
QIcon coloredIcon(const QString& name, const QColor& color);
QPixmap iconPixmap(const QString& name, const QColor& color, int sizePx, qreal scale);

}  // namespace ipclab
