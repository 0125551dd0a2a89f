#pragma once

#include <QString>

namespace ipclab {

// The style sheet of the application: separators, type scale, buttons, tables, on a grid of 8 px. Widgets are
// addressed by object name or by their property "kind" (title, section, muted, panel, primary …).
QString styleSheet(bool dark, int textPercent = 100);

}  // namespace ipclab
