// A field that shows something else than what is in force: what was typed there cannot be taken.
#pragma once

#include <QString>

class QWidget;

namespace ipclab {

struct RefusedInput {
    QString field;  // as it is named beside it
    QString why;
    QWidget* input = nullptr;
};

}  // namespace ipclab
