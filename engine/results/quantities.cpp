#include <array>
#include <utility>

#include "core/text.h"
#include "results/link_sources.h"
#include "results/link_totals.h"
#include "results/process_totals.h"
#include "results/quantity.h"

namespace ipclab {

namespace {

#define SOURCE(name, text) constexpr std::string_view name = text;
#include "results/quantities.def"

// --- what the lines of quantities.def are made of

template <typename Number>
MaybeQuantity maybe(Number value) {
    if constexpr (std::is_floating_point_v<Number>) {
        return QuantityValue(static_cast<double>(value));
    } else {
        return QuantityValue(static_cast<std::int64_t>(value));
    }
}

template <typename Number>
MaybeQuantity maybe(const std::optional<Number>& value) {
    return value ? maybe(*value) : std::nullopt;
}

template <typename Number>
std::optional<Number> knownIf(bool known, Number value) {
    return known ? std::optional(value) : std::nullopt;
}

template <typename Number>
void assign(Number& member, const QuantityValue& value) {
    std::visit([&](auto number) { member = static_cast<Number>(number); }, value);
}

template <typename Number>
void assign(std::optional<Number>& member, const QuantityValue& value) {
    assign(member.emplace(), value);
}

bool areTimed(const RunData& data) { return !data.cpus.empty() && data.observer.switchesTimed; }

bool isRecorded(const RunData& data, const ProcessData& process) {
    return process.intervalSource == StateSource::SwitchRecords && data.observer.switchesTimed;
}

bool counts(const RunData& data, const PortData& end) {
    return end.process < data.processes.size() && !data.processes[end.process].foreign;
}

std::optional<double> meanSwitch(bool known, const SwitchingTotals& all) {
    return knownIf(known && all.switches > 0, all.meanNs());
}

std::optional<double> meanOf(const TimeSeries& series) {
    const SeriesStatistics whole = series.summary();
    return knownIf(whole.count > 0, whole.mean);
}

std::optional<double> largestOf(const TimeSeries& series) {
    const SeriesStatistics whole = series.summary();
    return knownIf(whole.count > 0, whole.max);
}

template <typename Number>
std::optional<Number> ofSide(const RunData& data, const LinkData& link, PortRole role, Number SideTotals::*figure) {
    const auto side = sideTotals(data, link, role);
    return side ? std::optional((*side).*figure) : std::nullopt;
}

std::optional<std::uint64_t> ofKind(const SharedData& shared, SharedKind kind, std::uint64_t figure) {
    return knownIf(shared.kind == kind, figure);
}

// Recordings made earlier have the requests and not what they took: no request takes no processor at all.
std::optional<double> aRequest(const PortData& end, ServingFigure figure) {
    const std::uint64_t requests = entryOf(end.serving, ServingFigure::SteadyRequests);
    const bool known = end.serves && requests > 0 && entryOf(end.serving, ServingFigure::SteadyCpuNs) > 0;
    return knownIf(known, static_cast<double>(entryOf(end.serving, figure)) /
                              static_cast<double>(std::max<std::uint64_t>(requests, 1)));
}

std::optional<std::uint64_t> bytesAConnection(const PortData& end) {
    const std::uint64_t most = entryOf(end.serving, ServingFigure::PrivateMost);
    const std::uint64_t alone = entryOf(end.serving, ServingFigure::PrivateAlone);
    const std::uint64_t connections =
        end.datagrams ? end.connectionTotals.begun : entryOf(end.serving, ServingFigure::MostWatched);
    return knownIf(end.serves && connections > 0 && most >= alone && alone > 0,
                   (most - std::min(most, alone)) / std::max<std::uint64_t>(connections, 1));
}

double secondsIn(const StateSeries& lane, ProcessState state) {
    return toSeconds(lane.totals(lane.firstTime(), lane.lastTime())[static_cast<std::size_t>(state)]);
}

// --- where an owner stands in RunData

template <typename Owner>
struct OwnerIn;

template <>
struct OwnerIn<ProcessData> {
    static constexpr auto kOwner = QuantityOwner::Process;
    static auto& at(auto& data, const QuantityOf& of) { return data.processes.at(of.index); }
};
template <>
struct OwnerIn<LinkData> {
    static constexpr auto kOwner = QuantityOwner::Link;
    static auto& at(auto& data, const QuantityOf& of) { return data.links.at(of.index); }
};
template <>
struct OwnerIn<PortData> {
    static constexpr auto kOwner = QuantityOwner::End;
    static auto& at(auto& data, const QuantityOf& of) { return data.links.at(of.index).ports.at(of.place); }
};
template <>
struct OwnerIn<SharedData> {
    static constexpr auto kOwner = QuantityOwner::Shared;
    static auto& at(auto& data, const QuantityOf& of) { return data.shared.at(of.index); }
};
template <>
struct OwnerIn<CpuData> {
    static constexpr auto kOwner = QuantityOwner::Processor;
    static auto& at(auto& data, const QuantityOf& of) { return data.cpus.at(static_cast<int>(of.index)); }
};
template <>
struct OwnerIn<RunData> {
    static constexpr auto kOwner = QuantityOwner::Run;
    static auto& at(auto& data, const QuantityOf&) { return data; }
};

// Its accessors, without state: each is a function of its own.
template <typename Get, typename Set>
struct Access {
    Get get;
    Set set;
};
template <typename Get, typename Set>
Access(Get, Set) -> Access<Get, Set>;

struct Derived {};  // it cannot be set
struct NoSeries {};

template <typename Owner, typename Get, typename Set, typename Series = NoSeries>
Quantity quantityOf(std::string_view id, QuantityKind kind, QuantityUnit unit, QuantitySum sum, std::string_view json,
                    std::string_view title, std::string_view meaning, std::string_view source, Access<Get, Set>,
                    Series = {}) {
    using In = OwnerIn<Owner>;
    Quantity quantity{id, In::kOwner, kind, unit, sum, json, title, {}, meaning, source};
    quantity.get = [](const RunData& data, const QuantityOf& of) { return Get{}(data, In::at(data, of)); };
    if constexpr (!std::is_same_v<Set, Derived>) {
        quantity.set = [](RunData& data, const QuantityOf& of, const QuantityValue& value) {
            Set{}(In::at(data, of), value);
        };
    }
    if constexpr (!std::is_same_v<Series, NoSeries>) {
        quantity.series = [](RunData& data, const QuantityOf& of) { return Series{}(In::at(data, of)); };
    }
    return quantity;
}

struct DistributionTexts {
    std::array<std::string_view, 6> ids, json;
    std::string_view title, meaning, source;
};

// The six figures of a distribution; over time there are its percentiles.
template <typename Owner, typename Known, typename Member, typename... Series>
void addDistribution(std::vector<Quantity>& all, const DistributionTexts& texts, Known, Member, Series... series) {
    using enum QuantityKind;
    const auto addNs = [&]<Nanoseconds LatencyPercentiles::*Part>(std::size_t i, std::string_view part, auto... over) {
        all.push_back(
            quantityOf<Owner>(texts.ids[i], Distribution, QuantityUnit::Nanosecond, QuantitySum::None, texts.json[i],
                              texts.title, texts.meaning, texts.source,
                              Access{[](const RunData&, const Owner& it) {
                                         const LatencyPercentiles& figures = Member{}(it);
                                         return maybe(knownIf(Known{}(it) && figures.count > 0, figures.*Part));
                                     },
                                     [](Owner& it, const QuantityValue& value) { assign(Member{}(it).*Part, value); }},
                              over...));
        all.back().part = part;
    };
    if constexpr (sizeof...(Series) == 4) {
        const auto [p50, p90, p99, p999] = std::tuple(series...);
        addNs.template operator()<&LatencyPercentiles::p50>(0, "p50", p50);
        addNs.template operator()<&LatencyPercentiles::p90>(1, "p90", p90);
        addNs.template operator()<&LatencyPercentiles::p99>(2, "p99", p99);
        addNs.template operator()<&LatencyPercentiles::p999>(3, "p99.9", p999);
    } else {
        addNs.template operator()<&LatencyPercentiles::p50>(0, "p50");
        addNs.template operator()<&LatencyPercentiles::p90>(1, "p90");
        addNs.template operator()<&LatencyPercentiles::p99>(2, "p99");
        addNs.template operator()<&LatencyPercentiles::p999>(3, "p99.9");
    }
    addNs.template operator()<&LatencyPercentiles::max>(4, kMaximum);
    all.push_back(quantityOf<Owner>(
        texts.ids[5], Distribution, QuantityUnit::Messages, QuantitySum::Sum, texts.json[5], texts.title, texts.meaning,
        texts.source,
        Access{[](const RunData&, const Owner& it) { return maybe(knownIf(Known{}(it), Member{}(it).count)); },
               [](Owner& it, const QuantityValue& value) { assign(Member{}(it).count, value); }}));
    all.back().part = kCount;
}

// --- the accessors of quantities.def; Owner is the type of `it`

#define VALUE(...)                                                                                                 \
    Access {                                                                                                       \
        []([[maybe_unused]] const RunData& data, [[maybe_unused]] const Owner& it) { return maybe(__VA_ARGS__); }, \
            Derived {}                                                                                             \
    }
#define FIELD(known, member)                                                         \
    Access {                                                                         \
        []([[maybe_unused]] const RunData& data, const Owner& it) -> MaybeQuantity { \
            return (known) ? maybe(member) : std::nullopt;                           \
        },                                                                           \
            [](Owner& it, const QuantityValue& value) { assign(member, value); }     \
    }
#define STATE(member, total)                                                     \
    Access {                                                                     \
        [](const RunData& data, const Owner& it) {                               \
            const ProcessTotals totals = processTotals(data, it);                \
            return maybe(total);                                                 \
        },                                                                       \
            [](Owner& it, const QuantityValue& value) { assign(member, value); } \
    }
#define THREADS(member)                                                   \
    Access {                                                              \
        [](const RunData&, const Owner& it) -> MaybeQuantity {            \
            return it.threads ? maybe(it.threads->member) : std::nullopt; \
        },                                                                \
            [](Owner& it, const QuantityValue& value) {                   \
                if (!it.threads) it.threads.emplace();                    \
                assign(it.threads->member, value);                        \
            }                                                             \
    }
#define KNOWN_BY(flag, member)                                                                                \
    Access {                                                                                                  \
        [](const RunData&, const Owner& it) -> MaybeQuantity { return flag ? maybe(member) : std::nullopt; }, \
            [](Owner& it, const QuantityValue& value) {                                                       \
                assign(member, value);                                                                        \
                flag = true;                                                                                  \
            }                                                                                                 \
    }
#define CPU_TIME(member) KNOWN_BY(it.cpuTimesKnown, member)
#define SWITCHES(member) KNOWN_BY(it.switchesKnown, member)
// Both of what the descriptors of its ends tell.
#define PROBED(figure)                                           \
    FIELD(true, entryOf(it.probed, ProbedFigure::figure).value), \
        [](Owner& it) { return &entryOf(it.probed, ProbedFigure::figure).series; }
#define SERVED(figure) FIELD(it.serves, entryOf(it.serving, ServingFigure::figure))
#define ACCEPTED(figure) FIELD(it.serves && !it.datagrams, entryOf(it.serving, ServingFigure::figure))
#define ANSWERED(figure) FIELD(it.serves&& it.datagrams, entryOf(it.serving, ServingFigure::figure))
#define SERIES(member) [](Owner& it) { return &(member); }
#define SERIES_OF(p50, p90, p99, p999) SERIES(p50), SERIES(p90), SERIES(p99), SERIES(p999)
#define ADD(...) all.push_back(quantityOf<Owner>(__VA_ARGS__));
#define TEXTS_OF(id, json, title, meaning, source)                                                                    \
    DistributionTexts {                                                                                               \
        {id "_p50_ns", id "_p90_ns", id "_p99_ns", id "_p999_ns", id "_max_ns", id "_count"},                         \
            {json "/p50", json "/p90", json "/p99", json "/p999", json "/max", json "/count"}, title, meaning, source \
    }

using enum QuantityKind;
using enum QuantityUnit;
using enum QuantitySum;

void addProcess(std::vector<Quantity>& all) {
    using Owner = ProcessData;
#define PROCESS ADD
#include "results/quantities.def"
}

void addLink(std::vector<Quantity>& all) {
    using Owner = LinkData;
#define LINK ADD
#define LINK_DISTRIBUTION(id, json, title, meaning, source, member, ...)                    \
    addDistribution<Owner>(                                                                 \
        all, TEXTS_OF(id, json, title, meaning, source), [](const Owner&) { return true; }, \
        [](auto& it) -> auto& { return member; }, __VA_ARGS__);
#include "results/quantities.def"
}

void addEnd(std::vector<Quantity>& all) {
    using Owner = PortData;
#define END ADD
#include "results/quantities.def"
}

void addShared(std::vector<Quantity>& all) {
    using Owner = SharedData;
#define SHARED ADD
#define SHARED_DISTRIBUTION(id, json, title, meaning, source, member, known)                    \
    addDistribution<Owner>(                                                                     \
        all, TEXTS_OF(id, json, title, meaning, source), [](const Owner& it) { return known; }, \
        [](auto& it) -> auto& { return member; });
#include "results/quantities.def"
}

void addProcessor(std::vector<Quantity>& all) {
    using Owner = CpuData;
#define PROCESSOR ADD
#include "results/quantities.def"
}

void addRun(std::vector<Quantity>& all) {
    using Owner = RunData;
#define RUN ADD
#include "results/quantities.def"
}

}  // namespace

std::span<const Quantity> quantities() {
    static const std::vector<Quantity> all = [] {
        std::vector<Quantity> list;
        for (auto* add : {addProcess, addLink, addEnd, addShared, addProcessor, addRun}) add(list);
        return list;
    }();
    return all;
}

}  // namespace ipclab
