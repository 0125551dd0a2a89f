// A process of the run as it is executed instruction by instruction: what has been executed since it was held, where it
// stands now, and in which functions that is, as far as they are known by now.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "observe/captured_thread.h"
#include "programs/instruction_trace.h"
#include "protocol/messages.h"

namespace ipclab {

class StepView {
public:
    // Where it stands now: before another instruction.
    void add(const AddressReached& place);
    void take(const StepsTaken& taken) { m_taken = taken; }
    void name(std::uint64_t address, const std::string& place) { m_names[address] = place; }

    [[nodiscard]] const StepsTaken& taken() const { return m_taken; }
    [[nodiscard]] bool isHeld() const { return m_taken.held; }
    [[nodiscard]] const InstructionTrace& trace() const { return m_trace; }
    // Of an instruction of the trace: the registers it changed, as they were afterwards.
    [[nodiscard]] const std::vector<RegisterValue>& changed(std::size_t step) const { return m_changed[step]; }
    // "square+0x3"; empty: not known.
    [[nodiscard]] std::string nameOf(std::uint64_t address) const;
    [[nodiscard]] std::vector<std::uint64_t> unnamed() const;

    [[nodiscard]] bool stands() const { return !m_words.empty(); }
    [[nodiscard]] std::uint64_t counter() const { return registerNamed(m_words, kProgramCounterName); }
    [[nodiscard]] std::uint64_t stack() const { return registerNamed(m_words, kStackPointerName); }
    [[nodiscard]] const std::vector<std::uint8_t>& code() const { return m_code; }

private:
    StepsTaken m_taken;
    InstructionTrace m_trace;
    std::vector<std::vector<RegisterValue>> m_changed;
    std::map<std::uint64_t, std::string> m_names;
    RegisterValues m_words;
    std::vector<std::uint8_t> m_code;
};

}  // namespace ipclab
