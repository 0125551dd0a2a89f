#include <algorithm>
#include <cmath>

#include "recording/paged.h"
#include "series/not_a_number.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr std::size_t kColumnsOfStatistics = 2'000;

SampleGroup groupOf(const Sample& sample) { return SampleGroup::of(sample, 0, 0); }
const SampleGroup& groupOf(const SampleGroup& group) { return group; }
Nanoseconds beginOf(const Sample& sample) { return sample.t; }
Nanoseconds beginOf(const SampleGroup& group) { return group.begin; }

// fn(group) for each that begins in [t0, t1).
void forThose(const auto& items, Nanoseconds t0, Nanoseconds t1, auto fn) {
    auto it = std::ranges::partition_point(items, [t0](const auto& item) { return beginOf(item) < t0; });
    for (; it != items.end() && beginOf(*it) < t1; ++it) fn(groupOf(*it));
}

// Those columns from `first` up to `end`.
void fill(const auto& items, const ColumnGrid& grid, std::size_t first, std::size_t end, std::vector<Column>& out) {
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(first), out.begin() + static_cast<std::ptrdiff_t>(end),
              Column{kNaN, kNaN, kNaN, kNaN, 0, false});
    forThose(items, grid.edge(first), grid.edge(end), [&](const SampleGroup& group) {
        Column& column = out[static_cast<std::size_t>((group.begin - grid.start) / grid.step)];
        const bool isFirst = column.count == 0 && !column.gap;
        if (isFirst) column.first = group.firstValue;
        column.last = group.lastValue;
        column.gap = column.gap || group.gaps > 0;
        if (group.count == 0) return;
        column.min = column.count == 0 ? group.min : std::min(column.min, group.min);
        column.max = column.count == 0 ? group.max : std::max(column.max, group.max);
        column.count += group.count;
    });
}

std::optional<Sample> lastBefore(const auto& items, Nanoseconds t) {
    auto it = std::ranges::partition_point(items, [t](const auto& item) { return beginOf(item) <= t; });
    if (it == items.begin()) return std::nullopt;
    const SampleGroup group = groupOf(*--it);
    return Sample{group.begin, group.firstValue};
}

SeriesStatistics statisticsOf(const auto& items, Nanoseconds t0, Nanoseconds t1) {
    SeriesStatistics result;
    SampleGroup all;
    std::vector<double> values;
    forThose(items, t0, t1, [&](const SampleGroup& group) {
        all.add(group);
        if (!std::isnan(group.firstValue)) values.push_back(group.firstValue);
    });
    if (all.count == 0) return result;
    result.count = all.count;
    result.min = all.min;
    result.max = all.max;
    result.mean = all.sum / all.count;
    std::ranges::sort(values);
    if (values.empty()) values.push_back(result.mean);
    result.p50 = sortedQuantile(values, 0.5);
    result.p90 = sortedQuantile(values, 0.9);
    result.p99 = sortedQuantile(values, 0.99);
    result.exactQuantiles = values.size() == all.count;
    return result;
}

}  // namespace

PagedSamples::PagedSamples(PageSource& source, std::int64_t series, PageTimes times)
    : m_source(source), m_series(series), m_pages(times) {}

PagedSamples::PagedSamples(PageSource& source, std::string queue, PageTimes times)
    : m_source(source), m_queue(std::move(queue)), m_pages(times) {}

const TimeSeries* PagedSamples::whole() const {
    if (m_whole == nullptr) askFirst();
    return m_whole.get();
}

