#include <algorithm>
#include <limits>

#include "recording/latency_rows.h"
#include "recording/paged.h"

namespace ipclab {

namespace {

constexpr int kCountsJob = -1;  // beside those of Pages
// The view of a chart and what lies between two markers, each with the one before it.
constexpr std::size_t kMostStretches = 4;

}  // namespace

const LatencyHistory* PagedLatencies::whole() const {
    if (m_whole == nullptr) askFirst();
    return m_whole.get();
}

// As many as a history keeps in memory as they came.
void PagedLatencies::askFirst() const {
    if (std::exchange(m_asked, true)) return;
    m_source.queue.ask({this, kFirstLook}, [self = shared_from_this()]() -> ReadQueue::Install {
        Database& database = self->m_source.database;
        const std::int64_t link = self->m_link;
        const Nanoseconds last = self->lastTime();
        if (countIntervals(database, link, LatencyHistory::kIntervalsALevel) <= LatencyHistory::kIntervalsALevel) {
            auto all = std::make_shared<std::unique_ptr<LatencyHistory>>(std::make_unique<LatencyHistory>());
            for (Interval& it : readLatencies(database, link, 1, -1, last))
                (*all)->append(it.begin, it.end, std::move(it.counts));
            return [self, all] {
                self->m_whole = std::move(*all);
                self->m_pages.came(self->m_source);
            };
        }
        if (self->m_source.makesLatencyLevels)
            makeLevelsOfLatencies(database, link, [&] { return !self->m_source.queue.isStopping(); });
        const std::uint64_t count = groupedLatencies(database, link), span = PageSource::baseSpanOf(count);
        auto base = std::make_shared<std::vector<Interval>>(readLatencies(database, link, span, -1, last));
        return [self, base, count, span] {
            self->m_pages.know(count, span, std::move(*base));
            self->m_pages.came(self->m_source);
        };
    });
}

void PagedLatencies::lookAt(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const {
    if (whole() != nullptr || !m_pages.isKnown()) return;
    const std::uint64_t span = m_pages.spanFor(t0, t1, columns);
    const auto read = [this, span](const PageTimes& times) {
        const auto window = std::make_shared<Window>(Window{.from = times.first, .to = times.last});
        auto& items = span > 1 ? window->groups : window->ones;
        items = readLatencies(m_source.database, m_link, span, times.first, times.last);
        return [window] { return std::move(*window); };
    };
    m_pages.askFor(shared_from_this(), m_source, span, t0, t1, read);
}

void PagedLatencies::forEach(Nanoseconds t0, Nanoseconds t1, const Each& fn) const {
    if (!m_pages.isKnown()) return;
    const Window* window = m_pages.finest(t0, t1);
    const auto& items = window == nullptr ? m_pages.base() : window->groups.empty() ? window->ones : window->groups;
    auto it = std::ranges::partition_point(items, [t0](const Interval& each) { return each.end <= t0; });
    for (; it != items.end() && it->begin < t1; ++it) fn(*it);
}

LatencyCounts PagedLatencies::between(Nanoseconds t0, Nanoseconds t1) const {
    const PageTimes times{.first = std::max(t0, firstTime() - 1), .last = std::min(t1, lastTime())};
    const auto same = [&](const Stretch& it) { return it.times.first == times.first && it.times.last == times.last; };
    LatencyCounts counts{};
    if (!m_pages.isKnown() || times.last <= times.first) return counts;
    const auto found = std::ranges::find_if(m_stretches, same);
    if (found != m_stretches.end() && found->isCounted) return found->counts;
    if (found == m_stretches.end()) {
        m_stretches.push_back({.times = times});
        if (m_stretches.size() > kMostStretches) m_stretches.pop_front();
        askCounts();
    }
    forEach(times.first, times.last, [&](const Interval& it) {
        if (it.end > times.last) return;
        for (const LatencyHistory::Count& count : it.counts) counts[count.bin] += count.count;
    });
    return counts;
}

// Of those that are not counted yet; a newer wish takes the place of one that nobody has begun to fulfil, and has what
// that had.
void PagedLatencies::askCounts() const {
    std::vector<PageTimes> wanted;
    for (const Stretch& it : m_stretches) {
        if (!it.isCounted) wanted.push_back(it.times);
    }
    m_source.queue.ask({this, kCountsJob}, [self = shared_from_this(), wanted]() -> ReadQueue::Install {
        auto counted = std::make_shared<std::vector<Stretch>>();
        for (const PageTimes& times : wanted) {
            const LatencyCounts counts = countLatencies(self->m_source.database, self->m_link, times.first, times.last);
            counted->push_back({.times = times, .counts = counts, .isCounted = true});
        }
        return [self, counted] {
            for (const Stretch& it : *counted) {
                for (Stretch& known : self->m_stretches) {
                    if (known.times.first == it.times.first && known.times.last == it.times.last) known = it;
                }
            }
            self->m_pages.came(self->m_source);
        };
    });
}

}  // namespace ipclab
