// What ends a command before its time: the exit status of the contract, and what to tell the person.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace ipclab {

enum ExitStatusCode : int { kDone = 0, kFailed = 1, kWrongUsage = 2, kMachineLacks = 3, kInterrupted = 130 };

class Failure : public std::runtime_error {
public:
    // The message may have several lines; empty: everything has been said.
    Failure(int status, const std::string& message) : std::runtime_error(message), m_status(status) {}
    [[nodiscard]] int status() const { return m_status; }

private:
    int m_status;
};

// Does it; what it failed with is for later, when everything else is done.
template <typename Work>
std::optional<Failure> failureOf(Work work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure;
    }
    return std::nullopt;
}

}  // namespace ipclab
