// `ipclab lab --program`, `lab check` with sources, and what is handed in of them: judged, compared, never run.
#include <fstream>

#include "app/cli_process.h"
#include "document/machine.h"
#include "exercises/archive.h"
#include "exercises/library.h"

namespace ipclab::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const QString kFilter = QStringLiteral("m15-own-filter");

class CliOwnProgram : public testing::Test {
protected:
    void SetUp() override {
        if (!findExecutable("cc", qEnvironmentVariable("PATH").toStdString())) GTEST_SKIP() << "there is no cc here";
    }
    QString source(const char* name, const std::string& bytes) {
        std::ofstream(m_dir / name, std::ios::binary) << bytes;
        return QStringLiteral("filter:") + text(m_dir / name);
    }
    static std::string sourceOf(const char* name) { return embeddedLab("m15-own-filter")->sources.at(name); }
    std::filesystem::path handIn(const char* name, const QString& program, const QString& student) {
        const auto path = m_dir / name;
        ipclab({"lab", kFilter, "--program", program, "--student", student, "--report", text(path)});
        return path;
    }
    json graded() { return ipclab({"grade", text(m_dir.path()), "--json"}).json().at("files"); }
    TempDir m_dir;
};

TEST_F(CliOwnProgram, ASourceIsCompiledRunAndJudged) {
    const Ended ended = ipclab({"lab", kFilter, "--program", source("mine.c", sourceOf("reference.c")), "--json"});
    EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
    EXPECT_EQ(ended.json()["points"], 5);
    const Ended wrong = ipclab({"lab", kFilter, "--program", source("it's; $(odd) name.c", sourceOf("starter.c"))});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.out, HasSubstr("0 of 150 messages have arrived"));
}

TEST_F(CliOwnProgram, AnyOtherExecutableWillDo) {
    const QString cat = QStringLiteral("filter:") + QString::fromStdString(*findExecutable("cat", "/usr/bin:/bin"));
    const Ended ended = ipclab({"lab", kFilter, "--program", cat});
    EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
}

TEST_F(CliOwnProgram, WhatDoesNotCompileIsSaidAsTheCompilerSaysIt) {
    const QString broken = source("broken.c", "int main(void) {\n    return missing;\n}\n");
    const Ended ended = ipclab({"lab", kFilter, "--program", broken});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, HasSubstr((m_dir / "broken.c").string() + ":2:12: error: "));
    EXPECT_THAT(ended.err, HasSubstr("it does not compile"));
    EXPECT_EQ(ended.out, "") << "nothing was run";
}

