// Acknowledgement and repetition by hand over UDP (row R10): everything arrives, once and in order, through 20 % loss.
#include <gmock/gmock.h>

#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;

class Reliable : public test::RunTest {
protected:
    [[nodiscard]] std::int64_t told(std::string_view id, std::string_view field) const {
        for (const RunEvent& event : m_run->data().events) {
            if (event.id() == id) return event.integer(field).value_or(-1);
        }
        ADD_FAILURE() << "nobody has told " << id;
        return -1;
    }
};

TEST_F(Reliable, EveryWayIsCompleteAndInOrder) {
    for (const char* id : {"r10-stop-and-wait", "r10-go-back-n", "r10-selective-repeat"}) {
        const RunData& data = finish(preset(id, {"sender.count=80", "network.duplicate=0.1", "network.reorder=0.1"}));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        const auto count = static_cast<std::int64_t>(*data.experiment.processes[0].settings.count);
        EXPECT_EQ(told("reliably-sent", "messages"), count) << id;
        EXPECT_EQ(told("reliably-sent", "acknowledged"), count);
        EXPECT_GT(told("reliably-sent", "retransmitted"), 0);
        EXPECT_GT(told("reliably-sent", "round_trip_us"), 0);
        EXPECT_EQ(told("reliably-received", "delivered"), count);
        EXPECT_EQ(told("reliably-received", "missing"), 0);
        EXPECT_GT(told("reliably-received", "duplicates"), 0);
        EXPECT_EQ(data.processes[2].iterations, static_cast<std::uint64_t>(count)) << "each is worked on once";
        // What was sent, first and again, is what the network has taken.
        EXPECT_EQ(data.links[0].sent, static_cast<std::uint64_t>(count + told("reliably-sent", "retransmitted")));
        EXPECT_GT(data.links[1].network->dropped, 0U);
    }
}

TEST_F(Reliable, OnlyAReceiverThatKeepsThemHasUseForEarlyOnes) {
    finish(preset("r10-selective-repeat"));
    EXPECT_GT(told("reliably-received", "early"), 0);
    EXPECT_EQ(told("reliably-received", "discarded"), 0);
    const std::int64_t selective = told("reliably-sent", "retransmitted");
    finish(preset("r10-go-back-n"));
    EXPECT_EQ(told("reliably-received", "early"), 0);
    EXPECT_GT(told("reliably-received", "discarded"), 0);
    EXPECT_GT(told("reliably-sent", "retransmitted"), selective);
}

TEST_F(Reliable, GivesUpAfterItsAttempts) {
    const RunData& data = finish(preset("r10-selective-repeat", {"network.loss=1", "sender.attempts=3"}));
    EXPECT_EQ(told("reliably-sent", "acknowledged"), 0);
    EXPECT_EQ(data.links[1].received, 0U);
}

}  // namespace
}  // namespace ipclab
