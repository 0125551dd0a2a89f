#include "recording/latency_rows.h"

#include <algorithm>
#include <limits>

#include "recording/batch.h"
#include "recording/row.h"
#include "recording/temporary_writes.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kAskLatenciesEvery = 1024;  // intervals

class LatencyInserts {
public:
    explicit LatencyInserts(Database& database)
        : m_insert(database, "INSERT INTO latency_level VALUES (?,?,?,?,?,?)") {}

    void add(std::int64_t link, std::uint64_t span, const LatencyGroup& group) {
        for (const LatencyGroup::Count& it : group.counts)
            m_insert.run(link, span, group.begin, group.end, std::uint64_t{it.bin}, it.count);
    }

private:
    Statement m_insert;
};

// Takes rows of start, end, bin and count, in the order of ends, together into groups: each(group).
class GroupsOfRows {
public:
    void add(const Statement& rows, auto each) {
        RecordingRow row(rows);
        const Nanoseconds begin = row.time(), end = row.time();
        const auto bin = static_cast<std::uint32_t>(row.integer(0, latency_bins::kCount - 1));
        const std::uint64_t count = row.count();
        if (end < begin) refuse("latencies of an interval that ends before it begins");
        if (end != m_group.end) flush(each);
        m_group.begin = begin;
        m_group.end = end;
        m_group.counts.push_back({bin, count});
    }
    void flush(auto each) {
        if (!m_group.counts.empty()) each(m_group);
        m_group.counts.clear();
    }

private:
    LatencyGroup m_group;
};

void forEachGroup(Statement& rows, auto each) {
    GroupsOfRows groups;
    bool goesOn = true;
    while (goesOn && rows.step()) groups.add(rows, [&](const LatencyGroup& group) { goesOn = each(group); });
    if (goesOn) groups.flush(each);
    rows.reset();
}

LatencyHistory::Interval intervalOf(const LatencyGroup& group) {
    LatencyHistory::Interval interval{group.begin, group.end, {}};
    interval.counts.reserve(group.counts.size());
    for (const LatencyGroup::Count& it : group.counts) {
        const auto count = std::min<std::uint64_t>(it.count, std::numeric_limits<std::uint32_t>::max());
        interval.counts.push_back({it.bin, static_cast<std::uint32_t>(count)});
    }
    return interval;
}

constexpr const char* kIntervals =
    "SELECT start_ns, end_ns, bin, count FROM latency WHERE link = ?1 AND end_ns > ?2 ORDER BY end_ns, bin";
constexpr const char* kGroups =
    "SELECT begin_ns, end_ns, bin, count FROM latency_level WHERE link = ?1 AND end_ns > ?2 AND span = ?3 ORDER BY "
    "end_ns, bin";

std::uint64_t coarsestSpan(Database& database, std::int64_t link) {
    Statement spans(database, "SELECT max(span) FROM latency_level WHERE link = ?1");
    spans.bind(1, link);
    if (!spans.step() || spans.isNull(0)) return 1;
    RecordingRow row(spans);
    return row.count();
}

// What of (from, to] has been counted already, as one stretch within; nothing has: it is empty.
struct Counted {
    Nanoseconds from, to;
};

// The rest of (from, to] by groups of that span.
class LatencySum {
public:
    LatencySum(Database& database, std::int64_t link, Nanoseconds from, Nanoseconds to)
        : m_intervals(database, kIntervals), m_groups(database, kGroups), m_link(link), m_from(from), m_to(to) {}

    void add(std::uint64_t span) {
        if (!m_counted) {
            addWithin(span, m_from, m_to);
            return;
        }
        const Counted counted = *m_counted;
        addWithin(span, m_from, counted.from);
        addWithin(span, counted.to, m_to);
    }
    [[nodiscard]] const LatencyCounts& counts() const { return m_counts; }

private:
    // An interval belongs where it ends; a group is taken that lies within as a whole.
    void addWithin(std::uint64_t span, Nanoseconds from, Nanoseconds to) {
        Statement& rows = span > 1 ? m_groups : m_intervals;
        rows.reset();
        rows.bind(1, m_link);
        rows.bind(2, from);
        if (span > 1) rows.bind(3, span);
        forEachGroup(rows, [&](const LatencyGroup& group) {
            if (group.end > to) return false;
            if (span > 1 && group.begin < from) return true;
            for (const LatencyGroup::Count& it : group.counts) m_counts[it.bin] += it.count;
            if (!m_counted) m_counted = Counted{group.begin, group.end};
            m_counted->from = std::min(m_counted->from, group.begin);
            m_counted->to = std::max(m_counted->to, group.end);
            return true;
        });
    }

    Statement m_intervals, m_groups;
    std::int64_t m_link;
    Nanoseconds m_from, m_to;
    std::optional<Counted> m_counted;
    LatencyCounts m_counts{};
};

}  // namespace

