// What was told of bytes, as it is read from events and shown: forms of a record, steps of a call.
#include <gtest/gtest.h>

#include <QComboBox>

#include "bridge/wire_facts.h"
#include "inspect/bytes_tab.h"
#include "inspect/call_lanes.h"
#include "inspect/call_steps_view.h"
#include "inspect/detail_table.h"
#include "inspect/representation_view.h"
#include "inspect/step_bytes.h"

namespace ipclab {
namespace {

// A run that has ended, with what its programs have told.
class EndedRun : public RunSource {
public:
    const Experiment& experiment() const override { return data.experiment; }
    const RunData& view() const override { return data; }
    const PartIds& ids() const override { return m_ids; }
    Run::State state() const override { return Run::State::Finished; }

    void add(const char* program, const char* name) {
        ProcessSpec& process = data.experiment.processes.emplace_back();
        process.name = name;
        process.program = program;
    }
    void tell(std::uint32_t process, const char* id, const SpelledValues& values) {
        RunEvent event = readEvent(id, values);
        ASSERT_NE(event.kind, EventKind::Unknown) << id;
        event.process = process;
        data.events.push_back(std::move(event));
    }
    void step(std::uint32_t process, const char* side, int call, const char* step, int begin, int end,
              const char* hex = "", const char* marks = "", int size = 0) {
        tell(process, "call-step",
             {{"side", side},
              {"call", std::to_string(call)},
              {"step", step},
              {"begin_ns", std::to_string(begin)},
              {"end_ns", std::to_string(end)},
              {"size_bytes", std::to_string(size)},
              {"bytes_hex", hex},
              {"marks", marks}});
    }

    RunData data;

private:
    PartIds m_ids;
};

EndedRun& withRecord(EndedRun& run) {
    run.add("representation", "writer");
    run.tell(0, "represented",
             {{"form", "xdr"}, {"size_bytes", "5"}, {"encode_ns", "40"}, {"decode_ns", "50"}, {"bytes", "00000001ff"}});
    run.tell(0, "represented-field",
             {{"form", "xdr"}, {"field", "integer 1"}, {"value", "1"}, {"offset", "0"}, {"length", "4"}});
    run.tell(0, "form-missing", {{"form", "thrift-binary"}, {"package", "libthrift-dev"}});
    run.tell(0, "misread", {{"field", "integer 1"}, {"written", "1"}, {"bytes", "00000001"}, {"read", "16777216"}});
    return run;
}

EndedRun& withCalls(EndedRun& run) {
    run.add("call-steps-client", "client");
    run.add("call-steps-server", "server");
    LinkSpec& link = run.data.experiment.links.emplace_back();
    link.name = "requests";
    link.senders.emplace_back().process = "client";
    link.receivers.emplace_back().process = "server";
    for (int call = 0; call < 2; ++call) {
        run.step(0, "client", call, "marshal", 1000, 3000, "0000002a4142", "4 call id;2 message", 6);
        run.step(0, "client", call, "send", 3000, 9000, "", "0 handed over");
        run.step(1, "server", call, "execute", 20'000, 70'000);
        run.step(0, "client", call, "unmarshal reply", 90'000, 91'000, "ff", "1 message", 700);
    }
    run.step(0, "client", 2, "marshal", 200'000, 201'000);  // of which the server has told nothing yet
    return run;
}

TEST(WireFacts, AFormHasItsBytesAndFields) {
    EndedRun run;
    const auto forms = writtenForms(withRecord(run).data);
    ASSERT_EQ(forms.size(), 2U);
    EXPECT_EQ(forms[0].form, "xdr");
    EXPECT_EQ(forms[0].sizeBytes, 5U);
    EXPECT_EQ(forms[0].encodeNs, 40);
    EXPECT_EQ(forms[0].content.bytes.size(), 5U);
    EXPECT_EQ(forms[0].content.rangeAt(3), 0U);
    EXPECT_EQ(forms[0].content.rangeAt(4), std::nullopt);
    EXPECT_EQ(forms[1].package, "libthrift-dev");
    const auto misread = misreadNumbers(run.data);
    ASSERT_EQ(misread.size(), 1U);
    EXPECT_EQ(misread[0].read, "16777216");
}

TEST(WireFacts, ACallHasTheStepsOfBothSidesInTheirOrder) {
    EndedRun run;
    const auto pairs = callPairs(withCalls(run).data);
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].client, 0U);
    EXPECT_EQ(pairs[0].server, 1U);
    ASSERT_EQ(pairs[0].calls.size(), 2U) << "a call is shown once both sides have told";
    std::vector<std::string> steps;
    for (const TakenStep& step : pairs[0].calls[0].steps) steps.push_back(step.step);
    EXPECT_EQ(steps, (std::vector<std::string>{"marshal", "send", "execute", "unmarshal reply"}));
    EXPECT_TRUE(pairs[0].calls[0].steps[2].server);
    const MarkedBytes& marshalled = pairs[0].calls[0].steps[0].content;
    ASSERT_EQ(marshalled.ranges.size(), 2U);
    EXPECT_EQ(marshalled.ranges[1].name, "message");
    EXPECT_EQ(marshalled.ranges[1].offset, 4U);
    EXPECT_EQ(pairs[0].calls[0].steps[1].remark, "handed over");
}

