#include "runs/cost_run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "document/json_values.h"
#include "export/result_json.h"
#include "observe/process_costs.h"
#include "runs/cost_job.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

// More than a row can have, so that a wrong one is refused before it is kept.
constexpr std::size_t kMostSamples = 100'000;

std::vector<double> samplesOf(const Json& row, const char* name) {
    std::vector<double> samples = row.at(name).get<std::vector<double>>();
    if (samples.size() > kMostSamples) throw std::runtime_error(std::string("too many in ") + name);
    return samples;
}

std::optional<CostFigure> figureOf(const std::vector<double>& samples) {
    if (samples.empty()) return std::nullopt;
    const MedianInterval interval = medianInterval(samples);
    return CostFigure{median(samples), interval.low, interval.high, static_cast<unsigned>(samples.size())};
}

std::string textOrEmpty(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

void addCreation(CostTable& table, const Json& row) {
    table.creation.push_back({.method = row.at("method").get<std::string>(),
                              .residentBytes = row.at("resident_bytes").get<std::uint64_t>(),
                              .cost = figureOf(samplesOf(row, "samples_ns")),
                              .skipped = textOrEmpty(row.at("skipped"))});
}

void addSwitch(CostTable& table, const Json& row) {
    const std::vector<double> trips = samplesOf(row, "round_trips_ns"), calls = samplesOf(row, "calls_ns");
    std::vector<double> switches;
    for (std::size_t i = 0; i < trips.size() && i < calls.size(); ++i) switches.push_back((trips[i] - calls[i]) / 2);
    table.switches.push_back({.between = row.at("between").get<std::string>(),
                              .place = row.at("place").get<std::string>(),
                              .roundTrip = figureOf(trips),
                              .calls = figureOf(calls),
                              .perSwitch = figureOf(switches),
                              .skipped = textOrEmpty(row.at("skipped"))});
}

Json figureJson(const std::optional<CostFigure>& figure) {
    if (!figure) return {};
    return {{"median", figure->median / 1000},
            {"low", figure->low / 1000},
            {"high", figure->high / 1000},
            {"repeats", figure->repeats}};
}

void putFigure(std::ostream& out, const std::optional<CostFigure>& figure) {
    if (figure) {
        out << figure->median / 1000 << ',' << figure->low / 1000 << ',' << figure->high / 1000;
    } else {
        out << ",,";
    }
}

}  // namespace

bool addCostLine(CostTable& table, const std::string& line, std::string& problem) {
    try {
        const Json row = Json::parse(line);
        const std::string kind = row.at("kind").get<std::string>();
        if (kind == "creation") {
            addCreation(table, row);
        } else if (kind == "switch") {
            addSwitch(table, row);
        } else {
            problem = kind == "failed" ? row.at("message").get<std::string>() : "a row of unknown kind: " + kind;
            return false;
        }
        return true;
    } catch (const std::exception& error) {
        problem = std::string("a row that is none: ") + error.what();
        return false;
    }
}

Json costsJson(const CostTable& table, const HostFacts& host) {
    Json creation = Json::array(), switches = Json::array();
    for (const CreationRow& row : table.creation) {
        creation.push_back({{"method", row.method},
                            {"resident_bytes", row.residentBytes},
                            {"us", figureJson(row.cost)},
                            {"skipped", orNull(row.skipped)}});
    }
    for (const SwitchRow& row : table.switches) {
        switches.push_back({{"between", row.between},
                            {"place", row.place},
                            {"round_trip_us", figureJson(row.roundTrip)},
                            {"calls_us", figureJson(row.calls)},
                            {"switch_us", figureJson(row.perSwitch)},
                            {"skipped", orNull(row.skipped)}});
    }
    return {{"schema", "ipclab.costs/1"}, {"host", hostJson(host)}, {"creation", creation}, {"switches", switches}};
}

std::string creationCsv(const CostTable& table) {
    std::ostringstream out;
    out << "method,parent_resident_bytes,median_us,low_us,high_us,repeats\n";
    for (const CreationRow& row : table.creation) {
        out << row.method << ',' << row.residentBytes << ',';
        putFigure(out, row.cost);
        out << ',' << (row.cost ? row.cost->repeats : 0) << '\n';
    }
    return std::move(out).str();
}

std::string switchCsv(const CostTable& table) {
    std::ostringstream out;
    out << "between,place,switch_us,switch_low_us,switch_high_us,round_trip_us,round_trip_low_us,round_trip_high_us,"
           "calls_us,calls_low_us,calls_high_us\n";
    for (const SwitchRow& row : table.switches) {
        out << row.between << ',' << row.place << ',';
        putFigure(out, row.perSwitch);
        out << ',';
        putFigure(out, row.roundTrip);
        out << ',';
        putFigure(out, row.calls);
        out << '\n';
    }
    return std::move(out).str();
}

CostRun::CostRun(QObject* parent) : QObject(parent), m_batch(*this) {
    connect(&m_batch, &Batch::progressed, this, &CostRun::measured);
    connect(&m_batch, &Batch::finished, this, &CostRun::conclude);
}

CostRun::~CostRun() = default;

unsigned CostRun::all() const { return kCostGroups; }

void CostRun::start(unsigned repeats) {
    m_table = {};
    m_problem.clear();
    m_repeats = repeats;
    m_done = 0;
    m_batch.start();
}

void CostRun::stop() { m_batch.stop(); }

std::unique_ptr<Job> CostRun::next() {
    if (!m_problem.isEmpty() || m_done == all()) return nullptr;
    return std::make_unique<CostJob>(m_repeats, m_done);
}

void CostRun::take(Job& job) {
    auto& measured = dynamic_cast<CostJob&>(job);
    m_problem = measured.problem();
    std::ranges::move(measured.table().creation, std::back_inserter(m_table.creation));
    std::ranges::move(measured.table().switches, std::back_inserter(m_table.switches));
    ++m_done;
}

void CostRun::conclude(bool complete) {
    if (!complete) m_problem = tr("stopped before everything was measured");
    emit finished(m_problem);
}

}  // namespace ipclab
