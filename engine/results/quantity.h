// What is measured, said once: every quantity with its owner, unit, meaning and source, and where its value stands in
// RunData. Results, series, recordings, tables, the inspector, texts and pages iterate quantities() and name none
// themselves, so that a new one is a line of quantities.def, whatever measures it, and its translation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "results/run_data.h"

namespace ipclab {

enum class QuantityOwner : std::uint8_t { Process, Link, End, Shared, Processor, Run };

// Counter: grows by what happened. Gauge: what was so at a moment; of a whole run its mean, where nothing else is said.
// Distribution: one figure of many values, a percentile or their number. Total: what it amounts to, or follows from
// others.
enum class QuantityKind : std::uint8_t { Counter, Gauge, Distribution, Total };

enum class QuantityUnit : std::uint8_t {
    Number,
    Messages,
    Byte,
    Second,
    Nanosecond,
    MessagePerSecond,
    PerSecond,
    BytePerSecond,
    Share,  // 0 … 1
    Depth   // bytes or messages, as the link's system counts: LinkData::depthUnit
};

// How the values of several owners make one.
enum class QuantitySum : std::uint8_t { Sum, Largest, None };

using QuantityValue = std::variant<std::int64_t, double>;
using MaybeQuantity = std::optional<QuantityValue>;

[[nodiscard]] double asDouble(const QuantityValue& value);

// One that has quantities: the process, link or shared object of that index; an end by its link and its place among the
// link's; a processor by its number; the run.
struct QuantityOf {
    QuantityOwner owner = QuantityOwner::Run;
    std::uint32_t index = 0;
    std::uint32_t place = 0;
    auto operator<=>(const QuantityOf&) const = default;
};

struct Quantity {
    std::string_view id;  // as in files, unique for its owner: "latency_p50_ns"
    QuantityOwner owner = QuantityOwner::Run;
    QuantityKind kind = QuantityKind::Total;
    QuantityUnit unit = QuantityUnit::Number;
    QuantitySum sum = QuantitySum::None;
    std::string_view json;     // where it stands in its owner's object of the result: "latency_ns/p50"
    std::string_view title;    // the texts are marked TEXT("quantity", …)
    std::string_view part;     // of a distribution: "p50"; empty: it has none
    std::string_view meaning;  // a sentence, without its part
    std::string_view source;   // how it is had, and what is not known

    // Nothing: not known.
    MaybeQuantity (*get)(const RunData& data, const QuantityOf& of) = nullptr;
    // Null: it follows from others, or stands with something else.
    void (*set)(RunData& data, const QuantityOf& of, const QuantityValue& value) = nullptr;
    // How it was over time; null: that is not kept.
    TimeSeries* (*series)(RunData& data, const QuantityOf& of) = nullptr;

    [[nodiscard]] const TimeSeries* seriesOf(const RunData& data, const QuantityOf& of) const;
    // While a run goes on the newest sample, where there are such; else what it amounts to.
    [[nodiscard]] MaybeQuantity now(const RunData& data, const QuantityOf& of) const;
};

// Those of one owner lie together, in the order of quantities.def.
std::span<const Quantity> quantities();
std::span<const Quantity> quantitiesOf(QuantityOwner owner);
// Those of them that are kept over time.
std::span<const Quantity* const> seriesOf(QuantityOwner owner);
// Null: there is none.
const Quantity* findQuantity(QuantityOwner owner, std::string_view id);

// Everything in a run that has quantities of that kind, in its order; and what it is called: the name of the document,
// "the link: sender a", "CPU 3", and nothing for the run.
std::vector<QuantityOf> ownersIn(const RunData& data, QuantityOwner owner);
std::string nameOf(const RunData& data, const QuantityOf& of);
[[nodiscard]] bool exists(const RunData& data, const QuantityOf& of);

// The unit of this one: of a depth that of its link.
QuantityUnit unitOf(const Quantity& quantity, const RunData& data, const QuantityOf& of);

std::string_view id(QuantityOwner owner);  // "shared-object"
std::string_view id(QuantityKind kind);
std::string_view symbol(QuantityUnit unit);  // "B/s"; "messages"; empty for a number

// Of all owners together, as far as known: the sum or the largest. Nothing where that means nothing.
MaybeQuantity overAll(const Quantity& quantity, const RunData& data);

}  // namespace ipclab
