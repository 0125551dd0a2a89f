// `ipclab sweep` by its contract.
#include <signal.h>

#include <cstdint>
#include <fstream>

#include "app/cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

QStringList briefSweep(const QStringList& more) {
    return QStringList{"sweep", "first", "--duration", "0.05", "--observe", "off", "--repeat", "2"} + more;
}

TEST(CliSweep, PrintsOneDocumentOfAllCells) {
    const Ended ended = ipclab(briefSweep(
        {"--vary", "links.*.mechanism=pipe,fifo", "--vary", "pin=same,free", "--baseline", "pipe", "--json"}));
    ASSERT_EQ(ended.status, 0) << ended.err;
    const auto json = ended.json();
    EXPECT_EQ(json["schema"], "ipclab.sweep/1");
    ASSERT_EQ(json["cells"].size(), 4U);
    for (const auto& cell : json["cells"]) {
        EXPECT_TRUE(cell["skipped"].is_null()) << cell;
        EXPECT_EQ(cell["samples"], 2);
        EXPECT_GT(cell["figures"]["messages_per_s"]["median"], 0) << cell;
    }
    EXPECT_EQ(json["cells"][3]["against_baseline"]["messages_per_s"]["difference"], "too few repeats");
}

TEST(CliSweep, OfOneRepeatNoIntervalIsShown) {
    const Ended ended = ipclab({"sweep", "first", "--duration", "0.05", "--observe", "off", "--repeat", "1", "--vary",
                                "links.*.mechanism=pipe,fifo", "--baseline", "pipe"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("× ?"));
    EXPECT_THAT(ended.out, testing::Not(HasSubstr("× [")));
}

TEST(CliSweep, WritesTablesAndAChart) {
    const TempDir folder;
    const Ended ended = ipclab(briefSweep({"--vary", "producer.message_bytes=64,256", "--figure", "bytes_per_s",
                                           "--export", text(folder.path() / "out")}));
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("producer.message_bytes"));
    for (const char* name :
         {"sweep.json", "sweep.csv", "samples.csv", "sweep.svg", "sweep.png", "sweep.pdf", "sweep-map.svg"})
        EXPECT_GT(std::filesystem::file_size(folder.path() / "out" / name), 100U) << name;
}

// Killed as hard as can be, in the middle: what was kept is there, and it goes on.
TEST(CliSweep, KilledItGoesOnFromItsFile) {
    const TempDir folder;
    const auto file = folder.path() / "a.sweep";
    {
        Cli cli(briefSweep({"--vary", "seed=1..200", "--resume", text(file)}));
        EXPECT_TRUE(cli.waitUntil([&] { return std::filesystem::exists(file); }));
        cli.process().waitForFinished(1500);
        ::kill(static_cast<pid_t>(cli.pid()), SIGKILL);
        cli.process().waitForFinished();
    }
    Cli cli({"sweep", "--resume", text(file), "--json"});
    const auto firstChild = [](std::int64_t pid) {
        const std::string id = std::to_string(pid);
        std::ifstream children("/proc/" + id + "/task/" + id + "/children");
        std::int64_t child = 0;
        return children >> child ? child : 0;
    };
    EXPECT_TRUE(cli.waitUntil([&] { return firstChild(firstChild(cli.pid())) != 0; })) << "a launcher has its workers";
    ::kill(static_cast<pid_t>(cli.pid()), SIGINT);
    const Ended ended = cli.ended();
    EXPECT_EQ(ended.status, 130) << ended.err;
    EXPECT_EQ(ended.json()["cells"].size(), 200U);
    EXPECT_THAT(ended.err, HasSubstr("goes on with"));
}

TEST(CliSweep, MistakesAreToldBeforeAnythingRuns) {
    const TempDir folder;
    const auto file = folder.path() / "a.sweep";
    EXPECT_THAT(ipclab({"sweep", "first"}).err, HasSubstr("say what to vary"));
    EXPECT_THAT(ipclab({"sweep"}).err, HasSubstr("name a file or preset"));
    EXPECT_THAT(ipclab(briefSweep({"--vary", "seed"})).err, HasSubstr("expected a place and its values"));
    EXPECT_THAT(ipclab(briefSweep({"--vary", "seed=1,2", "--baseline", "3"})).err, HasSubstr("no axis has the value"));
    const Ended impossible = ipclab(briefSweep({"--vary", "links.*.mechanism=pipes"}));
    EXPECT_EQ(impossible.status, 2);
    EXPECT_THAT(impossible.err, HasSubstr("no cell can run"));
    EXPECT_EQ(ipclab(briefSweep({"--vary", "seed=1", "--resume", text(file)})).status, 0);
    const Ended other = ipclab(briefSweep({"--vary", "seed=2", "--resume", text(file)}));
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.err, HasSubstr("holds another sweep"));
}

}  // namespace
}  // namespace ipclab::test
