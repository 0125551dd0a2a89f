// The two owners of SQLite objects, and nothing more of it than recordings need. Every failure is a
// std::runtime_error with SQLite's own words. A Database and its statements belong to one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace ipclab {

class Database;

// NULL, a whole number, a number or a text.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

class Statement {
public:
    Statement(Database& database, std::string_view sql);

    // Binds the values to ?1, ?2 … and runs to the end; for statements that give no rows.
    template <typename... Values>
    void run(const Values&... values) {
        reset();
        int place = 0;
        (bind(++place, values), ...);
        while (step()) {
        }
    }

    // True: there is a row, whose columns can be read.
    bool step();
    void reset();

    // Columns count from 0. A value of another type than asked for throws: a recording is outside input.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] SqlValue value(int column) const;

    void bind(int place, std::int64_t value);
    void bind(int place, std::uint64_t value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, int value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, unsigned value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, bool value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    void bind(int place, const std::string& value) { bind(place, std::string_view(value)); }
    void bind(int place, const char* value) { bind(place, std::string_view(value)); }
    void bindNull(int place);
    void bind(int place, std::monostate /*null*/) { bindNull(place); }
    void bind(int place, const SqlValue& value) {
        std::visit([&](const auto& held) { bind(place, held); }, value);
    }
    template <typename T>
    void bind(int place, const std::optional<T>& value) {
        if (value) {
            bind(place, *value);
        } else {
            bindNull(place);
        }
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void expect(int column, int type, std::string_view name) const;

    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

class Database {
public:
    enum class Mode { Write, Read };
    // The file must exist. Read: nothing the file says is trusted, and nothing can be written to it.
    // What a kill has left half written is rolled back, and its journal is gone.
    Database(const std::filesystem::path& path, Mode mode);
    static Database inMemory();
    // The bytes of the file it is, or would be.
    [[nodiscard]] std::string content() const;

    void execute(const char* sql);
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Database() = default;
    std::unique_ptr<sqlite3, Close> m_handle;
};

// What a new file of that name must not find beside it: a journal that one before it has left would be rolled back into
// the new one. Does nothing where there is a file.
void removeJournalOfNone(const std::filesystem::path& path);

// Rolls back unless committed.
class Transaction {
public:
    // Of temporary tables: the file itself is not locked for writing.
    enum class Of { File, TemporaryTables };
    explicit Transaction(Database& database, Of of = Of::File) : m_database(database) {
        m_database.execute(of == Of::File ? "BEGIN IMMEDIATE" : "BEGIN");
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

}  // namespace ipclab
