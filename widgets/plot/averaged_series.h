// A series as the means of equal stretches of time, each told at the end of its own: a rate counted over a longer time
// than the one it was measured over. A value is of the time since the one before it; a gap is left out of the mean. The
// stretches begin at whole multiples of their length since the clock's zero, so that they stay where they are.
#pragma once

#include "series/time_series.h"

namespace ipclab {

class AveragedSeries {
public:
    // The series must outlive it.
    AveragedSeries(const TimeSeries& of, Nanoseconds over);

    [[nodiscard]] const TimeSeries& of() const { return m_of; }
    [[nodiscard]] const TimeSeries& means() const { return m_means; }
    // Takes what the series has got since.
    void grow();

private:
    void add(Nanoseconds until, double value);
    void close();

    const TimeSeries& m_of;
    Nanoseconds m_over;
    TimeSeries m_means;
    std::size_t m_next = 0;
    Nanoseconds m_reached = 0;  // the time of the sample taken last
    double m_sum = 0;           // of value × time, of the stretch that goes on
    Nanoseconds m_known = 0;    // so much of it has values
};

}  // namespace ipclab
