// Every quantity reaches every place where figures are shown or kept, without being named there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

#include "export/data_export.h"
#include "export/quantities_json.h"
#include "export/result_json.h"
#include "recording/recording.h"
#include "results/quantity.h"
#include "sample_run.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;

constexpr std::array kOwners{QuantityOwner::Process, QuantityOwner::Link,      QuantityOwner::End,
                             QuantityOwner::Shared,  QuantityOwner::Processor, QuantityOwner::Run};

Experiment everything() {
    return readExperiment(R"({"schema": "ipclab.experiment/1", "name": {"en": "t"}, "observe": "exact", "processes": [
        {"name": "p", "program": "producer"}, {"name": "c", "program": "consumer"},
        {"name": "i", "program": "increment", "count": 9}, {"name": "j", "program": "increment", "count": 9},
        {"name": "h", "program": "hand-off"}, {"name": "k", "program": "hand-off"},
        {"name": "b", "program": "barrier"}, {"name": "d", "program": "barrier"}],
        "links": [{"name": "l", "mechanism": "pipe", "from": "p", "to": "c"}], "shared": [
        {"name": "n", "kind": "counter", "sync": "mutex", "processes": ["i", "j"]},
        {"name": "t", "kind": "hand-off", "sync": "mutex", "processes": ["h", "k"]},
        {"name": "w", "kind": "barrier", "sync": "futex", "processes": ["b", "d"]}], "duration_s": 2})",
                          "test.ipclab.json")
        .experiment.value();
}

// A run that has everything there are quantities of.
RunData wholeRun() {
    RunData data = RunData::of(everything());
    const RunData sample = sampleRun();
    data.startNs = sample.startNs, data.endNs = sample.endNs, data.sampledNs = sample.sampledNs;
    data.observer = sample.observer;
    addSampleTasks(data);
    for (ProcessData& process : data.processes) {
        const ProcessData& from = sample.processes.front();
        process.pid = from.pid, process.ppid = from.ppid, process.bornNs = from.bornNs, process.endedNs = from.endedNs;
        process.exit = from.exit;
        process.stateSource = from.stateSource, process.intervalSource = from.intervalSource;
    }
    data.links[0].moments = sample.links[0].moments;
    data.queues.runnable.append(kStart + 100'000'000, 1.5);
    data.links[0].calls.emplace();
    for (PortData& port : data.links[0].ports) port.hasConnections = true;
    for (SharedData& shared : data.shared) shared.figures.rounds = {30, 40};
    // Of whatever is kept over time there is a sample, and of whatever can be kept a value.
    for (const Quantity& quantity : quantities()) {
        for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
            if (quantity.series != nullptr) quantity.series(data, of)->append(kStart + 500'000'000, 5);
            const auto known = quantity.get(data, of);
            if (quantity.set != nullptr && (!known || asDouble(*known) == 0)) quantity.set(data, of, std::int64_t{5});
        }
    }
    return data;
}

TEST(Quantities, HaveTheirIdsAndTextsAndAPlaceOfTheirOwn) {
    for (const QuantityOwner owner : kOwners) {
        std::set<std::string_view> ids, places;
        ASSERT_FALSE(quantitiesOf(owner).empty());
        for (const Quantity& quantity : quantitiesOf(owner)) {
            EXPECT_TRUE(ids.insert(quantity.id).second) << quantity.id;
            EXPECT_TRUE(places.insert(quantity.json).second) << quantity.json;
            EXPECT_EQ(findQuantity(owner, quantity.id), &quantity);
            EXPECT_FALSE(quantity.title.empty()) << quantity.id;
            EXPECT_TRUE(quantity.meaning.ends_with('.')) << quantity.id;
            EXPECT_TRUE(quantity.source.ends_with('.')) << quantity.id;
        }
    }
    EXPECT_EQ(findQuantity(QuantityOwner::Link, "no-such"), nullptr);
}

// Where the object of an owner stands in the result.
Json objectOf(const Json& result, const RunData& data, const QuantityOf& of) {
    switch (of.owner) {
        case QuantityOwner::Process:
            return result["processes"][of.index];
        case QuantityOwner::Link:
            return result["links"][of.index];
        case QuantityOwner::End:
            return result["links"][of.index]["endpoints"][of.place];
        case QuantityOwner::Shared:
            return result["shared"][of.index];
        case QuantityOwner::Processor: {
            const auto place = std::distance(data.cpus.begin(), data.cpus.find(static_cast<int>(of.index)));
            return result["cpus"][static_cast<std::size_t>(place)];
        }
        case QuantityOwner::Run:
            break;
    }
    return result;
}

