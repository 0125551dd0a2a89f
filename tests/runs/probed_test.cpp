// What the descriptors of a link's ends tell, from a real run to its result.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "results/quantity.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

class Probed : public RunTest {
protected:
    // So long that the descriptors have been asked.
    const RunData& run(const char* mechanism) {
        return finish(experiment(std::string(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":0.7,
            "processes":[{"name":"p","program":"producer","rate_per_s":500},{"name":"c","program":"consumer"}],
            "links":[{"name":"l","mechanism":")") +
                                 mechanism + R"(","from":"p","to":"c"}]})"));
    }
    static MaybeQuantity figure(const RunData& data, const char* id) {
        return findQuantity(QuantityOwner::Link, id)->get(data, {QuantityOwner::Link});
    }
};

TEST_F(Probed, TcpTellsItsRoundTripAndItsRetransmissions) {
    const RunData& data = run("tcp");
    const auto roundTrip = figure(data, "tcp_round_trip_ns"), again = figure(data, "tcp_retransmissions");
    ASSERT_TRUE(roundTrip);
    EXPECT_GT(std::get<std::int64_t>(*roundTrip), 0);
    ASSERT_TRUE(again);
    // Loopback loses nothing, but where the receiver has no processor for a while the sender gives it up for lost.
    EXPECT_LT(std::get<std::int64_t>(*again), 20);
    EXPECT_FALSE(
        findQuantity(QuantityOwner::Link, "tcp_round_trip_ns")->seriesOf(data, {QuantityOwner::Link})->empty());
    const auto json = resultJson(data)["links"][0]["tcp"];
    EXPECT_EQ(json["retransmissions"], std::get<std::int64_t>(*again));
    EXPECT_GT(json["round_trip_ns"].get<std::int64_t>(), 0);
}

TEST_F(Probed, APipeHasNone) {
    const RunData& data = run("pipe");
    for (const char* id : {"tcp_round_trip_ns", "tcp_retransmissions", "socket_drops"}) EXPECT_FALSE(figure(data, id));
    EXPECT_TRUE(resultJson(data)["links"][0]["tcp"]["round_trip_ns"].is_null());
}

TEST_F(Probed, UdpTellsWhatItsSocketDropped) {
    const RunData& data = run("udp");
    if (!figure(data, "socket_drops")) GTEST_SKIP() << "the kernel does not let the launcher ask";
    EXPECT_GE(std::get<std::int64_t>(*figure(data, "socket_drops")), 0);
}

}  // namespace
}  // namespace ipclab::test
