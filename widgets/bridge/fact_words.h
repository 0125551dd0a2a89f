// What programs have told (programs/facts.h), in the language of the window.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string_view>

#include "results/run_data.h"

namespace ipclab {

class FactWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::FactWords)
public:
    // Empty when the event is no fact.
    static QString text(const RunEvent& event, const RunData& data);
    // One value with the unit its name ends with, words translated.
    static QString value(std::string_view name, const std::string& value);
    // Of an event "budget-kill".
    static QString budgetText(const RunEvent& event);
};

}  // namespace ipclab
