#include "recording/sqlite.h"

#include <sqlite3.h>

#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

// SQLite says "disk I/O error" where the system knows more.
[[noreturn]] void fail(sqlite3* database) {
    if (database == nullptr) throw std::runtime_error("out of memory");
    const int code = sqlite3_errcode(database);
    const int system = code == SQLITE_IOERR || code == SQLITE_CANTOPEN ? sqlite3_system_errno(database) : 0;
    throw std::runtime_error(sqlite3_errmsg(database) + (system == 0 ? std::string() : ": " + errorText(system)));
}

void expectOk(int rc, sqlite3* database) {
    if (rc != SQLITE_OK) fail(database);
}

// What the file brings along must not run or grow without bounds: no functions called from its schema, no
// writes behind SQLite's back, strings of at most 64 MiB.
void distrust(sqlite3* database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
}

// A kill between the making of a journal and its first record leaves one that holds nothing. SQLite passes over such a
// one instead of rolling it back, so that it would stay for good. Whoever leaves the mode PERSIST removes the journal,
// under a lock that no writer shares: where somebody writes at this moment, his own stays.
void removeLeftJournal(sqlite3* database) {
    const char* journal = sqlite3_filename_journal(sqlite3_db_filename(database, "main"));
    std::error_code error;
    if (journal == nullptr || !std::filesystem::exists(journal, error)) return;
    sqlite3_exec(database, "PRAGMA journal_mode = PERSIST; PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement::Statement(Database& database, std::string_view sql) : m_database(database.handle()) {
    sqlite3_stmt* statement = nullptr;
    expectOk(sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr), m_database);
    m_statement.reset(statement);
}

bool Statement::step() {
    const int rc = sqlite3_step(m_statement.get());
    if (rc != SQLITE_ROW && rc != SQLITE_DONE) fail(m_database);
    return rc == SQLITE_ROW;
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }

void Statement::expect(int column, int type, std::string_view name) const {
    if (sqlite3_column_type(m_statement.get(), column) == type) return;
    const char* columnName = sqlite3_column_name(m_statement.get(), column);
    throw std::runtime_error("column " + std::string(columnName == nullptr ? "?" : columnName) + " holds no " +
                             std::string(name));
}

std::int64_t Statement::integer(int column) const {
    expect(column, SQLITE_INTEGER, "whole number");
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    if (sqlite3_column_type(m_statement.get(), column) != SQLITE_INTEGER) expect(column, SQLITE_FLOAT, "number");
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const {
    expect(column, SQLITE_TEXT, "text");
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

SqlValue Statement::value(int column) const {
    switch (sqlite3_column_type(m_statement.get(), column)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_FLOAT:
            return real(column);
        default:
            return text(column);
    }
}

void Statement::bind(int place, std::int64_t value) {
    expectOk(sqlite3_bind_int64(m_statement.get(), place, value), m_database);
}

// SQLite stores NaN as NULL by itself, which is what a gap is here.
void Statement::bind(int place, double value) {
    expectOk(sqlite3_bind_double(m_statement.get(), place, value), m_database);
}

void Statement::bind(int place, std::string_view value) {
    expectOk(sqlite3_bind_text64(m_statement.get(), place, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
             m_database);
}

void Statement::bindNull(int place) { expectOk(sqlite3_bind_null(m_statement.get(), place), m_database); }

Database::Database(const std::filesystem::path& path, Mode mode) {
    sqlite3* database = nullptr;
    // Also for reading: what a crash left half written is rolled back, which needs a writable file. Where it is not
    // writable SQLite opens it read-only by itself.
    const int rc = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    m_handle.reset(database);
    expectOk(rc, database);
    sqlite3_busy_timeout(database, 5000);
    if (mode == Mode::Read) distrust(database);
    removeLeftJournal(database);
    if (mode == Mode::Read) {
        execute("PRAGMA query_only = ON; PRAGMA ignore_check_constraints = ON; PRAGMA cell_size_check = ON");
    }
}

Database Database::inMemory() {
    Database database;
    sqlite3* handle = nullptr;
    const int rc = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nullptr);
    database.m_handle.reset(handle);
    expectOk(rc, handle);
    return database;
}

std::string Database::content() const {
    struct Free {
        void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
    };
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Free> bytes(sqlite3_serialize(m_handle.get(), "main", &size, 0));
    if (!bytes) throw std::runtime_error("out of memory");
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

void Database::execute(const char* sql) {
    expectOk(sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr), m_handle.get());
}

void removeJournalOfNone(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) std::filesystem::remove(path.string() + "-journal", error);
}

Transaction::~Transaction() {
    if (m_open) sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

}  // namespace ipclab
