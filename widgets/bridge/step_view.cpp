#include "bridge/step_view.h"

#include <set>

namespace ipclab {

void StepView::add(const AddressReached& place) {
    CapturedThread thread;
    thread.setRegisters(place.registers);
    if (thread.words.empty()) return;
    if (!m_words.empty()) {
        const SteppedInstruction& step = m_trace.add(m_words, m_code, thread.words);
        std::vector<RegisterValue>& changed = m_changed.emplace_back();
        for (const std::size_t at : step.changed) changed.push_back({kRegisterNames[at], thread.words[at]});
    }
    m_words = thread.words;
    m_code = fromHex(place.code).value_or(std::vector<std::uint8_t>());
}

std::string StepView::nameOf(std::uint64_t address) const {
    const auto found = m_names.find(address);
    return found == m_names.end() ? std::string() : found->second;
}

std::vector<std::uint64_t> StepView::unnamed() const {
    std::set<std::uint64_t> addresses;
    for (const SteppedInstruction& step : m_trace.steps()) addresses.insert(step.address);
    if (stands()) addresses.insert(counter());
    std::erase_if(addresses, [&](std::uint64_t address) { return m_names.contains(address); });
    return {addresses.begin(), addresses.end()};
}

}  // namespace ipclab
