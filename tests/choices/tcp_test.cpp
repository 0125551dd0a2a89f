// TCP's choices of a link: from the document to the sockets, and what came of them, by counts and by what the kernel
// says.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "links/tcp_choices.h"
#include "results/quantity.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::string withLink(const std::string& mechanism, const std::string& fields) {
    return R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":0.3,
        "processes":[{"name":"p","program":"producer","rate_per_s":500},{"name":"c","program":"consumer"}],
        "links":[{"name":"l","mechanism":")" +
           mechanism + R"(","from":"p","to":"c")" + (fields.empty() ? "" : "," + fields) + "}]}";
}

std::vector<std::string> problemsOf(const std::string& text) {
    std::vector<std::string> found;
    for (const Problem& problem : readExperiment(text, "t").problems)
        found.push_back(problem.pointer + ": " + problem.message);
    return found;
}

TEST(TcpFields, AreWrittenAsTheyWereRead) {
    const std::string fields =
        R"("nagle":true,"delayed_ack":false,"keep_alive":{"idle_s":60,"probes":3},"congestion":"reno",
           "send_buffer_bytes":8192,"receive_buffer_bytes":9000,"writes_per_message":2)";
    const ReadResult read = readExperiment(withLink("tcp", fields), "t");
    ASSERT_TRUE(read.experiment);
    EXPECT_TRUE(read.problems.empty()) << read.problems.front().message;
    const TcpChoices& tcp = read.experiment->links[0].tcp;
    EXPECT_EQ(tcp, (TcpChoices{true, false, KeepAlive{60, 0, 3}, "reno", 8192, 9000, 2}));
    const ReadResult again = readExperiment(writeExperiment(*read.experiment), "t");
    ASSERT_TRUE(again.experiment);
    EXPECT_EQ(again.experiment->links[0].tcp, tcp);
}

TEST(TcpFields, AnEmptyKeepAliveIsKept) {
    const ReadResult read = readExperiment(withLink("tcp", R"("keep_alive":{})"), "t");
    ASSERT_TRUE(read.experiment);
    EXPECT_EQ(read.experiment->links[0].tcp.keepAlive, KeepAlive{});
    EXPECT_THAT(writeExperiment(*read.experiment), HasSubstr("keep_alive"));
}

TEST(TcpFields, AreRefusedWhereThereIsNoTcp) {
    for (const char* field :
         {R"("nagle":true)", R"("delayed_ack":false)", R"("keep_alive":{})", R"("congestion":"reno")",
          R"("send_buffer_bytes":8192)", R"("receive_buffer_bytes":8192)", R"("writes_per_message":2)"}) {
        EXPECT_THAT(problemsOf(withLink("pipe", field)), Contains(HasSubstr("a choice of TCP"))) << field;
    }
}

TEST(TcpFields, AnUnknownCongestionControlIsRefusedWithTheListOfThoseThereAre) {
    const auto known = congestionControls();
    ASSERT_FALSE(known.empty());
    EXPECT_THAT(
        problemsOf(withLink("tcp", R"("congestion":"rhubarb")")),
        Contains(testing::AllOf(HasSubstr("/links/0/congestion"), HasSubstr("rhubarb"), HasSubstr(known.front()))));
}

TEST(TcpFields, BuffersAndCapacityExcludeEachOther) {
    EXPECT_THAT(problemsOf(withLink("tcp", R"("capacity":{"bytes":8192},"send_buffer_bytes":8192)")),
                Contains(HasSubstr("/links/0/send_buffer_bytes")));
}

TEST(TcpFields, OfTheOtherDirectionAreMadeAtTheFirst) {
    const std::string text = R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":0.3,
        "processes":[{"name":"c","program":"client"},{"name":"s","program":"echo"}],
        "links":[{"name":"there","mechanism":"tcp","from":"c","to":"s"},
                 {"name":"back","mechanism":"tcp","from":"s","to":"c","reverse_of":"there","nagle":true}]})";
    EXPECT_THAT(problemsOf(text), Contains(HasSubstr("/links/1/nagle")));
}

TEST(TcpFields, ACommandMakesItsOwnCalls) {
    const std::string text = R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":0.3,
        "processes":[{"name":"p","program":"producer"},{"name":"c","program":"command","command":["cat"]}],
        "links":[{"name":"l","mechanism":"tcp","from":"p","to":"c","writes_per_message":2}]})";
    EXPECT_THAT(problemsOf(text), Contains(HasSubstr("a command makes its own calls")));
}

