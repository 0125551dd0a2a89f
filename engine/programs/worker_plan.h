// What one worker is to do, as plain data: a fork'd worker finds it in its copy of the launcher's memory, an
// exec'd one reads it as JSON (launcher/worker_plan_json.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/shared_counters.h"
#include "links/mechanism.h"
#include "links/semantics.h"
#include "programs/parameters.h"
#include "sync/primitive.h"

namespace ipclab {

struct PortPlan {
    std::uint32_t slot = 0;  // index among the segment's ports
    std::uint32_t link = 0;
    PortRole role = PortRole::Sender;
    std::string mechanism;
    EndWiring wiring;
    EndOptions options;
    bool polls = false;     // a call that would block is followed by poll(2) and tried again; options are non-blocking
    bool notified = false;  // SIGIO tells when to receive; options are non-blocking
    LinkRules rules;
    std::uint32_t stampEvery = 1;  // one message in n carries its send time and has its call timed
    bool relayed = false;          // of a receiver: a sender is a network, which passes on messages of others
    bool foreignPeer = false;      // of a receiver: a sender is a command, which writes messages of others, or bytes
};

// A process's part in a shared object.
struct SharedPlan {
    std::uint32_t slot = 0;   // index among the segment's shared objects
    std::uint32_t place = 0;  // of this process among the parties
    std::uint32_t parties = 0;
    std::string sync;  // an id of sync/registry.h
    SyncWiring wiring;
    Nanoseconds windowNs = 0;
};

// For objects that a program makes itself: in the journal of the run before they exist, so that nothing is left
// whoever is killed. Empty and 0 where it makes none.
struct OwnNames {
    std::string file;          // an absolute path
    std::string shm;           // for shm_open(3)
    std::string queue;         // for mq_open(3)
    std::int32_t sysvShm = 0;  // a key for shmget(2)

    bool operator==(const OwnNames&) const = default;
};

struct WorkerPlan {
    std::uint32_t process = 0;  // index in the plan; also the producer number in its messages
    std::string program;
    std::uint64_t count = 0;  // messages, then end; 0: no limit
    Nanoseconds startDelayNs = 0;
    std::uint64_t seed = 1;  // of its random choices
    std::optional<SharedPlan> shared{};
    std::vector<PortPlan> ports{};  // in the order of the links, which is the order they are opened in
    ProgramParameters parameters{};
    ResourceLimits limits{};         // as they are set already, for a program that runs into them
    std::string workerExecutable{};  // for a program that replaces itself
    OwnNames names{};                // for a program that makes objects
    bool bare = false;               // a bare loop over its ends instead of the program (programs/bare_program.h)
};

}  // namespace ipclab
