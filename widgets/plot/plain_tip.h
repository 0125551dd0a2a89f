// Text from outside (names, commands, what programs write) where Qt would take what looks like markup for markup.
#pragma once

#include <QString>

namespace ipclab {

// As a part of rich text.
QString markupText(const QString& text);
// As a tooltip, shown as it is.
QString plainTip(const QString& text);

}  // namespace ipclab
