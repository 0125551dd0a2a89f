// The sum of several series that grow: at each moment one of them has a sample, the newest values of all together. A
// gap counts as nothing, and so does what has ended. It stays a little behind the newest sample, because the others may
// still tell of that moment.
#pragma once

#include <vector>

#include "series/time_series.h"

namespace ipclab {

class SummedSeries {
public:
    // They must outlive it.
    explicit SummedSeries(std::vector<const TimeSeries*> parts);

    [[nodiscard]] const std::vector<const TimeSeries*>& parts() const { return m_parts; }
    [[nodiscard]] const TimeSeries& sum() const { return m_sum; }
    // Takes what the parts have got since. ended: nothing more comes, so nothing is held back.
    void grow(bool ended);

private:
    [[nodiscard]] Nanoseconds until(bool ended) const;
    void take(Nanoseconds t);

    std::vector<const TimeSeries*> m_parts;
    std::vector<std::size_t> m_next;  // sample of each part
    std::vector<Sample> m_newest;     // of each part; NaN: none
    TimeSeries m_sum;
};

}  // namespace ipclab
