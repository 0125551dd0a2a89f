// The arcs of the state diagram of a process, as courses on operating systems draw it, and how often each was taken.
//
// Every arc is counted, also where its moment is not recorded: who runs after a wait must have been woken, and a new
// process must have been admitted before it runs. A change of state is therefore taken apart into the arcs it must have
// gone along. What was lost with records is counted as not seen and invented nowhere.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/process_state.h"

namespace ipclab {

enum class Transition : std::uint8_t { Admitted, Dispatch, Interrupt, Wait, WakeUp, Exit, Stop, Continue };
inline constexpr std::size_t kTransitionCount = 8;

struct TransitionArc {
    std::string_view id;  // as in JSON
    ProcessState from, to;
};

inline constexpr std::array<TransitionArc, kTransitionCount> kTransitionArcs{{
    {"admitted", ProcessState::New, ProcessState::Ready},
    {"dispatch", ProcessState::Ready, ProcessState::Running},
    {"interrupt", ProcessState::Running, ProcessState::Ready},
    {"wait", ProcessState::Running, ProcessState::Waiting},
    {"wake_up", ProcessState::Waiting, ProcessState::Ready},
    {"exit", ProcessState::Running, ProcessState::Terminated},
    {"stop", ProcessState::Running, ProcessState::Stopped},
    {"continue", ProcessState::Stopped, ProcessState::Ready},
}};

constexpr const TransitionArc& arcOf(Transition transition) {
    return kTransitionArcs[static_cast<std::size_t>(transition)];
}

class TransitionCounts {
public:
    // An absent state is an unknown one.
    void add(std::optional<ProcessState> from, std::optional<ProcessState> to) {
        using enum ProcessState;
        if (to == Zombie) to = Terminated;
        if (from == ReadyEstimated) from = Ready;
        if (to == ReadyEstimated) to = Ready;
        if (from == to || from == Zombie) return;
        if (!from || !to) {
            ++m_notSeen;
        } else if (from == Waiting && to == Stopped) {
            // It was told late what it had waited for: to be continued.
            at(Transition::Wait) -= at(Transition::Wait) > 0 ? 1 : 0;
            ++at(Transition::Stop);
        } else {
            addPath(*from, *to);
        }
    }
    void addNotSeen(std::uint64_t count) { m_notSeen += count; }
    void set(Transition transition, std::uint64_t count) { at(transition) = count; }

    [[nodiscard]] std::uint64_t operator[](Transition transition) const {
        return m_counts[static_cast<std::size_t>(transition)];
    }
    [[nodiscard]] std::uint64_t notSeen() const { return m_notSeen; }
    [[nodiscard]] std::uint64_t into(ProcessState state) const { return sum(state, &TransitionArc::to); }
    [[nodiscard]] std::uint64_t outOf(ProcessState state) const { return sum(state, &TransitionArc::from); }

    TransitionCounts& operator+=(const TransitionCounts& other) {
        for (std::size_t i = 0; i < kTransitionCount; ++i) m_counts[i] += other.m_counts[i];
        m_notSeen += other.m_notSeen;
        return *this;
    }
    // What has been counted since: of an arc that was taken back meanwhile, nothing.
    TransitionCounts& operator-=(const TransitionCounts& earlier) {
        const auto less = [](std::uint64_t& now, std::uint64_t then) { now -= std::min(now, then); };
        for (std::size_t i = 0; i < kTransitionCount; ++i) less(m_counts[i], earlier.m_counts[i]);
        less(m_notSeen, earlier.m_notSeen);
        return *this;
    }
    bool operator==(const TransitionCounts&) const = default;

private:
    std::uint64_t& at(Transition transition) { return m_counts[static_cast<std::size_t>(transition)]; }

    void addPath(ProcessState from, ProcessState to) {
        using enum ProcessState;
        if (from == New) ++at(Transition::Admitted);
        if (from == Waiting) ++at(Transition::WakeUp);
        if (from == Stopped) ++at(Transition::Continue);
        if (from != Running && to == Ready) return;
        if (from != Running) ++at(Transition::Dispatch);
        if (to == Ready) ++at(Transition::Interrupt);
        if (to == Waiting) ++at(Transition::Wait);
        if (to == Stopped) ++at(Transition::Stop);
        if (to == Terminated) ++at(Transition::Exit);
    }
    [[nodiscard]] std::uint64_t sum(ProcessState state, ProcessState TransitionArc::*end) const {
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < kTransitionCount; ++i) all += kTransitionArcs[i].*end == state ? m_counts[i] : 0;
        return all;
    }

    std::array<std::uint64_t, kTransitionCount> m_counts{};
    std::uint64_t m_notSeen = 0;
};

}  // namespace ipclab
