// What makes the semantics of calls, each part alone: the log and what is torn off it, the cache of replies, the
// service over both, and the windows of acknowledgement and repetition.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "core/error.h"
#include "rpc/call_service.h"
#include "rpc/receive_window.h"
#include "rpc/retry.h"
#include "rpc/round_trip.h"
#include "rpc/send_window.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class InFolder : public ::testing::Test {
protected:
    InFolder() {
        std::string name = testing::TempDir() + "ipclab-rpc-XXXXXX";
        check(::mkdtemp(name.data()) == nullptr ? -1 : 0, "mkdtemp");
        m_folder = name;
    }
    ~InFolder() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::string file() const { return (m_folder / "log").string(); }

private:
    std::filesystem::path m_folder;
};

using Log = InFolder;
using Service = InFolder;

std::vector<std::string> recordsIn(const std::string& file, std::uint64_t* cutBytes = nullptr) {
    std::vector<std::string> records;
    const DurableLog log(file, 4, [&](std::span<const std::byte> record) {
        records.emplace_back(reinterpret_cast<const char*>(record.data()), record.size());
    });
    if (cutBytes != nullptr) *cutBytes = log.cutBytes();
    return records;
}

std::span<const std::byte> bytesOf(const char (&text)[5]) { return std::as_bytes(std::span(text)).first(4); }

void ignore(std::span<const std::byte> /*record*/) {}

TEST_F(Log, ReadsBackWhatWasAppendedInItsOrder) {
    EXPECT_THAT(recordsIn(file()), IsEmpty());
    DurableLog(file(), 4, ignore).append(bytesOf("one_"));
    DurableLog log(file(), 4, ignore);
    log.append(bytesOf("two_"));
    EXPECT_EQ(log.records(), 2U);
    EXPECT_THAT(recordsIn(file()), ElementsAre("one_", "two_"));
}

TEST_F(Log, CutsATornRecordOffAndGoesOnBehindTheWholeOnes) {
    {
        DurableLog log(file(), 4, ignore);
        log.append(bytesOf("one_"));
        log.tear(bytesOf("torn"));
    }
    std::uint64_t cut = 0;
    EXPECT_THAT(recordsIn(file(), &cut), ElementsAre("one_"));
    EXPECT_EQ(cut, 6U);
    DurableLog(file(), 4, ignore).append(bytesOf("two_"));
    EXPECT_THAT(recordsIn(file(), &cut), ElementsAre("one_", "two_"));
    EXPECT_EQ(cut, 0U);
}

// At whatever byte the writer was stopped, and whatever bit has fallen over.
TEST_F(Log, TakesNoRecordThatIsNotWhole) {
    DurableLog(file(), 4, ignore).append(bytesOf("one_"));
    DurableLog(file(), 4, ignore).append(bytesOf("two_"));
    struct stat whole {};
    ASSERT_EQ(::stat(file().c_str(), &whole), 0);
    for (off_t at = 0; at < whole.st_size; ++at) {
        const std::string copy = file() + ".copy";
        std::filesystem::copy_file(file(), copy, std::filesystem::copy_options::overwrite_existing);
        if (at % 2 == 0) {
            ASSERT_EQ(::truncate(copy.c_str(), at), 0);
        } else {
            const UniqueFd fd(::open(copy.c_str(), O_RDWR | O_CLOEXEC));
            unsigned char byte = 0;
            ASSERT_EQ(::pread(fd.get(), &byte, 1, at), 1);
            byte ^= 4;
            ASSERT_EQ(::pwrite(fd.get(), &byte, 1, at), 1);
        }
        const auto records = recordsIn(copy);
        EXPECT_EQ(records.size(), at < whole.st_size / 2 ? 0U : 1U) << "byte " << at;
        if (!records.empty()) {
            EXPECT_EQ(records[0], "one_");
        }
    }
}

TEST(Checksum, IsTheOneOfTheStandard) {
    const std::string text = "123456789";
    EXPECT_EQ(crc32c(std::as_bytes(std::span(text))), 0xe3069283U);
}

TEST(Replies, AreKeptUntilTheirCallerHasDoneWithThem) {
    ReplyCache cache;
    for (std::uint64_t id = 0; id < 4; ++id) cache.put(7, {.id = id, .balance = 10});
    cache.put(8, {.id = 0, .balance = 20});
    cache.settle(7, 3);
    EXPECT_EQ(cache.size(), 2U);
    EXPECT_FALSE(cache.find(7, 2));
    EXPECT_TRUE(cache.isSettled(7, 2));
    EXPECT_FALSE(cache.isSettled(7, 3));
    EXPECT_EQ(cache.find(7, 3)->balance, 10);
    cache.settle(7, 1);  // of a request that was overtaken
    EXPECT_TRUE(cache.isSettled(7, 2));
    EXPECT_EQ(cache.find(8, 0)->balance, 20);
}

