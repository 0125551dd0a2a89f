#pragma once

#include <QList>

class QWidget;

namespace ipclab {

// The Tab key goes through these parts of one window in this order, and in each of them as it does now; in those that
// are rows of fields from left to right, whatever was made first.
void orderFocus(const QList<QWidget*>& parts, const QList<QWidget*>& rows = {});

}  // namespace ipclab
