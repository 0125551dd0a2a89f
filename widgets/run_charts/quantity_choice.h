// What somebody chose to chart: a quantity kept over time, of one owner, of each, or summed over all; with the name
// under which an arrangement remembers it.
#pragma once

#include <QString>
#include <optional>

#include "results/quantity.h"

namespace ipclab {

struct QuantityChoice {
    enum class Of { Each, Sum, One };

    const Quantity* quantity = nullptr;  // of quantities.def: it lives as long as the program
    Of of = Of::Each;
    std::string name;  // of One

    // "link/bytes_per_s/each", "process/cpu_share/one/producer".
    [[nodiscard]] QString id() const;
    [[nodiscard]] static std::optional<QuantityChoice> fromId(const QString& id);

    [[nodiscard]] QString title() const;
    // Is there an owner of that kind, of that name? Processors come with the run.
    [[nodiscard]] bool hasSubject(const RunData& run) const;
    [[nodiscard]] static bool canHave(const RunData& run, QuantityOwner owner);

    bool operator==(const QuantityChoice&) const = default;
};

}  // namespace ipclab
