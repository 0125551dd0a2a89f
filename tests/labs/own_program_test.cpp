// Students' own programs: what is compiled and what is not, what the compiler said, and the limits it works in.
#include "exercises/own_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QEventLoop>
#include <fstream>
#include <nlohmann/json.hpp>

#include "document/machine.h"
#include "exercises/compilation.h"
#include "exercises/library.h"
#include "exercises/lab_session.h"
#include "exercises/sha256.h"
#include "labs/own_limits.h"
#include "runs/temp_dir.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Severity = Diagnostic::Severity;

bool hasCompiler() { return findExecutable("cc", qEnvironmentVariable("PATH").toStdString()).has_value(); }

class OwnPrograms : public testing::Test {
protected:
    void SetUp() override {
        if (!hasCompiler()) GTEST_SKIP() << "there is no cc here";
    }
    Compilation& compiled(const std::string& source, CompileLimits limits = {}) {
        m_compilation = std::make_unique<Compilation>(std::move(limits));
        QEventLoop loop;
        QObject::connect(m_compilation.get(), &Compilation::finished, &loop, &QEventLoop::quit);
        m_compilation->start(source, m_folder.path());
        loop.exec();
        return *m_compilation;
    }
    // A shell script in place of cc.
    CompileLimits with(const std::string& script) {
        const auto path = m_folder / "bin";
        std::filesystem::create_directories(path);
        std::ofstream(path / "slow-cc") << "#!/bin/sh\n" << script << '\n';
        std::filesystem::permissions(path / "slow-cc", std::filesystem::perms::owner_all);
        return {.compiler = (path / "slow-cc").string()};
    }
    // But what the tests put there themselves.
    std::vector<std::string> filesLeft() {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path())) {
            if (entry.path().filename() != "bin") names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }

    test::TempDir m_folder;
    std::unique_ptr<Compilation> m_compilation;
};

TEST(Diagnostics, AreTheLinesOfTheSourceThatTheCompilerNames) {
    const auto all = diagnosticsIn("program.c: In function 'main':\n"
                                   "program.c:3:5: warning: unused variable 'x' [-Wunused-variable]\n"
                                   "    3 | int x;\n"
                                   "program.c:7:12: error: expected ';' before '}' token\n"
                                   "program.c:9: note: declared here\n"
                                   "program.c:2:10: fatal error: nothing.h: No such file or directory\n"
                                   "/usr/bin/ld: /tmp/cc1.o: in function `main':\n"
                                   "/tmp/own/program.c:11: undefined reference to `missing'\n"
                                   "./ipclab_message.h:20:3: error: broken\n"
                                   "compilation terminated.\n");
    EXPECT_THAT(all, ElementsAre(Diagnostic{Severity::Warning, 3, 5, "unused variable 'x' [-Wunused-variable]"},
                                 Diagnostic{Severity::Error, 7, 12, "expected ';' before '}' token"},
                                 Diagnostic{Severity::Note, 9, 0, "declared here"},
                                 Diagnostic{Severity::Error, 2, 10, "nothing.h: No such file or directory"},
                                 Diagnostic{Severity::Error, 11, 0, "undefined reference to `missing'"},
                                 Diagnostic{Severity::Error, 0, 0, "./ipclab_message.h: broken"}));
    EXPECT_THAT(diagnosticsIn(""), IsEmpty());
    EXPECT_THAT(diagnosticsIn("program.c:99999999999999999999:1: error: far"), testing::SizeIs(1));
    EXPECT_LE(diagnosticsIn(std::string(1 << 20, ':')).size(), 1U) << "whatever comes";
}

TEST_F(OwnPrograms, WhatCompilesIsThereWithItsSourceAndIsKnownByItsName) {
    const std::string source = "#include \"ipclab_message.h\"\nint main(void) { return IPCLAB_LEAST_BYTES - 32; }\n";
    const auto& done = compiled(source);
    ASSERT_TRUE(done.program()) << done.said() << done.failure();
    const BuiltProgram program = *done.program();
    EXPECT_EQ(program.sha256, sha256(source));
    EXPECT_EQ(program.file.filename(), programFileName(program.sha256));
    EXPECT_TRUE(isThere(program));
    EXPECT_EQ(::system(program.file.c_str()), 0);
    EXPECT_THAT(done.diagnostics(), IsEmpty());
    EXPECT_EQ(filesLeft().size(), 3U) << "the program, its source, what was said; no folder of the compiler's";
    std::ofstream(program.file, std::ios::app) << "exchanged";
    EXPECT_FALSE(isThere(program)) << "it is not what the compiler made";
    std::filesystem::copy_file("/bin/true", program.file, std::filesystem::copy_options::overwrite_existing);
    EXPECT_FALSE(isThere(program));
    BuiltProgram older = program;
    older.compiled.clear();
    EXPECT_TRUE(isThere(older)) << "of a work that was kept before it was noted";
    std::ofstream(program.file.string() + ".c") << "other";
    EXPECT_FALSE(isThere(older)) << "its source is another one";
    Experiment experiment;
    experiment.processes.emplace_back().name = "node";
    LabProgram node;
    node.process = "node";
    EXPECT_FALSE(ranProgram(experiment, node, program.sha256));
    fillNode(experiment, node, program.file);
    EXPECT_TRUE(ranProgram(experiment, node, program.sha256));
    EXPECT_FALSE(ranProgram(experiment, node, sha256("other")));
}

