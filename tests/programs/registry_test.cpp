#include "programs/registry.h"

#include <gtest/gtest.h>

#include <set>

namespace ipclab {
namespace {

TEST(ProgramRegistry, EveryProgramIsFoundByItsIdAndDescribed) {
    std::set<std::string_view> ids;
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        EXPECT_TRUE(ids.insert(info.id).second) << info.id << " stands twice in programs.def";
        EXPECT_EQ(findProgram(info.id), program);
        EXPECT_FALSE(info.name.empty());
        EXPECT_FALSE(info.summary.empty());
        EXPECT_TRUE(info.sends.atMost == -1 || info.sends.atMost >= info.sends.atLeast);
        EXPECT_TRUE(info.receives.atMost == -1 || info.receives.atMost >= info.receives.atLeast);
    }
    EXPECT_EQ(findProgram("no-such-program"), nullptr);
}

}  // namespace
}  // namespace ipclab
