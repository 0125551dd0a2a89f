#include "core/table_format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/csv_cell.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

struct Escape {
    std::string_view plain, escaped;
};

// What Markdown would take for a mark of its own; one underscore inside of a word is none.
constexpr std::array kMarkdown =
    std::to_array<Escape>({{"\\", "\\\\"}, {"|", "\\|"}, {"*", "\\*"}, {"`", "\\`"}, {"<", "&lt;"}, {"&", "&amp;"}});

// The special characters, and signs of ours that not every font of LaTeX has.
constexpr std::array kLatex = std::to_array<Escape>({{"\\", "\\textbackslash{}"},
                                                     {"{", "\\{"},
                                                     {"}", "\\}"},
                                                     {"$", "\\$"},
                                                     {"&", "\\&"},
                                                     {"#", "\\#"},
                                                     {"_", "\\_"},
                                                     {"%", "\\%"},
                                                     {"~", "\\textasciitilde{}"},
                                                     {"^", "\\textasciicircum{}"},
                                                     {"<", "\\textless{}"},
                                                     {">", "\\textgreater{}"},
                                                     {"|", "\\textbar{}"},
                                                     {"\"", "\\textquotedbl{}"},
                                                     {"–", "--"},
                                                     {"—", "---"},
                                                     {"…", "\\ldots{}"},
                                                     {"µ", "\\textmu{}"},
                                                     {"μ", "\\textmu{}"},
                                                     {"×", "$\\times$"},
                                                     {"·", "$\\cdot$"},
                                                     {"±", "$\\pm$"},
                                                     {"−", "$-$"},
                                                     {"≤", "$\\le$"},
                                                     {"≥", "$\\ge$"},
                                                     {"≈", "$\\approx$"},
                                                     {"→", "$\\to$"},
                                                     {"∞", "$\\infty$"},
                                                     {"\xc2\xa0", "~"}});

template <std::size_t N>
std::string withEscapes(std::string_view text, const std::array<Escape, N>& escapes) {
    std::string result;
    while (!text.empty()) {
        const std::size_t bytes = std::max<std::size_t>(1, characterBytes(text, 0));
        const auto found = std::ranges::find(escapes, text.substr(0, bytes), &Escape::plain);
        result += found == escapes.end() ? text.substr(0, bytes) : found->escaped;
        text.remove_prefix(bytes);
    }
    return result;
}

std::string onOneLine(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    }
    return line;
}

bool isNumber(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc{} && end == text.data() + text.size();
}

// A sign or two may stand before its first digit. What is not known is a dash.
bool isFigure(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789");
    return digit != std::string_view::npos &&
           text.substr(0, digit).find_first_not_of("+-~<>[(\xe2\x88\x92\x89\xa4\xa5") == std::string_view::npos;
}

bool isUnknown(std::string_view text) { return text.empty() || text == "–" || text == "-"; }

bool standsRight(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    bool any = false;
    for (const auto& row : rows) {
        const std::string_view cell = column < row.size() ? std::string_view(row[column]) : std::string_view();
        if (isUnknown(cell)) continue;
        if (!isFigure(cell)) return false;
        any = true;
    }
    return any;
}

std::string latexCell(std::string_view text) {
    const std::string line = onOneLine(text);
    std::size_t indent = 0;
    while (line.compare(indent, 2, "  ") == 0) indent += 2;
    std::string cell;
    for (std::size_t i = 0; i < indent; i += 2) cell += "\\quad ";
    const std::string_view rest = std::string_view(line).substr(indent);
    // Behind the end of a row these two would be taken for a part of it.
    const bool braced = rest.starts_with('[') || rest.starts_with('*');
    if (!braced) return cell + withEscapes(rest, kLatex);
    return cell + '{' + rest.front() + '}' + withEscapes(rest.substr(1), kLatex);
}

std::string markdownCell(std::string_view text) {
    std::string line = onOneLine(text), cell;
    std::size_t indent = 0;
    while (line.compare(indent, 2, "  ") == 0) indent += 2;
    for (std::size_t i = 0; i < indent; i += 2) cell += "&emsp;";
    return cell + withEscapes(std::string_view(line).substr(indent), kMarkdown);
}

std::string rowText(const std::vector<std::string>& cells, TableFormat format) {
    struct Marks {
        std::string_view begin, between, end;
    };
    constexpr std::array<Marks, 4> kMarks{
        {{"", "\t", "\n"}, {"", ",", "\r\n"}, {"| ", " | ", " |\n"}, {"", " & ", " \\\\\n"}}};
    const Marks& marks = kMarks.at(static_cast<std::size_t>(format));
    std::string line(marks.begin);
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += std::string(i == 0 ? "" : marks.between) + formattedCell(cells[i], format);
    return line += marks.end;
}

}  // namespace

std::string formattedCell(std::string_view text, TableFormat format) {
    switch (format) {
        case TableFormat::TabSeparated:
            break;
        case TableFormat::Csv:
            return isNumber(text) ? std::string(text) : csvCell(text);
        case TableFormat::Markdown:
            return markdownCell(text);
        case TableFormat::Latex:
            return latexCell(text);
    }
    return onOneLine(text);
}

std::string formattedTable(const std::vector<std::string>& titles, const std::vector<std::vector<std::string>>& rows,
                           TableFormat format) {
    std::string text, alignment;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const bool right = standsRight(rows, i);
        alignment += format == TableFormat::Latex ? (right ? "r" : "l") : (right ? "---:|" : "---|");
    }
    if (format == TableFormat::Latex) text += "\\begin{tabular}{" + alignment + "}\n\\hline\n";
    text += rowText(titles, format);
    if (format == TableFormat::Markdown) text += '|' + alignment + '\n';
    if (format == TableFormat::Latex) text += "\\hline\n";
    for (const auto& row : rows) text += rowText(row, format);
    if (format == TableFormat::Latex) text += "\\hline\n\\end{tabular}\n";
    return text;
}

}  // namespace ipclab
