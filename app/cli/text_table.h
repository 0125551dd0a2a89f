// A table of text as wide as its contents: columns aligned left or right, a heading, a rule. Widths are counted in
// characters as a terminal shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace ipclab {

class TextTable {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Right;
    };

    // flexible: the column that is shortened where a line would become too long.
    explicit TextTable(std::vector<Column> columns, std::size_t flexible = 0)
        : m_columns(std::move(columns)), m_flexible(flexible) {}
    void add(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

    // Lines no longer than `width`, as far as shortening the flexible column (to no less than eight) can do it.
    [[nodiscard]] std::string text(std::size_t width = 80) const;

private:
    std::vector<Column> m_columns;
    std::size_t m_flexible;
    std::vector<std::vector<std::string>> m_rows;
};

// How many columns of a terminal UTF-8 text takes: wide East Asian characters take two.
std::size_t displayWidth(std::string_view utf8);
// At most `width` columns, the end replaced by "…" where it is longer.
std::string shortened(std::string_view utf8, std::size_t width);
// Cut into lines of at most `width`, each but the first indented.
std::string wrapped(std::string_view utf8, std::size_t indent, std::size_t width = 80);

}  // namespace ipclab
