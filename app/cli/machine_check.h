// What else this machine does while something is measured: asked before it begins, and added up to its end.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "results/run_warnings.h"

namespace ipclab {

class MachineCheck {
public:
    // Looks for half a second what is busy here, and says so on standard error where that would disturb.
    MachineCheck();

    // The same sentence for the result; nothing: it was quiet.
    [[nodiscard]] const std::optional<std::string>& warning() const { return m_warning; }
    // Before the warnings of a result, and into its host what the machine did since this was made.
    void addTo(nlohmann::ordered_json& result) const;

private:
    std::optional<std::string> m_warning;
    MachineLoad m_load;  // begins after the look
};

}  // namespace ipclab
