// A sound SQLite file changed cell by cell and byte by byte: what is fuzzed is not the bytes of a file but a list of
// such changes, so that nearly every input is a file that opens and holds something wrong somewhere. As text, one JSON
// array a line:
//
//   ["set", TABLE, COLUMN, ROW, VALUE]     a value as SQLite has it: null, a number, a text; {"hex": "00ff"}: a blob
//   ["delete", TABLE, ROW]
//   ["repeat", TABLE, ROW, COLUMN, VALUE]  the row once more, with another value in one column
//   ["drop", TABLE]
//   ["pragma", NAME, NUMBER]               application_id, user_version
//   ["from", NUMBER]                       another of the files to begin with
//   ["bytes", OFFSET, HEX]                 in the file, after all of the others
//   ["cut", BYTES]                         its end
//
// What cannot be is passed over. A text that begins as an SQLite file does is a file itself.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "json_mutator.h"

namespace ipclab::fuzz {

class TableEdits {
public:
    // The files to begin with.
    explicit TableEdits(const std::vector<std::filesystem::path>& files);
    TableEdits(const TableEdits&) = delete;
    TableEdits& operator=(const TableEdits&) = delete;

    // Writes the file that the text says.
    const std::filesystem::path& changed(std::string_view text);
    // Another text like this one.
    std::string mutated(std::string_view text, std::size_t maxBytes, Choice& choice) const;

private:
    struct Cell {
        std::string table, column;
        std::size_t rows = 0;
        std::vector<Json> values;  // some of those that are there
    };
    struct Origin {
        std::string content;
        std::vector<Cell> cells;
    };
    static Origin originOf(const std::filesystem::path& file);
    static std::vector<Cell> cellsOf(const std::string& content);
    std::string someEdit(Choice& choice) const;

    std::vector<Origin> m_origins;
    std::filesystem::path m_file;
};

}  // namespace ipclab::fuzz