void PagedSamples::askFirst() const {
    if (std::exchange(m_asked, true)) return;
    m_source.queue.ask({this, kFirstLook}, [self = shared_from_this()]() -> ReadQueue::Install {
        PageSource& source = self->m_source;
        const PageTimes times = self->m_pages.times();
        constexpr std::size_t kMost = PageSource::kWholeSamples;
        const bool isQueue = !self->m_queue.empty();
        const auto samples = isQueue ? readQueue(source.database, self->m_queue)
                                     : readSamples(source.database, self->m_series, times.first, times.last, kMost);
        if (isQueue || samples.size() <= kMost) {
            auto whole = std::make_shared<std::unique_ptr<TimeSeries>>(std::make_unique<TimeSeries>());
            for (const Sample& sample : samples) (*whole)->append(sample.t, sample.value);
            return [self, whole] {
                self->m_whole = std::move(*whole);
                self->m_pages.came(self->m_source);
            };
        }
        if (source.makesLevels)
            makeLevelsOfSeries(source.database, self->m_series, [&] { return !source.queue.isStopping(); });
        const std::uint64_t count = groupedSamples(source.database, self->m_series);
        const std::uint64_t span = PageSource::baseSpanOf(count);
        auto base = std::make_shared<std::vector<SampleGroup>>(
            readSampleGroups(source.database, self->m_series, span, times.first, times.last));
        return [self, base, count, span] {
            self->m_pages.know(count, span, std::move(*base));
            self->m_pages.came(self->m_source);
        };
    });
}

void PagedSamples::askFor(std::uint64_t span, Nanoseconds t0, Nanoseconds t1) const {
    const auto read = [this, span](const PageTimes& times) {
        Database& database = m_source.database;
        const auto window = std::make_shared<Window>(Window{.from = times.first, .to = times.last});
        if (span == 1) {
            window->ones =
                readSamples(database, m_series, times.first, times.last, static_cast<std::size_t>(INT32_MAX));
        } else {
            window->groups = readSampleGroups(database, m_series, span, times.first, times.last);
        }
        return [window] { return std::move(*window); };
    };
    m_pages.askFor(shared_from_this(), m_source, span, t0, t1, read);
}

void PagedSamples::reduce(const ColumnGrid& grid, std::vector<Column>& out) const {
    if (const TimeSeries* all = whole()) return all->reduce(grid, out);
    out.assign(grid.columns, Column{kNaN, kNaN, kNaN, kNaN, 0, false});
    if (!m_pages.isKnown() || grid.columns == 0) return;
    fill(m_pages.base(), grid, 0, grid.columns, out);
    const std::uint64_t span = m_pages.spanFor(grid.start, grid.end(), grid.columns);
    askFor(span, grid.start, grid.end());
    const Window* window = m_pages.find(span);
    if (window == nullptr) window = m_pages.finest(grid.start, grid.end());
    if (window == nullptr) return;
    const auto [first, end] = columnsWithin(grid, m_pages.times(), {.first = window->from, .last = window->to});
    if (first >= end) return;
    if (!window->ones.empty()) {
        fill(window->ones, grid, first, end, out);
    } else {
        fill(window->groups, grid, first, end, out);
    }
}

std::optional<Sample> PagedSamples::at(Nanoseconds t) const {
    if (const TimeSeries* all = whole()) return all->at(t);
    if (const Window* window = m_pages.finest(t, t))
        return window->ones.empty() ? lastBefore(window->groups, t) : lastBefore(window->ones, t);
    return lastBefore(m_pages.base(), t);
}

SeriesStatistics PagedSamples::statistics(Nanoseconds t0, Nanoseconds t1) const {
    if (const TimeSeries* all = whole()) return all->statistics(t0, t1);
    if (!m_pages.isKnown() || t1 <= t0) return {};
    askFor(m_pages.spanFor(t0, t1, kColumnsOfStatistics), t0, t1);
    if (const Window* window = m_pages.finest(t0, t1))
        return window->ones.empty() ? statisticsOf(window->groups, t0, t1) : statisticsOf(window->ones, t0, t1);
    return statisticsOf(m_pages.base(), t0, t1);
}

bool PagedSamples::takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const {
    if (const TimeSeries* all = whole()) return all->takeFew(t0, t1, most, out);
    const Window* window = m_pages.isKnown() ? m_pages.find(1) : nullptr;
    if (window == nullptr || !window->covers(std::max(t0, firstTime()), std::min(t1, lastTime()))) return false;
    const auto& all = window->ones;
    auto from = std::ranges::lower_bound(all, t0, {}, &Sample::t);
    auto to = std::ranges::lower_bound(all, t1, {}, &Sample::t);
    if (to - from > static_cast<std::ptrdiff_t>(most)) return false;
    if (from != all.begin()) --from;
    if (to != all.end()) ++to;
    out.insert(out.end(), from, to);
    return true;
}

}  // namespace ipclab
