// Commands as nodes: what they pass on, write and answer is counted and timed where a program of ours is at an end, and
// between two of them bytes are known by /proc/PID/io. The programs are those of tests/examples/foreign.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <thread>

#include "document/machine.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "launcher/foreign_traffic.h"
#include "links/foreign_reader.h"
#include "links/message.h"
#include "results/link_sources.h"
#include "results/link_totals.h"
#include "results/run_warnings.h"
#include "run_fixture.h"

namespace ipclab::test {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::StartsWith;

std::string exampleFile(const std::string& name) { return std::string(IPCLAB_FOREIGN_EXAMPLES) + '/' + name; }
bool hasProgram(const char* name) { return findExecutable(name, std::getenv("PATH")).has_value(); }

class ForeignTest : public RunTest {
protected:
    // A producer's hundred messages, through a command, to a consumer.
    Experiment relayedBy(const std::string& command, int count = 100) {
        return experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
            {"name":"p","program":"producer","rate_per_s":150,"count":)" +
                          std::to_string(count) + R"(},
            {"name":"r","program":"command","command":)" +
                          command + R"(},
            {"name":"c","program":"consumer"}],"links":[
            {"name":"in","mechanism":"pipe","from":"p","to":{"process":"r","attach":"descriptor"}},
            {"name":"out","mechanism":"pipe","from":{"process":"r","attach":"descriptor"},"to":"c"}]})");
    }

    void expectAllReceived(const LinkData& link, std::uint64_t count) {
        EXPECT_EQ(link.received, count);
        EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
        EXPECT_EQ(link.latency.count, count) << "each carries its send time";
    }
};

TEST_F(ForeignTest, LatencyThroughARelayInPythonIsMeasured) {
    if (!hasProgram("python3")) GTEST_SKIP() << "no python3 here";
    const RunData& data = finish(relayedBy("[\"python3\", \"" + exampleFile("relay.py") + "\"]"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].sent, 100U);
    expectAllReceived(data.links[1], 100);
    EXPECT_GE(data.links[1].latency.p50, 5'000'000) << "it sleeps 5 ms a message";
    const auto json = resultJson(data);
    EXPECT_EQ(json["links"][0]["source"]["messages"], "counted by the sender");
    EXPECT_EQ(json["links"][0]["sent"], 100);
    EXPECT_TRUE(json["links"][0]["received"].is_null());
    EXPECT_THAT(json["links"][0]["source"]["latency"].get<std::string>(), StartsWith("not known: "));
    EXPECT_EQ(json["links"][1]["source"]["messages"], "counted");
    EXPECT_EQ(json["links"][1]["source"]["latency"], "counted");
    EXPECT_TRUE(json["links"][1]["sent"].is_null()) << "nobody counts what a command sends";
    EXPECT_EQ(json["links"][1]["received"], 100);
}

TEST_F(ForeignTest, AShellPassesMessagesOnByDescriptorsOfOneDigit) {
    const RunData& data = finish(relayedBy("[\"sh\", \"" + exampleFile("relay.sh") + "\"]", 20));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    expectAllReceived(data.links[1], 20);
}

TEST_F(ForeignTest, AMessageMadeInPythonIsCountedCheckedAndTimed) {
    if (!hasProgram("python3")) GTEST_SKIP() << "no python3 here";
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"p","program":"command","must_succeed":true,"command":["python3",")" +
                                            exampleFile("producer.py") +
                                            R"("]},{"name":"c","program":"consumer"}],
        "links":[{"mechanism":"unix-stream","from":"p","to":"c"}]})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    expectAllReceived(data.links[0], 200);
    EXPECT_EQ(data.links[0].bytes, 20'000U);
}

TEST_F(ForeignTest, AServerInCAnswersAClient) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"client","program":"client","count":50,"message_bytes":500},
        {"name":"server","program":"command","must_succeed":true,"command":[")" IPCLAB_FOREIGN_ANSWER R"("]}],
        "links":[{"mechanism":"pipe","from":"client","to":"server"},
                 {"mechanism":"pipe","from":"server","to":"client"}]})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].sent, 50U);
    expectAllReceived(data.links[1], 50);
}