TEST_F(CliOwnProgram, WhatCannotBeAProgramIsRefused) {
    EXPECT_THAT(ipclab({"lab", kFilter}).err, HasSubstr("--program filter:FILE.c"));
    EXPECT_THAT(ipclab({"lab", kFilter, "--program", "nowhere:a.c"}).err, HasSubstr("a program: filter"));
    EXPECT_THAT(ipclab({"lab", "p12-forks", "--program", "three:a.c"}).err, HasSubstr("this exercise has none"));
    const Ended none = ipclab({"lab", kFilter, "--program", "filter:/nowhere/a.c"});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, HasSubstr("/nowhere/a.c"));
    const Ended large = ipclab({"lab", kFilter, "--program", source("large.c", std::string(100'000, ' '))});
    EXPECT_NE(large.status, 0);
    EXPECT_THAT(large.err, HasSubstr("65536"));
    EXPECT_THAT(ipclab({"lab", kFilter, "--program", source("plain", "no program")}).err,
                HasSubstr("no file that may be executed"));
    EXPECT_EQ(ipclab({"lab", kFilter, "--starter", "filter"}).out, sourceOf("starter.c"));
}

TEST_F(CliOwnProgram, SourcesAreHandedInReadAndCompared) {
    const std::string reference = sourceOf("reference.c");
    std::string spaced = reference;
    spaced.insert(spaced.find("int main"), "\n\n\t ");
    handIn("a.zip", source("a.c", reference), "Kim");
    handIn("b.zip", source("b.c", spaced), "Lee");
    handIn("c.zip", source("c.c", sourceOf("starter.c")), QStringLiteral("Park\033[2J"));
    handIn("d.zip", source("d.c", sourceOf("starter.c")), "Choi");
    EXPECT_EQ(readArchive(m_dir / "a.zip").at("programs/filter.c"), reference);
    const json files = graded();
    ASSERT_EQ(files.size(), 4U);
    EXPECT_EQ(files[0]["points"], 5) << files[0];
    EXPECT_EQ(files[0]["programs"]["filter"]["source"], reference);
    EXPECT_THAT(files[0]["findings"].dump(), HasSubstr("apart from white space, that of b.zip"));
    EXPECT_THAT(files[1]["findings"].dump(), HasSubstr("apart from white space, that of a.zip"));
    EXPECT_TRUE(files[2]["findings"].empty()) << "a starter is nobody's: " << files[2];
    EXPECT_THAT(ipclab({"grade", text(m_dir / "a.zip")}).out, HasSubstr("== m15-own-filter / filter"));
    EXPECT_THAT(ipclab({"grade", text(m_dir / "c.zip")}).out, testing::Not(HasSubstr("\033"))) << "a name steers nobody's terminal";
}

TEST_F(CliOwnProgram, AnotherSourceThanTheOneThatRanIsFound) {
    const auto path = handIn("a.zip", source("a.c", sourceOf("starter.c")), "Kim");
    auto files = readArchive(path);
    files["programs/filter.c"] = "#error this is compiled by nobody\n";
    std::vector<ArchiveEntry> entries;
    for (auto& [name, bytes] : files) entries.push_back({.name = name, .bytes = bytes});
    writeArchive(path, entries);
    const json file = graded().at(0);
    EXPECT_TRUE(file["refused"].is_null()) << "it is not compiled";
    EXPECT_THAT(file["findings"].dump(), HasSubstr("was run with another program than the one handed in"));
    files.erase("programs/filter.c");
    entries.clear();
    for (auto& [name, bytes] : files) entries.push_back({.name = name, .bytes = bytes});
    writeArchive(path, entries);
    EXPECT_THAT(graded().at(0)["findings"].dump(), HasSubstr("the source of filter is missing"));
}

TEST_F(CliOwnProgram, AnExecutableThatWasExchangedIsNamed) {
    const auto path = handIn("a.zip", source("a.c", sourceOf("starter.c")), "Kim");
    EXPECT_THAT(graded().at(0)["findings"].dump(), Not(HasSubstr("the executable that was run")));
    auto files = readArchive(path);
    json manifest = json::parse(files["submission.json"]);
    json& program = manifest["work"]["steps"]["filter"]["program"];
    EXPECT_EQ(program["executed"], program["ran"]["compiled"]) << program;
    program["executed"] = std::string(64, '0');
    files["submission.json"] = manifest.dump();
    std::vector<ArchiveEntry> entries;
    for (auto& [name, bytes] : files) entries.push_back({.name = name, .bytes = bytes});
    writeArchive(path, entries);
    EXPECT_THAT(graded().at(0)["findings"].dump(), HasSubstr("the executable that was run for filter is not the one"));
}

TEST_F(CliOwnProgram, AnAuthorsSolutionsMayBeSources) {
    const auto folder = m_dir / "mine";
    std::filesystem::create_directories(folder);
    const LabTexts texts = *embeddedLab("m15-own-filter");
    json lab = json::parse(texts.json);
    lab["steps"][0]["checks"] = json::array({lab["steps"][0]["checks"][0]});
    lab["solutions"] = json::array({lab["solutions"][0], lab["solutions"][1]});
    std::ofstream(folder / "lab.json") << lab.dump();
    for (const auto& [language, markdown] : texts.markdown) std::ofstream(folder / (language + ".md")) << markdown;
    for (const char* name : {"starter.c", "reference.c"}) std::ofstream(folder / name) << texts.sources.at(name);
    const Ended whole = ipclab({"lab", "check", text(folder), "--runs", "1"});
    EXPECT_EQ(whole.status, 0) << whole.out << whole.err;
    std::ofstream(folder / "reference.c") << "int main(void) { return missing; }\n";
    const Ended broken = ipclab({"lab", "check", text(folder), "--runs", "1"});
    EXPECT_EQ(broken.status, 1);
    EXPECT_THAT(broken.err, HasSubstr("reference.c:1:25: error: "));
    std::filesystem::remove(folder / "reference.c");
    EXPECT_THAT(ipclab({"lab", "check", text(folder)}).err, HasSubstr("there is no C file \"reference.c\""));
}

}  // namespace
}  // namespace ipclab::test
