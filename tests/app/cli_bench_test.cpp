// `ipclab bench` by its contract; its figures are a benchmark's business.
#include <signal.h>

#include <QImage>

#include "cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

QStringList briefBench(const QStringList& more) {
    return QStringList{"bench", "--seconds", "0.05", "--repeat", "2", "--size", "64"} + more;
}

// mayBeSlow: the first message of a stack may take longer than so short a run.
void expectMeasured(const nlohmann::json& row, bool mayBeSlow = false) {
    for (const char* key :
         {"mechanism", "size", "pattern", "launch", "pin", "repeats", "messages_per_s", "bytes_per_s", "latency_ns",
          "cpu_s_per_million_messages", "system_calls_per_message", "lost", "skipped"}) {
        EXPECT_TRUE(row.contains(key)) << key;
    }
    EXPECT_TRUE(row["skipped"].is_null()) << row;
    EXPECT_EQ(row["repeats"], 2);
    const bool mayLose = row["mechanism"].get<std::string>().starts_with("udp");
    EXPECT_TRUE(mayLose || row["lost"] == 0) << row["mechanism"] << " lost " << row["lost"];
    const auto& rate = row["messages_per_s"];
    EXPECT_TRUE(mayBeSlow || rate["low"] > 0) << row;
    EXPECT_LE(rate["low"].get<double>(), rate["median"].get<double>());
    EXPECT_LE(rate["median"].get<double>(), rate["high"].get<double>());
    EXPECT_TRUE(mayBeSlow || row["latency_ns"]["p50"] > 0) << row;
}

TEST(CliBench, MeasuresEveryMechanismOneWay) {
    const Ended ended = ipclab(briefBench({"--json"}));
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto json = ended.json();
    EXPECT_EQ(json["schema"], "ipclab.bench/1");
    EXPECT_GE(json["rows"].size(), 6U);
    for (const auto& row : json["rows"]) expectMeasured(row, row["launch"] == "exec");  // where it has no other
}

TEST(CliBench, MeasuresRoundTripsOnOneCpuWithExecedProcesses) {
    const auto json = ipclab(briefBench({"--json", "--mechanism", "pipe,unix-stream", "--pattern", "ping-pong", "--pin",
                                         "same", "--launch", "exec"}))
                          .json();
    ASSERT_EQ(json["rows"].size(), 2U);
    for (const auto& row : json["rows"]) {
        expectMeasured(row);
        EXPECT_EQ(row["pattern"], "ping-pong");
        EXPECT_EQ(row["pin"], "same");
        EXPECT_EQ(row["launch"], "exec");
    }
}

TEST(CliBench, SkipsWithAReasonAndExitsWith3WhereNothingIsLeft) {
    const Ended ended = ipclab({"bench", "--mechanism", "posix-mq", "--size", "16777216", "--json"});
    EXPECT_EQ(ended.status, 3);
    const auto json = ended.json();
    EXPECT_TRUE(json["rows"][0]["skipped"].is_string());
    EXPECT_TRUE(json["rows"][0]["messages_per_s"]["median"].is_null());
}

TEST(CliBench, ExportsItsTable) {
    const TempDir dir;
    const Ended ended = ipclab(briefBench({"--mechanism", "pipe", "--export", text(dir / "out")}));
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("pipe"));
    EXPECT_EQ(nlohmann::json::parse(contentOf(dir / "out/bench.json"))["rows"].size(), 1U);
    EXPECT_THAT(contentOf(dir / "out/bench.csv"), HasSubstr("\r\npipe,64,one-way,fork,free,2,"));
}

TEST(CliBench, ExportsAChartOfItsRowsBySize) {
    const TempDir dir;
    const Ended ended = ipclab({"bench", "--seconds", "0.05", "--repeat", "2", "--size", "64,4194304", "--mechanism",
                                "pipe,unix-datagram", "--export", text(dir / "out")});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const std::string svg = contentOf(dir / "out/bench.svg");
    for (const char* words :
         {"Throughput, one way", "messages of 64 bytes", "messages of 4,194,304 bytes", "mechanism", ">pipe<",
          ">unix-datagram<", "throughput in messages/s: median, least and largest of 2", "one-way, fork, CPUs free",
          "Linux ", "not measured: a message of 4194304 bytes", "ipclab"}) {
        EXPECT_THAT(svg, HasSubstr(words));
    }
    QImage image;
    EXPECT_TRUE(image.load(QString::fromStdString((dir / "out/bench.png").string()), "PNG"));
    EXPECT_EQ(image.width(), 2000);
    EXPECT_GT(image.height(), 300);
}

TEST(CliBench, PrintsWhatItHasWhenInterrupted) {
    Cli cli({"bench", "--mechanism", "pipe", "--size", "64", "--seconds", "600", "--repeat", "1", "--json"});
    // The handler is there before the first process is made; the launcher is a child of the program.
    const auto children = "/proc/" + std::to_string(cli.pid()) + "/task/" + std::to_string(cli.pid()) + "/children";
    ASSERT_TRUE(cli.waitUntil([&] { return !contentOf(children).empty(); }));
    ::kill(static_cast<pid_t>(cli.pid()), SIGINT);
    const Ended ended = cli.ended();
    EXPECT_EQ(ended.status, 130) << ended.err;
    EXPECT_THAT(ended.json()["rows"][0]["skipped"].get<std::string>(), HasSubstr("interrupted"));
}

}  // namespace
}  // namespace ipclab::test
