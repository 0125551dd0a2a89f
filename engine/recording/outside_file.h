// What an SQLite file from anywhere is looked through for before one of ours is read from it; what is wrong throws
// std::runtime_error. `what` is what it should be: "recording".
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "recording/sqlite.h"

namespace ipclab {

// It is there, and is such a file.
void checkSqliteFile(const std::filesystem::path& path, const std::string& what);

std::int64_t pragmaOf(Database& database, const char* name);

// Nothing that would run something of the file's own: no trigger, no module, no computed column, and what has one of
// our names is a table. Views and indices are a newer version's, or a person's; the views are never read.
void checkSchema(Database& database, const std::function<bool(const std::string&)>& isOurs, const std::string& what);

void checkIntegrity(Database& database);

}  // namespace ipclab
