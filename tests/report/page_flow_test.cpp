// Where pages end: nothing is cut, what belongs together stays together.
#include "report/page_flow.h"

#include <gtest/gtest.h>

#include <random>

namespace ipclab {
namespace {

constexpr double kPage = 100;

void expectNothingCut(const std::vector<PlacedPage>& pages) {
    for (const PlacedPage& page : pages) {
        double bottom = 0;
        for (const PlacedAtom& placed : page) {
            EXPECT_GE(placed.top, bottom - 1e-9) << "one stands on another";
            bottom = placed.top + placed.atom->height;
        }
        EXPECT_LE(bottom, kPage + 1e-9);
        EXPECT_FALSE(page.empty());
    }
}

TEST(PageFlow, FillsAPageAndGoesOnOnTheNext) {
    const std::vector<FlowAtom> atoms(25, FlowAtom{.height = 10});
    const auto pages = paginate(atoms, kPage);
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_EQ(pages[0].size(), 10U);
    EXPECT_EQ(pages[2].size(), 5U);
    expectNothingCut(pages);
}

TEST(PageFlow, KeepsAHeadingWithWhatFollows) {
    std::vector<FlowAtom> atoms(9, FlowAtom{.height = 10});
    atoms.push_back({.height = 10, .before = 5, .keepsNext = true});
    atoms.push_back({.height = 10});
    const auto pages = paginate(atoms, kPage);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].size(), 9U);
    EXPECT_EQ(pages[1].front().top, 0) << "no free room at the top of a page";
    expectNothingCut(pages);
}

TEST(PageFlow, WritesTheHeadOfATableAgain) {
    const auto head = std::make_shared<const FlowAtom>(FlowAtom{.height = 12, .keepsNext = true});
    std::vector<FlowAtom> atoms{*head};
    for (int i = 0; i < 20; ++i) atoms.push_back({.height = 10, .head = head});
    const auto pages = paginate(atoms, kPage);
    ASSERT_EQ(pages.size(), 3U);
    for (std::size_t page = 1; page < pages.size(); ++page) {
        EXPECT_EQ(pages[page].front().atom, head.get());
        EXPECT_EQ(pages[page][1].top, 12);
    }
    expectNothingCut(pages);
}

TEST(PageFlow, WhatIsTooMuchForOnePageIsPartedBetweenItsLines) {
    std::vector<FlowAtom> atoms(40, FlowAtom{.height = 10, .keepsNext = true});
    const auto pages = paginate(atoms, kPage);
    EXPECT_EQ(pages.size(), 4U);
    expectNothingCut(pages);
}

TEST(PageFlow, CutsNothingWhateverComes) {
    const unsigned seed = 20261126;
    std::mt19937 generator(seed);
    const auto random = [&](unsigned below) {
        return std::uniform_int_distribution<int>(0, static_cast<int>(below) - 1)(generator);
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<FlowAtom> atoms;
        std::shared_ptr<const FlowAtom> head;
        const std::size_t count = 1 + static_cast<std::size_t>(random(60));
        while (atoms.size() < count) {
            FlowAtom atom;
            atom.height = 1 + random(85);
            atom.before = random(20);
            atom.keepsNext = random(3) == 0;
            if (random(10) == 0) head = std::make_shared<const FlowAtom>(FlowAtom{.height = 1.0 + random(14)});
            if (random(4) == 0) head = nullptr;
            atom.head = head;
            atoms.push_back(atom);
        }
        const auto pages = paginate(atoms, kPage);
        expectNothingCut(pages);
        std::size_t placed = 0;
        for (const PlacedPage& page : pages)
            for (const PlacedAtom& one : page)
                if (one.atom >= atoms.data() && one.atom < atoms.data() + atoms.size()) ++placed;
        EXPECT_EQ(placed, atoms.size()) << "seed " << seed << ", round " << round;
    }
}

}  // namespace
}  // namespace ipclab
