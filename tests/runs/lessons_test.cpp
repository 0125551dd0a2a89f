// What the rows M16 … M19 of the curriculum promise, asserted on real processes.
#include <gmock/gmock.h>

#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Values = std::map<std::string, std::string>;

class LessonsTest : public test::RunTest {
protected:
    std::vector<Values> factsOf(const std::string& presetId, const std::string& id) {
        if (m_presetId != presetId) {
            finish(test::preset(presetId, {"/processes/0/hold_s=0.05"}));
            m_presetId = presetId;
            EXPECT_EQ(m_run->data().processes.at(0).exit->code, 0);
        }
        std::vector<Values> found;
        for (const RunEvent& event : m_run->data().events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }

    static std::vector<std::string> column(const std::vector<Values>& facts, const std::string& name) {
        std::vector<std::string> values;
        for (const Values& fact : facts) values.push_back(fact.at(name));
        return values;
    }

    void expectSteps(const std::string& presetId, const std::vector<std::string>& calls) {
        std::vector<std::string> made;
        for (const std::string& call : column(factsOf(presetId, "call-returned"), "call"))
            made.push_back(call.substr(0, call.find('(')));
        EXPECT_THAT(made, testing::UnorderedElementsAreArray(calls));
        EXPECT_THAT(factsOf(presetId, "call-refused"), testing::IsEmpty());
        const auto written = factsOf(presetId, "text-written"), read = factsOf(presetId, "text-read");
        ASSERT_EQ(written.size(), 1U);
        ASSERT_EQ(read.size(), 1U);
        EXPECT_EQ(written[0].at("text"), read[0].at("text"));
        EXPECT_NE(written[0].at("address"), read[0].at("address"));
        expectOneFrame(presetId);
    }

    void expectOneFrame(const std::string& presetId) {
        const auto frames = factsOf(presetId, "frame");
        if (frames.empty()) {  // the kernel tells it to CAP_SYS_ADMIN alone
            EXPECT_EQ(factsOf(presetId, "frame-not-told").size(), 2U);
            return;
        }
        ASSERT_EQ(frames.size(), 2U);
        EXPECT_EQ(frames[0].at("frame"), frames[1].at("frame"));
        EXPECT_NE(frames[0].at("address"), frames[1].at("address"));
    }

    // Told by the one way or the other: all four, in another order than they were issued in.
    void expectReversed(const std::string& presetId, const std::string& toldBy) {
        const auto done = factsOf(presetId, "operation-completed");
        EXPECT_THAT(column(factsOf(presetId, "operation-issued"), "operation"), ElementsAre("1", "2", "3", "4"));
        EXPECT_THAT(column(done, "operation"), ElementsAre("4", "3", "2", "1"));
        EXPECT_THAT(column(done, "told_by"), testing::Each(toldBy));
        EXPECT_THAT(column(done, "read_bytes"), testing::Each("6"));
        EXPECT_GT(std::stol(factsOf(presetId, "operations-done").at(0).at("rounds")), 0);
    }

    std::string m_presetId;
};

TEST_F(LessonsTest, SystemVSharedMemoryCallByCall) {
    expectSteps("m16-sysv-steps", {"shmget", "shmat", "shmget", "shmat", "shmdt", "shmdt", "shmctl"});
}

TEST_F(LessonsTest, PosixSharedMemoryCallByCall) {
    expectSteps("m16-posix-steps",
                {"shm_open", "ftruncate", "mmap", "shm_open", "mmap", "munmap", "munmap", "shm_unlink"});
}

TEST_F(LessonsTest, OutstandingOperationsCompleteOutOfOrder) {
    expectReversed("m17-told-by-a-variable", "a variable");
    expectReversed("m17-told-by-a-callback", "a callback");
}

TEST_F(LessonsTest, OnlyRelativesUseAPipeAndAnybodyAFifo) {
    const auto joined = factsOf("m18-who-may-join", "joined");
    EXPECT_THAT(joined, testing::Contains(
                            testing::AllOf(testing::Contains(testing::Pair("who", "child")),
                                           testing::Contains(testing::Pair("means", "an inherited descriptor")))));
    EXPECT_THAT(joined,
                testing::Contains(testing::AllOf(testing::Contains(testing::Pair("who", "stranger")),
                                                 testing::Contains(testing::Pair("means", "the name of a FIFO")))));
    const auto refused = factsOf("m18-who-may-join", "not-joined");
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].at("who"), "stranger");
    EXPECT_THAT(refused[0].at("error"), HasSubstr("Bad file descriptor"));
    EXPECT_THAT(column(factsOf("m18-who-may-join", "message-taken"), "text"), ElementsAre("from parent", "from child"))
        << "its own message first";
}

TEST_F(LessonsTest, AStreamJoinsWritesAndAMessageIsKept) {
    const auto lengths = factsOf("m19-message-lengths", "lengths");
    EXPECT_THAT(column(lengths, "object"), ElementsAre("pipe", "stream socket", "socket with boundaries (seqpacket)",
                                                       "datagram socket", "message queue"));
    EXPECT_THAT(column(lengths, "read_bytes"), ElementsAre("300", "300", "100", "100", "100"));
    EXPECT_THAT(column(factsOf("m19-message-lengths", "cut-off"), "read_bytes"), ElementsAre("100", "100"));
    EXPECT_THAT(column(factsOf("m19-message-lengths", "too-long"), "errno"), ElementsAre("EMSGSIZE"));
}

TEST_F(LessonsTest, AFileGrowsAndASegmentDoesNot) {
    EXPECT_THAT(column(factsOf("m19-file-and-segment", "grown"), "after_bytes"), ElementsAre("4096", "8192", "12288"));
    EXPECT_THAT(column(factsOf("m19-file-and-segment", "fixed"), "signal"),
                ElementsAre("0", std::to_string(SIGBUS), "0"));
    const auto refused = column(factsOf("m19-file-and-segment", "no-space"), "errno");
    if (refused.empty()) GTEST_SKIP() << "the file system of shared memory has no limit here";
    EXPECT_THAT(refused, ElementsAre("ENOSPC"));
}

}  // namespace
}  // namespace ipclab
