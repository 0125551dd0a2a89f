// What a teacher and an author meet on the command line: a new exercise of any name, answers in words, grades in Korean.
#include <set>

#include "app/cli_process.h"
#include "exercises/archive.h"
#include "exercises/library.h"

namespace ipclab::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CliTeacher : public testing::Test {
protected:
    Ended handIn(const char* name, const char* forks, const QStringList& more = {}) {
        return ipclab(QStringList{"lab", "p12-forks", "--predict", "processes=8", "--set",
                                  QStringLiteral("sixteen:root.forks=") + QString::fromLatin1(forks), "--report",
                                  text(m_dir / name)} +
                      more);
    }
    json labOf(const std::filesystem::path& folder) { return json::parse(std::ifstream(folder / "lab.json")); }
    json workIn(const char* name) { return json::parse(readArchive(m_dir / name).at("submission.json")).at("work"); }

    TempDir m_dir;
};

TEST_F(CliTeacher, ANewExerciseHasAnIdThatItsCheckTakesAndTheTitleThatWasTyped) {
    const auto folder = m_dir / "My \"First\" Exercise, 2";
    const Ended made = ipclab({"lab", "new", text(folder) + QStringLiteral("/")});
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("my-first-exercise-2"));
    EXPECT_EQ(labOf(folder)["id"], "my-first-exercise-2");
    EXPECT_EQ(labOf(folder)["title"], json({{"en", "My \"First\" Exercise, 2"}, {"ko", "My \"First\" Exercise, 2"}}));
    const Ended checked = ipclab({"lab", "check", text(folder), "--runs", "1"});
    EXPECT_EQ(checked.status, 0) << checked.err;
}

TEST_F(CliTeacher, LettersLoseTheirMarks) {
    ASSERT_EQ(ipclab({"lab", "new", text(m_dir / "Fork Bäume é")}).status, 0);
    EXPECT_EQ(labOf(m_dir / "Fork Bäume é")["id"], "fork-baume-e");
}

TEST_F(CliTeacher, WhatIsOfAnExerciseNobodyKnowsHereTellsHowToNameIt) {
    const auto folder = m_dir / "mine";
    ASSERT_EQ(ipclab({"lab", "new", text(folder)}).status, 0);
    const auto handedIn = m_dir / "a.zip";
    ipclab({"lab", text(folder), "--predict", "processes=8", "--report", text(handedIn)});
    const Ended unknown = ipclab({"grade", text(handedIn)});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.out, HasSubstr("--lab FOLDER"));
    const Ended known = ipclab({"grade", text(handedIn), "--lab", text(folder)});
    EXPECT_EQ(known.status, 0);
    EXPECT_THAT(known.out, Not(HasSubstr("--lab FOLDER")));
}

TEST_F(CliTeacher, ATitleWithoutLatinLettersTakesAnIdOfItsOwn) {
    const auto folder = m_dir / "포크 실습";
    const Ended none = ipclab({"lab", "new", text(folder)});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, AllOf(HasSubstr("포크 실습"), HasSubstr("--id fork-practice")));
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_EQ(ipclab({"lab", "new", text(folder), "--id", "Fork Practice"}).status, 2);
    EXPECT_EQ(ipclab({"lab", "new", text(folder), "--id", "p12-forks"}).status, 2) << "that one comes along";
    EXPECT_EQ(ipclab({"lab", "p12-forks", "--id", "x"}).status, 2) << "of `new` alone";
    ASSERT_EQ(ipclab({"lab", "new", text(folder), "--id", "fork-practice"}).status, 0);
    EXPECT_EQ(labOf(folder)["id"], "fork-practice");
    EXPECT_EQ(labOf(folder)["title"]["ko"], "포크 실습");
}

TEST_F(CliTeacher, AnswersInWordsAreHandedInAsTheWindowHasThem) {
    const Ended silent = handIn("a.zip", "4");
    EXPECT_EQ(silent.status, 0);
    EXPECT_THAT(silent.err, HasSubstr("why"));
    const std::string answer = "프로세스가\n열 번 두 배가 되어 = 1,024개가 되고, 그래서 컴퓨터가 느려집니다 정말로 아주 많이.";
    std::ofstream(m_dir / "why.txt") << answer;
    const Ended told = handIn("b.zip", "4", {"--words", QStringLiteral("why=@") + text(m_dir / "why.txt")});
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.err, Not(HasSubstr("why")));
    EXPECT_EQ(workIn("b.zip")["words"], json({{"why", answer}}));
    EXPECT_EQ(workIn("a.zip")["words"], json::object());
    handIn("c.zip", "4", {"--words", "why=a=b"});
    EXPECT_EQ(workIn("c.zip")["words"]["why"], "a=b");
    const json files = ipclab({"grade", text(m_dir.path()), "--json"}).json()["files"];
    EXPECT_EQ(files[0]["complete"], false);
    EXPECT_EQ(files[1]["complete"], true);
    EXPECT_EQ(files[2]["complete"], false) << "in too few words";
}

