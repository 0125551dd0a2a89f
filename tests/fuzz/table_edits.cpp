#include "table_edits.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "recording/sqlite.h"
#include "scratch_folder.h"

namespace ipclab::fuzz {

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Database inMemory(const std::string& content) {
    Database database = Database::inMemory();
    auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(content.size()));
    if (bytes == nullptr) throw std::bad_alloc();
    std::ranges::copy(content, bytes);
    sqlite3_deserialize(database.handle(), "main", bytes, static_cast<sqlite3_int64>(content.size()),
                        static_cast<sqlite3_int64>(content.size()),
                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    return database;
}

// A hostile file has no constraints; and with small pages there is more in few bytes.
void loosen(Database& database) {
    database.execute(
        "PRAGMA page_size = 512; VACUUM; PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema SET sql = replace(replace(sql, ' NOT NULL', ''), ' STRICT', '') WHERE type = 'table';"
        "PRAGMA writable_schema = OFF");
}

std::string sqlName(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

std::string bytesOf(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::strtol(std::string(hex.substr(i, 2)).c_str(), nullptr, 16));
    return bytes;
}

struct Blob {
    std::string bytes;
};
using CellValue = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

CellValue valueOf(const Json& json) {
    if (json.is_number_unsigned()) return static_cast<std::int64_t>(json.get<std::uint64_t>());
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number_float()) return json.get<double>();
    if (json.is_boolean()) return json.get<bool>() ? std::numeric_limits<double>::infinity() : 0.5;
    if (json.is_string()) return json.get<std::string>();
    if (json.is_object() && json.contains("hex") && json["hex"].is_string())
        return Blob{bytesOf(json["hex"].get<std::string>())};
    return {};
}

// The columns a row is known by.
std::string keyOf(Database& database, const std::string& table) {
    Statement columns(database, "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk");
    columns.bind(1, table);
    std::string key;
    while (columns.step()) key += (key.empty() ? "" : ", ") + sqlName(columns.text(0));
    return key.empty() ? "rowid" : key;
}

std::string isRow(Database& database, const std::string& table, std::int64_t row) {
    const std::string key = keyOf(database, table);
    return " WHERE (" + key + ") = (SELECT " + key + " FROM " + sqlName(table) + " LIMIT 1 OFFSET " +
           std::to_string(row) + ")";
}

void runWith(Database& database, const std::string& sql, const CellValue& value) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return;
    if (const auto* number = std::get_if<std::int64_t>(&value)) sqlite3_bind_int64(statement, 1, *number);
    if (const auto* real = std::get_if<double>(&value)) sqlite3_bind_double(statement, 1, *real);
    if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text(statement, 1, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    if (const auto* blob = std::get_if<Blob>(&value))
        sqlite3_bind_blob(statement, 1, blob->bytes.data(), static_cast<int>(blob->bytes.size()), SQLITE_TRANSIENT);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
}

void repeatRow(Database& database, const std::string& table, std::int64_t row, const std::string& column,
               const CellValue& value) {
    std::string values;
    Statement columns(database, "SELECT name FROM pragma_table_info(?1)");
    columns.bind(1, table);
    while (columns.step())
        values +=
            (values.empty() ? "" : ", ") + (columns.text(0) == column ? std::string("?1") : sqlName(columns.text(0)));
    runWith(database,
            "INSERT OR REPLACE INTO " + sqlName(table) + " SELECT " + values + " FROM " + sqlName(table) +
                " LIMIT 1 OFFSET " + std::to_string(row),
            value);
}

std::int64_t wholeOf(const Json& number) {
    if (!number.is_number_integer()) throw std::runtime_error("no whole number");
    return number.get<std::int64_t>();
}

// Json::at throws where the edit is none of its kind.
void applyEdit(Database& database, const Json& edit) {
    const auto what = edit.at(0).get<std::string>();
    if (what == "set") {
        const auto table = edit.at(1).get<std::string>();
        runWith(database,
                "UPDATE OR REPLACE " + sqlName(table) + " SET " + sqlName(edit.at(2).get<std::string>()) + " = ?1" +
                    isRow(database, table, wholeOf(edit.at(3))),
                valueOf(edit.at(4)));
    } else if (what == "delete") {
        const auto table = edit.at(1).get<std::string>();
        runWith(database, "DELETE FROM " + sqlName(table) + isRow(database, table, wholeOf(edit.at(2))), {});
    } else if (what == "repeat") {
        repeatRow(database, edit.at(1).get<std::string>(), wholeOf(edit.at(2)),
                  edit.at(3).get<std::string>(), valueOf(edit.at(4)));
    } else if (what == "drop") {
        runWith(database, "DROP TABLE " + sqlName(edit.at(1).get<std::string>()), {});
    } else if (what == "pragma") {
        const auto name = edit.at(1).get<std::string>();
        if (name == "application_id" || name == "user_version")
            runWith(database, "PRAGMA " + name + " = " + std::to_string(static_cast<std::int32_t>(wholeOf(edit.at(2)))), {});
    }
}

void applyToBytes(std::string& content, const Json& edit) {
    const auto what = edit.at(0).get<std::string>();
    if (what == "bytes") {
        const std::string bytes = bytesOf(edit.at(2).get<std::string>());
        const auto offset = std::min(static_cast<std::size_t>(wholeOf(edit.at(1))), content.size());
        content.replace(offset, std::min(bytes.size(), content.size() - offset), bytes);
    } else if (what == "cut") {
        content.resize(std::min(content.size(), static_cast<std::size_t>(wholeOf(edit.at(1)))));
    }
}