TEST(Retrying, EndsAfterItsAttempts) {
    Retry retry(10, 2);
    EXPECT_TRUE(retry.maySend());
    retry.sent(100);
    EXPECT_FALSE(retry.hasTimedOut(109));
    EXPECT_TRUE(retry.hasTimedOut(110));
    EXPECT_TRUE(retry.maySend());
    retry.sent(110);
    EXPECT_FALSE(retry.maySend());
    EXPECT_EQ(retry.deadlineNs(), 120);
}

// --- the service: what is executed, by the semantics ------------------------------------------------------------

struct Killed {};

// A server after the other over one file; each may be killed at a place of its work.
class Servers {
public:
    Servers(CallSemantics semantics, std::string file) : m_semantics(semantics), m_file(std::move(file)) { start(); }

    void start() {
        ++m_incarnation;
        m_service.emplace(
            m_semantics, m_file, m_incarnation,
            CallService::Hooks{.executed = [this](std::uint32_t, std::uint64_t id) { ++executions[id]; },
                               .readBack =
                                   [this](std::uint32_t, std::uint64_t id) {
                                       if (executions[id] == 0) ++executions[id];
                                   },
                               .reached =
                                   [this](CallPlace place, std::uint64_t) {
                                       if (killAt == place) throw Killed();
                                   },
                               .tears = [this](std::uint64_t) { return killAt == CallPlace::WhileRecording; }});
    }
    std::optional<CallReply> ask(std::uint64_t id, std::uint64_t settledBelow, std::uint32_t incarnation = 1) {
        return m_service->handle(3, {.incarnation = incarnation, .id = id, .settledBelow = settledBelow, .amount = 5});
    }
    std::int64_t balance() { return m_service->handle(3, {.kind = RequestKind::Balance})->balance; }
    void killIn(CallPlace place, std::uint64_t id) {
        killAt = place;
        EXPECT_THROW(ask(id, id, m_incarnation), Killed);
        killAt.reset();
        start();
    }
    [[nodiscard]] const CallService& service() const { return *m_service; }

    std::map<std::uint64_t, int> executions;
    std::optional<CallPlace> killAt;

private:
    CallSemantics m_semantics;
    std::string m_file;
    std::uint32_t m_incarnation = 0;
    std::optional<CallService> m_service;
};

TEST_F(Service, ExecutesARepetitionWhereNobodyKnowsItAgain) {
    Servers servers(CallSemantics::AtLeastOnce, file());
    EXPECT_EQ(servers.ask(0, 0)->balance, 5);
    EXPECT_EQ(servers.ask(0, 0)->balance, 10);
    EXPECT_EQ(servers.executions[0], 2);
    EXPECT_EQ(servers.balance(), 10);
}

TEST_F(Service, AnswersARepetitionFromItsCache) {
    Servers servers(CallSemantics::AtMostOnce, file());
    EXPECT_EQ(servers.ask(0, 0)->balance, 5);
    EXPECT_EQ(servers.ask(0, 0)->balance, 5);
    EXPECT_EQ(servers.ask(1, 1)->balance, 10);
    EXPECT_FALSE(servers.ask(0, 0)) << "a late copy: its caller has done with it";
    EXPECT_EQ(servers.executions[0], 1);
    EXPECT_EQ(servers.service().counts().replayed, 1U);
    EXPECT_EQ(servers.service().counts().late, 1U);
}

TEST_F(Service, WithoutItsCacheRefusesWhatWasSentToTheOneBefore) {
    for (const CallPlace place : {CallPlace::BeforeExecution, CallPlace::AfterExecution}) {
        Servers servers(CallSemantics::AtMostOnce, file() + std::to_string(static_cast<int>(place)));
        servers.killIn(place, 0);
        const auto reply = servers.ask(0, 0, 1);
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->kind, ReplyKind::Restarted);
        EXPECT_EQ(reply->incarnation, 2U);
        EXPECT_EQ(servers.executions[0], place == CallPlace::AfterExecution ? 1 : 0);
        EXPECT_EQ(servers.balance(), 5 * servers.executions[0]) << "the account has outlived the server";
    }
}

TEST_F(Service, WithALedgerExecutesOnceWhereverItIsKilled) {
    Servers servers(CallSemantics::ExactlyOnce, file());
    std::uint64_t id = 0;
    for (const CallPlace place : {CallPlace::BeforeExecution, CallPlace::WhileRecording, CallPlace::AfterExecution,
                                  CallPlace::WhileRecording}) {
        servers.killIn(place, id);
        EXPECT_EQ(servers.service().cutBytes() > 0, place == CallPlace::WhileRecording);
        const auto expected = 5 * static_cast<std::int64_t>(id + 1);
        EXPECT_EQ(servers.ask(id, id)->balance, expected);
        EXPECT_EQ(servers.ask(id, id)->balance, expected) << "and a repetition gets the same answer";
        EXPECT_EQ(servers.executions[id], 1);
        ++id;
    }
    EXPECT_EQ(servers.balance(), 20);
}

