#include "programs/facts.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <set>

namespace ipclab {
namespace {

ChildReport written(std::string_view id, FactValues values) {
    std::array<int, 2> fds{};
    EXPECT_EQ(::pipe(fds.data()), 0);
    writeFact(fds[1], id, values);
    ChildReport report;
    EXPECT_EQ(::read(fds[0], &report, sizeof report), static_cast<ssize_t>(sizeof report));
    ::close(fds[0]);
    ::close(fds[1]);
    return report;
}

TEST(Facts, AreReadAsTheyWereWritten) {
    const auto fact = readFact(written("value", {{"who", "parent"}, {"address", "0x10"}, {"value", -7}}));
    ASSERT_TRUE(fact);
    EXPECT_EQ(fact->id, "value");
    EXPECT_EQ(fact->pid, ::getpid());
    EXPECT_GT(fact->atNs, 0);
    const std::vector<std::pair<std::string, std::string>> expected{
        {"who", "parent"}, {"address", "0x10"}, {"value", "-7"}};
    EXPECT_EQ(fact->values, expected);
}

TEST(Facts, LongTextsAreCutAndNoValueIsOneTooMany) {
    const auto fact = readFact(written("value", {{"who", std::string(500, 'x')}}));
    ASSERT_TRUE(fact);
    EXPECT_EQ(fact->values.at(0).second.size(), sizeof ReportedValue::text - 1);
    const FactValues many{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}, {"e", 5}, {"f", 6}, {"g", 7},
                          {"h", 8}, {"i", 9}, {"j", 1}, {"k", 2}, {"l", 3}, {"m", 4}};
    EXPECT_EQ(readFact(written("value", many))->values.size(), kMostFactValues);
}

TEST(Facts, BytesAreReadAsHexadecimalAndLongTextsWhole) {
    const std::array<std::byte, 3> bytes{std::byte{0}, std::byte{0x7f}, std::byte{0xff}};
    const std::string text(100, 'x');
    const auto fact = readFact(written(
        "call-step",
        {{"bytes_hex", std::span<const std::byte>(bytes)}, FactValue::longText("marks", text), {"step", "send"}}));
    ASSERT_TRUE(fact);
    const std::vector<std::pair<std::string, std::string>> expected{
        {"bytes_hex", "007fff"}, {"marks", text}, {"step", "send"}};
    EXPECT_EQ(fact->values, expected);
    EXPECT_EQ(hexText(*bytesOfHex("007fff")), "007fff");
    EXPECT_FALSE(bytesOfHex("0"));
    EXPECT_FALSE(bytesOfHex("0g"));
}

TEST(Facts, MoreBytesThanThereIsRoomForAreCut) {
    const std::vector<std::byte> many(kMostFactBytes + 1);
    const auto fact = readFact(
        written("call-step", {{"bytes_hex", std::span<const std::byte>(many)}, FactValue::longText("marks", "gone")}));
    ASSERT_TRUE(fact);
    EXPECT_EQ(fact->values.at(0).second.size(), 2 * kMostFactBytes);
    EXPECT_EQ(fact->values.at(1).second, "");
}

TEST(Facts, BytesBeyondTheReportAreRefused) {
    for (const auto& [at, count] : {std::pair<std::int32_t, std::uint32_t>{kMostFactBytes, 1},
                                    {0, kMostFactBytes + 1},
                                    {2'000'000'000, 1},
                                    {1, 0xffff'ffff}}) {
        ChildReport report = written("call-step", {{"bytes_hex", std::span<const std::byte>()}});
        report.values[0].bytesAt = at;
        report.values[0].bytesCount = count;
        EXPECT_FALSE(readFact(report)) << at << " " << count;
    }
}

TEST(Facts, WhatAChildMadeUpIsRefused) {
    ChildReport report = written("value", {{"who", "x"}});
    report.valueCount = kMostFactValues + 1;
    EXPECT_FALSE(readFact(report));
    report = written("no-such-fact", {});
    EXPECT_FALSE(readFact(report));
    report = written("value", {{"Not a name", 1}});
    EXPECT_FALSE(readFact(report));
    report = written("value", {{"who", "x"}});
    report.kind = ReportKind::Failure;
    EXPECT_FALSE(readFact(report));
    std::memset(static_cast<void*>(&report), 0xff, sizeof report);
    report.kind = ReportKind::Fact;
    report.valueCount = 1;
    EXPECT_FALSE(readFact(report)) << "texts without an end";
}

TEST(Facts, EachHasAnIdOfItsOwnAndASentence) {
    std::set<std::string_view> ids;
    for (const FactKind& kind : allFactKinds()) {
        EXPECT_TRUE(ids.insert(kind.id).second) << kind.id;
        EXPECT_LT(kind.id.size(), sizeof ChildReport::text);
        EXPECT_FALSE(kind.sentence.empty());
    }
}

}  // namespace
}  // namespace ipclab
