#include "document/approval.h"

#include <cstdlib>
#include <filesystem>

#include "document/machine.h"

namespace ipclab {
namespace {

// Words of any content, told apart by their lengths.
void append(std::string& text, std::string_view word) {
    text += std::to_string(word.size());
    text += ':';
    text += word;
}

std::string folder() {
    std::error_code unknown;
    return std::filesystem::current_path(unknown).string();
}

std::string textOf(const ProcessSpec& process) {
    const char* path = std::getenv("PATH");
    std::string text = "command ";
    append(text, findExecutable(process.command.front(), path == nullptr ? "" : path).value_or(std::string()));
    for (const std::string& word : process.command) append(text, word);
    append(text, folder());
    return text;
}

std::string textOf(const char* limit, std::uint64_t value) {
    return std::string("safety ") + limit + ' ' + std::to_string(value);
}

}  // namespace

Approvals Approvals::everything() {
    Approvals all;
    all.m_everything = true;
    return all;
}

std::vector<std::string> Approvals::textsOf(const Experiment& experiment) {
    std::vector<std::string> texts;
    for (const ProcessSpec& process : experiment.processes) {
        if (!process.command.empty()) texts.push_back(textOf(process));
    }
    if (experiment.safety.processes) texts.push_back(textOf("processes", *experiment.safety.processes));
    if (experiment.safety.memoryBytes) texts.push_back(textOf("memory_bytes", *experiment.safety.memoryBytes));
    return texts;
}

void Approvals::approve(const Experiment& experiment) {
    for (std::string& text : textsOf(experiment)) m_texts.insert(std::move(text));
}

bool Approvals::isAgreed(const std::string& text) const {
    return m_texts.contains(text) || (m_remembered && m_remembered(text));
}

bool Approvals::has(const ProcessSpec& process) const {
    return m_everything || process.command.empty() || isAgreed(textOf(process));
}

bool Approvals::hasLimits(const SafetyLimits& limits) const {
    const auto agreed = [this](const char* limit, const std::optional<std::uint64_t>& value) {
        return !value || isAgreed(textOf(limit, *value));
    };
    return m_everything || (agreed("processes", limits.processes) && agreed("memory_bytes", limits.memoryBytes));
}

std::vector<std::uint32_t> Approvals::missing(const Experiment& experiment) const {
    std::vector<std::uint32_t> missing;
    for (std::uint32_t i = 0; i < experiment.processes.size(); ++i) {
        if (!has(experiment.processes[i])) missing.push_back(i);
    }
    return missing;
}

}  // namespace ipclab
