#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/number_text.h"
#include "document/json_values.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "results/words.h"
#include "runs/bench.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

Json intervalJson(const BenchSummary::Interval& interval) {
    return {
        {"median", interval.median}, {"low", interval.low}, {"high", interval.high}, {"coverage", interval.coverage}};
}

Json emptyInterval() { return {{"median", nullptr}, {"low", nullptr}, {"high", nullptr}, {"coverage", nullptr}}; }

void addFigures(Json& json, const BenchRow& row) {
    if (row.samples.empty()) {
        json["messages_per_s"] = emptyInterval();
        json["bytes_per_s"] = emptyInterval();
        json["latency_ns"] = {{"p50", nullptr}, {"p99", nullptr}, {"p999", nullptr}};
        for (const char* key : {"cpu_s_per_million_messages", "system_calls_per_message", "lost"}) json[key] = nullptr;
        return;
    }
    const BenchSummary summary = summarize(row);
    json["messages_per_s"] = intervalJson(summary.messagesPerSecond);
    json["bytes_per_s"] = intervalJson(summary.bytesPerSecond);
    json["latency_ns"] = {{"p50", orNull(summary.p50)}, {"p99", orNull(summary.p99)}, {"p999", orNull(summary.p999)}};
    json["cpu_s_per_million_messages"] = summary.cpuSecondsPerMillion;
    json["system_calls_per_message"] = orNull(summary.systemCallsPerMessage);
    json["lost"] = summary.lost;
}

// null where it was not asked for, where there is none, or where it was not measured yet.
void addReference(Json& json, const BenchOptions& options, const BenchRow& row) {
    if (!options.reference) return;
    json["reference"] = nullptr;
    if (const auto reference = referenceOf(row)) {
        json["reference"] = {{"messages_per_s", intervalJson(reference->messagesPerSecond)},
                             {"cost_ns_per_message", intervalJson(reference->costNs)},
                             {"ratio", intervalJson(reference->ratio)},
                             {"repeats", std::min(row.samples.size(), row.bare.size())}};
    }
    json["no_reference"] = row.noReference.empty() ? Json() : Json(row.noReference);
}

Json rowJson(const BenchOptions& options, const BenchRow& row) {
    Json json{{"mechanism", row.mechanism}, {"size", row.sizeBytes},  {"pattern", id(options.pattern)},
              {"launch", id(row.launch)},   {"pin", id(options.pin)}, {"repeats", row.samples.size()}};
    addFigures(json, row);
    json["stamp_every"] = row.experiment.links.empty() ? Json() : Json(row.experiment.links.back().stampEvery);
    json["skipped"] = row.skipped.empty() ? Json() : Json(row.skipped);
    addReference(json, options, row);
    return json;
}

std::string nameOf(const BenchRow& row) { return row.mechanism + ", " + std::to_string(row.sizeBytes) + " B"; }

std::string disagreement(const BenchRow& row, const BenchSummary::Interval& rate) {
    std::array<char, 128> text{};
    const bool isInterval = row.samples.size() >= kLeastFor95;
    std::snprintf(text.data(), text.size(), ": the repeats disagree, %s from %+.0f%% to %+.0f%%",
                  isInterval ? "their 95 % interval reaches" : "they reach", (rate.low / rate.median - 1) * 100,
                  (rate.high / rate.median - 1) * 100);
    return nameOf(row) + text.data();
}

std::string number(double value) { return numberText(value, 7); }

// Empty cells where there is none.
std::string referenceCells(const BenchRow& row) {
    std::string cells;
    const auto reference = referenceOf(row);
    const auto add = [&](const BenchSummary::Interval BenchReference::*figure, bool withInterval) {
        const BenchSummary::Interval it = reference ? (*reference).*figure : BenchSummary::Interval();
        const auto cell = [&](double value) { cells += ',' + (reference ? number(value) : std::string()); };
        cell(it.median);
        if (!withInterval) return;
        cell(it.low);
        cell(it.high);
    };
    add(&BenchReference::messagesPerSecond, false);
    add(&BenchReference::costNs, true);
    add(&BenchReference::ratio, true);
    return cells + ',' + csvCell(row.noReference);
}

std::string number(const std::optional<double>& value) { return value ? number(*value) : std::string(); }

}  // namespace

std::vector<std::string> benchWarnings(const std::vector<BenchRow>& rows) {
    std::vector<std::string> warnings;
    for (const BenchRow& row : rows) {
        if (row.samples.empty()) continue;
        const BenchSummary summary = summarize(row);
        if (summary.repeatsDisagree) warnings.push_back(disagreement(row, summary.messagesPerSecond));
        if (summary.lost > 0) warnings.push_back(nameOf(row) + ": messages lost: " + std::to_string(summary.lost));
        if (!row.disturbances.empty()) {
            warnings.push_back(nameOf(row) + ": in " + std::to_string(row.disturbances.size()) + " of " +
                               std::to_string(row.samples.size()) + " repeats " + row.disturbances.back());
        }
    }
    return warnings;
}

Json benchJson(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
               const std::vector<std::string>& warnings) {
    Json list = Json::array();
    for (const BenchRow& row : rows) list.push_back(rowJson(options, row));
    return {{"schema", "ipclab.bench/1"},
            {"host", hostJson(host)},
            {"seconds", options.seconds},
            {"rows", std::move(list)},
            {"warnings", warnings}};
}

std::string benchCsv(const BenchOptions& options, const std::vector<BenchRow>& rows) {
    std::string csv =
        "mechanism,size_bytes,pattern,launch,pin,repeats,messages_per_s,messages_per_s_low,messages_per_s_high,"
        "bytes_per_s,latency_p50_ns,latency_p99_ns,latency_p999_ns,cpu_s_per_million_messages,"
        "system_calls_per_message,lost,skipped";
    if (options.reference)
        csv +=
            ",reference_messages_per_s,cost_ns_per_message,cost_ns_per_message_low,cost_ns_per_message_high,"
            "ratio,ratio_low,ratio_high,no_reference";
    csv += "\r\n";
    for (const BenchRow& row : rows) {
        csv += row.mechanism + ',' + std::to_string(row.sizeBytes) + ',' + std::string(id(options.pattern)) + ',' +
               std::string(id(row.launch)) + ',' + std::string(id(options.pin)) + ',' +
               std::to_string(row.samples.size()) + ',';
        if (row.samples.empty()) {
            csv += ",,,,,,,,,," + csvCell(row.skipped) + (options.reference ? referenceCells(row) : "") + "\r\n";
            continue;
        }
        const BenchSummary s = summarize(row);
        for (const double value :
             {s.messagesPerSecond.median, s.messagesPerSecond.low, s.messagesPerSecond.high, s.bytesPerSecond.median}) {
            csv += number(value) + ',';
        }
        for (const auto& value : {s.p50, s.p99, s.p999}) csv += number(value) + ',';
        csv += number(s.cpuSecondsPerMillion) + ',' + number(s.systemCallsPerMessage) + ',' + std::to_string(s.lost) +
               ',' + (options.reference ? referenceCells(row) : "") + "\r\n";
    }
    return csv;
}

}  // namespace ipclab
