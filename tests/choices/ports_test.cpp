// What row R9 of the curriculum promises: each rule about ports met on purpose, on real sockets.
#include <gmock/gmock.h>

#include <fstream>
#include <map>

#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

class Ports : public RunTest {
protected:
    using Told = std::map<std::string, std::string>;

    static std::vector<Told> facts(const RunData& data, const std::string& id) {
        std::vector<Told> found;
        for (const RunEvent& event : data.events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }
    // What was expected of each attempt, and what came of it.
    static std::map<std::string, std::pair<std::string, std::string>> outcomes(const RunData& data) {
        std::map<std::string, std::pair<std::string, std::string>> all;
        for (Told& fact : facts(data, "access-refused")) all[fact["attempt"]] = {fact["expected"], fact["result"]};
        for (Told& fact : facts(data, "access-granted")) all[fact["attempt"]] = {fact["expected"], "granted"};
        return all;
    }
};

TEST_F(Ports, EachRuleIsMetAsExpected) {
    const RunData& data = finish(preset("r9-ports", {"ports.hold_s=0"}));
    EXPECT_EQ(data.processes[0].exit->code, 0);
    const auto all = outcomes(data);
    EXPECT_GE(all.size(), 13U);
    for (const auto& [attempt, outcome] : all) {
        if (attempt.starts_with("port 80, with")) continue;  // somebody may serve there
        EXPECT_EQ(outcome.first, outcome.second) << attempt;
    }
    const auto outcome = [&](const std::string& attempt) {
        const auto found = all.find(attempt);
        return found == all.end() ? "not tried" : found->second.second;
    };
    EXPECT_EQ(outcome("a listener's port"), "EADDRINUSE") << "a listener's port";
    EXPECT_EQ(outcome("two listeners on one port"), "granted") << "two listeners on one port";
    EXPECT_EQ(outcome("connecting where nobody listens"), "ECONNREFUSED") << "connecting where nobody listens";
    EXPECT_EQ(outcome("a port in TIME_WAIT"), "EADDRINUSE") << "a port in TIME_WAIT";
    EXPECT_EQ(outcome("a port in TIME_WAIT, SO_REUSEADDR"), "granted") << "a port in TIME_WAIT, SO_REUSEADDR";
}

TEST_F(Ports, TheSystemChoosesFromItsRange) {
    const RunData& data = finish(preset("r9-ports", {"ports.hold_s=0"}));
    auto range = facts(data, "port-range"), chosen = facts(data, "port-chosen"), cut = facts(data, "port-cut");
    ASSERT_EQ(range.size(), 1U);
    ASSERT_EQ(chosen.size(), 1U);
    ASSERT_EQ(cut.size(), 1U);
    int low = 0, high = 0;
    std::ifstream("/proc/sys/net/ipv4/ip_local_port_range") >> low >> high;
    EXPECT_EQ(range[0]["low"], std::to_string(low));
    EXPECT_THAT(std::stoi(chosen[0]["port"]), AllOf(Ge(low), Le(high)));
    EXPECT_NE(chosen[0]["port"], chosen[0]["second_port"]);
    EXPECT_EQ(cut[0]["carried"], "0");
    EXPECT_THAT(std::stoi(cut[0]["port"]), AllOf(Ge(low), Le(high)));
}

}  // namespace
}  // namespace ipclab::test
