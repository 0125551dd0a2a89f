// What an owner has several of and a recording keeps as one value, JSON: connections of an end, calls over a link, what
// a process waited for. Reading expects what may be anything, and throws std::runtime_error. Private to recordings.
#pragma once

#include <string>

#include "results/run_data.h"

namespace ipclab {

// [slot, use, state, peer pid, opened, ended, messages sent, received, bytes sent, received, waiting, local, peer], …;
// an address is [family, port, cut, bytes in hexadecimal].
std::string connectionsText(const std::vector<ConnectionReading>& connections);
std::vector<ConnectionReading> connectionsOf(const std::string& text);

// [process, id, issued, executed, answered, executions], …
std::string callsText(const std::vector<CallData>& calls);
std::vector<CallData> callsOf(const std::string& text);

// samples, then [reason, object, times, of those with others], …
std::string waitObjectsText(const WaitObjects& objects);
WaitObjects waitObjectsOf(const std::string& text);

}  // namespace ipclab
