#include <algorithm>

#include "recording/paged.h"

namespace ipclab {

namespace {

constexpr std::size_t kColumnsOfTotals = 2'000;
constexpr double kIntervalsAround = 1'000;  // a moment that is pointed at
// The stretch around such a moment has a place of its own beside what is in sight.
constexpr std::uint64_t kAroundMoment = 0;

StateGroup asGroup(const StateInterval& interval) { return StateGroup::of(interval); }
const StateGroup& asGroup(const StateGroup& group) { return group; }
Nanoseconds endOf(const StateInterval& interval) { return interval.end; }
Nanoseconds endOf(const StateGroup& group) { return group.end; }
Nanoseconds startOf(const StateInterval& interval) { return interval.start; }
Nanoseconds startOf(const StateGroup& group) { return group.begin; }

// fn(item) for each that overlaps [t0, t1).
void forOverlapping(const auto& items, Nanoseconds t0, Nanoseconds t1, auto fn) {
    auto it = std::ranges::partition_point(items, [t0](const auto& item) { return endOf(item) <= t0; });
    for (; it != items.end() && startOf(*it) < t1; ++it) fn(*it);
}

std::uint64_t numberOf(const StateInterval& interval) { return static_cast<std::uint64_t>(interval.start); }
std::uint64_t numberOf(const StateGroup&) { return StateColumn::kNone; }

// Time in a group is spread evenly over it.
void spread(const StateGroup& group, std::uint64_t number, const ColumnGrid& grid, std::size_t first, std::size_t end,
            std::vector<StateColumn>& out) {
    const Nanoseconds from = std::max(group.begin, grid.edge(first)), to = std::min(group.end, grid.edge(end));
    if (to <= from) return;
    const double length = static_cast<double>(group.end - group.begin) * static_cast<double>(grid.step);
    auto column = static_cast<std::size_t>((from - grid.start) / grid.step);
    for (; column < end && grid.edge(column) < to; ++column) {
        const Nanoseconds part = std::min(to, grid.edge(column + 1)) - std::max(from, grid.edge(column));
        if (part == grid.step) out[column].interval = number;
        for (std::size_t s = 0; s < group.times.size(); ++s) {
            if (group.times[s] == 0) continue;
            out[column].share[s] +=
                static_cast<float>(static_cast<double>(group.times[s]) * static_cast<double>(part) / length);
        }
    }
}

void fillStates(const auto& items, const ColumnGrid& grid, std::size_t first, std::size_t end,
                std::vector<StateColumn>& out) {
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(first), out.begin() + static_cast<std::ptrdiff_t>(end),
              StateColumn{{}, StateColumn::kNone});
    forOverlapping(items, grid.edge(first), grid.edge(end),
                   [&](const auto& item) { spread(asGroup(item), numberOf(item), grid, first, end, out); });
}

void addTimes(const StateGroup& group, Nanoseconds t0, Nanoseconds t1, StateTimes& sum) {
    const Nanoseconds overlap = std::min(group.end, t1) - std::max(group.begin, t0);
    if (overlap <= 0) return;
    const double part = static_cast<double>(overlap) / static_cast<double>(group.end - group.begin);
    for (std::size_t s = 0; s < sum.size(); ++s)
        sum[s] += static_cast<Nanoseconds>(part * static_cast<double>(group.times[s]));
}

}  // namespace

PagedStates::PagedStates(PageSource& source, LaneOf lane, PageTimes times)
    : m_source(source), m_lane(lane), m_pages(times) {}

const StateSeries* PagedStates::whole() const {
    if (m_whole == nullptr) askFirst();
    return m_whole.get();
}

// Who ran on a CPU has a number among all who did.
std::vector<StateInterval> PagedStates::intervalsOf(const std::vector<LaneRow>& rows) const {
    std::vector<StateInterval> intervals;
    intervals.reserve(rows.size());
    for (const LaneRow& row : rows) {
        intervals.push_back(row.interval);
        if (m_lane.kind == LaneKind::Cpu)
            intervals.back().cpu = row.pid > 0 ? m_source.runnerOf(row.pid, row.tid) : std::int16_t{-1};
    }
    return intervals;
}

