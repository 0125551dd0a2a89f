// What no run may exceed, whatever its document says: the limits of whoever runs it. A run that would is refused, one
// that does is ended; what it has measured stays. The launcher enforces those of processes and memory, as it does the
// document's own (engine/launcher/run_guard.h).
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "results/run_data.h"

namespace ipclab {

struct RunLimits {
    std::optional<std::uint64_t> processes{};  // and threads, of the document and made by them
    std::optional<std::uint64_t> memoryBytes{};
    std::optional<Nanoseconds> durationNs{};

    friend bool operator==(const RunLimits&, const RunLimits&) = default;

    // The document as the launcher is to hold a run to it: of its limits and these, the lower ones.
    [[nodiscard]] Experiment applied(Experiment experiment) const;
    // Why a run of this document does not begin; empty: it may.
    [[nodiscard]] QString refusal(const Experiment& experiment) const;
    // Why the launcher has ended a run: by one of these, or by the document's own.
    [[nodiscard]] QString endedText(const SafetyFacts& safety) const;
    // Of a run whose document sets no end, and that has stopped by itself; empty: not for these.
    [[nodiscard]] QString endedText(const RunData& data, Nanoseconds nowNs) const;
};

}  // namespace ipclab
