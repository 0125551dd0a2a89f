// A series, lane or latency history of a recording, of which that is in memory what was asked for last
// (series/stored.h). Small ones are read whole the first time they are asked. Of a larger one its coarsest groups are
// kept from then on, and beside them for each finer level the stretch that was looked at last, three times as long as
// what was seen, so that one scrolls within it. Private to recordings.
//
// Of the thread that asks; what is read is read by a ReadQueue.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "recording/level_rows.h"
#include "recording/read_queue.h"
#include "series/latency_history.h"

namespace ipclab {

// What all of one recording have in common: who reads, from what, and how much there may be.
struct PageSource {
    ReadQueue& queue;
    Database& database;  // of the reading thread
    bool makesLevels = false, makesLatencyLevels = false;
    // The number of who ran on a CPU (RunData::runners).
    std::function<std::int16_t(std::int32_t pid, std::int32_t tid)> runnerOf{};
    bool detailed = false;        // something has come
    std::size_t windowBytes = 0;  // in all windows

    static constexpr std::size_t kMostWindowBytes = std::size_t{128} << 20;
    static constexpr std::size_t kWholeSamples = 32'768, kWholeIntervals = 32'768;
    static constexpr std::size_t kMostBaseGroups = 8'192;

    // The finest level that has no more groups than that.
    [[nodiscard]] static std::uint64_t baseSpanOf(std::uint64_t count);
};

struct PageTimes {
    Nanoseconds first = 0, last = -1;
};

template <typename Item>
std::size_t bytesOf(const std::vector<Item>& items) {
    return items.size() * sizeof(Item);
}
inline std::size_t bytesOf(const std::vector<LatencyHistory::Interval>& items) {
    std::size_t bytes = items.size() * sizeof(LatencyHistory::Interval);
    for (const LatencyHistory::Interval& it : items) bytes += it.counts.capacity() * sizeof(LatencyHistory::Count);
    return bytes;
}

// A stretch of one level: groups, or where span is 1 what they are made of.
template <typename Group, typename One>
struct PageWindow {
    Nanoseconds from = 0, to = 0;
    std::vector<Group> groups{};
    std::vector<One> ones{};

    [[nodiscard]] bool covers(Nanoseconds t0, Nanoseconds t1) const { return from <= t0 && t1 <= to; }
    [[nodiscard]] std::size_t bytes() const { return bytesOf(groups) + bytesOf(ones); }
};

// Of the keys of what is read: the first look at it; the levels follow.
inline constexpr int kFirstLook = 0;

// The part of both that is the same: which window answers, and when another is asked for.
template <typename Group, typename One>
class Pages {
public:
    using Window = PageWindow<Group, One>;

    explicit Pages(PageTimes times) : m_times(times) {}

    [[nodiscard]] const PageTimes& times() const { return m_times; }
    void know(std::uint64_t count, std::uint64_t baseSpan, std::vector<Group> base) {
        m_count = count;
        m_baseSpan = baseSpan;
        m_base = std::move(base);
    }
    [[nodiscard]] bool isKnown() const { return m_count > 0; }
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] std::uint64_t baseSpan() const { return m_baseSpan; }
    [[nodiscard]] const std::vector<Group>& base() const { return m_base; }

