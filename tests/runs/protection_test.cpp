// What row P21 of the curriculum promises: every refusal met on purpose, on real processes and without a privilege.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

#include "export/result_json.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;
using test::RunTest;

class ProtectionTest : public RunTest {
protected:
    using Values = std::map<std::string, std::string>;

    static std::vector<Values> facts(const RunData& data, const std::string& id) {
        std::vector<Values> found;
        for (const RunEvent& event : data.events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }
    // What came of an attempt: the name of an errno, "granted", or "SIGSEGV" and its code.
    static std::multimap<std::string, std::string> outcomes(const RunData& data) {
        std::multimap<std::string, std::string> all;
        for (Values& fact : facts(data, "access-refused")) all.emplace(fact["attempt"], fact["result"]);
        for (Values& fact : facts(data, "access-granted")) all.emplace(fact["attempt"], "granted");
        for (Values& fact : facts(data, "access-faulted"))
            all.emplace(fact["attempt"], fact["result"] + " " + fact["code"]);
        return all;
    }
    static void expectAll(const RunData& data, const std::multimap<std::string, std::string>& expected) {
        const auto found = outcomes(data);
        for (const auto& [attempt, outcome] : expected) {
            const auto [from, to] = found.equal_range(attempt);
            EXPECT_TRUE(std::any_of(from, to, [&](const auto& it) { return it.second == outcome; }))
                << attempt << ": " << (from == to ? "not tried" : from->second) << ", not " << outcome;
        }
    }
    static void expectNoPrivileges(const RunData& data) {
        const auto told = facts(data, "privileges");
        ASSERT_EQ(told.size(), 1U);
        EXPECT_EQ(told[0].at("privileges"), "0");
        if (facts(data, "user-kept").empty()) {
            EXPECT_NE(told[0].at("uid"), "0");
        }
    }
    static char ptraceScope() {
        std::ifstream file("/proc/sys/kernel/yama/ptrace_scope");
        char digit = '0';
        file >> digit;
        return digit;
    }
};

TEST_F(ProtectionTest, TheMemoryOfOthersIsRefused) {
    const RunData& data = finish(preset("p21-protection", {"trespasser.hold_s=0"}));
    EXPECT_EQ(data.processes[0].exit->code, 0);
    expectNoPrivileges(data);
    expectAll(data, {{"a child that forbids it (not dumpable)", "EPERM"},
                     {"the memory of one that has ended", "ESRCH"},
                     {"the memory of a child", ptraceScope() < '2' ? "granted" : "EPERM"}});
    if (ptraceScope() >= '2') return;
    const auto read = facts(data, "memory-read");
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].at("value"), "200") << "the child's own";
    EXPECT_EQ(read[0].at("own_value"), "100") << "at the same address";
}

TEST_F(ProtectionTest, AnAddressOutsideItsOwnEndsAProcess) {
    const RunData& data = finish(preset("p21-protection", {"trespasser.hold_s=0"}));
    expectAll(data, {{"reading where nothing is mapped", "SIGSEGV SEGV_MAPERR"},
                     {"writing to a page with no rights", "SIGSEGV SEGV_ACCERR"},
                     {"writing to its own program text", "SIGSEGV SEGV_ACCERR"}});
    const auto found = outcomes(data);
    const auto kernel = found.find("reading an address of the kernel");
    ASSERT_NE(kernel, found.end());
    EXPECT_TRUE(kernel->second.starts_with("SIGSEGV")) << kernel->second;
    const auto ended = facts(data, "child-signalled");
    EXPECT_EQ(ended.size(), 4U);
    for (const Values& child : ended) EXPECT_EQ(child.at("signal_name"), "SIGSEGV");
}

TEST_F(ProtectionTest, FilesAreRefusedByTheirModeAndDescriptorsByTheirs) {
    const RunData& data = finish(preset("p21-protection", {"trespasser.hold_s=0"}));
    expectAll(data, {{"reading a file of mode 0400", "granted"},
                     {"writing to a file of mode 0400", "EACCES"},
                     {"writing through a read-only descriptor", "EBADF"},
                     {"reading a file of mode 0000", "EACCES"}});
    if (facts(data, "user-kept").empty()) expectAll(data, {{"becoming root", "EPERM"}});
    for (const Values& fact : facts(data, "access-refused")) {
        EXPECT_FALSE(fact.at("call").empty());
        EXPECT_FALSE(fact.at("error").empty());
    }
    const auto json = resultJson(data, {}, {});
    EXPECT_TRUE(std::ranges::any_of(json["events"], [](const auto& event) {
        return event["what"] == "access-refused" && event["details"]["result"] == "EACCES" &&
               event["details"]["expected"] == "EACCES";
    }));
}

TEST_F(ProtectionTest, LimitsAreInheritedAndNotExceeded) {
    const RunData& data = finish(preset("p21-inheritance", {"family.hold_s=0"}));
    EXPECT_EQ(data.processes[0].exit->code, 0);
    expectNoPrivileges(data);
    expectAll(data, {{"a hard limit above the parent's", "EPERM"},
                     {"a soft limit above the hard one", "EINVAL"},
                     {"one file more than the limit", "EMFILE"},
                     {"a nice value below the parent's", "EACCES"},
                     {"a limit below the parent's", "granted"},
                     {"the limit before it was lowered", "EPERM"}});
    const auto inherited = facts(data, "limit-inherited");
    ASSERT_EQ(inherited.size(), 2U);
    EXPECT_EQ(inherited[0].at("who"), "child");
    EXPECT_EQ(inherited[0].at("hard"), "32");
    EXPECT_EQ(inherited[1].at("who"), "grandchild");
    EXPECT_EQ(inherited[1].at("hard"), "16") << "as its own parent had lowered it";
    EXPECT_EQ(inherited[0].at("nice"), inherited[1].at("nice"));
}

}  // namespace
}  // namespace ipclab
