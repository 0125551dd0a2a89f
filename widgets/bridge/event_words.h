// An event of a run as a sentence, and how grave it is.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "results/deadlocks.h"
#include "results/run_data.h"

namespace ipclab {

enum class EventWeight { Note, Steering, Warning, Failure };

class EventWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::EventWords)
public:
    static QString text(const RunEvent& event, const RunData& data);
    static EventWeight weight(const RunEvent& event);
    // Whether it deserves a tick in the charts: what a person did or what changed the course of the run.
    static bool marksCharts(const RunEvent& event);
    // "a waits for b: a→b is full".
    static QString waitText(const DeadlockWait& wait);

private:
    static QString processText(const RunEvent& event, const RunData& data);
    static QString safetyText(const RunEvent& event);
    // messages: what its program repeats are messages, not iterations of its own.
    static QString controlText(const RunEvent& event, bool messages);
    static QString refusalText(const RunEvent& event);
    static QString holderText(const RunEvent& event);
    static QString taskText(const RunEvent& event);
    static QString failureText(const RunEvent& event);
    static QString outputText(const RunEvent& event);
    static QString queuedText(const RunEvent& event);

    static QString stepText(const RunEvent& event, bool messages);
    static QString settingText(const QString& name, const QString& value, bool messages);
    static QString deadlockText(const RunEvent& event);
    static QString stageText(const QString& stage);
};

}  // namespace ipclab
