// Where a hand has put things: in the document, on the grid, and everything else where it can be found.
#include <gtest/gtest.h>

#include "canvas/arrangement.h"
#include "canvas/canvas_places.h"
#include "document/document.h"
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

}  // namespace
}  // namespace ipclab