TEST(WireFacts, MarksThatAreNoneAreLeftOut) {
    EndedRun run;
    withCalls(run);
    run.data.events.clear();
    for (const char* marks : {";;;", "4", "4 ", "x y", "99999999999999999999999 a", "1 a;", " "}) {
        run.step(0, "client", 0, "marshal", 1, 2, "00", marks, 1);
        run.step(1, "server", 0, "execute", 3, 4);
        EXPECT_EQ(callPairs(run.data).size(), 1U) << marks;
    }
}

TEST(RepresentationPage, TellsOfEachByteWhatItIs) {
    EndedRun run;
    RepresentationView view(withRecord(run));
    view.resize(800, 400);
    view.setShown(true);
    EXPECT_EQ(view.tipOf(0, 3), "Byte 3: 0x01, 1\ninteger 1 = 1: 4 bytes");
    EXPECT_EQ(view.tipOf(0, 4), "Byte 4: 0xff, 255\nof no field: it frames the record");
    EXPECT_GT(view.cellOf(0, 1).left(), view.cellOf(0, 0).left());
    EXPECT_GT(view.minimumHeight(), 100);
    EXPECT_FALSE(view.grab().isNull());
}

TEST(CallPage, FollowsTheNewestCallUntilAnotherIsChosen) {
    EndedRun run;
    CallStepsView view(withCalls(run));
    view.resize(900, 400);
    view.setShown(true);
    ASSERT_NE(view.call(), nullptr);
    EXPECT_EQ(view.call()->number, 1U);
    view.chooseCall(0);
    EXPECT_EQ(view.call()->number, 0U);
    EXPECT_TRUE(view.pairBox()->isHidden()) << "there is one pair alone";
    EXPECT_FALSE(view.grab().isNull());
}

TEST(CallPage, ShowsTheStepsToScaleAndTheBytesOfTheChosenOne) {
    EndedRun run;
    CallStepsView view(withCalls(run));
    view.resize(900, 400);
    view.setShown(true);
    ASSERT_EQ(view.table()->rows()->rowCount(), 4);
    EXPECT_EQ(view.table()->textOf(2, 1), "server");
    EXPECT_EQ(view.table()->textOf(2, 2), "execute");
    EXPECT_EQ(view.table()->textOf(2, 4).remove(QChar(0x2009)), "50.0 µs");
    view.lanes()->resize(900, view.lanes()->height());
    const QRectF execute = view.lanes()->barOf(2), marshal = view.lanes()->barOf(0);
    EXPECT_NEAR(execute.width() / marshal.width(), 25, 0.5);
    EXPECT_GT(execute.top(), marshal.top());
    view.chooseStep(0);
    EXPECT_EQ(view.bytes()->content().bytes.size(), 6U);
    view.chooseStep(1);
    EXPECT_EQ(view.bytes()->remark(), "handed over");
    view.chooseStep(2);
    EXPECT_EQ(view.bytes()->remark(), "This step has no bytes of its own.");
    view.chooseStep(3);
    EXPECT_EQ(view.bytes()->remark(), "The first 1 of 700 bytes.");
}

TEST(BytesPage, IsWantedByProgramsThatTellOfBytes) {
    EndedRun record, calls;
    EXPECT_TRUE(BytesTab::isWantedBy(withRecord(record).experiment()));
    EXPECT_TRUE(BytesTab::isWantedBy(withCalls(calls).experiment()));
    EXPECT_FALSE(BytesTab::isWantedBy(Experiment()));
}

}  // namespace
}  // namespace ipclab
