#include "sweep/sweep_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/wall_clock.h"
#include "core/whole_file.h"
#include "document/json_text.h"
#include "document/limits.h"
#include "export/result_json.h"
#include "recording/outside_file.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::string_view kTables = R"(
CREATE TABLE sweep (document TEXT NOT NULL, file_name TEXT NOT NULL, settings TEXT NOT NULL, axes TEXT NOT NULL,
                    repeats INTEGER NOT NULL, host TEXT NOT NULL, started_at TEXT NOT NULL);
CREATE TABLE cell (cell INTEGER PRIMARY KEY, name TEXT NOT NULL, attempt INTEGER NOT NULL, skipped TEXT);
CREATE TABLE figure (figure INTEGER PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, quantity TEXT NOT NULL);
CREATE TABLE sample (sample INTEGER PRIMARY KEY, cell INTEGER NOT NULL, attempt INTEGER NOT NULL,
                     taken_at TEXT NOT NULL, disturbance TEXT);
CREATE TABLE value (sample INTEGER NOT NULL, figure INTEGER NOT NULL, value REAL NOT NULL,
                    PRIMARY KEY (sample, figure)) WITHOUT ROWID;
CREATE VIEW measured AS
    SELECT cell.cell, cell.name AS cell_values, sample.attempt, sample.attempt = cell.attempt AS counts, sample.sample,
           sample.taken_at, sample.disturbance, figure.owner, figure.name, figure.quantity, value.value
    FROM value JOIN sample USING (sample) JOIN figure USING (figure) JOIN cell ON cell.cell = sample.cell;
)";
constexpr std::array<std::string_view, 5> kNames{"sweep", "cell", "figure", "sample", "value"};
constexpr std::size_t kMostText = limits::kFileBytes;

[[noreturn]] void refuseSweep(const std::string& why) { throw std::runtime_error(why); }

bool isOurTable(const std::string& name) { return std::ranges::find(kNames, name) != kNames.end(); }

nlohmann::ordered_json axesJson(const std::vector<SweepAxis>& axes) {
    auto json = nlohmann::ordered_json::array();
    for (const SweepAxis& axis : axes) {
        json.push_back({{"path", axis.path}, {"values", axis.values}});
        if (!axis.with.empty()) json.back()["with"] = axis.with;
    }
    return json;
}

nlohmann::ordered_json parsedField(const std::string& text) {
    const ParsedText parsed = parseText(text, {kMostText, limits::kDepth, limits::kKeysPerObject});
    if (!parsed.json) refuseSweep("its description is no JSON");
    return *parsed.json;
}

std::vector<std::string> textsOf(const nlohmann::ordered_json& json) {
    std::vector<std::string> texts;
    if (!json.is_array()) refuseSweep("its description is no list of texts");
    for (const auto& each : json) {
        if (!each.is_string()) refuseSweep("its description is no list of texts");
        texts.push_back(each.get<std::string>());
    }
    return texts;
}

// Written by hand, an axis is judged as one of the command line is.
SweepAxis axisOf(const nlohmann::ordered_json& json) {
    if (!json.is_object() || !json.contains("path") || !json.at("path").is_string() || !json.contains("values"))
        refuseSweep("one of its axes has no path and values");
    SweepAxis axis{.path = json.at("path").get<std::string>(), .values = textsOf(json.at("values"))};
    if (json.contains("with")) {
        if (!json.at("with").is_object()) refuseSweep("what one of its axes sets besides is no object");
        for (const auto& [value, settings] : json.at("with").items()) axis.with[value] = textsOf(settings);
    }
    if (const std::string mistake = mistakeIn(axis); !mistake.empty()) refuseSweep(mistake);
    return axis;
}

void checkSweep(const std::filesystem::path& path) {
    checkSqliteFile(path, "sweep");
    Database database(path, Database::Mode::Read);
    if (pragmaOf(database, "application_id") != kSweepApplicationId)
        refuseSweep("this is an SQLite file, but no sweep of ipclab");
    if (const auto version = pragmaOf(database, "user_version"); version != kSweepVersion)
        refuseSweep("this sweep has version " + std::to_string(version) + "; this program reads version " +
                    std::to_string(kSweepVersion));
    checkSchema(database, isOurTable, "sweep");
    checkIntegrity(database);
}

