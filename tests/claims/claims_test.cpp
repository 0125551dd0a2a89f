// Every claim measured here: it gives the figures it promises, and where a fact of the system decides, its verdict.
#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <map>
#include <set>

#include "helpers/leak_guard.h"
#include "runs/claims/claim_plan.h"

namespace ipclab::test {
namespace {

using testing::IsSupersetOf;

std::vector<std::string> claimNames() {
    std::vector<std::string> names;
    for (const Claim* claim : allClaims()) names.emplace_back(claim->id);
    return names;
}

TEST(Claims, AreThoseOfTheCurriculum) {
    EXPECT_THAT(claimNames(),
                IsSupersetOf({"heap-stack",     "thread-switch", "dispatch-100ms", "zombie-brief",  "orphan-init",
                              "shm-no-kernel",  "shm-fastest",   "shm-busy-wait",  "ram-file",      "fifo-slow",
                              "pipe-unlimited", "file-grows",    "fifo-two-way",   "pipe-kin",      "mq-medium",
                              "mq-order",       "unix-network",  "unbounded",      "select-linear", "select-1024",
                              "poll-unlimited", "poll-few",      "epoll-ready",    "mux-cheaper",   "mixed-quadrants",
                              "ports",          "udp-loses",     "exactly-once",   "rest-heavy",    "http-tcp"}));
}

TEST(Claims, SayWhatTheyMeasureAndHow) {
    std::set<std::string_view> ids;
    for (const Claim* claim : allClaims()) {
        EXPECT_TRUE(ids.insert(claim->id).second) << claim->id << " is there twice";
        EXPECT_EQ(findClaim(claim->id), claim);
        EXPECT_FALSE(claim->statement.empty() || claim->method.empty() || claim->explanation.empty()) << claim->id;
        EXPECT_TRUE(claim->probe || claim->runs != nullptr) << claim->id << " measures nothing";
        EXPECT_NE(claim->judge, nullptr) << claim->id;
        std::set<std::string_view> figures;
        for (const ClaimFigure& figure : claim->figures) {
            EXPECT_TRUE(figures.insert(figure.id).second) << claim->id << ": " << figure.id;
            EXPECT_FALSE(figure.name.empty()) << claim->id << ": " << figure.id;
        }
    }
    EXPECT_EQ(findClaim("shm-slowest"), nullptr);
}

// What the machine cannot decide otherwise.
const std::map<std::string, ClaimVerdict> kFacts{
    {"heap-stack", ClaimVerdict::Refuted},        {"zombie-brief", ClaimVerdict::Refuted},
    {"orphan-init", ClaimVerdict::Refuted},       {"pipe-unlimited", ClaimVerdict::Refuted},
    {"fifo-two-way", ClaimVerdict::Refuted},      {"pipe-kin", ClaimVerdict::Refuted},
    {"file-grows", ClaimVerdict::Refuted},        {"mq-order", ClaimVerdict::Confirmed},
    {"select-1024", ClaimVerdict::Confirmed},     {"poll-unlimited", ClaimVerdict::Refuted},
    {"mixed-quadrants", ClaimVerdict::Confirmed}, {"ports", ClaimVerdict::Refuted}};

class EachClaim : public testing::TestWithParam<std::string> {
protected:
    static ClaimResult measure(const Claim& claim, unsigned repeats) {
        ClaimPlan plan({&claim}, repeats, QStringLiteral(IPCLAB_LAUNCHER_PATH));
        Batch batch(plan);
        QEventLoop loop;
        QObject::connect(&batch, &Batch::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        batch.start();
        loop.exec();
        EXPECT_EQ(plan.results().size(), 1U);
        EXPECT_EQ(plan.done(), plan.all());
        EXPECT_EQ(plan.current(), nullptr);
        return plan.results().front();
    }

    LeakGuard m_leaks;
};

TEST_P(EachClaim, GivesItsFigures) {
    const Claim& claim = *findClaim(GetParam());
    const ClaimResult result = measure(claim, 2);
    if (result.lacks) GTEST_SKIP() << result.doubt;
    ASSERT_EQ(result.problem, "");
    for (const ClaimFigure& figure : claim.figures) {
        const auto samples = result.samples.find(figure.id);
        EXPECT_TRUE(figure.mayLack || samples != result.samples.end()) << figure.id;
    }
    std::set<std::string, std::less<>> known;
    for (const ClaimFigure& figure : claim.figures) known.emplace(figure.id);
    for (const auto& [figure, values] : result.samples) EXPECT_TRUE(known.contains(figure)) << figure << " has no name";
    EXPECT_EQ(result.doubt.empty(), result.verdict != ClaimVerdict::CannotTell);
    const auto fact = kFacts.find(GetParam());
    if (fact == kFacts.end()) return;
    EXPECT_EQ(result.verdict, fact->second) << result.doubt;
}

INSTANTIATE_TEST_SUITE_P(All, EachClaim, testing::ValuesIn(claimNames()), [](const auto& of) {
    std::string name = of.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

}  // namespace
}  // namespace ipclab::test
