#include <array>
#include <nlohmann/json.hpp>

#include "core/csv_cell.h"
#include "core/number_text.h"
#include "document/json_values.h"
#include "export/result_json.h"
#include "runs/waiting_run.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

struct WaitingFigure {
    const char* name;  // in files
    double WaitingSample::*member;
};

constexpr std::array<WaitingFigure, 6> kWaitingFigures{{{"cpu_ns", &WaitingSample::cpuNs},
                                                        {"system_calls", &WaitingSample::calls},
                                                        {"wake_ups", &WaitingSample::wakeUps},
                                                        {"looked", &WaitingSample::looked},
                                                        {"latency_p50_ns", &WaitingSample::p50Ns},
                                                        {"latency_p99_ns", &WaitingSample::p99Ns}}};

Json waitingFigureJson(const std::optional<CostFigure>& figure) {
    if (!figure) return {};
    return {{"median", figure->median}, {"low", figure->low}, {"high", figure->high}};
}

}  // namespace

Json waitingJson(const WaitingOptions& options, const std::vector<WaitingRow>& rows, const HostFacts& host) {
    Json list = Json::array();
    for (const WaitingRow& row : rows) {
        Json json{{"strategy", row.strategy}, {"connections", row.connections}, {"repeats", row.samples.size()}};
        for (const WaitingFigure& figure : kWaitingFigures)
            json[figure.name] = waitingFigureJson(figureOf(row, figure.member));
        json["skipped"] = orNull(row.skipped);
        list.push_back(std::move(json));
    }
    return {{"schema", "ipclab.waiting/1"},
            {"host", hostJson(host)},
            {"rate_per_s", options.ratePerSecond},
            {"seconds", options.seconds},
            {"rows", std::move(list)}};
}

std::string waitingCsv(const std::vector<WaitingRow>& rows) {
    std::string csv = "strategy,connections,repeats";
    for (const WaitingFigure& figure : kWaitingFigures)
        csv.append(",")
            .append(figure.name)
            .append(",")
            .append(figure.name)
            .append("_low,")
            .append(figure.name)
            .append("_high");
    csv += ",skipped\r\n";
    for (const WaitingRow& row : rows) {
        csv += row.strategy + ',' + std::to_string(row.connections) + ',' + std::to_string(row.samples.size());
        for (const WaitingFigure& figure : kWaitingFigures) {
            const auto value = figureOf(row, figure.member);
            for (const double number :
                 value ? std::vector{value->median, value->low, value->high} : std::vector<double>())
                csv += ',' + numberText(number, 7);
            if (!value) csv += ",,,";
        }
        csv += ',' + csvCell(row.skipped) + "\r\n";
    }
    return csv;
}

}  // namespace ipclab
