#include "document/approval.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

#include "document/edits.h"
#include "documents.h"

namespace ipclab {
namespace {

Experiment withCommand(std::vector<std::string> words) {
    Experiment experiment = test::sound();
    experiment.processes[0].program = "command";
    experiment.processes[0].command = std::move(words);
    return experiment;
}

TEST(Approvals, HoldForTheSameContentUnderAnyNameAndForNoOther) {
    Approvals approvals;
    const Experiment asked = withCommand({"cat", "file"});
    EXPECT_EQ(approvals.missing(asked), std::vector<std::uint32_t>{0});
    approvals.approve(asked);
    EXPECT_TRUE(approvals.missing(asked).empty());
    Experiment renamed = asked;
    renamed.processes[0].name = "other";
    EXPECT_TRUE(approvals.missing(renamed).empty());
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"cat"}, {"cat", "file "}, {"cat", "fi", "le"}, {"cat file"}, {"rm", "file"}, {"cat", "file", ""}}) {
        EXPECT_EQ(approvals.missing(withCommand(words)), std::vector<std::uint32_t>{0}) << words.front();
    }
    EXPECT_TRUE(approvals.missing(test::sound()).empty()) << "a program of the laboratory's needs none";
    EXPECT_TRUE(Approvals::everything().missing(withCommand({"rm"})).empty());
}

TEST(Approvals, AnEditedOrPastedCommandIsAskedForAgainAndItsUndoIsNot) {
    Approvals approvals;
    Document document(withCommand({"cat", "file"}));
    approvals.approve(document.experiment());
    const Part process = document.ids().at(Part::Kind::Process, 0);
    const Edit undo = document.apply(setField(document, process, "command/1", "/etc/passwd").edit);
    EXPECT_EQ(approvals.missing(document.experiment()), std::vector<std::uint32_t>{0});
    document.apply(undo);
    EXPECT_TRUE(approvals.missing(document.experiment()).empty());
    document.apply(paste(document, fragmentOf(withCommand({"sleep", "1"}))));
    EXPECT_EQ(approvals.missing(document.experiment()), std::vector<std::uint32_t>{2});
}

TEST(Approvals, AFolderIsPartOfACommandLine) {
    const std::filesystem::path before = std::filesystem::current_path();
    Approvals approvals;
    const Experiment asked = withCommand({"cat", "file"});
    approvals.approve(asked);
    std::filesystem::current_path("/");
    EXPECT_FALSE(approvals.missing(asked).empty()) << "\"file\" is another one there";
    std::filesystem::current_path(before);
    EXPECT_TRUE(approvals.missing(asked).empty());
}

TEST(Approvals, ARaisedLimitIsItsValue) {
    Approvals approvals;
    Experiment asked = test::sound();
    EXPECT_TRUE(approvals.hasLimits(asked.safety)) << "it asks for none";
    asked.safety.processes = 5000;
    EXPECT_FALSE(approvals.hasLimits(asked.safety));
    approvals.approve(asked);
    EXPECT_TRUE(approvals.hasLimits(asked.safety));
    asked.safety.processes = 6000;
    EXPECT_FALSE(approvals.hasLimits(asked.safety));
}

}  // namespace
}  // namespace ipclab
