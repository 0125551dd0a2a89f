// `ipclab run` and what it leaves: results, files, recordings; interrupted and killed.
#include <signal.h>
#include <sqlite3.h>

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include "cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Ends by itself after so many messages, at full speed.
QStringList counted(const QStringList& more, int count = 2000) {
    return QStringList{"run",   "first",
                       "--set", "producer.rate_per_s=0",
                       "--set", "consumer.work_us=0",
                       "--set", QStringLiteral("producer.count=%1").arg(count)} +
           more;
}

// Until its recording says that the run has begun: then there are processes.
bool hasBegun(const std::filesystem::path& recording) {
    sqlite3* database = nullptr;
    bool begun = false;
    if (sqlite3_open_v2(recording.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
        sqlite3_exec(
            database, "SELECT start_ns FROM run WHERE start_ns > 0",
            [](void* found, int, char**, char**) {
                *static_cast<bool*>(found) = true;
                return 0;
            },
            &begun, nullptr);
    }
    sqlite3_close(database);
    return begun;
}

TEST(CliRun, PrintsOneJsonDocumentAsTheContractSays) {
    const Ended ended = ipclab(counted({"--json"}));
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto json = ended.json();
    EXPECT_EQ(json["schema"], "ipclab.run/1");
    EXPECT_EQ(json["outcome"], "finished");
    const auto& link = json["links"][0];
    EXPECT_EQ(link["sent"], 2000);
    EXPECT_EQ(link["received"], 2000);
    for (const char* key : {"lost", "duplicated", "reordered", "corrupted"}) EXPECT_EQ(link[key], 0) << key;
    EXPECT_GT(link["throughput"]["messages_per_s"].get<double>(), 0);
    ASSERT_EQ(json["processes"].size(), 2U);
    for (const auto& process : json["processes"]) {
        EXPECT_EQ(process["exit"]["code"], 0);
        EXPECT_GT(process["pid"].get<int>(), 0);
        EXPECT_GT(process["lifetime_s"].get<double>(), 0);
    }
    EXPECT_TRUE(json["observer"]["cost"]["throughput_ratio"].is_null());
}

TEST(CliRun, SaysWhatObservingCostsWhenAsked) {
    const Ended ended = ipclab({"run", "first", "--duration", "0.2", "--calibrate", "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto cost = ended.json()["observer"]["cost"];
    EXPECT_GT(cost["throughput_ratio"].get<double>(), 0);
    EXPECT_LE(cost["low"].get<double>(), cost["throughput_ratio"].get<double>());
    EXPECT_EQ(cost["counted"], "messages");
}

TEST(CliRun, PrintsTablesForPeopleWithin80Columns) {
    const Ended ended = ipclab(counted({}));
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("producer"));
    EXPECT_THAT(ended.out, HasSubstr("all 2,000 messages received, in order and intact"));
    EXPECT_THAT(ended.err, Not(HasSubstr("\r"))) << "a progress line without a terminal";
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(QString::fromStdString(line).size(), 80) << line;
    }
}

TEST(CliRun, TakesSettingsByNameByPointerAndAsOptions) {
    const auto json = ipclab(counted({"--json", "--set", "/links/0/mechanism=unix-stream", "--set",
                                      "producer.message_bytes=256", "--set", "/links/0/capacity={\"bytes\": 8192}",
                                      "--set", "sample_hz=100", "--duration", "7.5", "--observe", "off"}))
                          .json();
    const auto& experiment = json["experiment"];
    EXPECT_EQ(json["links"][0]["mechanism"], "unix-stream");
    EXPECT_EQ(experiment["processes"][0]["message_bytes"], 256);
    EXPECT_EQ(experiment["sample_hz"], 100);
    EXPECT_EQ(experiment["duration_s"], 7.5);
    EXPECT_EQ(json["observer"]["level"], "off");
    EXPECT_TRUE(json["processes"][0]["state_s"]["running"].is_null());
    EXPECT_EQ(json["links"][0]["bytes"], 2000 * 256);
}

TEST(CliRun, RunsAFile) {
    const TempDir dir;
    write(dir / "mine.ipclab.json", ipclab({"show", "first"}).out);
    QStringList arguments = counted({"--json"});
    arguments[1] = text(dir / "mine.ipclab.json");
    EXPECT_EQ(ipclab(arguments).json()["links"][0]["received"], 2000);
}

TEST(CliRun, ReportsWhatItCouldNotCount) {
    const TempDir dir;
    write(dir / "cat.ipclab.json", R"({ "schema": "ipclab.experiment/1",
  "processes": [ { "name": "words", "program": "command", "command": ["echo", "some words"] },
                 { "name": "count", "program": "command", "command": ["wc", "-c"] } ],
  "links": [ { "name": "text", "mechanism": "pipe", "from": "words", "to": "count" } ] })");
    const Ended ended = ipclab({"run", text(dir / "cat.ipclab.json"), "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto json = ended.json();
    EXPECT_TRUE(json["links"][0]["received"].is_null());
    EXPECT_THAT(json["warnings"].dump(), HasSubstr("both ends are commands"));
    EXPECT_EQ(json["links"][0]["source"]["bytes"], "by /proc/PID/io");
    EXPECT_GE(json["links"][0]["bytes"].get<int>(), 11) << json["links"][0].dump();
    EXPECT_THAT(json["events"].dump(), HasSubstr("11")) << "what wc has written";
}

TEST(CliRun, TellsWhatACommandSaidThatMustSucceedAndDidNot) {
    const TempDir dir;
    write(dir / "x.ipclab.json", R"({ "schema": "ipclab.experiment/1", "processes": [
  { "name": "c", "program": "command", "must_succeed": true,
    "command": ["sh", "-c", "echo looking >&2; echo no such thing >&2; exit 3"] } ] })");
    const Ended ended = ipclab({"run", text(dir / "x.ipclab.json")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, HasSubstr("process \"c\" ended with exit 3, and must succeed: no such thing"));
    EXPECT_THAT(ended.out, HasSubstr("c (exit 3) said at last:\n    | looking\n    | no such thing\n"));
    EXPECT_EQ(ipclab({"run", text(dir / "x.ipclab.json"), "--set", "c.must_succeed=false"}).status, 0);
}

TEST(CliRun, ExitsWith1WhereAProcessCouldNotBeLaunched) {
    const TempDir dir;
    write(dir / "script", "#!/no/such/interpreter\n");
    std::filesystem::permissions(dir / "script", std::filesystem::perms::owner_all);
    write(dir / "x.ipclab.json", R"({ "schema": "ipclab.experiment/1", "duration_s": 1,
  "processes": [ { "name": "broken", "program": "command", "command": [")" +
                                     (dir / "script").string() + R"("] } ], "links": [] })");
    const Ended ended = ipclab({"run", text(dir / "x.ipclab.json"), "--json"});
    EXPECT_EQ(ended.status, 1) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("broken"));
    (void)ended.json();
}

