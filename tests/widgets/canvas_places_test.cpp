// Where a hand has put things: in the document, on the grid, and everything else where it can be found.
#include <gtest/gtest.h>

#include <limits>

#include "canvas/arrangement.h"
#include "canvas/canvas_content.h"
#include "canvas/canvas_move.h"
#include "canvas/canvas_places.h"
#include "document/document.h"
#include "document/experiment_json.h"
#include "preset_named.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

class CanvasPlaces : public ::testing::Test {
protected:
    [[nodiscard]] Arranged now() {
        m_layout = isPlacedByHand(m_document.experiment()) ? layOutByHand(m_document.experiment(), m_metrics)
                                                           : layOutCanvas(m_document.experiment(), m_metrics, 1000);
        return {m_document, m_layout, m_metrics};
    }
    [[nodiscard]] QPointF middleOf(PartId process) { return now().rectOf({Kind::Process, process}).center(); }
    void expectNothingCovered() {
        const Arranged arranged = now();
        std::vector<QRectF> all = arranged.layout.processes;
        all.insert(all.end(), arranged.layout.links.begin(), arranged.layout.links.end());
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_TRUE(QRectF(QPointF(0, 0), arranged.layout.size).contains(all[i])) << i;
            for (std::size_t j = i + 1; j < all.size(); ++j) EXPECT_FALSE(all[i].intersects(all[j])) << i << ' ' << j;
        }
    }

    Document m_document{test::presetNamed("three-producers")};
    CanvasMetrics m_metrics;
    CanvasLayout m_layout;
};

TEST_F(CanvasPlaces, TheFirstMoveGivesEveryProgramThePlaceWhereItStands) {
    const QPointF still = middleOf(1) - middleOf(0), before = middleOf(3) - middleOf(0);
    const Edit undo = m_document.apply(moveParts(now(), {{Kind::Process, 3}}, {80, 40}));
    for (const ProcessSpec& process : m_document.experiment().processes) EXPECT_TRUE(process.place) << process.name;
    for (const LinkSpec& link : m_document.experiment().links) EXPECT_FALSE(link.place) << "it follows its ends";
    const auto near = [&](const QPointF& a, const QPointF& b) {
        return (a - b).manhattanLength() <= 4 * m_metrics.grid;
    };
    EXPECT_TRUE(near(middleOf(1) - middleOf(0), still));
    EXPECT_TRUE(near(middleOf(3) - middleOf(0), before + QPointF(80, 40)));
    m_document.apply(undo);
    EXPECT_FALSE(isPlacedByHand(m_document.experiment()));
}

TEST(CanvasContent, ALinkWithoutALimitIsNotSaidToHaveTheUsualOne) {
    LinkSpec link;
    EXPECT_EQ(lookOf(link, nullptr, RunData()).fill, QStringLiteral("default capacity"));
    link.unbounded = true;
    EXPECT_EQ(lookOf(link, nullptr, RunData()).fill, QStringLiteral("unbounded"));
}

TEST_F(CanvasPlaces, PlacesAreOnTheGridAndSurviveAnotherSizeOfText) {
    m_document.apply(moveParts(now(), {{Kind::Process, 0}}, {-41.4, 3}));
    const QPointF small = middleOf(1) - middleOf(0);
    const double before = m_metrics.grid;
    m_metrics.grid *= 2;
    m_metrics.process *= 2;
    m_metrics.link *= 2;
    EXPECT_EQ(middleOf(1) - middleOf(0), small * (m_metrics.grid / before));
    expectNothingCovered();
}

TEST_F(CanvasPlaces, WhatNobodyPlacedStandsWhereItCoversNothing) {
    m_document.apply(moveParts(now(), {{Kind::Process, 0}}, {-24, 0}));
    ProcessSpec relay;
    relay.program = "relay";
    for (const char* name : {"one", "two", "three", "four", "five"}) {
        relay.name = name;
        m_document.apply(addPart(m_document, relay));
    }
    LinkSpec back = m_document.experiment().links[0];
    back.name = "again";
    m_document.apply(addPart(m_document, back));
    expectNothingCovered();
}

