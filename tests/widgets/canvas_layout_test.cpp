#include "canvas/canvas_layout.h"

#include <gtest/gtest.h>

#include "document/experiment_json.h"
#include "runs/presets.h"

namespace ipclab {
namespace {

std::vector<QRectF> everything(const CanvasLayout& layout) {
    std::vector<QRectF> all = layout.processes;
    all.insert(all.end(), layout.links.begin(), layout.links.end());
    return all;
}

void expectTidy(const CanvasLayout& layout, const std::string& name) {
    const auto all = everything(layout);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(QRectF(QPointF(0, 0), layout.size).contains(all[i])) << name << " item " << i;
        for (std::size_t j = i + 1; j < all.size(); ++j)
            EXPECT_FALSE(all[i].intersects(all[j])) << name << ' ' << i << ' ' << j;
    }
}

Experiment chain(int links, bool back) {
    Experiment experiment;
    for (int i = 0; i <= links; ++i) {
        ProcessSpec relay;
        relay.name = "p" + std::to_string(i);
        relay.program = "relay";
        experiment.processes.push_back(std::move(relay));
    }
    for (int i = 0; i < links + (back ? 1 : 0); ++i) {
        LinkSpec link;
        link.name = "l" + std::to_string(i);
        link.mechanism = "pipe";
        const int from = i < links ? i : links, to = i < links ? i + 1 : 0;
        link.senders.push_back({.process = experiment.processes[static_cast<std::size_t>(from)].name,
                                .timeoutNs = {},
                                .priority = {},
                                .type = {}});
        link.receivers.push_back({.process = experiment.processes[static_cast<std::size_t>(to)].name,
                                  .timeoutNs = {},
                                  .priority = {},
                                  .type = {}});
        experiment.links.push_back(link);
    }
    return experiment;
}

TEST(CanvasLayout, NothingOverlapsInAnyPresetAtAnyWidth) {
    for (const Preset& preset : allPresets()) {
        const auto read = readExperiment(*presetText(preset.id), preset.id + ".ipclab.json");
        const Experiment& data = *read.experiment;
        for (double width : {300.0, 700.0, 1000.0, 2500.0}) expectTidy(layOutCanvas(data, {}, width), preset.id);
    }
}

// What nobody could follow as nodes and wires stands as tiles, all of them in sight.
TEST(CanvasLayout, AThousandProcessesAreTilesInTheRoomThereIs) {
    const Experiment many = chain(999, false);
    ASSERT_TRUE(isTiled(many));
    EXPECT_FALSE(isTiled(chain(20, false)));
    for (const QRectF& room : {QRectF(12, 34, 1300, 240), QRectF(12, 34, 800, 400), QRectF(12, 34, 3000, 900)}) {
        const CanvasLayout layout = layOutTiles(many, room);
        ASSERT_EQ(layout.processes.size(), 1000U);
        EXPECT_EQ(layout.links.size(), 999U);
        EXPECT_TRUE(layout.wires.empty());
        for (std::size_t i = 0; i < 1000; ++i) {
            EXPECT_TRUE(room.contains(layout.processes[i])) << i;
            if (i > 0) {
                EXPECT_FALSE(layout.processes[i].intersects(layout.processes[i - 1])) << i;
            }
        }
    }
}

// Beside one another, not one below the other out of sight.
TEST(CanvasLayout, ProgramsWithoutLinksStandInRows) {
    Experiment experiment = chain(0, false);
    while (experiment.processes.size() < 11) experiment.processes.push_back(experiment.processes.front());
    const CanvasLayout layout = layOutCanvas(experiment, {}, 1000);
    expectTidy(layout, "eleven alone");
    EXPECT_LE(layout.size.width(), 1000);
    EXPECT_LT(layout.size.height(), 3 * 100);
    EXPECT_DOUBLE_EQ(layout.processes[0].top(), layout.processes[3].top());
}

TEST(CanvasLayout, ChainsTurnBackWhereTheyDoNotFit) {
    const Experiment data = chain(6, false);
    const CanvasLayout wide = layOutCanvas(data, {}, 5000), narrow = layOutCanvas(data, {}, 800);
    EXPECT_LT(wide.size.height(), narrow.size.height());
    EXPECT_LE(narrow.size.width(), 800);
    expectTidy(narrow, "narrow chain");
}

TEST(CanvasLayout, AWayBackHasAPlaceOfItsOwn) {
    const Experiment data = chain(1, true);
    const CanvasLayout layout = layOutCanvas(data, {}, 2000);
    expectTidy(layout, "ping-pong");
    EXPECT_LT(layout.processes[0].left(), layout.processes[1].left());
    EXPECT_DOUBLE_EQ(layout.links[0].left(), layout.links[1].left());
    EXPECT_EQ(layout.wires.size(), 4U);
}

TEST(CanvasLayout, TwoHundredProgramsArePlaced) {
    const Experiment data = chain(199, false);
    expectTidy(layOutCanvas(data, {}, 1200), "long chain");
}

}  // namespace
}  // namespace ipclab