TEST_F(CliTeacher, AnswersThatCannotBeAreRefused) {
    EXPECT_THAT(ipclab({"lab", "p12-forks", "--words", "whither=x"}).err, HasSubstr("with a question of: why"));
    EXPECT_THAT(ipclab({"lab", "p12-forks", "--words", "why"}).err, HasSubstr("expected ID=TEXT"));
    EXPECT_THAT(ipclab({"lab", "p12-forks", "--words", "why=@/nowhere"}).err, HasSubstr("there is no such file"));
    std::ofstream(m_dir / "long") << std::string(70'000, 'a');
    std::ofstream(m_dir / "broken") << "\xff\xfe";
    for (const char* name : {"long", "broken"}) {
        const Ended ended = ipclab({"lab", "p12-forks", "--words", QStringLiteral("why=@") + text(m_dir / name)});
        EXPECT_EQ(ended.status, 2) << name;
        EXPECT_THAT(ended.err, HasSubstr("the answer")) << name;
    }
}

// Where a word begins in a line, in columns of a terminal: Hangul takes two.
std::size_t columnOf(const std::string& line, const std::string& word) {
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.find(word);) {
        const auto first = static_cast<unsigned char>(line[at]);
        column += first >= 0xe0 ? 2 : 1;
        at += first >= 0xe0 ? 3 : 1;
    }
    return column;
}

TEST_F(CliTeacher, GradesAreReadInKorean) {
    handIn("a.zip", "4", {"--student", "Kim"});
    handIn("b.zip", "3", {"--student", "이준"});
    auto files = readArchive(m_dir / "b.zip");
    json manifest = json::parse(files["submission.json"]);
    manifest["verdicts"]["sixteen"] = "passed";
    files["submission.json"] = manifest.dump();
    std::vector<ArchiveEntry> entries;
    for (auto& [name, bytes] : files) entries.push_back({.name = name, .bytes = bytes});
    writeArchive(m_dir / "b.zip", entries);
    const Ended korean = ipclab({"grade", text(m_dir.path()), "--language", "ko"});
    const std::string table = korean.out.substr(0, korean.out.find("\n\n"));
    for (const char* word : {"student", "exercise", "points", "passed", "failed"})
        EXPECT_THAT(korean.out.substr(0, korean.out.find("==")), Not(HasSubstr(word)));
    EXPECT_THAT(korean.out, AllOf(HasSubstr("통과"), HasSubstr("실패")));
    std::vector<std::string> lines;
    std::istringstream all(table);
    for (std::string line; std::getline(all, line);) lines.push_back(line);
    ASSERT_GE(lines.size(), 3U) << table;
    EXPECT_EQ(columnOf(lines[1], "p12-forks"), columnOf(lines[2], "p12-forks")) << table;
    EXPECT_EQ(columnOf(lines[1], "Kim"), columnOf(lines[2], "이준")) << table;
    EXPECT_THAT(ipclab({"grade", text(m_dir.path()), "--csv", "--language", "ko"}).out,
                HasSubstr("file,student,exercise,points,of,claimed,complete,handed_in_at,found"));
    const json first = ipclab({"grade", text(m_dir.path()), "--json", "--language", "ko"}).json()["files"][0];
    EXPECT_EQ(first["verdicts"]["sixteen"]["outcome"], "passed") << "data are the same in any language";
}

TEST_F(CliTeacher, ResultsOfAnExerciseAreReadInKorean) {
    const Ended ended = handIn("a.zip", "3", {"--language", "ko"});
    EXPECT_THAT(ended.out, AllOf(Not(HasSubstr("predicted")), Not(HasSubstr("passed")), Not(HasSubstr("failed")),
                                 Not(HasSubstr("points"))));
    EXPECT_THAT(ended.out, HasSubstr("실패"));
}

TEST_F(CliTeacher, AChoiceIsToldByItsOptionAndWhatToldIt) {
    const Ended ended = ipclab({"lab", "m15-sigpipe", "--predict", "how=0"});
    const json lab = json::parse(embeddedLab("m15-sigpipe")->json);
    const std::string option = lab["steps"][0]["predictions"][0]["options"][0]["en"];
    EXPECT_THAT(ended.out, HasSubstr("predicted how: " + option.substr(0, 20))) << ended.err;
    EXPECT_THAT(ended.out, Not(HasSubstr("t_s")));
}

}  // namespace
}  // namespace ipclab::test
