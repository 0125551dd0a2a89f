// The dialogs of the Help menu.
#pragma once

class QWidget;

namespace ipclab {

class ChartPage;

// Lists the shortcuts of the window and of the charts, read from the actions themselves.
void showShortcutsDialog(QWidget* window, const ChartPage& charts);
void showAboutDialog(QWidget* window);

}  // namespace ipclab
