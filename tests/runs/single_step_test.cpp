// What row P20 of the curriculum promises: a child executed instruction by instruction, and registers that outlast
// context switches; all of it read from the kernel.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>

#include "core/registers.h"
#include "export/result_json.h"
#include "programs/instruction.h"
#include "programs/instruction_trace.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;
using test::RunTest;
using Values = std::map<std::string, std::string>;

class SingleStepTest : public RunTest {
protected:
    static std::vector<Values> facts(const RunData& data, const std::string& id) {
        std::vector<Values> found;
        for (const RunEvent& event : data.events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }
    static std::uint64_t number(const Values& fact, const std::string& name) {
        return std::strtoull(fact.at(name).c_str(), nullptr, 0);
    }
    // Steps as fast as they go. Nothing: ptrace is refused here.
    const RunData* stepped() {
        const RunData& data = finish(preset("p20-single-step", {"stepper.rate_per_s=0", "stepper.count=150"}));
        EXPECT_EQ(data.processes[0].exit->code, 0);
        const auto refused = facts(data, "single-step-refused");
        if (refused.empty()) return &data;
        m_refusal = refused[0].at("why");
        EXPECT_FALSE(m_refusal.empty());
        return nullptr;
    }

    std::string m_refusal;
};

TEST_F(SingleStepTest, TheCounterAdvancesAndJumps) {
    const RunData* data = stepped();
    if (data == nullptr) GTEST_SKIP() << m_refusal;
    const auto steps = facts(*data, "instruction");
    ASSERT_EQ(steps.size(), 150U);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(number(steps[i], "number"), i + 1);
        EXPECT_FALSE(steps[i].at("code").empty());
        if (i == 0) continue;
        EXPECT_EQ(steps[i].at("address"), steps[i - 1].at("next")) << "each begins where the one before has led";
        EXPECT_EQ(steps[i].at("stack"), steps[i - 1].at("stack_after"));
    }
    const auto course = facts(*data, "single-stepped");
    ASSERT_EQ(course.size(), 1U);
    EXPECT_EQ(number(course[0], "instructions"), 150U);
    EXPECT_EQ(number(course[0], "advances") + number(course[0], "elsewhere"), 150U);
    EXPECT_GT(number(course[0], "advances"), number(course[0], "elsewhere"));
    EXPECT_GT(number(course[0], "calls"), 2U);
    EXPECT_GT(number(course[0], "returns"), 2U);
}

TEST_F(SingleStepTest, AFrameAppearsAtACallAndIsGoneAtItsReturn) {
    const RunData* data = stepped();
    if (data == nullptr) GTEST_SKIP() << m_refusal;
    const auto made = facts(*data, "frame-made"), gone = facts(*data, "frame-gone");
    ASSERT_EQ(made.size(), 1U);
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(made[0].at("stack_before"), gone[0].at("stack_after"));
#if defined(__x86_64__)
    EXPECT_EQ(number(made[0], "stack_before") - number(made[0], "stack_after"), 8U) << "the return address";
#endif
    EXPECT_TRUE(made[0].at("function") == "square" || made[0].at("function") == "sumOfSquares")
        << made[0].at("function");
    const auto course = facts(*data, "single-stepped")[0];
    EXPECT_GT(number(course, "matched"), 1U);
    EXPECT_EQ(number(course, "balanced"), number(course, "matched"));
    for (const Values& step : facts(*data, "instruction")) {
        if (step.at("what") != "goes on" || !step.at("function").starts_with("square")) continue;
        EXPECT_EQ(step.at("stack"), step.at("stack_after")) << "square needs no stack of its own";
    }
}

TEST_F(SingleStepTest, RegistersAreTheSameBeforeAndAfterASwitch) {
    const RunData* data = stepped();
    if (data == nullptr) GTEST_SKIP() << m_refusal;
    const auto same = facts(*data, "registers-same");
    ASSERT_EQ(same.size(), 1U);
    EXPECT_EQ(number(same[0], "compared"), 150U);
    EXPECT_EQ(number(same[0], "differing"), 0U);
    EXPECT_GE(number(same[0], "switches"), 150U) << "each step gives it a processor and takes it away";
    const auto kept = facts(*data, "registers-kept");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(number(kept[0], "changed"), 0U);
    const auto json = resultJson(*data, {}, {});
    EXPECT_TRUE(std::ranges::any_of(json["events"], [](const auto& event) { return event["what"] == "instruction"; }));
}

#if defined(__x86_64__)

Instruction decoded(std::vector<std::uint8_t> bytes) { return instructionOf(bytes); }

