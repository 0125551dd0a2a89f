// What the engine knows as enumerations and ids, as words for people in the current language. One place, so that a
// table, a node, a tooltip and the events list say the same.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>
#include <string_view>

#include "results/link_sources.h"
#include "results/run_data.h"
#include "runs/run.h"

namespace ipclab {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Words)
public:
    // The text in the language of the interface, else in English.
    static QString local(const LocalText& text);
    // Its ISO 639 code: "ko".
    static std::string language();

    // A text of the engine (core/text.h) as a tooltip, which breaks into lines where it is long.
    static QString tip(const char* of, std::string_view english);

    static QString mechanism(std::string_view id);
    static QString program(std::string_view id);
    static QString primitive(std::string_view id);  // of synchronisation
    static QString launch(LaunchMethod method);
    static QString observe(ObserveLevel level);
    static QString observeTip(ObserveLevel level);
    static QString runState(Run::State state);

    // "pipe full", "queue empty", "asleep until its next turn" …; empty where nothing is known.
    static QString waitsFor(const Waiting& waiting, const RunData& data);
    // Of several things any lets it go on.
    static QString waitsForAny(const std::vector<Waiting>& any, const RunData& data);
    // The same where it applies: the process is alive and waits.
    static QString waitsFor(const ProcessData& process, const RunData& data);
    static QString waitsFor(const TaskData& task, const RunData& data);
    // A link without any room: who comes first waits for the other.
    static bool isRendezvous(const LinkData& link);
    // "exit 0", "killed by SIGKILL", "could not start"; empty while it lives.
    static QString ending(const ProcessData& process);
    static QString exit(const ExitStatus& exit);
    // What ended it, where that is known: "CPU time limit of 1 s".
    static QString cause(const ExitStatus& exit);
    static bool endedBadly(const ProcessData& process);
    static QString messages(std::uint64_t count);  // "1 message", "12,000 messages"
    // Where a figure of a link comes from, or why it is not known.
    static QString source(const FigureSource& source);
    static QString signal(int number);
    static QString stateSource(StateSource source);
    static QString asFastAsPossible();

private:
    static QString observedWait(WaitReason reason, Nanoseconds sinceNs, const RunData& data);
    static QString lockText(const Waiting& waiting, const RunData& data);
};

}  // namespace ipclab