TEST_F(ForeignTest, AMessageQueueIsFoundByItsName) {
    const Experiment wanted = experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"p","program":"command","must_succeed":true,"command":[")" IPCLAB_FOREIGN_QUEUE R"("]},
        {"name":"c","program":"consumer","count":100}],
        "links":[{"name":"queue","mechanism":"posix-mq","from":"p","to":"c"}]})");
    const RunData& data = finish(wanted);
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    expectAllReceived(data.links[0], 100);
}

TEST_F(ForeignTest, TheNameOfSharedMemoryIsHandedOver) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"p","program":"command","must_succeed":true,
         "command":["sh","-c","test -e /dev/shm$IPCLAB_LINK_RING_NAME && test $IPCLAB_LINK_RING_ROLE = send"]},
        {"name":"c","program":"consumer"}],
        "links":[{"name":"ring","mechanism":"posix-shm","from":"p","to":"c"}]})"));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].received, 0U);
}

TEST_F(ForeignTest, BytesThatAreNoMessagesAreCountedAsBytesAlone) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"p","program":"command","command":["head","-c","300000","/dev/zero"]},
        {"name":"c","program":"consumer"}],"links":[{"mechanism":"pipe","from":"p","to":"c"}]})"));
    const auto link = resultJson(data)["links"][0];
    EXPECT_EQ(link["bytes"], 300'000);
    EXPECT_TRUE(link["received"].is_null()) << "not a number of reads";
    EXPECT_EQ(link["source"]["bytes"], "counted");
    EXPECT_THAT(link["source"]["messages"].get<std::string>(), StartsWith("not known: "));
    EXPECT_THAT(resultWarnings(data), testing::Contains(HasSubstr("no messages of ipclab")));
    // The curve of messages ends where that was found, the one of bytes goes on.
    EXPECT_THAT(seriesCsv(data), HasSubstr("bytes_per_s"));
}

TEST_F(ForeignTest, BetweenTwoCommandsBytesAreKnownByProcIo) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"a","program":"command","command":["sh","-c","head -c 5000000 /dev/zero; sleep 1"]},
        {"name":"b","program":"command","command":["cat"]},
        {"name":"c","program":"command","command":["wc","-c"]}],
        "links":[{"mechanism":"pipe","from":"a","to":"b"},{"mechanism":"pipe","from":"b","to":"c"}]})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const auto json = resultJson(data);
    for (const auto& link : json["links"]) {
        EXPECT_EQ(link["source"]["bytes"], "by /proc/PID/io");
        ASSERT_TRUE(link["bytes"].is_number()) << link.dump();
        EXPECT_GE(link["bytes"].get<std::uint64_t>(), 5'000'000U);
        EXPECT_LT(link["bytes"].get<std::uint64_t>(), 5'100'000U) << "and what a program reads as it begins";
        EXPECT_GT(link["throughput"]["bytes_per_s"].get<double>(), 0);
        EXPECT_TRUE(link["throughput"]["messages_per_s"].is_null());
    }
    EXPECT_FALSE(data.links[0].bytesPerSecond.empty());
    EXPECT_TRUE(data.links[0].messagesPerSecond.empty()) << "a gap, no zeros";
}

TEST_F(ForeignTest, WhatIsNotKnownIsAGapAndNeverAZero) {
    // Two links each way: nobody can tell them apart.
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":0.5,
        "processes":[{"name":"a","program":"command","command":["yes"]},
        {"name":"b","program":"command","command":["cat"]}],
        "links":[{"name":"x","mechanism":"pipe","from":"a","to":"b"},
                 {"name":"y","mechanism":"pipe","from":"a","to":"b"}]})"));
    for (const LinkData& link : data.links) {
        EXPECT_EQ(bytesSource(data, link).why, UnknownWhy::SeveralLinks);
        EXPECT_TRUE(link.bytesPerSecond.empty() && link.messagesPerSecond.empty());
        EXPECT_FALSE(linkTotals(data, link).bytesPerSecond);
    }
    EXPECT_THAT(seriesCsv(data), testing::Not(HasSubstr("bytes_per_s")));
}

