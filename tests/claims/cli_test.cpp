// `ipclab claims` by its contract.
#include <signal.h>

#include <cctype>

#include "app/cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

TEST(CliClaims, ListsThemAll) {
    const Ended ended = ipclab({"claims", "--list", "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto list = ended.json();
    EXPECT_GE(list.size(), 27U);
    for (const auto& claim : list) {
        for (const char* key : {"id", "statement", "method", "why"})
            EXPECT_FALSE(claim[key].get<std::string>().empty());
    }
    EXPECT_THAT(ipclab({"claims", "--list"}).out, HasSubstr("fifo-two-way"));
}

TEST(CliClaims, MeasuresThoseThatAreNamed) {
    const Ended ended = ipclab({"claims", "pipe-kin,fifo-two-way", "--repeat", "1", "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto json = ended.json();
    EXPECT_EQ(json["schema"], "ipclab.claims/1");
    ASSERT_EQ(json["claims"].size(), 2U);
    EXPECT_EQ(json["claims"][0]["id"], "fifo-two-way");  // in the order of the register
    EXPECT_EQ(json["claims"][1]["id"], "pipe-kin");
    for (const auto& claim : json["claims"]) EXPECT_EQ(claim["verdict"], "refuted");
}

TEST(CliClaims, SaysForPeopleWhatCameOut) {
    const Ended ended = ipclab({"claims", "fifo-two-way"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    for (const char* words : {"fifo-two-way: refuted", "Named pipes are two-way", "the writer took back its own"})
        EXPECT_THAT(ended.out, HasSubstr(words));
}

TEST(CliClaims, AnUnknownClaimIsWrongUsageWithASuggestion) {
    const Ended ended = ipclab({"claims", "pipe-kind"});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("did you mean \"pipe-kin\""));
}

TEST(CliClaims, PrintsWhatItHasWhenInterrupted) {
    Cli cli({"claims", "dispatch-100ms", "--repeat", "1000", "--json"});
    // The handler is there before the first process is made.
    const auto children = "/proc/" + std::to_string(cli.pid()) + "/task/" + std::to_string(cli.pid()) + "/children";
    ASSERT_TRUE(cli.waitUntil([&] { return !contentOf(children).empty(); }));
    ::kill(static_cast<pid_t>(cli.pid()), SIGINT);
    const Ended ended = cli.ended();
    EXPECT_EQ(ended.status, 130) << ended.err;
    EXPECT_EQ(ended.json()["claims"].size(), 0U);
}

}  // namespace
}  // namespace ipclab::test
