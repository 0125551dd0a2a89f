// `ipclab lab` and `grade` by their contract: runs, verdicts, what is handed in, and what hands that mean ill make of
// it.
#include <fstream>

#include "app/cli_process.h"
#include "exercises/archive.h"

namespace ipclab::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const QString kForks = QStringLiteral("p12-forks");

json outcomes(const json& result) {
    json all = json::object();
    for (const auto& step : result.at("steps")) {
        for (const auto& check : step.at("checks")) all[check.at("id").get<std::string>()] = check.at("outcome");
    }
    return all;
}

TEST(CliLab, TheReferencePassesAndTellsWhatWasMeasured) {
    const Ended ended = ipclab({"lab", kForks, "--solution", "reference", "--predict", "processes=8", "--json"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    const json result = ended.json();
    EXPECT_EQ(result["schema"], "ipclab.lab-result/1");
    EXPECT_EQ(outcomes(result), json({{"sixteen", "passed"}, {"descendants", "passed"}})) << result;
    EXPECT_EQ(result["points"], 3);
    EXPECT_EQ(result["steps"][0]["predictions"][0]["right"], true);
    EXPECT_EQ(result["steps"][1]["checks"][0]["trials"][0]["measured"], 16);
}

TEST(CliLab, AWrongOneFailsWithTheNumberAndTheReason) {
    const Ended ended = ipclab({"lab", kForks, "--set", "sixteen:root.forks=5", "--predict", "processes=4"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.out, HasSubstr("There were 32 processes, not 16"));
    EXPECT_THAT(ended.out, HasSubstr("predicted processes: 4; measured 8, not right"));
    EXPECT_THAT(ended.out, HasSubstr("not judged before this holds: Sixteen"));
    EXPECT_THAT(ended.out, HasSubstr("0 of 3 points"));
}

TEST(CliLab, SpeaksKorean) {
    const Ended ended = ipclab({"lab", kForks, "--set", "sixteen:root.forks=5", "--language", "ko"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.out, HasSubstr("프로세스는 16개가 아니라 32개였습니다"));
    EXPECT_THAT(ended.out, HasSubstr("다음이 성립해야 판정합니다"));
    EXPECT_EQ(ipclab({"lab", kForks, "--language", "xx"}).status, 2);
}

TEST(CliLab, WhatItDoesNotAllowIsRefused) {
    const Ended ended = ipclab({"lab", kForks, "--set", "sixteen:root.hold_s=2"});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("does not allow \"root.hold_s\""));
    EXPECT_THAT(ipclab({"lab", kForks, "--set", "nowhere:root.forks=2"}).err, HasSubstr("three, sixteen"));
    EXPECT_THAT(ipclab({"lab", "p12-frks"}).err, HasSubstr("did you mean \"p12-forks\""));
    EXPECT_THAT(ipclab({"lab", kForks, "--predict", "processes=many"}).err, HasSubstr("expected ID=NUMBER"));
}

TEST(CliLab, AreListedAndShown) {
    const json list = ipclab({"list", "labs", "--json"}).json();
    ASSERT_FALSE(list.empty());
    for (const auto& lab : list) {
        for (const char* key : {"id", "rows", "title", "objective", "minutes", "points"})
            EXPECT_TRUE(lab.contains(key)) << lab;
    }
    EXPECT_THAT(ipclab({"list", "labs"}).out, HasSubstr("p12-forks"));
    EXPECT_THAT(ipclab({"show", kForks}).out, HasSubstr("ipclab.lab/1"));
}

TEST(CliLab, ANewOneIsWholeAndEachOfItsChecksCanFail) {
    const TempDir dir;
    const QString folder = text(dir / "mine");
    ASSERT_EQ(ipclab({"lab", "new", folder}).status, 0);
    EXPECT_EQ(ipclab({"lab", "new", folder}).status, 2) << "never over what is there";
    const Ended checked = ipclab({"lab", "check", folder, "--runs", "1"});
    EXPECT_EQ(checked.status, 0) << checked.out << checked.err;
    EXPECT_THAT(checked.out, HasSubstr("reference: 1 of 1 runs as said"));
    EXPECT_EQ(checked.err, "");
    std::filesystem::remove(dir / "mine" / "ko.md");
    EXPECT_THAT(ipclab({"lab", "check", folder}).err, HasSubstr("ko.md has no section"));
}

TEST(CliLab, TheAuthorIsToldWhatGivesPointsForNothing) {
    const TempDir dir;
    ASSERT_EQ(ipclab({"lab", "new", text(dir / "mine")}).status, 0);
    const auto file = dir / "mine" / "lab.json";
    json lab = json::parse(std::ifstream(file));
    json& check = lab.at("steps").at(1).at("checks").at(1);
    check.erase("depends_on");
    check["relation"] = "at-least";
    check["value"] = 0;
    std::ofstream(file) << lab.dump();
    EXPECT_THAT(ipclab({"lab", "check", text(dir / "mine"), "--runs", "1"}).err,
                HasSubstr("left as it was: nothing is done in it, and these checks give points: descendants. "));
}

// One hand-in, and what is made of it.
class Grades : public testing::Test {
protected:
    std::filesystem::path handIn(const char* name, const QString& forks, const QString& student) {
        const auto path = m_dir / name;
        ipclab({"lab", kForks, "--set", "sixteen:root.forks=" + forks, "--student", student, "--report", text(path)});
        return path;
    }
    json graded() { return ipclab({"grade", text(m_dir.path()), "--json"}).json().at("files"); }
    void rewrite(const std::filesystem::path& path,
                 const std::function<void(std::map<std::string, std::string>&)>& change) {
        auto files = readArchive(path);
        change(files);
        std::vector<ArchiveEntry> entries;
        for (auto& [name, bytes] : files) entries.push_back({.name = name, .bytes = bytes});
        writeArchive(path, entries);
    }
    TempDir m_dir;
};

TEST_F(Grades, AreMadeAgainFromTheRecordings) {
    handIn("a.zip", "4", "Kim");
    handIn("b.zip", "3", "Lee");
    const json files = graded();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0]["student"], "Kim");
    EXPECT_EQ(files[0]["points"], 3);
    EXPECT_EQ(files[1]["points"], 0);
    EXPECT_TRUE(files[0]["findings"].empty()) << files[0];
    EXPECT_THAT(ipclab({"grade", text(m_dir.path()), "--csv"}).out, HasSubstr("a.zip,Kim,p12-forks,3,3"));
}

TEST_F(Grades, ClaimsAreNotBelieved) {
    const auto path = handIn("b.zip", "3", "Lee");
    rewrite(path, [](auto& files) {
        json manifest = json::parse(files["submission.json"]);
        manifest["verdicts"]["sixteen"] = "passed";
        manifest["points"] = 3;
        files["submission.json"] = manifest.dump();
    });
    const json file = graded().at(0);
    EXPECT_EQ(file["points"], 0);
    EXPECT_EQ(file["claimed"], 3);
    EXPECT_THAT(file["findings"].dump(), HasSubstr("it claims that sixteen is passed; judged again it is failed"));
    EXPECT_THAT(ipclab({"grade", text(m_dir.path())}).out, HasSubstr("it claims 3 points; judged again it gets 0"));
}

TEST_F(Grades, ExchangedAndCopiedRunsAreNamed) {
    const auto good = handIn("a.zip", "4", "Kim"), bad = handIn("b.zip", "3", "Lee");
    const auto run = readArchive(good).at("runs/sixteen-1.ipclab");
    rewrite(bad, [&](auto& files) { files["runs/sixteen-1.ipclab"] = run; });
    const json files = graded();
    EXPECT_THAT(files[1]["findings"].dump(), HasSubstr("runs/sixteen-1.ipclab is not what was handed in"));
    EXPECT_THAT(files[1]["findings"].dump(), HasSubstr("a run in it is also in a.zip"));
    EXPECT_THAT(files[0]["findings"].dump(), HasSubstr("a run in it is also in b.zip"));
}

TEST_F(Grades, AnExperimentChangedAfterItsRunIsTold) {
    const auto path = handIn("b.zip", "3", "Lee");
    rewrite(path, [](auto& files) {
        json manifest = json::parse(files["submission.json"]);
        json& document = manifest["work"]["steps"]["sixteen"]["document"];
        json inside = json::parse(document.get<std::string>());
        inside["processes"][0]["forks"] = 4;
        document = inside.dump();
        files["submission.json"] = manifest.dump();
    });
    const json file = graded().at(0);
    EXPECT_EQ(file["points"], 0) << "what was run is judged";
    EXPECT_THAT(file["findings"].dump(), HasSubstr("step sixteen was changed after its run, at root.forks"));
}

TEST_F(Grades, DamagedRunsAreCalledAsTheyWereHandedIn) {
    const auto path = handIn("a.zip", "4", "Kim");
    rewrite(path, [](auto& files) { files["runs/sixteen-1.ipclab"].resize(2'000); });
    const std::string findings = graded().at(0)["findings"].dump();
    EXPECT_THAT(findings, HasSubstr("runs/sixteen-1.ipclab is not what was handed in"));
    EXPECT_THAT(findings, HasSubstr("runs/sixteen-1.ipclab: "));
    EXPECT_THAT(findings, Not(HasSubstr("unpacked-")));
    const Ended korean = ipclab({"grade", text(m_dir.path()), "--language", "ko"});
    EXPECT_THAT(korean.out, HasSubstr("runs/sixteen-1.ipclab"));
    EXPECT_THAT(korean.out, HasSubstr("해시가"));
}

TEST_F(Grades, AnswersInWordsAreOneSheet) {
    const auto kim = handIn("a.zip", "4", "Kim");
    handIn("b.zip", "3", "Lee");
    rewrite(kim, [](auto& files) {
        json manifest = json::parse(files["submission.json"]);
        manifest["work"]["words"]["why"] = "Ten forks, \"1,024\" processes.";
        files["submission.json"] = manifest.dump();
    });
    const Ended sheet = ipclab({"grade", text(m_dir.path()), "--answers"});
    EXPECT_EQ(sheet.status, 0) << sheet.err;
    EXPECT_THAT(sheet.out, HasSubstr("== p12-forks / why\n   Why does a loop of ten forks"));
    EXPECT_THAT(sheet.out, HasSubstr("Kim (a.zip)\n    Ten forks, \"1,024\" processes."));
    EXPECT_THAT(sheet.out, HasSubstr("no answer: Lee (b.zip)"));
    EXPECT_THAT(ipclab({"grade", text(m_dir.path()), "--answers", "--language", "ko"}).out,
                testing::AllOf(HasSubstr("반복문에서"), HasSubstr("답 없음: Lee (b.zip)")));
    EXPECT_THAT(ipclab({"grade", text(m_dir.path()), "--answers", "--csv"}).out,
                HasSubstr("a.zip,Kim,p12-forks,why,\"Ten forks, \"\"1,024\"\" processes.\""));
}

TEST_F(Grades, WhatIsNoSubmissionIsRefusedWithAReason) {
    const auto path = handIn("a.zip", "4", "Kim");
    for (const char* what : {"[]", "{", "{\"schema\":\"ipclab.submission/1\"}",
                             R"({"schema":"ipclab.submission/1","work":{"schema":"ipclab.work/1","lab":7}})"}) {
        rewrite(path, [&](auto& files) { files["submission.json"] = what; });
        const json file = graded().at(0);
        EXPECT_FALSE(file["refused"].is_null()) << what;
        EXPECT_TRUE(file["points"].is_null());
    }
    rewrite(path, [](auto& files) { files.erase("submission.json"); });
    EXPECT_FALSE(graded().at(0)["refused"].is_null());
    write(m_dir / "b.zip", "no archive");
    EXPECT_THAT(graded().at(1)["refused"].get<std::string>(), HasSubstr("no zip archive"));
    EXPECT_EQ(ipclab({"grade", text(m_dir / "nothing")}).status, 2);
}

TEST_F(Grades, RunsOfAnotherExperimentDoNotCount) {
    const auto path = handIn("a.zip", "4", "Kim");
    const auto recording = m_dir / "other.ipclab";
    ipclab({"run", "p12-fork-tree", "--duration", "1", "--set", "root.forks=4", "--set", "root.hold_s=0.5", "--record",
            text(recording)});
    std::ifstream file(recording, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    ASSERT_FALSE(bytes.empty());
    rewrite(path, [&](auto& files) { files["runs/sixteen-1.ipclab"] = bytes; });
    const json graded = this->graded().at(0);
    EXPECT_EQ(graded["points"], 0);
    EXPECT_THAT(graded["findings"].dump(), HasSubstr("is of another experiment than the exercise allows"));
}

}  // namespace
}  // namespace ipclab::test
