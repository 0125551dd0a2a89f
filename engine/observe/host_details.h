// The longer facts of a host: what it is run by, how fast its CPUs may go, what the kernel does about their weaknesses,
// and what it limits. Parts of readHostFacts() (host_facts.h); each reads some files under /sys and /proc. Any thread.
#pragma once

#include "observe/host_facts.h"

namespace ipclab {

// Of a folder like /sys/devices/system/cpu, for tests.
CpuFrequencies readFrequencies(const std::string& cpuFolder, const std::vector<int>& cpus);
std::vector<Mitigation> readMitigations(const std::string& folder);

std::vector<HostLimit> readHostLimits();
std::string hypervisorName();
std::string containerName();

}  // namespace ipclab
