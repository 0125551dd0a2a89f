#include "runs/batch.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QTimer>

#include "runs/bench_plan.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

// Ends by itself in the next round of the event loop, or when it is stopped.
class QuickJob : public Job {
public:
    explicit QuickJob(unsigned number, bool* gone = nullptr) : m_number(number), m_gone(gone) {}
    ~QuickJob() override {
        if (m_gone != nullptr) *m_gone = true;
    }
    [[nodiscard]] unsigned number() const { return m_number; }
    void start() override { QTimer::singleShot(0, this, &QuickJob::end); }
    void stop() override { QTimer::singleShot(0, this, &QuickJob::end); }

private:
    void end() {
        if (!std::exchange(m_over, true)) emit finished();
    }
    unsigned m_number;
    bool* m_gone;
    bool m_over = false;
};

struct Numbers : BatchPlan {
    std::unique_ptr<Job> next() override {
        begun.push_back(done());
        return done() == all() ? nullptr : std::make_unique<QuickJob>(done());
    }
    void take(Job& job) override { taken.push_back(dynamic_cast<QuickJob&>(job).number()); }
    [[nodiscard]] unsigned done() const override { return static_cast<unsigned>(taken.size()); }
    [[nodiscard]] unsigned all() const override { return 4; }
    std::vector<unsigned> begun, taken;
};

struct BatchTest : testing::Test {
    BatchTest() {
        QObject::connect(&batch, &Batch::finished, &batch, [this](bool all) { complete = all; });
    }
    void wait() {
        while (!complete) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    Numbers plan;
    Batch batch{plan};
    std::optional<bool> complete;
};

TEST_F(BatchTest, MeasuresOneAfterTheOther) {
    int progressed = 0;
    QObject::connect(&batch, &Batch::progressed, &batch, [&] { ++progressed; });
    batch.start();
    wait();
    EXPECT_EQ(complete, true);
    EXPECT_THAT(plan.taken, testing::ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(progressed, 5) << "at the begin of each, and at the end";
    EXPECT_FALSE(batch.isActive());
}

TEST_F(BatchTest, StoppedItGoesOnWithWhatWasNotTaken) {
    QObject::connect(&batch, &Batch::progressed, &batch, [&] {
        if (plan.done() == 2) batch.stop();
    });
    batch.start();
    wait();
    EXPECT_EQ(complete, false);
    EXPECT_THAT(plan.taken, testing::ElementsAre(0, 1)) << "the one that was stopped is thrown away";
    EXPECT_FALSE(batch.isActive());
    batch.disconnect(&batch);
    QObject::connect(&batch, &Batch::finished, &batch, [this](bool all) { complete = all; });
    complete.reset();
    batch.start();
    wait();
    EXPECT_EQ(complete, true);
    EXPECT_THAT(plan.taken, testing::ElementsAre(0, 1, 2, 3));
}

TEST_F(BatchTest, DestroyedInTheMiddleTakesItsJobAlong) {
    struct One : Numbers {
        std::unique_ptr<Job> next() override { return std::make_unique<QuickJob>(0, &gone); }
        bool gone = false;
    } one;
    {
        Batch brief(one);
        brief.start();
    }
    EXPECT_TRUE(one.gone);
    EXPECT_TRUE(one.taken.empty());
}

class BenchPlanTest : public RunTest {};

// A round that warms up, then each row once a round: real runs.
TEST_F(BenchPlanTest, InterleavesTheRowsAndGoesOnAfterAStop) {
    BenchOptions options;
    options.mechanisms = {"pipe", "unix-stream"};
    options.sizesBytes = {64};
    options.seconds = 0.02;
    options.repeats = 2;
    BenchPlan plan(options, QStringLiteral(IPCLAB_LAUNCHER_PATH));
    Batch batch(plan);
    std::optional<bool> complete;
    QObject::connect(&batch, &Batch::finished, &batch, [&](bool all) { complete = all; });
    std::vector<std::string> order;
    QObject::connect(&batch, &Batch::progressed, &batch, [&] {
        if (plan.row() != nullptr) order.push_back(std::to_string(plan.round()) + plan.row()->mechanism);
    });
    const auto wait = [&] {
        QElapsedTimer clock;
        clock.start();
        while (!complete && clock.elapsed() < 4 * kHangsAfterMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    };
    bool stopped = false;
    QObject::connect(&batch, &Batch::progressed, &batch, [&] {
        if (stopped || plan.done() < 3) return;
        stopped = true;
        batch.stop();
    });
    batch.start();
    wait();
    ASSERT_EQ(complete, false);
    EXPECT_EQ(plan.done(), 3U);
    complete.reset();
    batch.start();
    wait();
    ASSERT_EQ(complete, true);
    EXPECT_EQ(plan.all(), 6U);
    EXPECT_EQ(plan.done(), 6U);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    EXPECT_THAT(order, testing::ElementsAre("0pipe", "0unix-stream", "1pipe", "1unix-stream", "2pipe", "2unix-stream"));
    for (const BenchRow& row : plan.rows()) EXPECT_EQ(row.samples.size(), 2U) << row.mechanism << ": " << row.skipped;
}

}  // namespace
}  // namespace ipclab::test
