#include "recording/paged.h"

#include <algorithm>

#include "recording/row.h"

namespace ipclab {

namespace {

std::unique_ptr<LatencyHistory> readLatencyHistory(Database& database, std::int64_t link) {
    auto history = std::make_unique<LatencyHistory>();
    Statement rows(database, "SELECT start_ns, end_ns, bin, count FROM latency WHERE link = ?1 ORDER BY end_ns, bin");
    rows.bind(1, link);
    LatencyHistory::Interval interval;
    const auto flush = [&] { history->append(interval.begin, interval.end, std::exchange(interval.counts, {})); };
    while (rows.step()) {
        RecordingRow row(rows);
        const Nanoseconds begin = row.time(), end = row.time();
        const auto bin = static_cast<std::uint32_t>(row.integer(0, latency_bins::kCount - 1));
        const auto count = static_cast<std::uint32_t>(row.integer(1, UINT32_MAX));
        if (end != interval.end) flush();
        interval.begin = begin;
        interval.end = end;
        interval.counts.push_back({bin, count});
    }
    flush();
    return history;
}

}  // namespace

std::uint64_t PageSource::baseSpanOf(std::uint64_t count) {
    std::uint64_t span = kFirstSpan;
    while (count / span > kMostBaseGroups) span *= kSpanFactor;
    return span;
}

const LatencyHistory* PagedLatencies::whole() const {
    if (m_whole != nullptr || m_asked) return m_whole.get();
    m_asked = true;
    m_source.queue.ask({this, kFirstLook}, [self = shared_from_this()]() -> ReadQueue::Install {
        auto read = std::make_shared<std::unique_ptr<LatencyHistory>>(
            readLatencyHistory(self->m_source.database, self->m_link));
        return [self, read] {
            self->m_whole = std::move(*read);
            self->m_source.detailed = true;
        };
    });
    return nullptr;
}

KnownColumns columnsWithin(const ColumnGrid& grid, const PageTimes& series, const PageTimes& window) {
    const auto columnOf = [&](Nanoseconds t) {
        const Nanoseconds column = (t - grid.start + grid.step - 1) / grid.step;
        return static_cast<std::size_t>(std::clamp<Nanoseconds>(column, 0, static_cast<Nanoseconds>(grid.columns)));
    };
    return {.first = window.first <= series.first ? 0 : columnOf(window.first),
            .end = window.last >= series.last ? grid.columns : columnOf(window.last - grid.step + 1)};
}

}  // namespace ipclab