    // The level for a stretch seen in so many columns: with at least two groups in each of them. 1: the samples
    // themselves; that of the base, where it is fine enough.
    [[nodiscard]] std::uint64_t spanFor(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const {
        const auto all = static_cast<double>(std::max<Nanoseconds>(m_times.last - m_times.first, 1));
        const double share = static_cast<double>(t1 - t0) / all;
        const double perColumn =
            share * static_cast<double>(m_count) / static_cast<double>(std::max<std::size_t>(columns, 1));
        return std::min(spanWithin(perColumn / 2), m_baseSpan);
    }

    [[nodiscard]] const Window* find(std::uint64_t span) const {
        const auto found = m_windows.find(span);
        return found == m_windows.end() ? nullptr : &found->second;
    }

    // What is to be read so that [t0, t1] can be seen and scrolled; nothing: it is there, or has been asked for.
    std::optional<PageTimes> missing(std::uint64_t span, Nanoseconds t0, Nanoseconds t1) {
        const Nanoseconds width = std::max<Nanoseconds>(t1 - t0, 1);
        const auto within = [&](Nanoseconds t) { return std::clamp(t, m_times.first, m_times.last); };
        t0 = within(t0);
        t1 = within(t1);
        const PageTimes roomy{within(t0 - width / 2), within(t1 + width / 2)};
        if (const Window* window = find(span); window != nullptr && window->covers(roomy.first, roomy.last))
            return std::nullopt;
        PageTimes& asked = m_asked[span];
        if (asked.first <= roomy.first && roomy.last <= asked.last) return std::nullopt;  // it is on its way
        const PageTimes wanted{within(t0 - width), within(t1 + width)};
        return asked = wanted;
    }

    // The finest that covers what there is of [t0, t1]; nullptr: none does.
    [[nodiscard]] const Window* finest(Nanoseconds t0, Nanoseconds t1) const {
        for (std::uint64_t span = 1; span < m_baseSpan; span = span == 1 ? kFirstSpan : span * kSpanFactor) {
            const Window* window = find(span);
            if (window != nullptr && window->covers(std::max(t0, m_times.first), std::min(t1, m_times.last)))
                return window;
        }
        return nullptr;
    }

    // Asks for [t0, t1] of a level unless it is there, or on its way. owner: has these pages, and lives until it has
    // come. read(times) reads, in the reading thread, and gives what makes a window of it, in the asking one.
    template <typename Owner, typename Read>
    void askFor(std::shared_ptr<Owner> owner, PageSource& source, std::uint64_t span, Nanoseconds t0, Nanoseconds t1,
                Read read) {
        if (span >= m_baseSpan) return;
        const auto wanted = missing(span, t0, t1);
        if (!wanted) return;
        source.queue.ask({owner.get(), kFirstLook + 1 + static_cast<int>(span)},
                         [this, owner, &source, span, times = *wanted, read]() -> ReadQueue::Install {
                             return [this, owner, &source, span, finish = read(times)] {
                                 put(span, finish(), source);
                                 came(source);
                             };
                         });
    }

    // Something of it is there that was not.
    void came(PageSource& source) {
        ++m_revision;
        source.detailed = true;
    }
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    // Where there is too much in all of them those of the other levels go.
    void put(std::uint64_t span, Window window, PageSource& source) {
        source.windowBytes += window.bytes();
        source.windowBytes -= m_windows[span].bytes();
        m_windows[span] = std::move(window);
        if (source.windowBytes <= PageSource::kMostWindowBytes) return;
        std::erase_if(m_windows, [&](const auto& it) {
            if (it.first == span) return false;
            source.windowBytes -= it.second.bytes();
            m_asked.erase(it.first);
            return true;
        });
    }

private:
    PageTimes m_times;
    std::uint64_t m_count = 0, m_baseSpan = 0, m_revision = 0;
    std::vector<Group> m_base;
    std::map<std::uint64_t, Window> m_windows;   // by span
    std::map<std::uint64_t, PageTimes> m_asked;  // likewise
};

// How many of a stretch took how long is counted in the file itself, from groups (latency_rows.h): a stretch is told
// exactly as soon as that has come, and before by what is in memory.
class PagedLatencies : public StoredLatencies, public std::enable_shared_from_this<PagedLatencies> {
public:
    PagedLatencies(PageSource& source, std::int64_t link, PageTimes times)
        : m_source(source), m_link(link), m_pages(times) {}

