// The series of a process and of a link with their names, units and meanings: one list for recordings, CSV and the
// descriptions that go with them.
#pragma once

#include <span>
#include <string_view>

#include "results/run_data.h"

namespace ipclab {

template <class Owner>
struct NamedSeries {
    std::string_view name;  // as in files: "messages_per_s"
    std::string_view meaning;
    TimeSeries Owner::*series;
};

std::span<const NamedSeries<ProcessData>> processSeries();
std::span<const NamedSeries<LinkData>> linkSeries();

}  // namespace ipclab
