#include "recording/open.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "recording/migrations.h"
#include "recording/row.h"
#include "recording/schema.h"

namespace ipclab {

namespace {

std::int64_t pragma(Database& database, const char* name) {
    Statement statement(database, std::string("PRAGMA main.") + name);
    return statement.step() ? statement.integer(0) : 0;
}

// SQLite's own words for these ("file is not a database", "unable to open") help nobody.
void checkFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) refuse("there is no such file");
    if (!std::filesystem::is_regular_file(status)) refuse("this is not a regular file");
    std::ifstream file(path, std::ios::binary);
    std::string head(16, '\0');
    if (!file) refuse("it cannot be read");
    if (!file.read(head.data(), 16) || head != std::string("SQLite format 3\0", 16)) {
        refuse("this is no recording of ipclab (an SQLite file)");
    }
}

std::int64_t versionOf(Database& database) {
    if (pragma(database, "application_id") != kRecordingApplicationId) {
        refuse("this is an SQLite file, but no recording of ipclab");
    }
    const std::int64_t version = pragma(database, "user_version");
    if (version >= kOldestRecordingVersion && version <= kRecordingVersion) return version;
    refuse("this recording has version " + std::to_string(version) + "; this program reads versions " +
           std::to_string(kOldestRecordingVersion) + " to " + std::to_string(kRecordingVersion) +
           (version > kRecordingVersion ? ": it was written by a newer ipclab, which opens it" : ""));
}

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

bool isOurs(const std::string& table) {
    return std::ranges::any_of(recordingTables(), [&](const RecordingTable& ours) { return ours.name == table; });
}

// A column that is computed, or that a module makes up.
bool hasHiddenColumns(Database& database, const std::string& table) {
    Statement columns(database, "PRAGMA main.table_xinfo(" + quoted(table) + ")");
    while (columns.step()) {
        if (columns.integer(6) != 0) return true;
    }
    return false;
}

// Nothing that would run something of the file's own: no trigger, no module, no computed column, and what has one of
// our names is a table. Views and indices are a newer version's, or a person's; the views are never read.
void checkSchema(Database& database) {
    std::vector<std::string> tables;
    Statement schema(database, "SELECT type, name, rootpage FROM main.sqlite_schema");
    while (schema.step()) {
        const std::string type = schema.text(0), name = schema.text(1);
        const bool table = type == "table" && schema.integer(2) > 0;
        const bool harmless = type == "index" || (type == "view" && !isOurs(name));
        if (!table && !harmless) refuse("it holds the " + type + " \"" + name + "\", which a recording does not");
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

// What else there is, a newer program may have added: it is passed over.
void checkColumns(Database& database) {
    for (const RecordingTable& table : recordingTables()) {
        if (table.name == "description") continue;  // for people
        std::vector<std::string> found;
        Statement columns(database, "SELECT name FROM pragma_table_info(?1)");
        columns.bind(1, table.name);
        while (columns.step()) found.push_back(columns.text(0));
        if (found.empty()) refuse("its table \"" + std::string(table.name) + "\" is missing");
        for (const ColumnMeaning& column : recordingColumns()) {
            if (column.table == table.name && std::ranges::find(found, column.column) == found.end())
                refuse("its table \"" + std::string(table.name) + "\" has other columns: \"" +
                       std::string(column.column) + "\" is missing");
        }
    }
}

}  // namespace

OpenRecording openRecording(const std::filesystem::path& path, Damage damage) {
    checkFile(path);
    OpenRecording open{Database(path, Database::Mode::Read), 0};
    open.version = versionOf(open.database);
    checkSchema(open.database);
    if (damage == Damage::All) checkIntegrity(open.database);
    open.database.execute("PRAGMA query_only = OFF");  // of temporary tables: nothing here writes to the file
    migrate(open.database, open.version);
    checkColumns(open.database);
    open.database.execute("PRAGMA query_only = ON");
    return open;
}

}  // namespace ipclab
