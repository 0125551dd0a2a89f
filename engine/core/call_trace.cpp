#include "core/call_trace.h"

#include <array>
#include <utility>

namespace ipclab {

bool CallTrace::s_on = false;
bool CallTrace::s_asks = true;
std::vector<NotedStep> CallTrace::s_steps;

std::string_view nameOf(CallStep step) {
    static constexpr std::array<std::string_view, kCallSteps> names{
        TEXT("fact", "look up"),       TEXT("fact", "marshal"),    TEXT("fact", "send"),
        TEXT("fact", "dispatch"),      TEXT("fact", "unmarshal"),  TEXT("fact", "execute"),
        TEXT("fact", "marshal reply"), TEXT("fact", "send reply"), TEXT("fact", "unmarshal reply")};
    return names[static_cast<std::size_t>(step)];
}

void CallTrace::note(NotedStep step) {
    if (s_on) s_steps.push_back(std::move(step));
}

std::vector<NotedStep> CallTrace::take() { return std::exchange(s_steps, {}); }

void StepTimer::note(Nanoseconds endNs, std::span<const std::byte> bytes, std::span<const ByteMark> marks) const {
    NotedStep step{m_step, m_beginNs, endNs, {bytes.begin(), bytes.end()}, {}};
    for (const ByteMark& mark : marks) {
        if (mark.length == 0 && marks.size() > 1) continue;  // a message of nothing is no remark
        if (!step.marks.empty()) step.marks += ';';
        step.marks += std::to_string(mark.length) + ' ' + std::string(mark.name);
    }
    CallTrace::note(std::move(step));
}

}  // namespace ipclab
