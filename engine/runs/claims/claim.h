// What textbooks and course notes say of processes and interprocess communication, as statements that a measurement
// here can confirm, refute or leave open (row R8). A claim says what is measured and how a verdict comes of the
// numbers; who measures is claim_run.h.
//
// A claim is one function, in a file of impl/ beside its like, and one line in claims.def. It measures by runs, as any
// experiment has them, in turns; by the probe of its id (probes/probe.h); or by both.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "document/experiment.h"
#include "results/run_data.h"
#include "runs/claims/judge.h"

namespace ipclab {

enum class ClaimUnit : std::uint8_t { Time, Bytes, PerSecond, Share, Ratio, Count, Errno, YesNo };
std::string_view id(
    ClaimUnit unit);  // as in JSON: "ns", "bytes", "per_s", "share" (of 1), "ratio", "count", "errno", "bool"

struct ClaimFigure {
    std::string_view id;    // "pipe_64_per_s"
    std::string_view name;  // for people: TEXT("claim", "pipe, 64 B")
    ClaimUnit unit = ClaimUnit::Count;
    bool mayLack = false;  // no verdict depends on it: this machine may have no such thing
};

using AddSample = std::function<void(std::string_view figure, double value)>;

// One experiment that is run once a round.
struct ClaimRun {
    Experiment experiment;
    std::string lacks{};  // why it cannot run here; empty: it can
    std::function<void(const RunData& data, const AddSample& add)> take{};
};

struct Claim {
    std::string_view id;           // "shm-fastest"
    std::string_view statement;    // TEXT("claim", …): as it is commonly said
    std::string_view method;       // TEXT("claim", …): how it is measured here
    std::string_view explanation;  // TEXT("claim", …): one sentence on what decides it
    bool timed = true;             // what others do on this machine meanwhile matters
    bool probe = false;
    std::vector<ClaimRun> (*runs)() = nullptr;
    std::vector<ClaimFigure> figures;
    // Of complete samples: each figure that may not lack has at least one.
    ClaimVerdict (*judge)(const ClaimSamples& samples);
};

std::span<const Claim* const> allClaims();
// nullptr when there is none of that id.
const Claim* findClaim(std::string_view id);

}  // namespace ipclab
