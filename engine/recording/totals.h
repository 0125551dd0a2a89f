// What a recording keeps of each owner as quantities, in long form: a row for each owner, quantity and moment at which
// it changed. What is a state of its own is a line in total_tables.cpp and no column; every other quantity that is kept
// (results/quantity.h) is found in its list. A reader passes over what it does not know, and what a file has not stays
// unknown. Private to recordings.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recording/sqlite.h"
#include "results/run_data.h"

namespace ipclab {

using TotalValue = SqlValue;  // NULL: not known; what is a list of its own is JSON

struct TotalName {
    std::string_view owner;  // "process", "link", "port", "shared", "party", "cpu", "run"
    std::string_view name, meaning;
};
// Every quantity; its place is its number in the file.
std::span<const TotalName> allTotals();
struct TotalRow {
    std::int64_t quantity, owner;
    TotalValue value;
};

// Remembers what has been taken: gives what is new or has changed.
class TotalsCursor {
public:
    std::vector<TotalRow> take(const RunData& data);

private:
    void takeOthers(const RunData& data, std::vector<TotalRow>& rows);

    std::map<std::pair<std::string_view, std::int64_t>, std::vector<TotalValue>> m_taken;
    std::map<std::pair<std::size_t, std::int64_t>, TotalValue> m_othersTaken;  // by place in allTotals(), and owner
};

void writeTotals(Database& database, Nanoseconds atNs, const std::vector<TotalRow>& rows);

// The newest until then, of every owner that `data` has. Gives the moment of the newest of all; nothing: there is none.
// What cannot be throws std::runtime_error.
std::optional<Nanoseconds> readTotals(Database& database, Nanoseconds untilNs, RunData& data);
inline constexpr Nanoseconds kAtTheEnd = std::numeric_limits<Nanoseconds>::max();

}  // namespace ipclab
