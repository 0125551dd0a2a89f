#include "cli/machine_check.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "core/utf8.h"
#include "export/host_json.h"

namespace ipclab {

namespace {

std::optional<std::string> busyText() {
    const MachineActivity activity = watchActivity();
    if (!activity.isBusy()) return std::nullopt;
    std::string text = activityText(activity);
    std::cerr << "ipclab: " << printable(text) << '\n';
    return text;
}

}  // namespace

MachineCheck::MachineCheck() : m_warning(busyText()) {}

void MachineCheck::addTo(nlohmann::ordered_json& result) const {
    addMachineUse(result["host"], m_load.useBeside(0));
    nlohmann::ordered_json& warnings = result["warnings"];
    if (!warnings.is_array()) warnings = nlohmann::ordered_json::array();
    if (m_warning) warnings.insert(warnings.begin(), *m_warning);
}

}  // namespace ipclab
