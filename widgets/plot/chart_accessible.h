// Charts for a screen reader: a chart tells the values of its curves or lanes as they are now (at the crosshair, where
// there is one), and the column beside it has them one by one.
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace ipclab {

// For QAccessible::installFactory(): nullptr of anything but a chart on a time axis or its column.
QAccessibleInterface* accessibleChart(const QString& className, QObject* object);

}  // namespace ipclab
