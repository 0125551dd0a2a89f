#pragma once

class QScrollArea;
class QWidget;

namespace ipclab {

// A page of the inspector, to be scrolled; to the side as well where the panel is narrower than what cannot break.
QScrollArea* pageArea(QWidget* page, QWidget* parent);

}  // namespace ipclab