void LatencyGroup::add(const LatencyGroup& next) {
    end = next.end;
    std::vector<Count> both;
    both.reserve(counts.size() + next.counts.size());
    auto left = counts.begin();
    for (const Count& right : next.counts) {
        while (left != counts.end() && left->bin < right.bin) both.push_back(*left++);
        const bool same = left != counts.end() && left->bin == right.bin;
        both.push_back({right.bin, same ? (left++)->count + right.count : right.count});
    }
    both.insert(both.end(), left, counts.end());
    counts = std::move(both);
}

void LatencyLevelsWriter::write(Database& database, const std::vector<LatencyRow>& rows) {
    LatencyInserts inserts(database);
    for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
        const LatencyRow& row = rows[first];
        LatencyGroup one{.begin = row.beginNs, .end = row.endNs};
        for (end = first; end < rows.size() && rows[end].link == row.link && rows[end].endNs == row.endNs; ++end)
            one.counts.push_back({rows[end].count.bin, rows[end].count.count});
        m_links[row.link].add(
            one, [&](std::uint64_t span, const LatencyGroup& group) { inserts.add(row.link, span, group); });
    }
}

bool hasLatencyLevels(Database& database) {
    Statement tables(database, "SELECT 1 FROM main.sqlite_schema WHERE name = 'latency_level'");
    return tables.step();
}

void makeLevelsOfLatencies(Database& database, std::int64_t link, const std::function<bool()>& goOn) {
    if (coarsestSpan(database, link) > 1) return;
    const TemporaryWrites writes(database);
    Transaction transaction(database, Transaction::Of::TemporaryTables);
    LatencyInserts inserts(database);
    LevelMaker<LatencyGroup> maker;
    Statement all(database, kIntervals);
    all.bind(1, link);
    all.bind(2, std::int64_t{-1});
    bool done = true;
    forEachGroup(all, [&](const LatencyGroup& one) {
        maker.add(one, [&](std::uint64_t span, const LatencyGroup& group) { inserts.add(link, span, group); });
        return done = maker.added() % kAskLatenciesEvery != 0 || goOn();
    });
    if (done) transaction.commit();
}

std::uint64_t groupedLatencies(Database& database, std::int64_t link) {
    const std::uint64_t span = coarsestSpan(database, link);
    if (span == 1) return 0;
    Statement groups(database, "SELECT count(DISTINCT end_ns) FROM latency_level WHERE link = ?1 AND span = ?2");
    groups.bind(1, link);
    groups.bind(2, span);
    return groups.step() ? static_cast<std::uint64_t>(groups.integer(0)) * span : 0;
}

std::size_t countIntervals(Database& database, std::int64_t link, std::size_t most) {
    Statement count(database, "SELECT count(*) FROM (SELECT DISTINCT end_ns FROM latency WHERE link = ?1 LIMIT ?2)");
    count.bind(1, link);
    count.bind(2, std::uint64_t{most + 1});
    return count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
}

std::vector<LatencyHistory::Interval> readLatencies(Database& database, std::int64_t link, std::uint64_t span,
                                                    Nanoseconds from, Nanoseconds to) {
    std::vector<LatencyHistory::Interval> read;
    Nanoseconds restFrom = from;
    if (span > 1) {
        Statement groups(database, kGroups);
        groups.bind(1, link);
        groups.bind(2, from);
        groups.bind(3, span);
        forEachGroup(groups, [&](const LatencyGroup& group) {
            if (group.begin > to) return false;
            read.push_back(intervalOf(group));
            restFrom = group.end;
            return true;
        });
        Statement last(database, "SELECT max(end_ns) FROM latency_level WHERE link = ?1 AND span = ?2");
        last.bind(1, link);
        last.bind(2, span);
        if (last.step() && !last.isNull(0)) restFrom = std::max(restFrom, last.integer(0));
        if (restFrom >= to) return read;
    }
    Statement rest(database, kIntervals);
    rest.bind(1, link);
    rest.bind(2, restFrom);
    std::optional<LatencyGroup> last;
    forEachGroup(rest, [&](const LatencyGroup& one) {
        if (one.begin > to) return false;
        if (span == 1) {
            read.push_back(intervalOf(one));
        } else if (last) {
            last->add(one);
        } else {
            last = one;
        }
        return true;
    });
    if (last) read.push_back(intervalOf(*last));
    return read;
}

LatencyCounts countLatencies(Database& database, std::int64_t link, Nanoseconds from, Nanoseconds to) {
    LatencySum sum(database, link, from, to);
    for (std::uint64_t span = coarsestSpan(database, link); span >= kFirstSpan; span /= kSpanFactor) sum.add(span);
    sum.add(1);
    return sum.counts();
}

}  // namespace ipclab
