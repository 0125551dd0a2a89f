// How a run is ended, as data: ask, then terminate, then kill, each with its time. Knows nothing of processes.
#pragma once

#include <optional>

#include "core/clock.h"

namespace ipclab {

enum class StopStage : std::uint8_t { None, Ask, Terminate, Kill };

class StopSequence {
public:
    StopSequence(Nanoseconds askForNs, Nanoseconds terminateForNs)
        : m_askForNs(askForNs), m_terminateForNs(terminateForNs) {}

    [[nodiscard]] StopStage stage() const { return m_stage; }
    [[nodiscard]] bool isStopping() const { return m_stage != StopStage::None; }

    // Begins at `stage`, or goes on to it; never back.
    void enter(StopStage stage, Nanoseconds now) {
        if (stage <= m_stage) return;
        m_stage = stage;
        m_deadlineNs = now + (stage == StopStage::Ask ? m_askForNs : m_terminateForNs);
    }

    // The stage whose turn has come, or nothing. Kill is repeated: a process may be born while it is under way.
    [[nodiscard]] std::optional<StopStage> due(Nanoseconds now) const {
        if (!isStopping() || now < m_deadlineNs) return std::nullopt;
        return m_stage == StopStage::Ask ? StopStage::Terminate : StopStage::Kill;
    }

private:
    Nanoseconds m_askForNs;
    Nanoseconds m_terminateForNs;
    StopStage m_stage = StopStage::None;
    Nanoseconds m_deadlineNs = 0;
};

}  // namespace ipclab
