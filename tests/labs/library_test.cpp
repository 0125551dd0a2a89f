// The exercises that come along: each is whole in both languages, and says of every check which solution fails it.
#include "exercises/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "core/sentences.h"
#include "exercises/archive.h"
#include "labs/verdict.h"
#include "runs/temp_dir.h"

namespace ipclab {
namespace {

TEST(LabLibrary, EachExerciseIsWholeAndEachOfItsChecksCanFail) {
    const auto ids = allLabIds();
    ASSERT_FALSE(ids.empty());
    for (const auto& id : ids) {
        const auto read = readLab(*embeddedLab(id), libraryPresets(), true);
        for (const auto& [file, problem] : read.problems) {
            ADD_FAILURE() << id << "/" << formatProblem(file, problem);
        }
        ASSERT_TRUE(read.isSound()) << id;
        EXPECT_EQ(read.lab->id, id) << "a folder is called as its exercise is";
        EXPECT_FALSE(read.lab->rows.empty()) << id;
        EXPECT_GE(read.lab->solutions.size(), 4U) << id << ": a reference and three typical wrong ones";
    }
}

// A place in a message that nothing is put into would be a dash.
TEST(LabLibrary, EveryPlaceInAMessageIsFilled) {
    for (const auto& id : allLabIds()) {
        const auto read = readLab(*embeddedLab(id), libraryPresets());
        ASSERT_TRUE(read.isSound()) << id;
        for (const auto& step : read.lab->steps) {
            for (const auto& check : step.checks) {
                for (const double measured : {1.0, 7.0}) {
                    LabVerdict verdict{.check = check.id, .outcome = LabOutcome::Failed};
                    verdict.trials.push_back({.measured = measured, .expected = 2.0, .upper = 3.0});
                    for (const auto* texts : {&check.pass, &check.fail}) {
                        for (const auto& [language, message] : *texts) {
                            const std::string filled = filledMessage(message, verdict);
                            EXPECT_EQ(filled.find_first_of("{}"), filled.npos) << id << ": " << filled;
                            EXPECT_EQ(filled.find("–") != filled.npos, message.find("–") != message.npos)
                                << id << ": " << filled;
                        }
                    }
                }
            }
        }
    }
}

TEST(LabLibrary, IsInTheOrderOfTheCurriculum) {
    const auto ids = allLabIds();
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
    EXPECT_EQ(ids.front().front(), 'p') << "processes come first";
}

TEST(LabLibrary, OfAnotherNameThereIsNothing) {
    for (const char* id : {"", "..", ".", "p12-forks/lab.json", "../presets", "none"})
        EXPECT_FALSE(embeddedLab(id)) << id;
}

TEST(LabLibrary, FingerprintsTellEveryLetter) {
    const LabTexts texts{"{}", {{"en", "a"}, {"ko", "b"}}};
    LabTexts other = texts;
    EXPECT_EQ(fingerprint(texts), fingerprint(other));
    other.markdown["ko"] = "c";
    EXPECT_NE(fingerprint(texts), fingerprint(other));
    other = {"{}", {{"en", "ab"}, {"ko", ""}}};
    EXPECT_NE(fingerprint(texts), fingerprint(other)) << "where one ends and the next begins counts";
}

// What a list tells of one takes no more than that file, whatever is beside it.
TEST(LabLibrary, AHeadIsReadOfOneFileAlone) {
    const test::TempDir place;
    const auto folder = place / "mine", archive = place / "mine.zip";
    std::filesystem::create_directory(folder);
    const std::string head = R"({"title":{"en":"Mine"},"minutes":7})";
    test::write(folder / "lab.json", head);
    test::write(folder / "en.md", "x");
    std::filesystem::resize_file(folder / "en.md", 5U << 20);
    EXPECT_THROW((void)labTextsAt(folder), std::runtime_error) << "such a text is too long";
    EXPECT_EQ(labHeadAt(folder).title.at("en"), "Mine");
    std::string noise(1U << 20, 'x');
    for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * i >> 7U);
    writeArchive(archive, {{.name = "lab.json", .bytes = head}, {.name = "en.md", .bytes = noise}});
    EXPECT_EQ(labHeadAt(archive).minutes, 7U);
    auto bytes = test::contentOf(archive);
    for (std::size_t i = 0; i < 16; ++i) bytes[bytes.size() / 2 + i] ^= 0x55;
    test::write(archive, bytes);
    EXPECT_THROW((void)labTextsAt(archive), std::runtime_error) << "a part of it is damaged";
    EXPECT_EQ(labHeadAt(archive).title.at("en"), "Mine");
    EXPECT_THROW((void)labHeadAt(place / "none"), std::runtime_error);
    writeArchive(archive, {{.name = "en.md", .bytes = "x"}});
    EXPECT_THROW((void)labHeadAt(archive), std::runtime_error);
    test::write(archive, "none");
    EXPECT_THROW((void)labHeadAt(archive), std::runtime_error);
}

// What is wrong with a folder is said in the language of the program.
TEST(LabLibrary, WhatCannotBeReadIsASentence) {
    const test::TempDir place;
    const auto folder = place / "lab";
    std::filesystem::create_directory(folder);
    const auto why = [](const std::filesystem::path& path) -> std::string {
        try {
            (void)labTextsAt(path);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    };
    const auto expectSentence = [&](const std::filesystem::path& path, const std::string& reason) {
        const auto found = findSentence(why(path));
        ASSERT_TRUE(found) << why(path);
        EXPECT_EQ(found->sentence, Sentence::LabUnreadable);
        EXPECT_TRUE(findSentence(found->values.at(1).second)) << why(path);
        EXPECT_NE(why(path).find(reason), std::string::npos) << why(path);
    };
    expectSentence(place / "nowhere", "there is no such folder or file");
    expectSentence(folder, "there is no such file");
    std::ofstream(place / "no.zip") << "no archive";
    expectSentence(place / "no.zip", "no zip archive");
    writeArchive(place / "empty.zip", {{.name = "en.md", .bytes = "# a"}});
    expectSentence(place / "empty.zip", "there is no lab.json in it");
    std::ofstream(folder / "lab.json") << "{}";
    for (int i = 0; i < 49; ++i) std::ofstream(folder / ("a" + std::to_string(i) + ".c")) << "int a;";
    expectSentence(folder, "there are more than 48 C files in it");
    std::ofstream(folder / "lab.json") << std::string((4U << 20) + 1, ' ');
    expectSentence(folder, "the file is larger than 4194304 bytes");
}

// Its texts are shown and handed in: what it is to hold must be in its folder.
TEST(LabLibrary, ALinkOutOfTheFolderIsNotFollowed) {
    const test::TempDir place;
    const auto folder = place / "lab";
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "lab.json") << "{}";
    std::ofstream(folder / "real.c") << "int main(void) { return 0; }";
    std::ofstream(place / "private") << "secret";
    std::filesystem::create_symlink("real.c", folder / "same.c");
    EXPECT_EQ(labTextsAt(folder).sources.at("same.c"), "int main(void) { return 0; }");
    for (const char* name : {"starter.c", "en.md"}) {
        std::filesystem::create_symlink(place / "private", folder / name);
        EXPECT_THAT([&] { (void)labTextsAt(folder); },
                    testing::ThrowsMessage<std::runtime_error>(testing::HasSubstr("leads out of the folder"))) << name;
        std::filesystem::remove(folder / name);
    }
}

}  // namespace
}  // namespace ipclab
