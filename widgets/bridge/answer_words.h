// The figures an experiment is about (results/answers.h), in the language of the window.
#pragma once

#include <QString>

#include "results/answers.h"

namespace ipclab {

struct AnswerWords {
    static QString label(const Answer& answer);
    // A dash while it is not known.
    static QString value(const Answer& answer);
};

}  // namespace ipclab
