// The figures an experiment is about (results/answers.h), in the language of the window.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string_view>

#include "results/answers.h"

namespace ipclab {

class AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::AnswerWords)
public:
    static QString label(const Answer& answer);
    // A dash while it is not known.
    static QString value(const Answer& answer);
    // Is this sentence among those that are translated?
    static bool knows(std::string_view sentence);
};

}  // namespace ipclab
