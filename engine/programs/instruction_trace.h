// What comes of executing a process instruction by instruction: where the program counter went from each, what kind of
// instruction it was, which registers it changed and where the stack stood; the calls and whether their returns found
// the stack as it was. Made of readings between instructions; nothing is simulated. Pure data.
#pragma once

#include <string>
#include <vector>

#include "programs/instruction.h"
#include "programs/stepped_child.h"

namespace ipclab {

struct SteppedInstruction {
    std::uint64_t address = 0, next = 0;
    std::vector<std::uint8_t> bytes;  // its own; where its length is not known those that were there
    InstructionKind kind = InstructionKind::Plain;
    bool jumped = false;  // the counter did not go on to the instruction that follows
    std::uint64_t stackBefore = 0, stackAfter = 0;
    int depth = 0;                     // calls made and not returned from, before it
    bool matched = false;              // a return from a call that was seen
    bool balanced = false;             // and the stack pointer is where it was before that call
    std::vector<std::size_t> changed;  // registers, by their places in kRegisterNames; without the program counter
};

struct TraceCounts {
    std::uint64_t instructions = 0, advances = 0, jumps = 0, calls = 0, returns = 0, matched = 0, balanced = 0;
};

class InstructionTrace {
public:
    // Registers and code before an instruction, and the registers after it.
    const SteppedInstruction& add(const RegisterValues& before, std::vector<std::uint8_t> code,
                                  const RegisterValues& after);
    [[nodiscard]] const std::vector<SteppedInstruction>& steps() const { return m_steps; }
    [[nodiscard]] TraceCounts counts() const;
    // The first call whose return was seen, and that return; nullptr: there is none.
    [[nodiscard]] std::pair<const SteppedInstruction*, const SteppedInstruction*> firstCall() const;

private:
    void follow(SteppedInstruction& step);

    std::vector<SteppedInstruction> m_steps;
    std::vector<std::uint64_t> m_stackBeforeCalls;
    int m_depth = 0;
};

}  // namespace ipclab
