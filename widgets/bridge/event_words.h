// An event of a run as a sentence in the language of the window (results/event_text.h).
#pragma once

#include <QCoreApplication>
#include <QString>

#include "results/deadlocks.h"
#include "results/event_text.h"

namespace ipclab {

class EventWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::EventWords)
public:
    static QString text(const RunEvent& event, const RunData& data);
    // "a waits for b: a→b is full".
    static QString waitText(const DeadlockWait& wait);
    // A value with its unit, words translated.
    static QString value(FieldType type, const FieldData& data);
    static const Wording& wording();
};

}  // namespace ipclab
