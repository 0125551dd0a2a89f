// What a worker does. A program is written against this interface alone: it sees its ends, its settings and the
// clock; stop, pause, pacing, counting and stamping are done here once for all of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/shared_slot.h"
#include "core/text.h"

namespace ipclab {

class WorkerContext;
struct WorkerPlan;

// How many ends a program wants; at most -1 means any number.
struct PortCount {
    int atLeast = 0;
    int atMost = -1;
};

struct ProgramInfo {
    std::string_view id;       // as in files: "producer"
    std::string_view name;     // for people, a TEXT of "program"
    std::string_view summary;  // one sentence, a TEXT of "program"
    PortCount sends;
    PortCount receives;
    bool usesRate = false;
    bool usesMessageBytes = false;
    bool usesWork = false;
    bool usesCount = false;
    bool waitsOutside = false;  // its ends are non-blocking, whatever the document says: it waits for several at once
    std::optional<SharedKind> shares{};          // it works on one shared object of this kind
    bool foreign = false;                        // an executable of the user's: no control but by signals
    std::vector<std::string_view> parameters{};  // the fields of programs/parameters.h it knows, as in files
    std::vector<std::string_view> ways{};        // what its "way" may be; the first is the usual one
    bool endsByItself = false;                   // whether or not a count is given
    bool tells = false;                          // facts (programs/facts.h)
    bool calls = false;     // what it sends are requests, which it sees answered (core/call_slot.h)
    bool executes = false;  // what it receives from one that calls are requests that it answers
    bool carries = false;   // passes on messages of others unchanged, from each of its links to its pair in order
    std::uint32_t leastMessageBytes = 0;  // what it writes into each of its messages has to have room
    bool makesObjects = false;            // it needs WorkerPlan::names
    bool needsStacks = false;             // its libraries are in ipclab-stacks alone, which its process is exec'd into
    bool endsOnPurpose = false;           // by a signal or a code that is its subject and no failure
    // It opens the connections of its ends itself (programs/held_end.h), as a server and those who load it do.
    bool holdsConnections = false;
    std::string_view peer{};  // the only program that may be at the other side of its links; empty: any

    // Does it end by itself when it is asked to while the others go on? One that waits for several links at once, holds
    // connections or takes part in calls or a shared object has others that count on it.
    [[nodiscard]] bool retires() const {
        return !foreign && !waitsOutside && !shares && !endsByItself && !calls && !executes && !carries &&
               !needsStacks && !holdsConnections && peer.empty();
    }
    // Else what it does over and over are iterations of its own.
    [[nodiscard]] bool hasMessages() const { return sends.atMost != 0 || receives.atMost != 0; }
};

class Program {
public:
    virtual ~Program() = default;
    [[nodiscard]] virtual const ProgramInfo& info() const = 0;
    // In the worker, before its ends are opened.
    virtual void prepare(const WorkerPlan&) const {}
    // In the worker, when everybody is ready. Returns the exit code.
    virtual int run(WorkerContext& worker) const = 0;
};

}  // namespace ipclab
