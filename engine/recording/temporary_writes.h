// While it lives the connection may write into temporary tables: nothing here writes to the file. Private to
// recordings.
#pragma once

#include <sqlite3.h>

#include "recording/sqlite.h"

namespace ipclab {

class TemporaryWrites {
public:
    explicit TemporaryWrites(Database& database) : m_database(database) {
        m_database.execute("PRAGMA query_only = OFF");
    }
    TemporaryWrites(const TemporaryWrites&) = delete;
    TemporaryWrites& operator=(const TemporaryWrites&) = delete;
    ~TemporaryWrites() { sqlite3_exec(m_database.handle(), "PRAGMA query_only = ON", nullptr, nullptr, nullptr); }

private:
    Database& m_database;
};

}  // namespace ipclab
