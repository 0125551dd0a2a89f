#include "core/whole_file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/unique_fd.h"
#include "runs/temp_dir.h"

namespace ipclab::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr std::size_t kMost = 1000;

template <typename Work>
std::string refusal(Work work) {
    try {
        work();
    } catch (const FileError& error) {
        return error.what();
    }
    return "was done";
}

std::string refusalOf(const std::filesystem::path& path) {
    return refusal([&] { (void)readWholeFile(path, kMost, 20ms); });
}

TEST(WholeFile, ReadsWhatIsThereAndNoMoreThanAsked) {
    const TempDir dir;
    write(dir / "a", std::string("one\0two", 7));
    EXPECT_EQ(readWholeFile(dir / "a", kMost, 0ms), std::string("one\0two", 7));
    EXPECT_EQ(readWholeFile(dir / "a", 2, 0ms), "on");
    write(dir / "empty", "");
    EXPECT_EQ(readWholeFile(dir / "empty", kMost, 0ms), "");
    EXPECT_EQ(readWholeFile("/dev/zero", 5, 0ms), std::string(5, '\0'));
}

TEST(WholeFile, RefusesWhatCannotBeRead) {
    const TempDir dir;
    EXPECT_THAT(refusalOf(dir / "missing"), HasSubstr("no such file"));
    EXPECT_THAT(refusalOf(dir.path()), HasSubstr("folder"));
    EXPECT_THAT(refusalOf(dir / std::string(300, 'x')), HasSubstr("name too long"));
}

TEST(WholeFile, WaitsForNoPipeThatIsSilent) {
    const TempDir dir;
    ASSERT_EQ(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(refusalOf(dir / "pipe"), HasSubstr("nobody writes"));
    const UniqueFd reader(::open((dir / "pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    UniqueFd writer(::open((dir / "pipe").c_str(), O_WRONLY | O_CLOEXEC));
    ASSERT_TRUE(writer);
    EXPECT_THAT(refusalOf(dir / "pipe"), HasSubstr("silent"));
    ASSERT_EQ(::write(writer.get(), "text", 4), 4);
    writer.reset();
    EXPECT_EQ(readWholeFile(dir / "pipe", kMost, 20ms), "text");
}

TEST(WholeFile, IsReplacedAtOnceOrNotAtAll) {
    const TempDir dir;
    writeWholeFile(dir / "a", "first");
    writeWholeFile(dir / "a", "second");
    EXPECT_EQ(contentOf(dir / "a"), "second");
    std::filesystem::create_symlink(dir / "a", dir / "link");
    writeWholeFile(dir / "link", "third");
    EXPECT_EQ(contentOf(dir / "a"), "third") << "what the link leads to";
    EXPECT_TRUE(std::filesystem::is_symlink(dir / "link"));
    const auto files = std::distance(std::filesystem::directory_iterator(dir.path()), {});
    EXPECT_EQ(files, 2) << "nothing is left over";
}

TEST(WholeFile, CanHaveAnyName) {
    const TempDir dir;
    for (const std::string& name : {std::string("\xff\xfe"), std::string("new\nline"), std::string(255, 'x')}) {
        writeWholeFile(dir / name, name);
        EXPECT_EQ(contentOf(dir / name), name);
    }
}

TEST(WholeFile, ReplacesNeitherFoldersNorPipesNorWhatMayNotBeReplaced) {
    const TempDir dir;
    std::filesystem::create_directory(dir / "folder");
    ASSERT_EQ(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    const auto writing = [&](const std::string& name) { return refusal([&] { writeWholeFile(dir / name, "x"); }); };
    EXPECT_THAT(writing("folder"), HasSubstr("folder"));
    EXPECT_THAT(writing("pipe"), HasSubstr("no regular file"));
    EXPECT_THAT(writing("missing/file"), HasSubstr((dir / "missing/file").string()));
    write(dir / "mine", "precious");
    EXPECT_THROW(writeWholeFile(dir / "mine", "x", Existing::Refuse), std::system_error);
    EXPECT_EQ(contentOf(dir / "mine"), "precious");
    writeWholeFile(dir / "new", "x", Existing::Refuse);
    EXPECT_EQ(contentOf(dir / "new"), "x");
}

TEST(WholeFile, ThatFindsNoRoomSaysSoAndLeavesTheOldOne) {
    const TempDir dir;
    write(dir / "a", "old");
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        const std::string said = refusal([&] { writeWholeFile(dir / "a", std::string(5000, 'x')); });
        ::_exit(said.find("File too large") != std::string::npos && said.find("ulimit") != std::string::npos ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(contentOf(dir / "a"), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1) << "nothing is left over";
}

}  // namespace
}  // namespace ipclab::test
