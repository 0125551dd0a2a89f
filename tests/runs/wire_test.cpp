// What rows R3 and R4 of the curriculum promise: one call as steps of both sides on one clock, with its bytes; one
// record in every form of representation.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "links/registry.h"
#include "programs/record_form.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;
using test::RunTest;
using ToldValues = std::map<std::string, std::string>;

class WireTest : public RunTest {
protected:
    static std::vector<ToldValues> told(const RunData& data, const std::string& id) {
        std::vector<ToldValues> found;
        for (const RunEvent& event : data.events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }
    static std::int64_t number(const ToldValues& fact, const std::string& name) {
        return std::strtoll(fact.at(name).c_str(), nullptr, 10);
    }
    // Why it cannot run here; empty: it can.
    static std::string missing(const char* mechanism) { return findMechanism(mechanism)->availability().reason; }
};

TEST_F(WireTest, ARecordIsWrittenInEveryFormOrNamedAsMissing) {
    const RunData& data = finish(preset("r4-representation"));
    EXPECT_EQ(data.processes[0].exit->code, 0);
    std::set<std::string> written, absent;
    for (const ToldValues& fact : told(data, "represented")) {
        written.insert(fact.at("form"));
        EXPECT_EQ(number(fact, "size_bytes") * 2, static_cast<std::int64_t>(fact.at("bytes").size()));
        EXPECT_GT(number(fact, "encode_ns"), 0);
        EXPECT_GT(number(fact, "decode_ns"), 0);
    }
    for (const ToldValues& fact : told(data, "form-missing")) absent.insert(fact.at("form"));
    EXPECT_EQ(written.size() + absent.size(), allFormKinds().size());
    EXPECT_TRUE(written.contains("memory-big") && written.contains("json"));
    EXPECT_EQ(told(data, "represented-field").size(), written.size() * kSampleFields);
    const auto misread = told(data, "misread");
    ASSERT_EQ(misread.size(), 4U);
    EXPECT_EQ(misread[0].at("read"), "16777216");
    EXPECT_EQ(misread[1].at("read"), "-16777217");
}

TEST_F(WireTest, ACallIsTakenApartOnOneClock) {
    for (const char* stack : {"onc-rpc", "grpc", "thrift", "json-rpc"}) {
        SCOPED_TRACE(stack);
        if (!missing(stack).empty()) continue;
        const RunData& data =
            finish(preset("r3-" + std::string(stack), {"client.rate_per_s=0", "client.count=3", "duration_s=20"}));
        std::map<std::string, ToldValues> last;  // steps of the last call
        for (const ToldValues& fact : told(data, "call-step")) {
            EXPECT_LE(number(fact, "begin_ns"), number(fact, "end_ns"));
            if (number(fact, "call") == 2) last[fact.at("step")] = fact;
        }
        const std::vector<std::string> order{"marshal", "send",          "dispatch",   "unmarshal",
                                             "execute", "marshal reply", "send reply", "unmarshal reply"};
        std::int64_t at = 0;
        for (const std::string& step : order) {
            ASSERT_TRUE(last.contains(step)) << step;
            EXPECT_LE(at, number(last[step], "begin_ns")) << step;
            at = number(last[step], "begin_ns");
        }
        EXPECT_EQ(last["execute"].at("side"), "server");
        EXPECT_GE(number(last["execute"], "took_ns"), 25'000) << "most of the work it was given";
        EXPECT_FALSE(last["marshal"].at("bytes_hex").empty());
    }
}

TEST_F(WireTest, OnlyWhoAsksForAPortLooksItUp) {
    if (const std::string why = missing("onc-rpc"); !why.empty()) GTEST_SKIP() << why;
    const RunData& data = finish(preset("r3-matchmaker", {"asking.count=2", "knowing.count=2", "duration_s=20"}));
    std::map<std::uint32_t, int> lookUps;
    for (const RunEvent& event : data.events) {
        if (event.id() == "call-step" && event.text("step") == "look up") ++lookUps[event.process.value()];
    }
    EXPECT_EQ(lookUps, (std::map<std::uint32_t, int>{{0, 1}}));
}

}  // namespace
}  // namespace ipclab
