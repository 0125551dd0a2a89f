// A sweep as a file: what it varies and every sample, each written when it was taken, so that whatever is killed loses
// at most the run that was being made. One SQLite file that anyone can query:
//
//   sweep     one row: the document, the settings, the axes, the machine
//   cell      one row for each combination of values; why it was skipped
//   figure    what was measured: of whom, which quantity (`ipclab list quantities` says what each is)
//   sample    one row for each run that counts; what disturbed it
//   value     what it gave
//   measured  a view: cells, figures and values in one table
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "recording/sqlite.h"
#include "sweep/sweep.h"

namespace ipclab {

inline constexpr std::int32_t kSweepApplicationId = 0x49504357;  // "IPCW"
inline constexpr std::int32_t kSweepVersion = 1;

class SweepFile {
public:
    // A new one. Throws std::system_error (EEXIST: there is a file already) or std::runtime_error; there is no file
    // then.
    SweepFile(const std::filesystem::path& path, const Sweep& sweep, const nlohmann::ordered_json& host);
    // One that is there, which may come from anywhere; what is none throws std::runtime_error.
    static SweepFile open(const std::filesystem::path& path);

    [[nodiscard]] SweepOptions options();
    [[nodiscard]] nlohmann::ordered_json host();  // the machine it was begun on
    [[nodiscard]] std::string startedAt();
    // What has been measured, into a sweep of the same options.
    void restore(Sweep& sweep);

    // Its newest sample, or why it was skipped, with the figures that are new.
    void keep(const Sweep& sweep, std::size_t cell);
    // Every sample of a sweep that was begun then, into a file that has none.
    void keepAll(const Sweep& sweep, const std::string& startedAt);
    void setRepeats(unsigned repeats);
    void beginAttempt(const Sweep& sweep, std::size_t cell);

private:
    explicit SweepFile(Database database) : m_database(std::move(database)) {}
    static std::string contentOfNew(const Sweep& sweep, const nlohmann::ordered_json& host);
    [[nodiscard]] std::string field(const char* column);
    void addCells(const Sweep& sweep);
    void addFigures(const Sweep& sweep);
    void addSample(const SweepSample& sample, std::size_t cell);
    void restoreCells(Sweep& sweep);
    void restoreSamples(Sweep& sweep);

    Database m_database;
    std::size_t m_figures = 0;  // that are in the file
};

}  // namespace ipclab
