// Times of a run as its JSON has them: seconds since its start.
#pragma once

#include <nlohmann/json.hpp>

#include "results/run_data.h"

namespace ipclab {

// Of what has not happened (0): null.
inline nlohmann::ordered_json secondsOrNull(const RunData& data, Nanoseconds at) {
    return at == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(data.sinceStartS(at));
}

}  // namespace ipclab
