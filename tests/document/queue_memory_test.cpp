// Queues that are too large together are told of before a run.
#include "links/queue_memory.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "document/validation.h"
#include "documents.h"
#include "links/registry.h"

namespace ipclab::test {
namespace {

// The soft limit of this process, as long as it lives.
class QueueLimit {
public:
    explicit QueueLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_MSGQUEUE, &m_before);
        const rlimit lower{std::min(bytes, m_before.rlim_max), m_before.rlim_max};
        ::setrlimit(RLIMIT_MSGQUEUE, &lower);
    }
    QueueLimit(const QueueLimit&) = delete;
    QueueLimit& operator=(const QueueLimit&) = delete;
    ~QueueLimit() { ::setrlimit(RLIMIT_MSGQUEUE, &m_before); }

private:
    rlimit m_before{};
};

// Ten messages of 4096 bytes each: 41,920 bytes a queue.
Experiment queues(unsigned count) {
    Experiment experiment;
    experiment.durationNs = kNsPerSecond;
    for (const char* role : {"producer", "consumer"}) {
        ProcessSpec& process = experiment.processes.emplace_back();
        process.name = process.program = role;
    }
    experiment.processes[0].settings.messageBytes = 4096;
    for (unsigned i = 0; i < count; ++i) {
        LinkSpec& link = experiment.links.emplace_back();
        link.name = "queue" + std::to_string(i);
        link.mechanism = "posix-mq";
        link.capacityMessages = 10;
        link.senders.emplace_back().process = "producer";
        link.receivers.emplace_back().process = "consumer";
    }
    return experiment;
}

std::vector<Problem> problemsOf(unsigned count) {
    return validate(queues(count), {{0, 1}, 0, std::nullopt, std::nullopt, "/usr/bin:/bin"});
}

TEST(QueueMemory, QueuesThatAreTooLargeTogetherAreToldOfBeforeTheRun) {
    const Mechanism* mechanism = findMechanism("posix-mq");
    if (!mechanism->availability().available) GTEST_SKIP() << mechanism->availability().reason;
    const QueueLimit limit(100'000);
    if (queueMemoryLimit() != 100'000) GTEST_SKIP() << "RLIMIT_MSGQUEUE cannot be set to 100,000 here";
    EXPECT_TRUE(problemsOf(2).empty()) << listed(problemsOf(2));
    const auto problems = problemsOf(3);
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_EQ(problems[0].severity, Severity::MachineLacks);
    EXPECT_EQ(problems[0].pointer, "/links/2/capacity/messages");
    EXPECT_THAT(problems[0].message, testing::HasSubstr("makes 125760 bytes"));
    EXPECT_THAT(problems[0].message, testing::HasSubstr("ulimit -q 125760"));
    EXPECT_EQ(exitStatus(problems), 3);
}

}  // namespace
}  // namespace ipclab::test
