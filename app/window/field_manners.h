// What every field to type or choose in does here: a wheel that scrolls a page turns none of the fields on it, unless
// one was clicked before; and a box to choose from is as wide as its words, in the other language too.
#pragma once

#include <QObject>

namespace ipclab {

// Of all windows of the program.
class FieldManners : public QObject {
    Q_OBJECT
public:
    explicit FieldManners(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace ipclab
