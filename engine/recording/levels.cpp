#include "recording/levels.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

SampleGroup SampleGroup::of(const Sample& sample, std::uint64_t number, std::uint32_t place) {
    SampleGroup group{.begin = sample.t,
                      .end = sample.t,
                      .first = number,
                      .lastPlace = place,
                      .firstValue = sample.value,
                      .lastValue = sample.value};
    if (std::isnan(sample.value)) {
        group.gaps = 1;
    } else {
        group.min = group.max = group.sum = sample.value;
        group.count = 1;
    }
    return group;
}

void SampleGroup::add(const SampleGroup& next) {
    end = next.end;
    lastPlace = next.lastPlace;
    min = std::min(min, next.min);
    max = std::max(max, next.max);
    lastValue = next.lastValue;
    sum += next.sum;
    count += next.count;
    gaps += next.gaps;
}

StateGroup StateGroup::of(const StateInterval& interval) {
    StateGroup group{.begin = interval.start, .end = interval.end, .intervals = 1};
    group.times[static_cast<std::size_t>(interval.state)] = interval.end - interval.start;
    return group;
}

void StateGroup::add(const StateGroup& next) {
    end = next.end;
    for (std::size_t s = 0; s < times.size(); ++s) times[s] += next.times[s];
    intervals += next.intervals;
}

}  // namespace ipclab
