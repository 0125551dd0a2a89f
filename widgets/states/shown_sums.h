// What the states of the processes came to, as the views of states tell it: of a run since its start, added up as its
// lanes grow; between two moments where such are chosen; and of a recording whose lanes are not in memory as it is read
// from the file, which comes a little later (RunSource::statesSummed()).
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "runs/run_source.h"
#include "series/lane_book.h"

namespace ipclab {

class ShownSums {
public:
    using Stretch = std::pair<Nanoseconds, Nanoseconds>;

    explicit ShownSums(const RunSource& source) : m_source(source) {}

    // Other processes, or another moment: what was added up is void.
    void reset();
    // Nothing: since the start. True: it was another one.
    bool setStretch(const std::optional<Stretch>& stretch);
    [[nodiscard]] const std::optional<Stretch>& stretch() const { return m_stretch; }
    // As it is now.
    void refresh();

    // Nothing: not counted yet.
    [[nodiscard]] const std::optional<StretchSums>& of(std::size_t process) const { return m_sums[process]; }
    [[nodiscard]] std::size_t counted() const;
    [[nodiscard]] bool areAllCounted() const { return counted() == m_sums.size(); }
    // How long the time is they tell of, from the start of the run on.
    [[nodiscard]] double seconds() const { return std::max(toSeconds(m_toNs - m_fromNs), 1e-9); }

private:
    void addUp();
    void takeRead(const SummedStates& read);

    const RunSource& m_source;
    std::optional<Stretch> m_stretch;
    Nanoseconds m_fromNs = 0, m_toNs = 0;
    std::vector<LaneBook> m_books;  // by process, as the rest
    std::vector<std::optional<StretchSums>> m_sums;
};

}  // namespace ipclab
