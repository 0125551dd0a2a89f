#include "recording/outside_file.h"

#include <fstream>
#include <vector>

#include "recording/row.h"

namespace ipclab {

namespace {

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

// A column that is computed, or that a module makes up.
bool hasHiddenColumns(Database& database, const std::string& table) {
    Statement columns(database, "PRAGMA main.table_xinfo(" + quoted(table) + ")");
    while (columns.step()) {
        if (columns.integer(6) != 0) return true;
    }
    return false;
}

}  // namespace

// SQLite's own words for these ("file is not a database", "unable to open") help nobody.
void checkSqliteFile(const std::filesystem::path& path, const std::string& what) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) refuse(WhyRefused::Missing, "there is no such file");
    if (!std::filesystem::is_regular_file(status)) refuse(WhyRefused::NoRecording, "this is not a regular file");
    std::ifstream file(path, std::ios::binary);
    std::string head(16, '\0');
    if (!file) refuse(WhyRefused::Missing, "it cannot be read");
    if (!file.read(head.data(), 16) || head != std::string("SQLite format 3\0", 16)) {
        refuse(WhyRefused::NoRecording, "this is no " + what + " of ipclab (an SQLite file)");
    }
}

std::int64_t pragmaOf(Database& database, const char* name) {
    Statement statement(database, std::string("PRAGMA main.") + name);
    return statement.step() ? statement.integer(0) : 0;
}

void checkSchema(Database& database, const std::function<bool(const std::string&)>& isOurs, const std::string& what) {
    std::vector<std::string> tables;
    Statement schema(database, "SELECT type, name, rootpage FROM main.sqlite_schema");
    while (schema.step()) {
        const std::string type = schema.text(0), name = schema.text(1);
        const bool table = type == "table" && schema.integer(2) > 0;
        const bool harmless = type == "index" || (type == "view" && !isOurs(name));
        if (!table && !harmless) refuse("it holds the " + type + " \"" + name + "\", which a " + what + " does not");
        if (table) tables.push_back(name);
    }
    for (const std::string& table : tables) {
        if (hasHiddenColumns(database, table)) refuse("its table \"" + table + "\" computes a column");
    }
}

void checkIntegrity(Database& database) {
    Statement check(database, "PRAGMA main.quick_check(1)");
    if (!check.step() || check.text(0) != "ok") refuse("it is damaged: " + check.text(0));
}

}  // namespace ipclab