TEST(Instructions, OfX86AreKnownByTheirFirstBytes) {
    using enum InstructionKind;
    const auto expect = [](std::vector<std::uint8_t> bytes, InstructionKind kind, std::size_t length) {
        const Instruction found = decoded(std::move(bytes));
        EXPECT_EQ(found.kind, kind);
        EXPECT_EQ(found.lengthBytes, length);
    };
    expect({0xe8, 1, 2, 3, 4}, Call, 5);
    expect({0xff, 0xd0}, Call, 2);                    // call *%rax
    expect({0x41, 0xff, 0xd3}, Call, 3);              // call *%r11
    expect({0xff, 0x15, 1, 2, 3, 4}, Call, 6);        // call *x(%rip)
    expect({0xff, 0x54, 0x24, 0x08}, Call, 4);        // call *8(%rsp)
    expect({0xf2, 0xff, 0x25, 1, 2, 3, 4}, Jump, 7);  // bnd jmp *x(%rip)
    expect({0xc3}, Return, 1);
    expect({0xf3, 0xc3}, Return, 2);  // rep ret
    expect({0xc2, 8, 0}, Return, 3);
    expect({0xeb, 0xfe}, Jump, 2);
    expect({0x75, 0x10}, Jump, 2);
    expect({0x0f, 0x84, 1, 2, 3, 4}, Jump, 6);
    expect({0xe9, 1, 2, 3, 4}, Jump, 5);
    expect({0x0f, 0x05}, SystemCall, 2);
    expect({0x48, 0x89, 0xd8}, Plain, 0);  // mov %rbx, %rax
    expect({0xff, 0xc0}, Plain, 0);        // inc %eax
    expect({0xff}, Plain, 0);
    expect({}, Plain, 0);
}

RegisterValues at(std::uint64_t counter, std::uint64_t stack, std::uint64_t rax = 0) {
    RegisterValues words(kRegisterNames.size());
    const auto set = [&](std::string_view name, std::uint64_t value) {
        words[static_cast<std::size_t>(std::ranges::find(kRegisterNames, name) - kRegisterNames.begin())] = value;
    };
    set("rip", counter);
    set("rsp", stack);
    set("rax", rax);
    return words;
}

TEST(Instructions, OfATraceFollowCallsAndReturns) {
    InstructionTrace trace;
    trace.add(at(0x100, 0x800), {0x48, 0x89, 0xd8, 0x90, 0x90}, at(0x103, 0x800, 7));
    trace.add(at(0x103, 0x800, 7), {0xe8, 0, 1, 0, 0}, at(0x208, 0x7f8, 7));
    trace.add(at(0x208, 0x7f8, 7), {0xc3}, at(0x108, 0x800, 7));
    trace.add(at(0x108, 0x800, 7), {0x75, 0x10}, at(0x10a, 0x800, 7));
    trace.add(at(0x10a, 0x800, 7), {0xeb, 0xf4}, at(0x100, 0x800, 7));
    const auto& steps = trace.steps();
    EXPECT_EQ(steps[0].bytes.size(), 3U) << "as long as the counter went on";
    ASSERT_EQ(steps[0].changed.size(), 1U);
    EXPECT_EQ(kRegisterNames[steps[0].changed[0]], "rax");
    EXPECT_EQ(steps[2].depth, 1);
    EXPECT_TRUE(steps[2].balanced);
    EXPECT_FALSE(steps[3].jumped) << "a branch that was not taken";
    const TraceCounts counts = trace.counts();
    EXPECT_EQ(counts.advances, 2U);
    EXPECT_EQ(counts.jumps, 1U);
    EXPECT_EQ(counts.calls, 1U);
    EXPECT_EQ(counts.returns, 1U);
    EXPECT_EQ(trace.firstCall().first, &steps[1]);
    EXPECT_EQ(trace.firstCall().second, &steps[2]);
}

TEST(Instructions, AReturnThatFindsAnotherStackIsSeen) {
    InstructionTrace trace;
    trace.add(at(0x100, 0x800), {0xe8, 0, 1, 0, 0}, at(0x205, 0x7f8));
    trace.add(at(0x205, 0x7f8), {0xc2, 8, 0}, at(0x105, 0x808));
    trace.add(at(0x105, 0x808), {0xc3}, at(0x300, 0x810));
    EXPECT_EQ(trace.counts().matched, 1U);
    EXPECT_EQ(trace.counts().balanced, 0U);
    EXPECT_EQ(trace.counts().returns, 2U);
}

#endif

}  // namespace
}  // namespace ipclab
