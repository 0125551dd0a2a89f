// The contract suite beside this file says what the example must do; this says that it ran over the example.
#include <gmock/gmock.h>

#include "links/registry.h"

namespace ipclab {

TEST(ExampleMechanism, ItsLineAloneMakesItKnown) {
    ASSERT_EQ(allMechanisms().size(), 1U);
    EXPECT_EQ(findMechanism("bsd-pipe"), allMechanisms().front());
}

}  // namespace ipclab