TEST(CliRun, EndsInOrderWhenInterrupted) {
    for (const int signal : {SIGINT, SIGTERM}) {
        const TempDir dir;
        Cli cli({"run", "first", "--duration", "600", "--json", "--record", text(dir / "r.ipclab")});
        ASSERT_TRUE(cli.waitUntil([&] { return hasBegun(dir / "r.ipclab"); }));
        ::kill(static_cast<pid_t>(cli.pid()), signal);
        const Ended ended = cli.ended();
        EXPECT_EQ(ended.status, 130) << ended.err;
        const auto json = ended.json();
        EXPECT_EQ(json["outcome"], "interrupted");
        EXPECT_EQ(json["links"][0]["sent"], json["links"][0]["received"]);
        for (const auto& process : json["processes"]) {
            EXPECT_NE(::kill(process["pid"].get<int>(), 0), 0) << "a child is left";
        }
        EXPECT_EQ(ipclab({"export", text(dir / "r.ipclab"), "--to", text(dir / "out"), "--format", "json"}).status, 0);
    }
}

TEST(CliRun, LeavesARecordingThatOpensWhenKilled) {
    const TempDir dir;
    Cli cli({"run", "first", "--duration", "600", "--record", text(dir / "r.ipclab")});
    ASSERT_TRUE(cli.waitUntil([&] { return hasBegun(dir / "r.ipclab"); }));
    cli.process().kill();
    cli.process().waitForFinished(Cli::kDeadlineMs);
    const Ended ended = ipclab({"export", text(dir / "r.ipclab"), "--to", text(dir / "out"), "--format", "csv,json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("cut off"));
    const auto json = nlohmann::json::parse(contentOf(dir / "out/run.json"));
    EXPECT_EQ(json["schema"], "ipclab.run/1");
    EXPECT_THAT(json["warnings"].dump(), HasSubstr("totals are those of its rows"));
}

TEST(CliRun, NeverOverwritesARecording) {
    const TempDir dir;
    write(dir / "mine.ipclab", "precious");
    const Ended ended = ipclab(counted({"--record", text(dir / "mine.ipclab")}));
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("never overwrites"));
    EXPECT_EQ(contentOf(dir / "mine.ipclab"), "precious");
}

void expectCharts(const std::filesystem::path& folder) {
    for (const char* name : {"throughput", "depth", "states", "charts"}) {
        const auto file = [&](const char* ending) { return (folder / (std::string(name) + ending)); };
        EXPECT_FALSE(QImage(text(file(".png"))).isNull()) << file(".png");
        EXPECT_THAT(contentOf(file(".svg")), HasSubstr("<svg")) << file(".svg");
        EXPECT_THAT(contentOf(file(".pdf")), testing::StartsWith("%PDF")) << file(".pdf");
    }
}

TEST(CliExport, OfARunAndOfItsRecordingHoldTheSameData) {
    const TempDir dir;
    const Ended run = ipclab(
        {"run", "first", "--duration", "1", "--json", "--export", text(dir / "a"), "--record", text(dir / "r.ipclab")});
    ASSERT_EQ(run.status, 0) << run.err;
    expectCharts(dir / "a");
    const Ended ended = ipclab({"export", text(dir / "r.ipclab"), "--to", text(dir / "b")});
    ASSERT_EQ(ended.status, 0) << ended.err;
    expectCharts(dir / "b");
    for (const char* file : {"series.csv", "states.csv", "events.csv", "experiment.ipclab.json", "README.txt"}) {
        EXPECT_THAT(contentOf(dir / "a" / file), Not(IsEmpty())) << file;
        EXPECT_EQ(contentOf(dir / "a" / file), contentOf(dir / "b" / file)) << file;
    }
    const auto json = nlohmann::json::parse(contentOf(dir / "a/run.json"));
    EXPECT_EQ(json["links"], run.json()["links"]);
    EXPECT_EQ(json["links"], nlohmann::json::parse(contentOf(dir / "b/run.json"))["links"]);
    const std::string page = contentOf(dir / "a/index.html");
    EXPECT_THAT(page, HasSubstr("data:image/svg+xml"));
    EXPECT_THAT(page, Not(HasSubstr("http")));
    EXPECT_EQ(ipclab({"check", text(dir / "a/experiment.ipclab.json")}).status, 0);
}

TEST(CliExport, WritesOnlyTheFormatsAskedFor) {
    const TempDir dir;
    ASSERT_EQ(ipclab(counted({"--record", text(dir / "r.ipclab")})).status, 0);
    ASSERT_EQ(ipclab({"export", text(dir / "r.ipclab"), "--to", text(dir / "svg"), "--format", "svg", "--theme", "dark",
                      "--width", "600", "--height", "300"})
                  .status,
              0);
    EXPECT_TRUE(std::filesystem::exists(dir / "svg/throughput.svg"));
    for (const char* file : {"throughput.png", "run.json", "series.csv", "index.html"}) {
        EXPECT_FALSE(std::filesystem::exists(dir / "svg" / file)) << file;
    }
}

TEST(CliExport, RefusesAHostileRecording) {
    const TempDir dir;
    write(dir / "bad.ipclab", std::string("SQLite format 3\0", 16) + std::string(4096, 'x'));
    const Ended ended = ipclab({"export", text(dir / "bad.ipclab"), "--to", text(dir / "out")});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("bad.ipclab"));
}