std::size_t indexOf(const Statement& row, int column, std::size_t size, const char* what) {
    const std::int64_t index = row.integer(column);
    if (index < 0 || static_cast<std::uint64_t>(index) >= size)
        refuseSweep(std::string("there is no ") + what + " number " + std::to_string(index));
    return static_cast<std::size_t>(index);
}

unsigned attemptOf(const Statement& row, int column) {
    const std::int64_t attempt = row.integer(column);
    if (attempt < 1 || attempt > std::numeric_limits<int>::max()) refuseSweep("an attempt is out of range");
    return static_cast<unsigned>(attempt);
}

std::optional<std::string> textOrNone(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

QuantityOwner ownerOf(const std::string& word) {
    for (const auto owner : {QuantityOwner::Process, QuantityOwner::Link, QuantityOwner::End, QuantityOwner::Shared,
                             QuantityOwner::Processor, QuantityOwner::Run}) {
        if (id(owner) == word) return owner;
    }
    refuseSweep("nothing is called \"" + word.substr(0, 40) + "\" that could be measured");
}

const std::filesystem::path& createdNew(const std::filesystem::path& path, const std::string& content) {
    removeJournalOfNone(path);
    writeWholeFile(path, content, Existing::Refuse);
    return path;
}

}  // namespace

SweepFile::SweepFile(const std::filesystem::path& path, const Sweep& sweep, const nlohmann::ordered_json& host)
    : m_database(createdNew(path, contentOfNew(sweep, host)), Database::Mode::Write) {
    m_database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
}

// Made in memory: at no moment is there a file that is empty or holds half of this.
std::string SweepFile::contentOfNew(const Sweep& sweep, const nlohmann::ordered_json& host) {
    SweepFile file(Database::inMemory());
    file.m_database.execute(("PRAGMA application_id = " + std::to_string(kSweepApplicationId)).c_str());
    file.m_database.execute(("PRAGMA user_version = " + std::to_string(kSweepVersion)).c_str());
    file.m_database.execute(std::string(kTables).c_str());
    const SweepOptions& options = sweep.options();
    Statement(file.m_database, "INSERT INTO sweep VALUES (?,?,?,?,?,?,?)")
        .run(options.document, options.fileName, jsonText(options.settings), jsonText(axesJson(options.axes)),
             options.repeats, jsonText(host), utcNow());
    file.addCells(sweep);
    return file.m_database.content();
}

SweepFile SweepFile::open(const std::filesystem::path& path) {
    checkSweep(path);
    SweepFile file(Database(path, Database::Mode::Write));
    file.m_database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    Statement count(file.m_database, "SELECT count(*) FROM figure");
    file.m_figures = count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
    return file;
}

std::string SweepFile::field(const char* column) {
    Statement row(m_database, std::string("SELECT ") + column + " FROM sweep");
    if (!row.step()) refuseSweep("it does not say what it varies");
    return row.text(0);
}

SweepOptions SweepFile::options() {
    SweepOptions options{.document = field("document"),
                         .fileName = field("file_name"),
                         .settings = textsOf(parsedField(field("settings"))),
                         .axes = {}};
    for (const auto& axis : parsedField(field("axes"))) options.axes.push_back(axisOf(axis));
    Statement repeats(m_database, "SELECT repeats FROM sweep");
    if (!repeats.step() || repeats.integer(0) < 1 || repeats.integer(0) > kMostRepeats)
        refuseSweep("its number of repeats is out of range");
    options.repeats = static_cast<unsigned>(repeats.integer(0));
    return options;
}

nlohmann::ordered_json SweepFile::host() { return parsedField(field("host")); }

std::string SweepFile::startedAt() { return field("started_at"); }

void SweepFile::addCells(const Sweep& sweep) {
    Statement insert(m_database, "INSERT INTO cell VALUES (?,?,?,?)");
    for (std::size_t i = 0; i < sweep.cells().size(); ++i) {
        const SweepCell& cell = sweep.cells()[i];
        const auto skipped = cell.skipped.empty() ? std::nullopt : std::optional(cell.skipped);
        insert.run(i, sweep.nameOf(cell), cell.attempt, skipped);
    }
}

void SweepFile::addFigures(const Sweep& sweep) {
    Statement insert(m_database, "INSERT INTO figure VALUES (?,?,?,?)");
    for (; m_figures < sweep.figures().size(); ++m_figures) {
        const SweepFigure& figure = sweep.figures()[m_figures];
        insert.run(m_figures, id(figure.owner), figure.name, figure.quantity);
    }
}

