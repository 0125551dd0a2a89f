// The rules that need SQLite.
#include <sqlite3.h>

#include <cmath>
#include <memory>

#include "figures.h"

namespace ipclab::test {

using Json = nlohmann::json;

namespace {

class Database {
public:
    explicit Database(const std::filesystem::path& path) {
        sqlite3* opened = nullptr;
        m_open = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK;
        m_database.reset(opened);
    }
    [[nodiscard]] bool isOpen() const { return m_open; }

    // The first column of the first row, as text; empty where there is none.
    [[nodiscard]] std::string value(const std::string& query) const {
        std::string found;
        sqlite3_exec(
            m_database.get(), query.c_str(),
            [](void* into, int, char** values, char**) {
                if (values[0] != nullptr) *static_cast<std::string*>(into) = values[0];
                return 0;
            },
            &found, nullptr);
        return found;
    }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Close> m_database;
    bool m_open = false;
};

void differences(const Json& run, const Json& recorded, Faults& faults) {
    for (const char* part : {"processes", "links", "shared", "tasks", "cpus", "queues", "events", "deadlocks"}) {
        if (run[part] == recorded[part]) continue;
        const Json patch = Json::diff(run[part], recorded[part]);
        faults.push_back(std::string("the recording's result differs in ") + part + patch.at(0).dump().substr(0, 200));
    }
}

}  // namespace

Faults recordingFaults(const Json& run, const std::filesystem::path& recording) {
    const Database database(recording);
    if (!database.isOpen()) return {"the recording does not open"};
    Faults faults;
    const Json result = Json::parse(database.value("SELECT result FROM run"), nullptr, false);
    if (result.is_discarded()) return {"the recording has no result"};
    differences(run, result, faults);
    const auto same = [&](const std::string& query, std::size_t expected, const char* what) {
        const std::string found = database.value(query);
        if (found != std::to_string(expected))
            faults.push_back("the recording has " + found + " " + what + ", the JSON " + std::to_string(expected));
    };
    same("SELECT count(*) FROM task", run["tasks"].size(), "tasks");
    same("SELECT count(*) FROM event", run["events"].size(), "events");
    same("SELECT count(*) FROM process", run["processes"].size(), "processes");
    if (database.value("PRAGMA integrity_check") != "ok") faults.emplace_back("the recording is damaged");
    return faults;
}

}  // namespace ipclab::test