TEST(CliExport, SaysWhichFolderCannotBeMade) {
    const TempDir dir;
    write(dir / "file", "");
    const Ended ended = ipclab(counted({"--export", text(dir / "file/below")}));
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, HasSubstr("file/below"));
}

// --- names that come from anywhere

void expectXml(const QByteArray& data, const std::string& what) {
    QXmlStreamReader xml(data);
    while (!xml.atEnd()) {
        xml.readNext();
        EXPECT_NE(xml.name(), QLatin1String("script")) << what;
    }
    EXPECT_FALSE(xml.hasError()) << what << ": " << xml.errorString().toStdString();
}

QByteArray bytesOf(const std::filesystem::path& path) { return QByteArray::fromStdString(contentOf(path)); }

TEST(CliExport, OfHostileNamesIsSoundInEveryFormat) {
    const TempDir dir;
    const std::string hostile = "</title><script>alert(1)</script> & \"quoted\" 'x' \x1b[31m\x01 =A1";
    const auto set = [&](const char* pointer, const std::string& value) {
        return QString::fromStdString(pointer + ("=" + nlohmann::json(value).dump()));
    };
    const QStringList names{"--set", set("/name/en", hostile), "--set", set("/summary/en", hostile)};
    const Ended ended =
        ipclab(counted(names + QStringList{"--export", text(dir / "out"), "--record", text(dir / "r.ipclab")}));
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.out.find('\x1b'), std::string::npos);
    for (const auto& entry : std::filesystem::directory_iterator(dir / "out")) {
        if (entry.path().extension() == ".svg") expectXml(bytesOf(entry.path()), entry.path());
    }
    const QByteArray page = bytesOf(dir / "out/index.html");
    EXPECT_FALSE(page.contains("<script"));
    EXPECT_FALSE(page.contains('\x1b'));
    EXPECT_TRUE(page.contains("&lt;script&gt;"));
    expectXml(page, "index.html");
    static const QRegularExpression images(QStringLiteral("base64,([^\"]*)\""));
    for (const auto& image : images.globalMatch(QString::fromUtf8(page)))
        expectXml(QByteArray::fromBase64(image.captured(1).toLatin1()), "an image of the page");
    const auto json = nlohmann::json::parse(contentOf(dir / "out/run.json"));
    EXPECT_EQ(json["experiment"]["name"]["en"], hostile) << "data are as they were";
    EXPECT_EQ(contentOf(dir / "out/README.txt").find('\x1b'), std::string::npos);
    EXPECT_EQ(ipclab({"export", text(dir / "r.ipclab"), "--to", text(dir / "again"), "--format", "svg"}).status, 0);
    expectXml(bytesOf(dir / "again/charts.svg"), "of the recording");
}

