#include "recording/open.h"

#include <algorithm>
#include <vector>

#include "recording/migrations.h"
#include "recording/outside_file.h"
#include "recording/row.h"
#include "recording/schema.h"

namespace ipclab {

namespace {

std::int64_t versionOf(Database& database) {
    if (pragmaOf(database, "application_id") != kRecordingApplicationId) {
        refuse(WhyRefused::NoRecording, "this is an SQLite file, but no recording of ipclab");
    }
    const std::int64_t version = pragmaOf(database, "user_version");
    if (version >= kOldestRecordingVersion && version <= kRecordingVersion) return version;
    refuse(version > kRecordingVersion ? WhyRefused::Newer : WhyRefused::Damaged,
           "this recording has version " + std::to_string(version) + "; this program reads versions " +
               std::to_string(kOldestRecordingVersion) + " to " + std::to_string(kRecordingVersion) +
               (version > kRecordingVersion ? ": it was written by a newer ipclab, which opens it" : ""));
}

bool isOurs(const std::string& table) {
    return std::ranges::any_of(recordingTables(), [&](const RecordingTable& ours) { return ours.name == table; });
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
    checkSqliteFile(path, "recording");
    OpenRecording open{Database(path, Database::Mode::Read), 0};
    open.version = versionOf(open.database);
    checkSchema(open.database, isOurs, "recording");
    if (damage == Damage::All) checkIntegrity(open.database);
    open.database.execute("PRAGMA query_only = OFF");  // of temporary tables: nothing here writes to the file
    migrate(open.database, open.version);
    checkColumns(open.database);
    open.database.execute("PRAGMA query_only = ON");
    return open;
}

}  // namespace ipclab