TEST(CallMessages, AreReadOnlyWhereTheyAreSome) {
    std::vector<std::byte> message(kMessageWithContentBytes);
    EXPECT_FALSE(readRequest(message));
    EXPECT_FALSE(readReply(message));
    const CallRequest request{
        .kind = RequestKind::Transfer, .incarnation = 2, .id = 9, .settledBelow = 8, .amount = -7};
    std::ranges::copy(contentOf(request), message.begin() + kMinMessageBytes);
    EXPECT_EQ(readRequest(message), request);
    EXPECT_FALSE(readRequest(std::span(message).first(kMessageWithContentBytes - 1)));
    EXPECT_FALSE(readData(message));
    EXPECT_FALSE(readAcknowledgement(message));
}

// --- acknowledgement and repetition -----------------------------------------------------------------------------

TEST(Windows, SendAgainEachAloneOrAllFromTheFirstThatIsMissing) {
    for (const auto& [way, again] : {std::pair(RepeatWay::SelectiveRepeat, std::vector<std::uint64_t>{1}),
                                     std::pair(RepeatWay::GoBackN, std::vector<std::uint64_t>{1, 2, 3})}) {
        SendWindow window(way, 4);
        for (std::uint64_t number = 0; number < 4; ++number) window.sent(number, 100);
        EXPECT_FALSE(window.hasRoom());
        EXPECT_TRUE(window.take({.next = 1, .early = way == RepeatWay::GoBackN ? 0U : 0b11U}));
        EXPECT_FALSE(window.take({.next = 1})) << "an acknowledgement that says nothing new";
        EXPECT_EQ(window.acknowledged(), 1U);
        EXPECT_TRUE(window.hasRoom());
        EXPECT_THAT(window.due(109, 10), IsEmpty());
        EXPECT_EQ(window.due(110, 10), again);
        EXPECT_EQ(window.deadlineNs(10), 110);
    }
}

TEST(Windows, HandOnEachOnceAndInOrder) {
    ReceiveWindow keeps(true);
    using enum ReceiveWindow::Verdict;
    EXPECT_EQ(keeps.take(1), Early);
    EXPECT_EQ(keeps.take(3), Early);
    EXPECT_EQ(keeps.take(3), Copy);
    EXPECT_EQ(keeps.missing(), 2U);
    EXPECT_EQ(keeps.take(0), Next);
    EXPECT_EQ(keeps.next(), 2U);
    EXPECT_EQ(keeps.acknowledgement({.sentNs = 5}).early, 1U);
    EXPECT_EQ(keeps.acknowledgement({.sentNs = 5}).echoNs, 5);
    EXPECT_EQ(keeps.take(2), Next);
    EXPECT_EQ(keeps.next(), 4U);
    EXPECT_EQ(keeps.take(0), Copy);
    EXPECT_EQ(keeps.take(4 + ReceiveWindow::kEarly), Early);
    EXPECT_EQ(keeps.take(5 + ReceiveWindow::kEarly), Thrown);

    ReceiveWindow throwsAway(false);
    EXPECT_EQ(throwsAway.take(1), Thrown);
    EXPECT_EQ(throwsAway.take(0), Next);
    EXPECT_EQ(throwsAway.next(), 1U);
    EXPECT_EQ(throwsAway.missing(), 1U);
}

// Whatever the network does with data and acknowledgements: by the seed.
TEST(Windows, HandOnEverythingThroughAnyNetwork) {
    for (const RepeatWay way : {RepeatWay::StopAndWait, RepeatWay::GoBackN, RepeatWay::SelectiveRepeat}) {
        SendWindow sender(way, way == RepeatWay::StopAndWait ? 1 : 8);
        ReceiveWindow receiver(way == RepeatWay::SelectiveRepeat);
        std::uint64_t state = 1;
        const auto lost = [&] { return (state = state * 6364136223846793005 + 1442695040888963407) >> 62 == 0; };
        constexpr std::uint64_t kAll = 500;
        Nanoseconds now = 1;
        for (; sender.acknowledged() < kAll && now < 100'000; ++now) {
            std::vector<std::uint64_t> numbers = sender.due(now, 3);
            if (sender.hasRoom() && sender.next() < kAll) numbers.push_back(sender.next());
            for (const std::uint64_t number : numbers) {
                if (number < sender.acknowledged()) continue;  // since this round began
                sender.sent(number, now);
                if (lost()) continue;
                receiver.take(number);
                if (!lost()) sender.take(receiver.acknowledgement({.number = number}));
            }
        }
        EXPECT_EQ(sender.acknowledged(), kAll) << static_cast<int>(way);
        EXPECT_EQ(receiver.next(), kAll);
        EXPECT_EQ(receiver.missing(), 0U);
    }
}

TEST(RoundTrips, SetTheTimeout) {
    RoundTrip trip;
    for (int i = 0; i < 100; ++i) trip.sample(20'000'000);
    EXPECT_EQ(trip.smoothNs(), 20'000'000);
    EXPECT_GE(trip.timeoutNs(), 20'000'000);
    EXPECT_LT(trip.timeoutNs(), 21'000'000);
    const Nanoseconds before = trip.timeoutNs();
    trip.timedOut();
    EXPECT_EQ(trip.timeoutNs(), 2 * before);
}

}  // namespace
}  // namespace ipclab