TEST(BytesThrough, BelievesWhoHasNothingElseOpen) {
    EXPECT_FALSE(bytesThrough(std::nullopt, std::nullopt));
    EXPECT_EQ(bytesThrough(EndFigure{100, false}, std::nullopt), 100U);
    EXPECT_EQ(bytesThrough(EndFigure{100, false}, EndFigure{140, false}), 100U) << "it has read its libraries too";
    EXPECT_EQ(bytesThrough(EndFigure{900'000'000, true}, EndFigure{4000, false}), 4000U) << "it writes a file as well";
    EXPECT_EQ(bytesThrough(EndFigure{10'000'000, true}, EndFigure{900'000'000, true}), 10'000'000U);
    EXPECT_EQ(bytesThrough(EndFigure{90'000'000, false}, EndFigure{5000, false}), 90'000'000U)
        << "splice(2) is not counted";
}

// --- what a command writes, read as it comes ----------------------------------------------------------------------

struct Pipe {
    Pipe() { EXPECT_EQ(::pipe2(fds, O_CLOEXEC), 0); }
    ~Pipe() {
        ::close(fds[0]);
        if (fds[1] >= 0) ::close(fds[1]);
    }
    void write(std::span<const std::byte> bytes) const {
        EXPECT_EQ(::write(fds[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    void end() { ::close(std::exchange(fds[1], -1)); }
    int fds[2]{};
};

std::vector<std::byte> bytesOf(std::string_view text) {
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

std::vector<std::byte> messageOf(std::size_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, sequence, 0, 1);
    return message;
}

TEST(ForeignReader, FindsMessagesBetweenBytesThatAreNone) {
    for (const std::size_t piece : {1U, 7U, 40U, 1000U}) {
        Pipe pipe;
        std::vector<std::byte> all;
        const auto add = [&](const std::vector<std::byte>& more) { all.insert(all.end(), more.begin(), more.end()); };
        add(bytesOf("Hello, IPC world: I"));
        add(messageOf(100, 0));
        add(messageOf(32, 1));
        add(bytesOf("IPCL is no message\n"));
        add(messageOf(64, 2));
        add(bytesOf("IPC"));
        std::thread writer([&] {
            for (std::size_t at = 0; at < all.size(); at += piece)
                pipe.write(std::span(all).subspan(at, std::min(piece, all.size() - at)));
            pipe.end();
        });
        ForeignReader reader(false, {});
        std::vector<std::byte> buffer(256), bytes;
        std::vector<std::size_t> messages;
        for (;;) {
            const ForeignPiece got = reader.receive(pipe.fds[0], buffer);
            if (got.result.status == ReceiveStatus::PeerClosed) break;
            ASSERT_EQ(got.result.status, ReceiveStatus::Received);
            const auto here = std::span(buffer).first(got.result.sizeBytes);
            if (!got.isMessage) {
                bytes.insert(bytes.end(), here.begin(), here.end());
                continue;
            }
            EXPECT_TRUE(isIntact(here));
            EXPECT_EQ(readHeader(here).sequence, messages.size());
            messages.push_back(here.size());
        }
        writer.join();
        EXPECT_THAT(messages, testing::ElementsAre(100U, 32U, 64U));
        EXPECT_EQ(bytes, bytesOf("Hello, IPC world: IIPCL is no message\nIPC"));
    }
}

TEST(ForeignReader, AMessageLongerThanTheLinkCarriesIsReportedAndReadAsBytes) {
    Pipe pipe;
    pipe.write(messageOf(200, 0));
    pipe.write(messageOf(64, 1));
    pipe.end();
    ForeignReader reader(false, {});
    std::vector<std::byte> buffer(64);
    EXPECT_EQ(reader.receive(pipe.fds[0], buffer).result.status, ReceiveStatus::Truncated);
    std::size_t messages = 0;
    for (;;) {
        const ForeignPiece got = reader.receive(pipe.fds[0], buffer);
        if (got.result.status == ReceiveStatus::PeerClosed) break;
        messages += got.isMessage ? 1 : 0;
    }
    EXPECT_EQ(messages, 1U);
}

TEST(ForeignReader, AnEndThatDoesNotWaitIsTold) {
    const Pipe pipe;
    ForeignReader nonBlocking(false, {.mode = Blocking::NonBlocking});
    std::vector<std::byte> buffer(64);
    EXPECT_EQ(nonBlocking.receive(pipe.fds[0], buffer).result.status, ReceiveStatus::WouldBlock);
    ForeignReader inTime(false, {.timeoutNs = 1'000'000});
    EXPECT_EQ(inTime.receive(pipe.fds[0], buffer).result.status, ReceiveStatus::TimedOut);
}

}  // namespace
}  // namespace ipclab::test