TEST_F(CanvasPlaces, ABoxThatWasMovedStaysWhereItWasPut) {
    m_document.apply(moveParts(now(), {{Kind::Link, 0}}, {0, 200}));
    ASSERT_TRUE(m_document.experiment().links[0].place);
    const QRectF before = now().rectOf({Kind::Link, 0});
    const QPointF other = middleOf(1);
    m_document.apply(moveParts(now(), {{Kind::Process, 0}}, {40, 0}));
    EXPECT_EQ(now().rectOf({Kind::Link, 0}).center() - middleOf(1), before.center() - other);
}

TEST_F(CanvasPlaces, AlignedPartsHaveOneEdgeAndSpacedOnesEqualGaps) {
    const std::vector<Part> three{{Kind::Process, 0}, {Kind::Process, 1}, {Kind::Process, 2}};
    m_document.apply(moveParts(now(), {{Kind::Process, 1}}, {72, 24}));
    m_document.apply(alignParts(now(), three, Alignment::Left));
    for (const Part& part : three) EXPECT_EQ(now().rectOf(part).left(), now().rectOf(three[0]).left());
    m_document.apply(moveParts(now(), {{Kind::Process, 2}}, {0, 160}));
    m_document.apply(alignParts(now(), three, Alignment::Rows));
    std::vector<QRectF> rects;
    for (const Part& part : three) rects.push_back(now().rectOf(part));
    std::ranges::sort(rects, {}, [](const QRectF& rect) { return rect.top(); });
    EXPECT_NEAR(rects[1].top() - rects[0].bottom(), rects[2].top() - rects[1].bottom(), m_metrics.grid);
    m_document.apply(arrangeAutomatically(m_document));
    EXPECT_FALSE(isPlacedByHand(m_document.experiment()));
    EXPECT_TRUE(arrangeAutomatically(m_document).isEmpty());
}

// Two hundred programs, each sending on to two others.
Experiment net(int count) {
    Experiment experiment;
    const auto nameOf = [count](int place) { return "p" + std::to_string(place % count); };
    for (int place = 0; place < count; ++place) {
        ProcessSpec& process = experiment.processes.emplace_back();
        process.name = nameOf(place);
        process.program = "relay";
        for (const int to : {place + 20, place + 27}) {
            LinkSpec& link = experiment.links.emplace_back();
            link.name = "l" + std::to_string(experiment.links.size());
            link.mechanism = "pipe";
            link.senders.emplace_back().process = process.name;
            link.receivers.emplace_back().process = nameOf(to);
        }
    }
    return experiment;
}

TEST_F(CanvasPlaces, AMoveLaysOutWhatMovesAloneHoweverLargeTheDocumentIs) {
    std::size_t work[2] = {0, 0};
    for (const int large : {0, 1}) {
        m_document = Document(net(large == 1 ? 200 : 60));
        m_document.apply(moveParts(now(), {{Kind::Process, 3}}, {0, 8}));
        CanvasMove move(now(), {{Kind::Process, 30}});
        CanvasLayout layout = move.still();
        for (int step = 1; step <= 10; ++step) move.moveBy(QPointF(step * 10, step * 4), layout);
        work[large] = move.work();
        EXPECT_LE(move.work(), 10U * (1 + 4 + 8)) << "the program, the boxes of its four links and their wires";
    }
    EXPECT_EQ(work[0], work[1]);
}

TEST_F(CanvasPlaces, WhatIsShownWhileAPartIsMovedIsWhatTheDocumentWillShow) {
    for (const PartId moved : {PartId{0}, PartId{3}}) {
        for (const QPointF& by : {QPointF(90, 33), QPointF(-60, 120)}) {
            CanvasMove move(now(), {{Kind::Process, moved}});
            CanvasLayout shown = move.still();
            move.moveBy({200, 200}, shown);
            move.moveBy(by, shown);
            m_document.apply(moveParts(now(), {{Kind::Process, moved}}, by));
            CanvasLayout then = now().layout;
            moveLayout(then, shown.shift - then.shift);
            for (std::size_t i = 0; i < then.processes.size(); ++i)
                EXPECT_EQ(shown.processes[i], then.processes[i]) << i;
            for (std::size_t i = 0; i < then.links.size(); ++i) EXPECT_EQ(shown.links[i], then.links[i]) << i;
            ASSERT_EQ(shown.wires.size(), then.wires.size());
            for (std::size_t i = 0; i < then.wires.size(); ++i) EXPECT_EQ(shown.wires[i].tip, then.wires[i].tip) << i;
        }
    }
}