    [[nodiscard]] const LatencyHistory* whole() const override;
    [[nodiscard]] std::uint64_t revision() const override { return m_pages.revision(); }
    [[nodiscard]] Nanoseconds firstTime() const override { return m_pages.times().first; }
    [[nodiscard]] Nanoseconds lastTime() const override { return m_pages.times().last; }
    void lookAt(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const override;
    void forEach(Nanoseconds t0, Nanoseconds t1, const Each& fn) const override;
    [[nodiscard]] LatencyCounts between(Nanoseconds t0, Nanoseconds t1) const override;

private:
    using Interval = LatencyHistory::Interval;
    using Window = PageWindow<Interval, Interval>;
    struct Stretch {
        PageTimes times;
        LatencyCounts counts{};
        bool isCounted = false;
    };
    void askFirst() const;
    void askCounts() const;

    PageSource& m_source;
    std::int64_t m_link;
    mutable Pages<Interval, Interval> m_pages;
    mutable std::unique_ptr<LatencyHistory> m_whole;
    mutable bool m_asked = false;
    mutable std::deque<Stretch> m_stretches;  // that were asked for last
};

// Which columns of the grid [first, end) a window knows whole; where it reaches an end of the series, all beyond too.
struct KnownColumns {
    std::size_t first, end;
};
KnownColumns columnsWithin(const ColumnGrid& grid, const PageTimes& series, const PageTimes& window);

class PagedSamples : public StoredSamples, public std::enable_shared_from_this<PagedSamples> {
public:
    PagedSamples(PageSource& source, std::int64_t series, PageTimes times);
    // A queue's: ten a second, which are read whole.
    PagedSamples(PageSource& source, std::string queue, PageTimes times);

    [[nodiscard]] const TimeSeries* whole() const override;
    [[nodiscard]] std::uint64_t revision() const override { return m_pages.revision(); }
    [[nodiscard]] Nanoseconds firstTime() const override { return m_pages.times().first; }
    [[nodiscard]] Nanoseconds lastTime() const override { return m_pages.times().last; }
    [[nodiscard]] std::optional<Sample> at(Nanoseconds t) const override;
    void reduce(const ColumnGrid& grid, std::vector<Column>& out) const override;
    [[nodiscard]] SeriesStatistics statistics(Nanoseconds t0, Nanoseconds t1) const override;
    bool takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const override;

private:
    using Window = PageWindow<SampleGroup, Sample>;
    void askFirst() const;
    void askFor(std::uint64_t span, Nanoseconds t0, Nanoseconds t1) const;

    PageSource& m_source;
    std::int64_t m_series = 0;
    std::string m_queue;  // empty: a series
    mutable Pages<SampleGroup, Sample> m_pages;
    mutable std::unique_ptr<TimeSeries> m_whole;
    mutable bool m_asked = false;
};

class PagedStates : public StoredStates, public std::enable_shared_from_this<PagedStates> {
public:
    PagedStates(PageSource& source, LaneOf lane, PageTimes times);

    [[nodiscard]] const StateSeries* whole() const override;
    [[nodiscard]] std::uint64_t revision() const override { return m_pages.revision(); }
    [[nodiscard]] Nanoseconds firstTime() const override { return m_pages.times().first; }
    [[nodiscard]] Nanoseconds lastTime() const override { return m_pages.times().last; }
    [[nodiscard]] std::optional<StateInterval> at(Nanoseconds t) const override;
    void reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const override;
    [[nodiscard]] StateTimes totals(Nanoseconds t0, Nanoseconds t1) const override;
    void forEach(Nanoseconds t0, Nanoseconds t1, const std::function<void(const StateInterval&)>& fn) const override;

private:
    using Window = PageWindow<StateGroup, StateInterval>;
    void askFirst() const;
    void askFor(std::uint64_t span, Nanoseconds t0, Nanoseconds t1) const;
    [[nodiscard]] std::vector<StateInterval> intervalsOf(const std::vector<LaneRow>& rows) const;

    PageSource& m_source;
    LaneOf m_lane;
    mutable Pages<StateGroup, StateInterval> m_pages;
    mutable std::unique_ptr<StateSeries> m_whole;
    mutable bool m_asked = false;
};

}  // namespace ipclab
