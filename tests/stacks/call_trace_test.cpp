// The steps of a call, as the stubs of both sides note them.
#include "core/call_trace.h"

#include <charconv>

#include "served.h"

namespace ipclab::test {

namespace {

std::vector<std::string> tracedStacks() {
    std::vector<std::string> ids = builtStacks();
    std::erase_if(ids, [](const std::string& id) {
        return id != "onc-rpc" && id != "thrift" && id != "thrift-compact" && id != "grpc" && id != "http" &&
               id != "json-rpc";
    });
    return ids;
}

// Of "4 record mark;4 call id".
std::size_t markedBytes(std::string_view marks) {
    std::size_t sum = 0;
    while (!marks.empty()) {
        std::size_t length = 0;
        std::from_chars(marks.data(), marks.data() + marks.size(), length);
        sum += length;
        const std::size_t end = marks.find(';');
        marks.remove_prefix(end == marks.npos ? marks.size() : end + 1);
    }
    return sum;
}

class CallSteps : public ::testing::TestWithParam<std::string> {
protected:
    static std::vector<NotedStep> stepsOfOneCall(Served& served, StackClient& client, std::uint64_t sequence) {
        static_cast<void>(CallTrace::take());
        EXPECT_TRUE(served.deliver(client, stampedMessage(45, sequence)));
        return CallTrace::take();
    }
};

TEST_P(CallSteps, AreNotedInTheirOrderWithEveryByteMarked) {
    CallTrace::start();
    Served served(GetParam());
    served.serve();
    const auto client = served.stack.connect(served.place);
    ASSERT_NE(client, nullptr);
    static_cast<void>(stepsOfOneCall(served, *client, 0));  // shows the token, looks ports up
    const std::vector<NotedStep> steps = stepsOfOneCall(served, *client, 1);
    const std::vector<CallStep> expected{CallStep::Marshal,       CallStep::Send,         CallStep::Dispatch,
                                         CallStep::Unmarshal,     CallStep::MarshalReply, CallStep::SendReply,
                                         CallStep::UnmarshalReply};
    std::vector<CallStep> noted;
    Nanoseconds last = 0;
    for (const NotedStep& step : steps) {
        noted.push_back(step.step);
        EXPECT_LE(last, step.beginNs) << nameOf(step.step);
        EXPECT_LE(step.beginNs, step.endNs) << nameOf(step.step);
        last = step.beginNs;
        EXPECT_EQ(markedBytes(step.marks), step.bytes.size()) << nameOf(step.step) << ": " << step.marks;
    }
    EXPECT_EQ(noted, expected);
    ASSERT_FALSE(steps.empty());
    const bool isText = GetParam() == "http" || GetParam() == "json-rpc";
    EXPECT_NE(steps.front().marks.find(isText ? " body" : "45 message"), std::string::npos) << steps.front().marks;
}

TEST_P(CallSteps, LookAPortUpOnlyWhereThereIsAMatchmaker) {
    CallTrace::start();
    Served served(GetParam());
    served.serve();
    const auto client = served.stack.connect(served.place);
    ASSERT_NE(client, nullptr);
    const auto lookUps = [](const std::vector<NotedStep>& steps) {
        return std::ranges::count(steps, CallStep::LookUp, &NotedStep::step);
    };
    EXPECT_EQ(lookUps(stepsOfOneCall(served, *client, 0)), GetParam() == "onc-rpc" ? 1 : 0);
    EXPECT_EQ(lookUps(stepsOfOneCall(served, *client, 1)), 0) << "once is enough";
}

INSTANTIATE_TEST_SUITE_P(OfStubs, CallSteps, ::testing::ValuesIn(tracedStacks()), testName);

}  // namespace

}  // namespace ipclab::test
