// The parts of an experiment and what they are called while it is edited. An id is given when a document is opened or a
// part is added, is never given again, and stays with its part through edits, undo and redo; a part that is removed and
// comes back by undo is the same. Ids live as long as the document is open: no file holds them, since names are what a
// file's parts know one another by. Each kind counts from 0, so that the ids of a document just opened are its indices.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

using PartId = std::uint32_t;

struct Part {
    enum class Kind : std::uint8_t { None, Process, Link, Shared, Step };  // None: the experiment as a whole
    Kind kind = Kind::None;
    PartId id = 0;

    auto operator<=>(const Part&) const = default;
};

// The ids of an experiment's parts, in the order of its lists.
class PartIds {
public:
    PartIds() = default;
    explicit PartIds(const Experiment& experiment);

    [[nodiscard]] const std::vector<PartId>& of(Part::Kind kind) const { return m_ids[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] Part at(Part::Kind kind, std::size_t index) const { return {kind, of(kind).at(index)}; }
    // Where the part is in the list of its kind, the first time; nothing: it is not there.
    [[nodiscard]] std::optional<std::uint32_t> indexOf(const Part& part) const;

    // As they are, but each of that kind so many times, one behind the other: as a run has equal processes.
    [[nodiscard]] PartIds repeated(Part::Kind kind, const std::vector<std::uint32_t>& times) const;

    void insert(const Part& part, std::size_t index);
    void remove(const Part& part);

    bool operator==(const PartIds&) const = default;

private:
    std::vector<PartId> m_ids[5];
};

}  // namespace ipclab