void SweepFile::addSample(const SweepSample& sample, std::size_t cell) {
    Statement(m_database, "INSERT INTO sample (cell, attempt, taken_at, disturbance) VALUES (?,?,?,?)")
        .run(cell, sample.attempt, sample.takenAt, sample.disturbance);
    Statement insert(m_database, "INSERT INTO value VALUES ((SELECT max(sample) FROM sample),?,?)");
    for (const auto& [figure, value] : sample.figures) insert.run(figure, value);
}

void SweepFile::keep(const Sweep& sweep, std::size_t cell) {
    const SweepCell& kept = sweep.cells().at(cell);
    Transaction transaction(m_database);
    if (kept.skipped.empty()) {
        addFigures(sweep);
        addSample(kept.samples.back(), cell);
    } else {
        Statement(m_database, "UPDATE cell SET skipped = ? WHERE cell = ?").run(kept.skipped, cell);
    }
    transaction.commit();
}

void SweepFile::keepAll(const Sweep& sweep, const std::string& startedAt) {
    Transaction transaction(m_database);
    Statement(m_database, "UPDATE sweep SET started_at = ?").run(startedAt);
    addFigures(sweep);
    for (std::size_t cell = 0; cell < sweep.cells().size(); ++cell)
        for (const SweepSample& sample : sweep.cells()[cell].samples) addSample(sample, cell);
    transaction.commit();
}

void SweepFile::setRepeats(unsigned repeats) { Statement(m_database, "UPDATE sweep SET repeats = ?").run(repeats); }

void SweepFile::beginAttempt(const Sweep& sweep, std::size_t cell) {
    Statement(m_database, "UPDATE cell SET attempt = ? WHERE cell = ?").run(sweep.cells().at(cell).attempt, cell);
}

void SweepFile::restore(Sweep& sweep) {
    if (!(sweep.options() == options())) refuseSweep("it is another sweep than this");
    restoreCells(sweep);
    Statement figures(m_database, "SELECT figure, owner, name, quantity FROM figure ORDER BY figure");
    while (figures.step()) {
        const std::size_t place = sweep.placeOf({ownerOf(figures.text(1)), figures.text(2), figures.text(3)});
        if (place != static_cast<std::size_t>(figures.integer(0))) refuseSweep("its figures are not in their order");
    }
    restoreSamples(sweep);
}

// What this machine lacked when it was measured may be there now, and the other way round: the document's cells say it.
void SweepFile::restoreCells(Sweep& sweep) {
    Statement cells(m_database, "SELECT cell, attempt, skipped FROM cell");
    while (cells.step()) {
        SweepCell& cell = sweep.cell(indexOf(cells, 0, sweep.cells().size(), "cell"));
        cell.attempt = attemptOf(cells, 1);
        if (const auto skipped = textOrNone(cells, 2); skipped && cell.skipped.empty()) cell.skipped = *skipped;
    }
}

void SweepFile::restoreSamples(Sweep& sweep) {
    std::map<std::int64_t, SweepSample*> samples;
    Statement rows(m_database, "SELECT sample, cell, attempt, taken_at, disturbance FROM sample ORDER BY sample");
    while (rows.step()) {
        SweepCell& cell = sweep.cell(indexOf(rows, 1, sweep.cells().size(), "cell"));
        cell.samples.push_back({attemptOf(rows, 2), rows.text(3), textOrNone(rows, 4), {}});
    }
    // Only now do they stay where they are.
    std::vector<std::size_t> seen(sweep.cells().size());
    for (rows.reset(); rows.step();) {
        const std::size_t index = indexOf(rows, 1, sweep.cells().size(), "cell");
        samples[rows.integer(0)] = &sweep.cell(index).samples.at(seen[index]++);
    }
    Statement values(m_database, "SELECT sample, figure, value FROM value");
    while (values.step()) {
        const auto sample = samples.find(values.integer(0));
        if (sample == samples.end()) refuseSweep("a value belongs to no sample");
        const double value = values.real(2);
        if (!std::isfinite(value)) refuseSweep("a value is infinite");
        sample->second->figures[indexOf(values, 1, sweep.figures().size(), "figure")] = value;
    }
}

}  // namespace ipclab
