// A table as text that other programs take: tab-separated and CSV for spreadsheets, Markdown and LaTeX for reports and
// papers. Cells are escaped so that each means itself there, whatever it holds. Always with the titles of the columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

enum class TableFormat : std::uint8_t { TabSeparated, Csv, Markdown, Latex };

// UTF-8. A column whose cells are figures stands to the right where the format knows that. Two blanks that a cell
// begins with are an indent. LaTeX is a tabular that needs no package.
std::string formattedTable(const std::vector<std::string>& titles, const std::vector<std::vector<std::string>>& rows,
                           TableFormat format);

// One cell of it.
std::string formattedCell(std::string_view text, TableFormat format);

}  // namespace ipclab
