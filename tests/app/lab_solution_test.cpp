// What a report shows of a solution: fields before and after, command lines, the source of a program.
#include <gtest/gtest.h>

#include "exercises/library.h"
#include "lab_report/lab_report.h"
#include "lab_report/solution.h"
#include "labs/lab_reader.h"

namespace ipclab {
namespace {

std::vector<QStringList> rowsOf(const std::vector<ReportBlock>& blocks) {
    std::vector<QStringList> rows;
    for (const ReportBlock& block : blocks)
        if (const auto* table = std::get_if<ReportTable>(&block))
            rows.insert(rows.end(), table->rows.begin(), table->rows.end());
    return rows;
}

// A teacher cannot grade what does not stand there.
TEST(LabSolution, SaysWhatWasChangedByTheLabelsOfItsFields) {
    const Lab lab = *readLab(*embeddedLab("p10-cores"), libraryPresets()).lab;
    Experiment now = *experimentOf(lab, lab.steps[1]);
    const auto untouched = solutionOf(lab, lab.steps[1], {}, now);
    EXPECT_TRUE(rowsOf(untouched).empty());
    EXPECT_EQ(untouched.size(), 2U) << "a heading, and that nothing was changed";
    now.processes[1].cpus = {1};
    const auto rows = rowsOf(solutionOf(lab, lab.steps[1], {}, now));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0], (QStringList{"pong", "Processors", "0", "1"}));
    EXPECT_TRUE(solutionOf(lab, lab.steps[0], {}, now).empty()) << "there nothing may be changed";
}

// As it can be typed into a shell, and once: the others of the step stand below.
TEST(LabSolution, HasCommandsAsAShellReadsThem) {
    const Lab lab = *readLab(*embeddedLab("m15-leaked-end"), libraryPresets()).lab;
    const LabStep& step = lab.steps[1];
    Experiment now = *experimentOf(lab, step);
    const auto commands = [&] {
        QStringList found;
        for (const ReportBlock& block : solutionOf(lab, step, {}, now))
            if (const auto* facts = std::get_if<ReportFacts>(&block))
                for (const auto& row : facts->rows) found << row.second;
        return found;
    };
    EXPECT_EQ(commands(), QStringList{"sleep 1.2"});
    now.processes[2].command = {"sh", "-c", "exec 'sleep' 1.2 >&-"};
    const auto rows = rowsOf(solutionOf(lab, step, {}, now));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0], (QStringList{"bystander", "Command", "sleep 1.2", R"(sh -c 'exec '\''sleep'\'' 1.2 >&-')"}));
    EXPECT_TRUE(commands().isEmpty());
}

TEST(LabSolution, SaysYesAndNoOfWhatIsSwitched) {
    const Lab lab = *readLab(*embeddedLab("m2-three-buffers"), libraryPresets()).lab;
    Experiment now = *experimentOf(lab, lab.steps[2]);
    now.links[0].capacityMessages.reset();
    now.links[0].unbounded = true;
    const auto rows = rowsOf(solutionOf(lab, lab.steps[2], {}, now));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].mid(2), (QStringList{"8", "not set"}));
    EXPECT_EQ(rows[1].mid(2), (QStringList{"not set", "yes"}));
}

TEST(LabSolution, HasTheSourceOfTheStudentsProgram) {
    const Lab lab = *readLab(*embeddedLab("p17-own-children"), libraryPresets()).lab;
    const auto step = std::ranges::find_if(lab.steps, [](const LabStep& each) { return each.program.has_value(); });
    ASSERT_NE(step, lab.steps.end());
    LabStepWork work;
    work.program = OwnProgram{.source = "int main(void) { return 0; }"};
    const auto code = [&] {
        for (const ReportBlock& block : solutionOf(lab, *step, work, *experimentOf(lab, *step)))
            if (const auto* found = std::get_if<ReportCode>(&block)) return found->text;
        return QString();
    };
    EXPECT_EQ(code(), "int main(void) { return 0; }");
    work.program->built = {.sha256 = "0123", .brought = "solve"};
    EXPECT_EQ(code(), QString()) << "an executable has none";
    bool isNamed = false;
    for (const ReportBlock& block : solutionOf(lab, *step, work, *experimentOf(lab, *step)))
        if (const auto* facts = std::get_if<ReportFacts>(&block))
            isNamed = isNamed ||
                      (facts->rows.size() == 2 && facts->rows[0].second == "solve" && facts->rows[1].second == "0123");
    EXPECT_TRUE(isNamed);
}

}  // namespace
}  // namespace ipclab
