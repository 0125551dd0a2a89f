// The canvas for a screen reader: its nodes and links as children that can be visited, each with what its tip says of
// it now, and selected; what is selected stands in the description, else how all of them are.
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace ipclab {

// For QAccessible::installFactory(): nullptr of anything but a canvas.
QAccessibleInterface* accessibleCanvas(const QString& className, QObject* object);

}  // namespace ipclab
