#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/number_text.h"
#include "export/data_export.h"
#include "results/event_order.h"
#include "results/quantity.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::array kOwnersWithSeries{QuantityOwner::Link, QuantityOwner::Process, QuantityOwner::Shared,
                                       QuantityOwner::Processor};

struct CsvSeries {
    std::string title;
    const TimeSeries* series;
    std::size_t next;
};

std::vector<CsvSeries> allSeries(const RunData& data) {
    std::vector<CsvSeries> all;
    for (const QuantityOwner owner : kOwnersWithSeries) {
        for (const QuantityOf& of : ownersIn(data, owner)) {
            for (const Quantity* quantity : seriesOf(owner)) {
                const TimeSeries& series = *quantity->seriesOf(data, of);
                if (series.empty()) continue;
                all.push_back({nameOf(data, of) + "." + std::string(quantity->id), &series, series.firstIndex()});
            }
        }
    }
    return all;
}

bool isAtEnd(const CsvSeries& series) { return series.next >= series.series->endIndex(); }

Nanoseconds earliest(const std::vector<CsvSeries>& all) {
    Nanoseconds t = StateSeries::kOpenEnd;
    for (const CsvSeries& one : all) {
        if (!isAtEnd(one)) t = std::min(t, one.series->sample(one.next).t);
    }
    return t;
}

// Two samples of one series at the same moment: the newer one counts.
std::string takeCell(CsvSeries& series, Nanoseconds t) {
    std::string cell;
    while (!isAtEnd(series) && series.series->sample(series.next).t == t) {
        cell = numberText(series.series->sample(series.next++).value, 9);
    }
    return cell;
}

std::string seconds(const RunData& data, Nanoseconds t) {
    std::array<char, 40> text{};
    const double value = data.sinceStartS(t);
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 9).ptr;
    return {text.data(), end};
}

std::string nameAt(const auto& list, const std::optional<std::uint32_t>& index) {
    return index && *index < list.size() ? csvCell(list[*index].name) : std::string();
}

std::string valueText(const QuantityValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? std::to_string(*whole) : numberText(std::get<double>(value), 9);
}

std::string detailsText(const RunEvent& event) {
    std::string text;
    for (const auto& [name, value] : spelledValues(event)) text += (text.empty() ? "" : "; ") + name + "=" + value;
    return text;
}

}  // namespace

std::string seriesCsv(const RunData& data) {
    std::vector<CsvSeries> all = allSeries(data);
    std::string csv = "t_s";
    for (const CsvSeries& one : all) csv += ',' + csvCell(one.title);
    csv += "\r\n";
    for (Nanoseconds t = earliest(all); t != StateSeries::kOpenEnd; t = earliest(all)) {
        csv += seconds(data, t);
        for (CsvSeries& one : all) csv += ',' + takeCell(one, t);
        csv += "\r\n";
    }
    return csv;
}

std::string statesCsv(const RunData& data) {
    std::string csv = "process,pid,start_s,end_s,state,cpu,reason,source\r\n";
    const Nanoseconds nowNs = data.endNs != 0 ? data.endNs : data.sampledNs;
    for (const ProcessData& process : data.processes) {
        const std::string head = csvCell(process.name) + ',' + std::to_string(process.pid) + ',';
        process.lane.forEach(0, StateSeries::kOpenEnd, [&](const StateInterval& interval) {
            const Nanoseconds endNs = interval.isOpen() ? std::max(nowNs, interval.start) : interval.end;
            csv += head + seconds(data, interval.start) + ',' + seconds(data, endNs) + ',';
            csv += stateId(interval.state);
            csv += ',' + (interval.cpu < 0 ? std::string() : std::to_string(interval.cpu)) + ',';
            if (interval.reason != 0) csv += id(static_cast<WaitReason>(interval.reason));
            csv += ',' + std::string(id(process.intervalSource)) + "\r\n";
        });
    }
    return csv;
}

std::string latencyCsv(const RunData& data) {
    std::string csv = "link,start_s,end_s,from_ns,to_ns,count\r\n";
    for (const LinkData& link : data.links) {
        const std::string name = csvCell(link.name) + ',';
        link.latencies.forEach(0, StateSeries::kOpenEnd, [&](const LatencyHistory::Interval& it) {
            const std::string head = name + seconds(data, it.begin) + ',' + seconds(data, it.end) + ',';
            for (const auto& [bin, count] : it.counts) {
                csv += head + numberText(latency_bins::lowerEdgeNs(bin), 6) + ',' +
                       numberText(latency_bins::upperEdgeNs(bin), 6) + ',' + std::to_string(count) + "\r\n";
            }
        });
    }
    return csv;
}

std::string figuresCsv(const RunData& data) {
    std::string csv = "owner,name,figure,value,unit\r\n";
    for (const Quantity& quantity : quantities()) {
        for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
            csv += std::string(id(quantity.owner)) + ',' + csvCell(nameOf(data, of)) + ',' + std::string(quantity.id) +
                   ',';
            if (const MaybeQuantity value = quantity.get(data, of)) csv += valueText(*value);
            csv += ',' + std::string(symbol(unitOf(quantity, data, of))) + "\r\n";
        }
    }
    return csv;
}

std::string eventsCsv(const RunData& data) {
    std::string csv = "t_s,process,link,what,details\r\n";
    for (const RunEvent* each : inTimeOrder(data.events)) {
        const RunEvent& event = *each;
        csv += seconds(data, event.atNs) + ',' + nameAt(data.processes, event.process) + ',' +
               nameAt(data.links, event.link) + ',' + csvCell(event.id()) + ',' + csvCell(detailsText(event)) + "\r\n";
    }
    return csv;
}

}  // namespace ipclab
