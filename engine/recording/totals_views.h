// For people with sqlite3: totals as a table of their owners, a column a quantity. This program never reads them: what
// a file's views are, only the file knows. Private to recordings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ipclab {

struct TotalsView {
    std::string name, sql;
    std::string_view meaning;
    std::vector<std::pair<std::string_view, std::string_view>> columns;  // with their meanings
};
std::span<const TotalsView> totalsViews();

}  // namespace ipclab