TEST_F(OwnPrograms, WhatDoesNotCompileIsToldByLines) {
    const auto& done = compiled("int main(void) {\n    return missing;\n}\n");
    EXPECT_FALSE(done.program());
    EXPECT_EQ(done.failure(), "");
    ASSERT_FALSE(done.diagnostics().empty()) << done.said();
    EXPECT_EQ(done.diagnostics()[0].line, 2U);
    EXPECT_EQ(done.diagnostics()[0].severity, Severity::Error);
    EXPECT_THAT(filesLeft(), IsEmpty());
    const auto& warned = compiled("int main(void) {\n    int unused;\n    return 0;\n}\n");
    EXPECT_TRUE(warned.program());
    ASSERT_FALSE(warned.diagnostics().empty());
    EXPECT_EQ(warned.diagnostics()[0].severity, Severity::Warning);
    EXPECT_FALSE(compiled("int missing(void);\nint main(void) {\n    return missing();\n}\n").program());
    ASSERT_FALSE(m_compilation->diagnostics().empty()) << m_compilation->said();
    EXPECT_THAT(m_compilation->diagnostics()[0].text, HasSubstr("undefined reference"));
}

TEST_F(OwnPrograms, ACompilerThatDoesNotEndIsEnded) {
    CompileLimits limits = with("sleep 1000 & sleep 1000");
    limits.time = std::chrono::milliseconds(200);
    const auto& done = compiled("int main(void) { return 0; }", limits);
    EXPECT_FALSE(done.program());
    EXPECT_THAT(done.failure(), HasSubstr("the compiler was ended after"));
    EXPECT_THAT(filesLeft(), IsEmpty());
    limits = with("while :; do echo program.c:1:1: error: again; done");
    limits.saidBytes = 10'000;
    EXPECT_THAT(compiled("int main(void) { return 0; }", limits).failure(), HasSubstr("more than 10000 bytes"));
    EXPECT_LE(m_compilation->said().size(), 10'000U);
    limits = with("while :; do :; done");
    limits.cpuSeconds = 1;
    EXPECT_THAT(compiled("int main(void) { return 0; }", limits).failure(), HasSubstr("ended by signal"));
}

TEST_F(OwnPrograms, CanBeStoppedAndGoneAwayFrom) {
    Compilation compilation(with("sleep 1000"));
    QEventLoop loop;
    QObject::connect(&compilation, &Compilation::finished, &loop, &QEventLoop::quit);
    compilation.start("int main(void) { return 0; }", m_folder.path());
    EXPECT_TRUE(compilation.isActive());
    compilation.stop();
    loop.exec();
    EXPECT_THAT(compilation.failure(), HasSubstr("stopped"));
    auto left = std::make_unique<Compilation>(with("sleep 1000"));
    left->start("int main(void) { return 0; }", m_folder.path());
    left.reset();
    EXPECT_THAT(filesLeft(), IsEmpty());
}

TEST_F(OwnPrograms, AFolderForTheCompilerGoesOnlyWhenItsProcessIsGone) {
    const pid_t gone = ::fork();
    ASSERT_GE(gone, 0);
    if (gone == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(gone, nullptr, 0), gone);
    const auto ours = m_folder / compileFolderName(::getpid()), theirs = m_folder / compileFolderName(gone);
    for (const auto& folder : {ours, theirs}) std::filesystem::create_directory(folder);
    clearPrograms(m_folder.path(), {});
    EXPECT_THAT(filesLeft(), ElementsAre(ours.filename().string())) << "another window may compile just now";
}

TEST_F(OwnPrograms, WhatTheUsersEnvironmentSaysChangesNothing) {
    qputenv("CPATH", "/nowhere");
    qputenv("LC_ALL", "ko_KR.UTF-8");
    const auto& done = compiled("int main(void) { return missing; }");
    qunsetenv("CPATH");
    qunsetenv("LC_ALL");
    ASSERT_FALSE(done.diagnostics().empty());
    EXPECT_THAT(done.said(), HasSubstr("error: ")) << "in a language that can be read";
}

TEST_F(OwnPrograms, NoCompilerAndNoSourceAreReasons) {
    EXPECT_THAT(compiled("int main(void) { return 0; }", {.compiler = "no-such-cc"}).failure(),
                HasSubstr("no-such-cc is not installed"));
    EXPECT_THAT(compiled(std::string(kMostSourceBytes + 1, ' ')).failure(), HasSubstr("65536"));
    EXPECT_THAT(compiled("int main(void) { return 0; } // \xff").failure(), HasSubstr("no text in UTF-8"));
    EXPECT_THAT(compiled(std::string("int main(void) { return 0; }\0", 29)).failure(), HasSubstr("no text"));
    EXPECT_FALSE(compiled("").program()) << "there is no main()";
}

TEST_F(OwnPrograms, WhatStoodThereWhenItRanIsNoted) {
    const BuiltProgram built = *compiled("int main(void) { return 0; }\n").program();
    OwnProgram own{.source = "int main(void) { return 0; }\n", .built = built};
    noteRan(own);
    EXPECT_EQ(own.executed, built.compiled);
    EXPECT_FALSE(wasExchanged(own));
    EXPECT_EQ(ownProgramFromJson(toJson(own)), own);
    const BuiltProgram again = *compiled("int main(void) { return 0; }\n").program();
    EXPECT_TRUE(isSameProgram(built, again)) << "compiled anew it is the same program";
    own.built = again;
    noteRan(own);
    EXPECT_FALSE(wasExchanged(own));
    std::ofstream(again.file, std::ios::app) << "exchanged";
    noteRan(own);
    EXPECT_TRUE(wasExchanged(own));
    const BuiltProgram third = *compiled("int main(void) { return 0; }\n").program();
    own.built = third;
    noteRan(own);
    EXPECT_TRUE(wasExchanged(own)) << "one of the runs that are judged ran another file";
    own.built = *compiled("int main(void) { return 1; }\n").program();
    noteRan(own);
    EXPECT_FALSE(wasExchanged(own)) << "another program, other runs";
}

TEST(BroughtPrograms, ACopyRunsWhateverBecomesOfTheFile) {
    const test::TempDir folder;
    const auto from = folder / "../odd name;$(x)\n'\".sh", named = folder / "odd name;$(x)\n'\".sh";
    std::ofstream(named) << "#!/bin/sh\nexit 0\n";
    EXPECT_THROW((void)bringExecutable(named, folder.path()), std::runtime_error) << "it may not be executed";
    std::filesystem::permissions(named, std::filesystem::perms::owner_all);
    const BuiltProgram program = bringExecutable(named, folder.path());
    EXPECT_TRUE(isThere(program));
    EXPECT_EQ(program.brought.find('\n'), std::string::npos) << "what is shown steers no terminal";
    EXPECT_EQ(program.file.filename(), programFileName(program.sha256)) << "and what runs has a name of ours";
    std::filesystem::remove(named);
    EXPECT_TRUE(isThere(program));
    std::ofstream(program.file, std::ios::app) << "true\n";
    EXPECT_FALSE(isThere(program)) << "it is another one";
    EXPECT_THROW((void)bringExecutable(folder.path(), folder.path()), std::runtime_error);
    EXPECT_THROW((void)bringExecutable(from / "none", folder.path()), std::runtime_error);
}

TEST(BroughtPrograms, WorkIsReadBackAndWhatCannotBeIsRefused) {
    OwnProgram program{.source = "int main;\n", .built = {.sha256 = "ab", .file = "/a/b", .brought = ""}};
    EXPECT_EQ(ownProgramFromJson(toJson(program)), program);
    auto work = toJson(program);
    work["source"] = std::string(kMostSourceBytes + 1, 'x');
    EXPECT_THROW(ownProgramFromJson(work), std::runtime_error);
    for (const char* wrong : {"[]", "{}", R"({"source":1})", R"({"source":"","built":[],"ran":{}})"})
        EXPECT_THROW(ownProgramFromJson(nlohmann::ordered_json::parse(wrong)), std::runtime_error) << wrong;
}

TEST(LabSources, AreFilesOfTheExerciseWithPlainNames) {
    EXPECT_TRUE(isSourceName("wrong-end_2.c"));
    for (const char* name : {"", ".c", "a.h", "../a.c", "a b.c", "a/b.c", ".a.c", "a.c.c"})
        EXPECT_FALSE(isSourceName(name)) << name;
    LabTexts texts = *embeddedLab("m15-own-filter");
    ASSERT_TRUE(texts.sources.contains("reference.c"));
    const auto before = fingerprint(texts);
    auto read = readLab(texts, libraryPresets(), true);
    ASSERT_TRUE(read.isSound());
    EXPECT_EQ(read.lab->steps[0].program->starter, texts.sources.at("starter.c"));
    texts.sources["reference.c"] += " ";
    EXPECT_NE(fingerprint(texts), before);
    texts.sources.erase("reference.c");
    read = readLab(texts, libraryPresets());
    ASSERT_FALSE(read.isSound());
    EXPECT_THAT(read.problems[0].problem.message, HasSubstr("there is no C file \"reference.c\""));
}

TEST(LabSources, WhatAStudentsProgramMayTakeIsLimitedInEveryStepThatHasOne) {
    for (const auto& id : allLabIds()) {
        const auto read = readLab(*embeddedLab(id), libraryPresets());
        ASSERT_TRUE(read.isSound()) << id;
        for (const auto& step : read.lab->steps) {
            if (!step.program) continue;
            const auto& experiment = *experimentOf(*read.lab, step);
            EXPECT_TRUE(experiment.durationNs) << id;
            EXPECT_LE(experiment.safety.processes.value_or(9999), kOwnProcesses) << id;
            for (const auto& process : experiment.processes) {
                if (process.name != step.program->process) continue;
                EXPECT_TRUE(process.limits.cpuSeconds && process.limits.addressSpaceBytes && process.limits.fileBytes);
            }
        }
    }
}

// A session with a program in its step, without a window.
class OwnSessions : public OwnPrograms {
protected:
    LabSession& session() {
        if (!m_session) {
            m_session = std::make_unique<LabSession>(m_work.path());
            m_session->open("m15-own-filter");
        }
        return *m_session;
    }
    BuiltProgram compileFor(const std::string& source) {
        m_compilation = std::make_unique<Compilation>();
        QEventLoop loop;
        QObject::connect(m_compilation.get(), &Compilation::finished, &loop, &QEventLoop::quit);
        m_compilation->start(source, session().programFolder());
        loop.exec();
        return m_compilation->program().value_or(BuiltProgram());
    }
    test::TempDir m_work;
    std::unique_ptr<LabSession> m_session;
};

TEST_F(OwnSessions, KeepTheSourceAndRunWhatWasCompiled) {
    EXPECT_EQ(session().program().source, session().starter());
    EXPECT_FALSE(session().hasProgram());
    EXPECT_FALSE(session().programFile());
    session().writeSource("int main(void) { return 0; }\n");
    m_session.reset();
    EXPECT_EQ(session().program().source, "int main(void) { return 0; }\n") << "after another start";
    const BuiltProgram built = compileFor(session().program().source);
    session().takeProgram(built);
    ASSERT_TRUE(session().programFile());
    EXPECT_TRUE(session().isProgramOurs());
    EXPECT_EQ(session().experiment()->processes[1].command, std::vector<std::string>{built.file.string()});
    EXPECT_THAT(session().forbidden(*session().experiment()), IsEmpty());
    std::filesystem::remove(built.file);
    EXPECT_FALSE(session().programFile()) << "nothing else runs in its place";
    EXPECT_EQ(session().experiment()->processes[1].command, std::vector<std::string>{"false"});
}

// Its author has renamed it, and what is kept of another of that name is damaged.
TEST_F(OwnSessions, WorkThatCannotBeReadIsToldWhenTheFilesChange) {
    const auto folder = m_work / "mine";
    std::filesystem::create_directory(folder);
    const LabTexts texts = *embeddedLab("p12-forks");
    const auto write = [&](const std::string& id) {
        std::string edited = texts.json;
        edited.replace(edited.find("p12-forks"), 9, id);
        std::ofstream(folder / "lab.json") << edited;
        for (const auto& [language, markdown] : texts.markdown) std::ofstream(folder / (language + ".md")) << markdown;
    };
    write("one");
    LabSession session(m_work / "kept");
    session.openAt(folder);
    ASSERT_TRUE(session.isOpen());
    session.setStudent("Ada");
    const auto kept = std::filesystem::directory_iterator(m_work / "kept" / "own")->path();
    std::filesystem::create_directory(kept / "two");
    std::ofstream(kept / "two" / "work.json") << "damaged";
    QEventLoop loop;
    QObject::connect(&session, &LabSession::reread, &loop, &QEventLoop::quit);
    write("two");
    loop.exec();
    EXPECT_FALSE(session.isOpen());
    ASSERT_THAT(session.faults(), testing::Not(IsEmpty()));
    EXPECT_THAT(session.faults().back().problem.message, HasSubstr("work.json"));
}

TEST_F(OwnSessions, AnUntouchedStarterIsOursOnlyWhereItCameWithTheProgram) {
    session().takeProgram(compileFor(session().starter()));
    EXPECT_TRUE(session().isProgramOurs());
}

}  // namespace
}  // namespace ipclab
