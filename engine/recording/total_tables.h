// The quantities of each kind of owner: one line each in total_tables.cpp. Private to recordings.
#pragma once

#include <span>
#include <string_view>

#include "recording/totals.h"

namespace ipclab {

// A party of a shared object, whose figures stand in lists by place.
struct Party {
    std::uint64_t rounds = 0;
    double waitedS = 0;
};

template <class Owner>
struct Total {
    std::string_view name, meaning;
    TotalValue (*get)(const Owner&);
    void (*set)(Owner&, const TotalValue&);
};

std::span<const Total<RunData>> totalsOf(const RunData* /*of these*/);
std::span<const Total<ProcessData>> totalsOf(const ProcessData* /*of these*/);
std::span<const Total<LinkData>> totalsOf(const LinkData* /*of these*/);
std::span<const Total<PortData>> totalsOf(const PortData* /*of these*/);
std::span<const Total<SharedData>> totalsOf(const SharedData* /*of these*/);
std::span<const Total<Party>> totalsOf(const Party* /*of these*/);
std::span<const Total<CpuData>> totalsOf(const CpuData* /*of these*/);

}  // namespace ipclab
