// The way of a process's dot through the state diagram. Where a process changes its state a few times a second, the dot
// goes along every arc it has taken, in their order; where it does so thousands of times it goes along those taken
// since it was there last, the frequent ones more often, and comes to rest where the process is. It never goes along an
// arc that the process has not taken.
#pragma once

#include <optional>

#include "series/transitions.h"

namespace ipclab {

class DiagramWalk {
public:
    static constexpr double kArcSeconds = 0.4;

    // How often each arc has been taken by now, and where the process is.
    void follow(const TransitionCounts& counts, ProcessState now);
    void advance(double seconds);

    // Where it rests, or where it came from.
    [[nodiscard]] ProcessState at() const { return m_at; }
    [[nodiscard]] std::optional<Transition> on() const { return m_on; }
    [[nodiscard]] double progress() const { return m_progress; }  // along that arc, 0 … 1
    [[nodiscard]] bool isMoving() const { return m_on.has_value(); }

private:
    void choose();

    TransitionCounts m_counts, m_walked;
    ProcessState m_at = ProcessState::New, m_now = ProcessState::New;
    std::optional<Transition> m_on;
    double m_progress = 0;
    bool m_placed = false;
};

}  // namespace ipclab
