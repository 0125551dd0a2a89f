// The words exercises may use, and what each takes. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "labs/expression.h"
#include "results/quantity.h"

namespace ipclab {

enum class MeasureKind : unsigned char { Quantities, OfOneProcess, Events, Setting, Document };

struct MeasureWord {
    std::string_view name;
    MeasureKind kind;
    std::size_t least, most;                    // arguments
    std::span<const std::string_view> members;  // empty: it has none, or quantities or fields
    QuantityOwner owner = QuantityOwner::Run;   // of Quantities

    // `link("pipe")`
    [[nodiscard]] std::string shown(const LabQuestion& question) const;
};
std::span<const MeasureWord> measureWords();
const MeasureWord* findMeasure(std::string_view name);

// Is that one what the arguments of the question name?
bool isNamed(const QuantityOf& of, const LabQuestion& question, const RunData& run);

// Is it one that the question means: of its process, with every field it names as it has to be?
bool isMeantEvent(const RunEvent& event, const LabQuestion& question, const RunData& run);

}  // namespace ipclab
