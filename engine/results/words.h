// The words of enumerations as results and recordings spell them, and back.
#pragma once

#include <optional>
#include <string_view>

#include "results/run_data.h"

namespace ipclab {

std::string_view id(StateSource source);
std::string_view id(DepthUnit unit);
std::string_view id(LaunchMethod method);
std::string_view id(ObserveLevel level);
std::string_view id(PortRole role);
std::string_view id(SharedKind kind);
std::string_view id(ConnectionState state);
std::string_view id(WaitReason reason);  // "not-said" for None
std::string_view id(Importance importance);

// Nothing where there is no such word.
std::optional<ProcessState> processStateOf(std::string_view word);
std::optional<StateSource> stateSourceOf(std::string_view word);
std::optional<DepthUnit> depthUnitOf(std::string_view word);
std::optional<ObserveLevel> observeLevelOf(std::string_view word);
std::optional<PortRole> portRoleOf(std::string_view word);

}  // namespace ipclab