TEST(CliExport, ReadmeListsWhatIsThere) {
    const TempDir dir;
    ASSERT_EQ(ipclab(counted({"--export", text(dir / "out")})).status, 0);
    const std::string readme = contentOf(dir / "out/README.txt");
    for (const auto& entry : std::filesystem::directory_iterator(dir / "out")) {
        const std::string name = entry.path().filename().string();
        if (name == "README.txt") continue;
        EXPECT_THAT(readme, HasSubstr("\n  " + name + "  ")) << name;
    }
    const std::size_t begun = readme.find("\nBegun ");
    ASSERT_NE(begun, std::string::npos);
    const std::string date = readme.substr(begun + 7, 23);
    EXPECT_THAT(date, testing::EndsWith(" UTC"));
    for (const char* file : {"index.html", "charts.svg"}) EXPECT_THAT(contentOf(dir / "out" / file), HasSubstr(date));
}

TEST(CliExport, PicturesHaveTheSizeAskedFor) {
    const TempDir dir;
    ASSERT_EQ(ipclab(counted({"--record", text(dir / "r.ipclab")})).status, 0);
    const auto exported = [&](const QStringList& more) {
        return ipclab(QStringList{"export", text(dir / "r.ipclab"), "--to", text(dir / "out"), "--format", "png,svg"} +
                      more);
    };
    ASSERT_EQ(exported({"--width", "640", "--height", "320"}).status, 0);
    EXPECT_EQ(QImage(text(dir / "out/throughput.png")).size(), QSize(640, 320));
    EXPECT_EQ(QImage(text(dir / "out/states.png")).size(), QSize(640, 320));
    EXPECT_THAT(contentOf(dir / "out/throughput.svg"), HasSubstr("viewBox=\"0 0 640 320\""));
    ASSERT_EQ(exported({}).status, 0);
    EXPECT_EQ(QImage(text(dir / "out/throughput.png")).size(), QSize(1800, 720));
    EXPECT_LT(QImage(text(dir / "out/states.png")).height(), 720) << "two lanes need less";
    const Ended huge = exported({"--width", "8000", "--height", "8000"});
    EXPECT_EQ(huge.status, 2);
    EXPECT_THAT(huge.err, HasSubstr("the limit is 40 million pixels"));
}