TEST_F(CanvasPlaces, OnlyWhatMovedIsPaintedAgain) {
    m_document = Document(net(60));
    m_document.apply(moveParts(now(), {{Kind::Process, 3}}, {0, 8}));
    CanvasMove move(now(), {{Kind::Process, 30}});
    CanvasLayout layout = move.still();
    EXPECT_TRUE(move.moveBy({100, 0}, layout).size() <= 1 + 4 + 2 * 8);
    const CanvasLayout before = layout;
    move.moveBy({100, 0}, layout);
    EXPECT_EQ(before.processes, layout.processes) << "the same once more changes nothing";
    move.moveBy({}, layout);
    EXPECT_EQ(layout.processes, move.still().processes) << "and back where it was";
    EXPECT_EQ(layout.links, move.still().links);
}

TEST_F(CanvasPlaces, AnEditOfPlacesAloneIsKnownAsOne) {
    const Edit move = moveParts(now(), {{Kind::Process, 1}}, {40, 40});
    EXPECT_TRUE(move.isOfPlacesAlone(m_document));
    Edit more = move;
    more.then(renamePart(m_document, {Kind::Process, 0}, "renamed"));
    EXPECT_FALSE(more.isOfPlacesAlone(m_document));
    EXPECT_FALSE(removePart(m_document, {Kind::Process, 0}).isOfPlacesAlone(m_document));
}

TEST(CanvasContent, ABoxNamesItsLinkWhereTheDocumentDoes) {
    LinkSpec link;
    link.name = "buffer";
    link.mechanism = "pipe";
    link.senders.emplace_back().process = "a";
    link.receivers.emplace_back().process = "b";
    EXPECT_EQ(lookOf(link, nullptr, RunData{}).name, QStringLiteral("buffer"));
    EXPECT_FALSE(lookOf(link, nullptr, RunData{}).mechanism.isEmpty()) << "beside what it is";
    link.name = defaultLinkName("a", "b");
    EXPECT_EQ(lookOf(link, nullptr, RunData{}).name, QString()) << "the wires say that";
}

// A pipe of a run that goes on.
class PipeOnCanvas : public testing::Test {
protected:
    PipeOnCanvas() {
        plan.mechanism = link.mechanism = "pipe";
        run.startNs = 1;
    }
    LinkSpec plan;
    RunData run;
    LinkData link;
};

TEST_F(PipeOnCanvas, WhatWasLostIsAShareInPercent) {
    link.counted = true;
    const auto problem = [&](std::uint64_t sent, std::uint64_t lost) {
        link.sent = sent;
        link.lost = lost;
        link.received = sent - lost;
        return lookOf(plan, &link, run).problem;
    };
    EXPECT_EQ(problem(64, 64), QStringLiteral("64 lost: 100 %"));
    EXPECT_EQ(problem(64, 16), QStringLiteral("16 lost: 25 %"));
    EXPECT_TRUE(problem(100'000, 1).endsWith(QStringLiteral("<0.1 %"))) << "not none";
}

TEST_F(PipeOnCanvas, HowFullItIsIsNotKnownOnceNobodyCanTell) {
    link.depthUnit = DepthUnit::Bytes;
    link.systemDepth.append(2, 640);
    EXPECT_TRUE(lookOf(plan, &link, run).fill.contains("640")) << lookOf(plan, &link, run).fill.toStdString();
    link.systemDepth.append(3, std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(lookOf(plan, &link, run).fill.toStdString(), "not known");
}

// Five messages in 16 µs of two seconds are no 308,000 a second.
TEST_F(PipeOnCanvas, ABurstSaysHowLongItTookAndNoRate) {
    run.endNs = run.startNs + 2 * kNsPerSecond;
    link.counted = true;
    link.sent = link.received = 5;
    link.moments = {.firstNs = 1'000, .lastNs = 17'000, .messages = 5, .bytes = 320};
    EXPECT_EQ(lookOf(plan, &link, run).flow.toStdString(), "within 16.0 µs");
    link.moments.lastNs = kNsPerSecond;
    EXPECT_TRUE(lookOf(plan, &link, run).flow.endsWith(QStringLiteral("messages/s")));
}

}  // namespace
}  // namespace ipclab