void PagedStates::askFirst() const {
    if (std::exchange(m_asked, true)) return;
    m_source.queue.ask({this, kFirstLook}, [self = shared_from_this()]() -> ReadQueue::Install {
        PageSource& source = self->m_source;
        const PageTimes times = self->m_pages.times();
        constexpr std::size_t kMost = PageSource::kWholeIntervals;
        auto rows = std::make_shared<std::vector<LaneRow>>(
            readLaneRows(source.database, self->m_lane, 0, times.last + 1, kMost));
        if (rows->size() <= kMost) {
            return [self, rows] {
                self->m_whole = std::make_unique<StateSeries>();
                for (const StateInterval& it : self->intervalsOf(*rows))
                    self->m_whole->append(it.start, it.end, it.state, it.cpu, it.reason);
                self->m_pages.came(self->m_source);
            };
        }
        if (source.makesLevels)
            makeLevelsOfLane(source.database, self->m_lane, [&] { return !source.queue.isStopping(); });
        const std::uint64_t count = groupedIntervals(source.database, self->m_lane);
        const std::uint64_t span = PageSource::baseSpanOf(count);
        auto base = std::make_shared<std::vector<StateGroup>>(
            readStateGroups(source.database, self->m_lane, span, 0, times.last + 1));
        return [self, base, count, span] {
            self->m_pages.know(count, span, std::move(*base));
            self->m_pages.came(self->m_source);
        };
    });
}

void PagedStates::askFor(std::uint64_t span, Nanoseconds t0, Nanoseconds t1) const {
    const auto read = [this, span](const PageTimes& times) {
        Database& database = m_source.database;
        const auto window = std::make_shared<Window>(Window{.from = times.first, .to = times.last});
        const auto rows = std::make_shared<std::vector<LaneRow>>();
        if (span <= 1) {
            *rows = readLaneRows(database, m_lane, times.first, times.last, static_cast<std::size_t>(INT32_MAX));
        } else {
            window->groups = readStateGroups(database, m_lane, span, times.first, times.last);
        }
        return [this, window, rows] {
            window->ones = intervalsOf(*rows);
            return std::move(*window);
        };
    };
    m_pages.askFor(shared_from_this(), m_source, span, t0, t1, read);
}

void PagedStates::reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const {
    if (const StateSeries* all = whole()) return all->reduce(grid, out);
    out.assign(grid.columns, StateColumn{{}, StateColumn::kNone});
    if (!m_pages.isKnown() || grid.columns == 0) return;
    fillStates(m_pages.base(), grid, 0, grid.columns, out);
    const std::uint64_t span = m_pages.spanFor(grid.start, grid.end(), grid.columns);
    askFor(span, grid.start, grid.end());
    const Window* window = m_pages.find(span);
    if (window == nullptr) window = m_pages.finest(grid.start, grid.end());
    if (window == nullptr) return;
    const auto [first, end] = columnsWithin(grid, m_pages.times(), {.first = window->from, .last = window->to});
    if (first >= end) return;
    if (!window->ones.empty()) {
        fillStates(window->ones, grid, first, end, out);
    } else {
        fillStates(window->groups, grid, first, end, out);
    }
}

std::optional<StateInterval> PagedStates::at(Nanoseconds t) const {
    if (const StateSeries* all = whole()) return all->at(t);
    if (!m_pages.isKnown() || t < firstTime() || t > lastTime()) return std::nullopt;
    const Window* window = m_pages.find(1);
    if (window == nullptr || !window->covers(t, t)) window = m_pages.find(kAroundMoment);
    if (window == nullptr || !window->covers(t, t)) {
        const double each = static_cast<double>(lastTime() - firstTime()) / static_cast<double>(m_pages.count());
        const auto around = static_cast<Nanoseconds>(each * kIntervalsAround);
        askFor(kAroundMoment, t - around, t + around);
        return std::nullopt;
    }
    std::optional<StateInterval> found;
    forOverlapping(window->ones, t, t + 1, [&](const StateInterval& it) { found = it; });
    return found;
}

StateTimes PagedStates::totals(Nanoseconds t0, Nanoseconds t1) const {
    if (const StateSeries* all = whole()) return all->totals(t0, t1);
    StateTimes sum{};
    if (!m_pages.isKnown() || t1 <= t0) return sum;
    askFor(m_pages.spanFor(t0, t1, kColumnsOfTotals), t0, t1);
    const auto add = [&](const auto& item) { addTimes(asGroup(item), t0, t1, sum); };
    const Window* window = m_pages.finest(t0, t1);
    if (window == nullptr) {
        forOverlapping(m_pages.base(), t0, t1, add);
    } else if (window->ones.empty()) {
        forOverlapping(window->groups, t0, t1, add);
    } else {
        forOverlapping(window->ones, t0, t1, add);
    }
    return sum;
}

void PagedStates::forEach(Nanoseconds t0, Nanoseconds t1, const std::function<void(const StateInterval&)>& fn) const {
    if (const StateSeries* all = whole()) return all->forEach(t0, t1, fn);
    const Window* window = m_pages.isKnown() ? m_pages.find(1) : nullptr;
    if (window == nullptr || !window->covers(std::max(t0, firstTime()), std::min(t1, lastTime()))) return;
    forOverlapping(window->ones, t0, t1, fn);
}

}  // namespace ipclab