TEST(Quantities, StandInTheResult) {
    RunData data = wholeRun();
    for (PortData& port : data.links[0].ports) port.serves = true;  // which a document says by its programs
    const Json result = resultJson(data);
    for (const Quantity& quantity : quantities()) {
        bool found = false;
        for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
            const Json object = objectOf(result, data, of);
            const Json::json_pointer place("/" + std::string(quantity.json));
            if (!object.contains(place)) continue;  // a group that does not apply is null
            found = true;
            EXPECT_EQ(object[place], toJson(quantity.get(data, of))) << quantity.id;
        }
        EXPECT_TRUE(found) << id(quantity.owner) << ' ' << quantity.id;
    }
}

TEST(Quantities, StandInTheExports) {
    const RunData data = wholeRun();
    const std::string figures = figuresCsv(data), series = seriesCsv(data);
    const std::string readme = exportReadme(data, {}, {{"figures.csv", ""}, {"series.csv", ""}});
    const std::string head = series.substr(0, series.find('\r'));
    for (const Quantity& quantity : quantities()) {
        const QuantityOf of = ownersIn(data, quantity.owner).front();
        const std::string id(quantity.id);
        EXPECT_THAT(figures,
                    HasSubstr(std::string(ipclab::id(quantity.owner)) + ',' + nameOf(data, of) + ',' + id + ','));
        EXPECT_THAT(readme, HasSubstr("." + id + "\n"));
        EXPECT_THAT(readme, HasSubstr(std::string(quantity.meaning) + "\n      " + std::string(quantity.source)));
        if (quantity.series == nullptr) continue;
        EXPECT_THAT(head + ',', HasSubstr(nameOf(data, of) + '.' + id + ','));
    }
}

TEST(Quantities, ComeBackFromARecording) {
    const TempDir dir;
    const RunData data = wholeRun();
    {
        RecordingWriter writer(dir / "run.ipclab", data);
        writer.finish(data, {});
    }
    const RunData back = loadRecording(dir / "run.ipclab").data;
    for (const Quantity& quantity : quantities()) {
        for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
            const auto before = quantity.get(data, of), after = quantity.get(back, of);
            ASSERT_EQ(before.has_value(), after.has_value()) << id(quantity.owner) << ' ' << quantity.id;
            EXPECT_DOUBLE_EQ(before ? asDouble(*before) : 0, after ? asDouble(*after) : 0) << quantity.id;
            if (quantity.series == nullptr) continue;
            EXPECT_EQ(quantity.seriesOf(back, of)->endIndex(), quantity.seriesOf(data, of)->endIndex()) << quantity.id;
        }
    }
}

TEST(Quantities, OfSeveralOwnersMakeOneWhereThatMeansSomething) {
    RunData data = sampleRun();
    const Quantity& user = *findQuantity(QuantityOwner::Process, "user_s");
    EXPECT_DOUBLE_EQ(asDouble(*overAll(user, data)), 0.6);
    const Quantity& largest = *findQuantity(QuantityOwner::Process, "largest_resident_bytes");
    data.processes[1].largestResidentBytes = 9'000'000;
    EXPECT_EQ(std::get<std::int64_t>(*overAll(largest, data)), 9'000'000);
    EXPECT_FALSE(overAll(*findQuantity(QuantityOwner::Link, "latency_p50_ns"), data));
}

TEST(Quantities, WhileARunGoesOnTheNewestSampleCounts) {
    RunData data = sampleRun();
    const Quantity& rate = *findQuantity(QuantityOwner::Link, "messages_per_s");
    const QuantityOf link{QuantityOwner::Link};
    data.links[0].messagesPerSecond.append(kStart + 40'000'000, 777);
    EXPECT_NE(asDouble(*rate.now(data, link)), 777);
    data.endNs = 0;
    EXPECT_DOUBLE_EQ(asDouble(*rate.now(data, link)), 777);
}

TEST(Quantities, WhatIsNotKnownIsNothing) {
    RunData data = sampleRun();
    data.links[0].latency = {};
    data.processes[0].cpuTimesKnown = false;
    EXPECT_FALSE(findQuantity(QuantityOwner::Link, "latency_p50_ns")->get(data, {QuantityOwner::Link}));
    EXPECT_FALSE(findQuantity(QuantityOwner::Process, "user_s")->get(data, {QuantityOwner::Process}));
    EXPECT_FALSE(findQuantity(QuantityOwner::Link, "socket_drops")->get(data, {QuantityOwner::Link}));
}

}  // namespace
}  // namespace ipclab::test
