// The parts Capabilities is made of. Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "observe/capabilities.h"

namespace ipclab {

Capability makeFact(std::string id, std::string meaning);
// The first line of a file; else why it cannot be read.
Capability makeFileFact(std::string id, const std::string& path, std::string meaning);
std::optional<std::int64_t> numberOf(const Capability& capability);
void limitedBy(Capability& capability, std::string suggestion);

// Who may open switch events and trace points.
Capability paranoidFact();
Capability perfmonFact();
Capability wakingFact();
// What the scheduler allows an ordinary user.
std::vector<Capability> schedulingFacts();
// How many processes there may be.
std::vector<Capability> countFacts();
// What the control group of this process leaves of the machine.
std::vector<Capability> groupFacts();

}  // namespace ipclab