std::vector<Json> editsIn(std::string_view text) {
    std::vector<Json> edits;
    for (const std::string& line : linesOf(text)) {
        Json edit = Json::parse(line, nullptr, false);
        if (edit.is_array() && !edit.empty() && edit[0].is_string()) edits.push_back(std::move(edit));
    }
    return edits;
}

template <typename Work>
void passOver(Work work) {
    try {
        work();
    } catch (const Json::exception&) {
    } catch (const std::runtime_error&) {
    }
}

const Vocabulary& vocabulary() {
    static const Vocabulary kWords{{"bytes", "messages", "priority", "process", "name"},
                                   {"running", "waiting", "ready", "exited", "signal", "bytes", "sent", "producer",
                                    "consumer", "link", "process", "exact", "off", "'", "9999999999"}};
    return kWords;
}

}  // namespace

TableEdits::TableEdits(const std::vector<std::filesystem::path>& files) : m_file(scratchFolder() / "changed") {
    for (const auto& file : files) m_origins.push_back(originOf(file));
}

TableEdits::Origin TableEdits::originOf(const std::filesystem::path& file) {
    Database database = inMemory(contentOf(file));
    loosen(database);
    std::string content = database.content();
    std::vector<Cell> cells = cellsOf(content);
    if (cells.empty()) throw std::runtime_error(file.string() + " has no tables");
    return {std::move(content), std::move(cells)};
}

std::vector<TableEdits::Cell> TableEdits::cellsOf(const std::string& content) {
    std::vector<Cell> cells;
    Database database = inMemory(content);
    Statement columns(database,
                      "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'");
    while (columns.step()) {
        Cell cell{columns.text(0), columns.text(1), 0, {}};
        Statement values(database, "SELECT " + sqlName(cell.column) + " FROM " + sqlName(cell.table));
        for (; values.step(); ++cell.rows) {
            if (cell.rows >= 64) continue;
            const SqlValue value = values.value(0);
            if (const auto* number = std::get_if<std::int64_t>(&value)) cell.values.emplace_back(*number);
            if (const auto* real = std::get_if<double>(&value)) cell.values.emplace_back(*real);
            if (const auto* text = std::get_if<std::string>(&value)) cell.values.emplace_back(*text);
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

const std::filesystem::path& TableEdits::changed(std::string_view text) {
    std::string content(text);
    if (!text.starts_with("SQLite format 3")) {
        const std::vector<Json> edits = editsIn(text);
        std::size_t origin = 0;
        for (const Json& edit : edits) {
            if (edit[0] == "from" && edit.size() > 1 && edit[1].is_number_unsigned())
                origin = edit[1].get<std::size_t>() % m_origins.size();
        }
        content = m_origins[origin].content;
        {
            Database database = inMemory(content);
            database.execute("PRAGMA ignore_check_constraints = ON; BEGIN");
            for (const Json& edit : edits) passOver([&] { applyEdit(database, edit); });
            database.execute("COMMIT");
            content = database.content();
        }
        for (const Json& edit : edits) passOver([&] { applyToBytes(content, edit); });
    }
    std::ofstream(m_file, std::ios::binary | std::ios::trunc) << content;
    return m_file;
}

// A cell that holds JSON is mostly given JSON that is a little different.
std::string TableEdits::someEdit(Choice& choice) const {
    const std::size_t from = choice.oneIn(4) ? choice.below(m_origins.size()) : 0;
    const Origin& origin = m_origins[from];
    const Cell& cell = choice.of(origin.cells);
    const std::size_t row = choice.below(cell.rows + 1);
    Json value = oddValue(vocabulary(), choice);
    if (!cell.values.empty() && !choice.oneIn(3)) {
        value = choice.of(cell.values);
        if (Json inner = value.is_string() ? Json::parse(value.get<std::string>(), nullptr, false) : Json();
            inner.is_structured()) {
            for (std::size_t i = 0; i <= choice.below(2); ++i) mutateTree(inner, vocabulary(), choice);
            value = textOf(inner);
        } else if (choice.oneIn(2)) {
            mutateTree(value, vocabulary(), choice);
        }
    }
    switch (choice.below(16)) {
        case 0:
            return textOf(Json{"delete", cell.table, row});
        case 1:
        case 2:
            return textOf(Json{"repeat", cell.table, row, cell.column, value});
        case 3:
            return textOf(choice.oneIn(4) ? Json{"drop", cell.table} : Json{"from", from});
        case 4:
            return textOf(Json{"bytes",
                               choice.oneIn(3) ? choice.below(origin.content.size() / 512) * 512 + choice.below(16)
                                               : choice.below(origin.content.size()),
                               choice.oneIn(2) ? "ff" : "00000001"});
        case 5:
            if (choice.oneIn(4)) return textOf(Json{"cut", choice.below(origin.content.size())});
            [[fallthrough]];
        default:
            return textOf(Json{"set", cell.table, cell.column, row, value});
    }
}

std::string TableEdits::mutated(std::string_view text, std::size_t maxBytes, Choice& choice) const {
    if (text.starts_with("SQLite format 3")) return mutatedBytes(text, maxBytes);
    std::vector<std::string> lines = linesOf(text);
    if (lines.empty() || choice.oneIn(2)) {
        const std::vector<std::string> fresh{someEdit(choice)};
        mutateLines(lines, fresh, choice);
    } else {
        std::string& line = lines[choice.below(lines.size())];
        line = mutatedJson(line, vocabulary(), line.size() + 256, choice);
        std::erase(line, '\n');
    }
    return joinedLines(lines);
}

}  // namespace ipclab::fuzz