// --- no room, nobody who listens

TEST(CliExport, IsDoneThoughNobodyReadsTheResult) {
    const TempDir dir;
    for (const char* reader : {"| true", "1>&-", "> /dev/full"}) {
        QProcess shell;
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("%1 run first --duration 0.3 --json --export %2 %3; true")
                         .arg(QStringLiteral(IPCLAB_PATH), text(dir / "out"), QString::fromLatin1(reader))});
        ASSERT_TRUE(shell.waitForFinished(Cli::kDeadlineMs));
        EXPECT_TRUE(std::filesystem::exists(dir / "out/README.txt")) << reader;
        std::filesystem::remove_all(dir / "out");
    }
}

TEST(CliExport, SaysThatThereIsNoRoomAndLeavesNothingHalf) {
    const TempDir dir;
    ASSERT_EQ(ipclab(counted({"--record", text(dir / "r.ipclab")})).status, 0);
    QProcess shell;
    shell.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -f 4; exec %1 export %2 --to %3 --format csv,json")
                                   .arg(QStringLiteral(IPCLAB_PATH), text(dir / "r.ipclab"), text(dir / "out"))});
    ASSERT_TRUE(shell.waitForFinished(Cli::kDeadlineMs));
    EXPECT_EQ(shell.exitStatus(), QProcess::NormalExit) << "ended by SIGXFSZ";
    EXPECT_EQ(shell.exitCode(), 1);
    EXPECT_THAT(shell.readAllStandardError().toStdString(), HasSubstr("File too large"));
    EXPECT_TRUE(std::filesystem::is_empty(dir / "out"));
}

TEST(CliRun, LeavesARecordingThatOpensWhenKilledAtItsStart) {
    const TempDir dir;
    for (int round = 0; round < 4; ++round) {
        const auto path = dir / ("r" + std::to_string(round) + ".ipclab");
        Cli cli({"run", "first", "--duration", "600", "--record", text(path)});
        ASSERT_TRUE(cli.waitUntil([&] { return std::filesystem::exists(path); }));
        cli.process().kill();
        cli.process().waitForFinished(Cli::kDeadlineMs);
        const Ended ended = ipclab({"export", text(path), "--to", text(dir / "out"), "--format", "json"});
        EXPECT_EQ(ended.status, 0) << ended.err;
        const auto json = nlohmann::json::parse(contentOf(dir / "out/run.json"));
        EXPECT_EQ(json["processes"].size(), 2U);
        EXPECT_THAT(json["warnings"].dump(), HasSubstr("cut off"));
    }
}

}  // namespace
}  // namespace ipclab::test
