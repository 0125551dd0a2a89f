#include "programs/instruction_trace.h"

#include <algorithm>

namespace ipclab {

namespace {

std::uint64_t counterOf(const RegisterValues& words) { return registerNamed(words, kProgramCounterName); }
std::uint64_t stackOf(const RegisterValues& words) { return registerNamed(words, kStackPointerName); }

// Where the bytes do not say how long it is, it is as long as the counter went on.
std::size_t lengthOf(const Instruction& instruction, std::uint64_t address, std::uint64_t next) {
    if (instruction.lengthBytes != 0) return instruction.lengthBytes;
    return next > address && next - address <= kLongestInstructionBytes ? next - address : 0;
}

std::vector<std::size_t> changesOf(const RegisterValues& before, const RegisterValues& after) {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (before[i] != after[i] && kRegisterNames[i] != kProgramCounterName) changed.push_back(i);
    }
    return changed;
}

}  // namespace

const SteppedInstruction& InstructionTrace::add(const RegisterValues& before, std::vector<std::uint8_t> code,
                                                const RegisterValues& after) {
    const Instruction instruction = instructionOf(code);
    SteppedInstruction& step = m_steps.emplace_back();
    step.address = counterOf(before);
    step.next = counterOf(after);
    step.kind = instruction.kind;
    const std::size_t length = lengthOf(instruction, step.address, step.next);
    step.bytes = std::move(code);
    if (length != 0 && length < step.bytes.size()) step.bytes.resize(length);
    // A string instruction stays where it is until it is done.
    step.jumped = step.next != step.address + length && step.next != step.address;
    step.stackBefore = stackOf(before);
    step.stackAfter = stackOf(after);
    step.changed = changesOf(before, after);
    follow(step);
    return step;
}

void InstructionTrace::follow(SteppedInstruction& step) {
    step.depth = m_depth;
    if (step.kind == InstructionKind::Call && step.jumped) {
        m_stackBeforeCalls.push_back(step.stackBefore);
        ++m_depth;
    }
    if (step.kind != InstructionKind::Return) return;
    --m_depth;
    if (m_stackBeforeCalls.empty()) return;  // out of a function that was called before the first step
    step.matched = true;
    step.balanced = step.stackAfter == m_stackBeforeCalls.back();
    m_stackBeforeCalls.pop_back();
}

TraceCounts InstructionTrace::counts() const {
    TraceCounts counts;
    counts.instructions = m_steps.size();
    for (const SteppedInstruction& step : m_steps) {
        const bool call = step.kind == InstructionKind::Call, back = step.kind == InstructionKind::Return;
        counts.advances += step.jumped ? 0 : 1;
        counts.jumps += step.jumped && !call && !back ? 1 : 0;
        counts.calls += call && step.jumped ? 1 : 0;
        counts.returns += back ? 1 : 0;
        counts.matched += step.matched ? 1 : 0;
        counts.balanced += step.balanced ? 1 : 0;
    }
    return counts;
}

std::pair<const SteppedInstruction*, const SteppedInstruction*> InstructionTrace::firstCall() const {
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].kind != InstructionKind::Call || !m_steps[i].jumped) continue;
        for (std::size_t j = i + 1; j < m_steps.size(); ++j) {
            if (m_steps[j].matched && m_steps[j].depth == m_steps[i].depth + 1) return {&m_steps[i], &m_steps[j]};
        }
    }
    return {nullptr, nullptr};
}

}  // namespace ipclab
