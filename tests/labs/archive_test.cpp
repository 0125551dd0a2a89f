// Archives from strangers: what is unusual is refused before anything is unpacked.
#include "exercises/archive.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

namespace ipclab {
namespace {

namespace fs = std::filesystem;

class Archives : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "ipclab-archive-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
    }
    void TearDown() override { fs::remove_all(m_folder); }

    // Whatever names and bytes, as a stranger would.
    fs::path made(const std::vector<std::pair<std::string, std::string>>& files, bool asLinks = false) {
        const fs::path path = m_folder / "made.zip";
        int code = 0;
        zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        for (const auto& [name, bytes] : files) {
            const auto index =
                zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
            if (asLinks) {
                zip_file_set_external_attributes(zip, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                                 0120777U << 16U);
            }
        }
        EXPECT_EQ(zip_close(zip), 0);
        return path;
    }
    static std::string refusal(const fs::path& path, const ArchiveLimits& limits = {}) {
        try {
            (void)readArchive(path, limits);
        } catch (const ArchiveRefused& refused) {
            return refused.what();
        }
        return "";
    }
    fs::path m_folder;
};

TEST_F(Archives, GiveBackWhatWasPutIn) {
    std::ofstream(m_folder / "from") << "of a file";
    const fs::path path = m_folder / "a.zip";
    writeArchive(path, {{.name = "submission.json", .bytes = "{}"},
                        {.name = "runs/1.ipclab", .bytes = {}, .from = m_folder / "from"}});
    const std::map<std::string, std::string> expected{{"submission.json", "{}"}, {"runs/1.ipclab", "of a file"}};
    EXPECT_EQ(readArchive(path), expected);
    writeArchive(path, {{.name = "b", .bytes = std::string(3'000'000, 'x')}});
    EXPECT_EQ(readArchive(path, {.ratio = 100'000}).at("b").size(), 3'000'000U) << "replaced";
}

TEST_F(Archives, WhoseNamesLeadElsewhereAreRefused) {
    for (const char* name :
         {"../a", "/etc/passwd", "a/../../b", "a//b", "./a", "a\\b", "a b", "a/", "runs/..", "\xc3\xa9"}) {
        EXPECT_NE(refusal(made({{name, "x"}})), "") << name;
    }
    EXPECT_EQ(refusal(made({{"a/b-c_d.1", "x"}})), "");
}

// A teacher who has unpacked one and packed it again with `zip -r`.
TEST_F(Archives, EntriesOfFoldersArePassedOver) {
    const auto files = readArchive(made({{"runs/", ""}, {"runs/a", "x"}}));
    EXPECT_EQ(files, (std::map<std::string, std::string>{{"runs/a", "x"}}));
    for (const char* name : {"../", "/", "a//", "a b/"}) EXPECT_NE(refusal(made({{name, ""}})), "") << name;
    EXPECT_NE(refusal(made({{"runs/", "/etc"}}, true)), "");
}

TEST_F(Archives, ThatWouldFillTheDiskAreRefused) {
    EXPECT_NE(refusal(made({{"bomb", std::string(64U << 20, '\0')}})).find("too large"), std::string::npos);
    EXPECT_NE(refusal(made({{"a", "12"}, {"b", "34"}}), {.bytes = 3}).find("too large"), std::string::npos);
    EXPECT_NE(refusal(made({{"a", "1234"}}), {.fileBytes = 3}).find("too large"), std::string::npos);
    EXPECT_NE(refusal(made({{"a", ""}, {"b", ""}}), {.files = 1}).find("2 files"), std::string::npos);
}

TEST_F(Archives, LinksAreRefused) {
    EXPECT_NE(refusal(made({{"a", "/etc/passwd"}}, true)).find("link"), std::string::npos);
}

TEST_F(Archives, DamagedOnesAreRefusedWhereverTheyAreDamaged) {
    const fs::path path = made({{"a", std::string(2'000, 'a') + "b"}, {"b", "small"}});
    std::ifstream file(path, std::ios::binary);
    const std::string sound{std::istreambuf_iterator<char>(file), {}};
    unsigned refused = 0;
    for (std::size_t at = 0; at < sound.size(); ++at) {
        std::string damaged = sound;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
        refused += refusal(path).empty() ? 0 : 1;  // a date or a comment may be any
    }
    EXPECT_GT(refused, sound.size() / 3);
    for (std::size_t length = 0; length < sound.size(); length += 7) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << sound.substr(0, length);
        EXPECT_NE(refusal(path), "") << length;
    }
    EXPECT_NE(refusal(m_folder / "none.zip"), "");
}

}  // namespace
}  // namespace ipclab