TEST(TcpChoicesInTheWiring, AreTheSameAtTheOtherEnd) {
    const TcpChoices choices{true, false, KeepAlive{60, 10, 5}, "fifteen-letters", {}, {}, 3};
    EXPECT_EQ(tcpChoices(tcpNumbers(choices), 0), choices);
    EXPECT_EQ(tcpOfText(tcpText(choices)), choices);
    EXPECT_FALSE(tcpOfText("1 2 three"));
    EXPECT_FALSE(tcpOfText(""));
    EXPECT_THROW(static_cast<void>(tcpChoices({1, 2}, 0)), std::invalid_argument);
}

class TcpRun : public RunTest {
protected:
    static std::int64_t figure(const RunData& data, std::uint32_t link, const char* id) {
        const MaybeQuantity value = findQuantity(QuantityOwner::Link, id)->get(data, {QuantityOwner::Link, link});
        EXPECT_TRUE(value) << id;
        return value ? std::get<std::int64_t>(*value) : 0;
    }
    // Of a hundred segments with data, so many were answered by a bare acknowledgement.
    static double bareShare(const RunData& data, std::uint32_t link) {
        return static_cast<double>(figure(data, link, "tcp_bare_acknowledgements")) /
               static_cast<double>(figure(data, link, "tcp_data_segments"));
    }
};

TEST_F(TcpRun, TheSocketsSayWhatWasChosen) {
    const RunData& data = finish(preset("c-tcp-choices", {"duration_s=0.4", "steps=[]"}));
    ASSERT_EQ(data.links.size(), 3U);
    const auto json = resultJson(data)["links"];
    const auto &usual = json[0]["effective"], &small = json[1]["effective"], &chosen = json[2]["effective"];
    EXPECT_EQ(usual["nagle"], false);
    EXPECT_EQ(usual["delayed_ack"], true);
    EXPECT_TRUE(usual["keep_alive"].is_null());
    EXPECT_FALSE(usual["congestion"].get<std::string>().empty());
    EXPECT_EQ(small["send_buffer_bytes"], 2 * 8192);
    EXPECT_EQ(small["receive_buffer_bytes"], 2 * 8192);
    EXPECT_EQ(json[1]["requested"]["send_buffer_bytes"], 8192);
    EXPECT_EQ(chosen["congestion"], "reno");
    EXPECT_EQ(chosen["keep_alive"]["idle_s"], 60);
    EXPECT_EQ(chosen["keep_alive"]["interval_s"], 10);
    EXPECT_EQ(chosen["keep_alive"]["probes"], 5);
    EXPECT_EQ(json[0]["requested"]["nagle"], nullptr);
    for (const auto& link : data.links) EXPECT_GT(link.received, 0U) << link.name;
}

// A timer never fires early: the kernel's shortest delay of an acknowledgement is 40 ms.
TEST_F(TcpRun, TheSecondHalfWaitsForADelayedAcknowledgement) {
    const RunData& data = finish(preset("r2-nagle-and-delayed-ack", {"client.count=30", "duration_s=20"}));
    EXPECT_EQ(data.links[0].received, 30U);
    EXPECT_TRUE(data.links[0].effective.tcp && data.links[0].effective.tcp->nagle);
    EXPECT_GT(bareShare(data, 0), 0.3);
    const auto p50 = resultJson(data)["links"][1]["latency_ns"]["p50"].get<double>();
    EXPECT_GT(p50, 20e6);
}

TEST_F(TcpRun, TheMendedOnesSendAsTheySay) {
    const RunData& data = finish(preset("r2-nagle-mended", {"duration_s=1"}));
    for (const std::uint32_t link : {0U, 2U, 4U}) EXPECT_GT(data.links[link].received, 10U) << data.links[link].name;
    EXPECT_FALSE(data.links[0].effective.tcp->nagle);
    EXPECT_FALSE(data.links[2].effective.tcp->delayedAck);
    EXPECT_EQ(data.links[0].effective.tcp->writes, 2U);
    EXPECT_GT(bareShare(data, 2), 0.3);
    const auto calls = [&](int link) {
        return resultJson(data)["links"][link]["system_calls_per_message"].get<double>();
    };
    EXPECT_GT(calls(2), calls(4) + 1);  // two writes instead of one, and what hurries the acknowledgement
}

}  // namespace
}  // namespace ipclab::test
