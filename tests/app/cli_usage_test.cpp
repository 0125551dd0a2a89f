// Wrong usage, help, lists and documents: what needs no process to be started.
#include <sys/stat.h>

#include "cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Wrong {
    QStringList arguments;
    const char* says;
};

class WrongUsage : public testing::TestWithParam<Wrong> {};

TEST_P(WrongUsage, ExitsWith2AndSaysWhatWasMeant) {
    const Ended ended = ipclab(GetParam().arguments);
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, WrongUsage,
    testing::Values(Wrong{{"rnu", "first"}, "did you mean \"run\""}, Wrong{{"docter"}, "did you mean \"doctor\""},
                    Wrong{{"run"}, "FILE|PRESET"}, Wrong{{"run", "fist"}, "did you mean \"first\""},
                    Wrong{{"run", "first", "--jsn"}, "did you mean \"--json\""},
                    Wrong{{"run", "first", "second"}, "second"},
                    Wrong{{"run", "./missing.ipclab.json"}, "no such file"}, Wrong{{"run", "/tmp"}, "folder"},
                    Wrong{{"run", "first", "--duration", "-1"}, "--duration"},
                    Wrong{{"run", "first", "--duration", "soon"}, "--duration"},
                    Wrong{{"run", "first", "--observe", "exakt"}, "did you mean \"exact\""},
                    Wrong{{"run", "first", "--set", "producer.rate_per_second=5"}, "rate_per_s"},
                    Wrong{{"run", "first", "--set", "producer.rate_per_s=fast"}, "rate_per_s"},
                    Wrong{{"run", "first", "--set", "/links/7/mechanism=tcp"}, "/links/7"},
                    Wrong{{"run", "first", "--set", "nonsense"}, "nonsense"},
                    Wrong{{"run", "first", "--set", "/links/0/mechanism=pip"}, "did you mean \"pipe\""},
                    Wrong{{"bench", "--mechanism", "pipes"}, "did you mean \"pipe\""},
                    Wrong{{"bench", "--size", "8"}, "32"}, Wrong{{"bench", "--pattern", "round"}, "ping-pong"},
                    Wrong{{"bench", "--repeat", "0"}, "--repeat"}, Wrong{{"list"}, "WHAT"},
                    Wrong{{"list", "mechanism"}, "did you mean \"mechanisms\""},
                    Wrong{{"show", "frist"}, "did you mean \"first\""}, Wrong{{"show", "../first"}, "no preset"},
                    Wrong{{"check", "/nowhere/x.ipclab.json"}, "no such file"}, Wrong{{"lab", "none"}, "no exercise"},
                    Wrong{{"export", "/nowhere.ipclab", "--to", "/tmp/x"}, "no such file"},
                    Wrong{{"export", "/nowhere.ipclab"}, "--to"},
                    Wrong{{"export", "x", "--to", "y", "--format", "gif"}, "png"}, Wrong{{"--bogus"}, "--bogus"},
                    Wrong{{"bench", "--mechanism", "udp", "--size", "65536", "--export", ""}, "--export"},
                    Wrong{{"run", "first", "--set", "producer=1"}, "producer.work_us"},
                    Wrong{{"run", "first", "--set", "producer.rate=null"}, "to remove"},
                    Wrong{{"run", "first", "--set", "producer.program=null"}, "--set producer.program=null"}));

// Every option with what is no value of it, of each kind.
INSTANTIATE_TEST_SUITE_P(
    NoSuchValue, WrongUsage,
    testing::Values(
        Wrong{{""}, "FILE"}, Wrong{{"run", ""}, "no preset and no file"}, Wrong{{"check", ""}, "no preset"},
        Wrong{{"show", ""}, "no preset"}, Wrong{{"list", ""}, "WHAT"},
        Wrong{{"run", "first", "--export", ""}, "--export"}, Wrong{{"run", "first", "--export="}, "--export"},
        Wrong{{"run", "first", "--record", ""}, "--record"}, Wrong{{"run", "first", "--set", ""}, "POINTER"},
        Wrong{{"run", "first", "--observe", ""}, "--observe"}, Wrong{{"run", "first", "--duration", ""}, "--duration"},
        Wrong{{"run", "first", "--duration", "0x10"}, "--duration"},
        Wrong{{"run", "first", "--duration", "nan"}, "--duration"},
        Wrong{{"run", "first", "--duration", "inf"}, "--duration"},
        Wrong{{"run", "first", "--duration", "1e400"}, "--duration"},
        Wrong{{"run", "first", "--duration", " 1"}, "--duration"},
        Wrong{{"run", "first", "--duration", "1s"}, "--duration"}, Wrong{{"bench", "--repeat", "1.5"}, "--repeat"},
        Wrong{{"bench", "--repeat", "0x5"}, "--repeat"},
        Wrong{{"bench", "--repeat", "99999999999999999999"}, "--repeat"}, Wrong{{"bench", "--size", ""}, "--size"},
        Wrong{{"bench", "--size", "64,"}, "--size"}, Wrong{{"bench", "--size", ","}, "--size"},
        Wrong{{"bench", "--mechanism", "pipe,,tcp"}, "--mechanism"}, Wrong{{"bench", "--size", "-64"}, "--size"},
        Wrong{{"bench", "--mechanism", ""}, "--mechanism"}, Wrong{{"bench", "--seconds", "nan"}, "--seconds"},
        Wrong{{"costs", "--repeat", "1e2"}, "--repeat"}, Wrong{{"costs", "--export", ""}, "--export"},
        Wrong{{"lab", "x", "--report", ""}, "--report"}, Wrong{{"export", "", "--to", "x"}, "RECORDING"},
        Wrong{{"export", "x", "--to", ""}, "--to"}, Wrong{{"export", "x", "--to", "y", "--format", ""}, "--format"},
        Wrong{{"export", "x", "--to", "y", "--width", "200"}, "320"},
        Wrong{{"export", "x", "--to", "y", "--width", "10000"}, "8000"},
        Wrong{{"export", "x", "--to", "y", "--height", "0x200"}, "--height"},
        Wrong{{"export", "x", "--to", "y", "--scale", "0"}, "--scale"},
        Wrong{{"export", "/dev/zero", "--to", "y"}, "not a regular file"},
        Wrong{{"run", "/dev/zero"}, "expected at most"}, Wrong{{"--size", "1x"}, "--size"},
        Wrong{{"--screenshot", ""}, "--screenshot"}, Wrong{{"--run", "nan"}, "--run"}));

TEST(CliHelp, OfEveryCommandGoesToStandardOutputWithExamples) {
    EXPECT_THAT(ipclab({"--help"}).out, HasSubstr("ipclab run first"));
    for (const char* command :
         {"run", "bench", "costs", "waiting", "claims", "list", "show", "check", "export", "lab", "doctor"}) {
        const Ended ended = ipclab({command, "--help"});
        EXPECT_EQ(ended.status, 0) << command;
        EXPECT_THAT(ended.out, HasSubstr("--help")) << command;
        EXPECT_THAT(ended.err, IsEmpty()) << command;
    }
    EXPECT_THAT(ipclab({"--version"}).out, HasSubstr("ipclab 0."));
}

TEST(CliHelp, FitsInto80Columns) {
    for (const char* command :
         {"run", "bench", "costs", "waiting", "claims", "list", "show", "check", "export", "lab", "doctor"}) {
        std::istringstream lines(ipclab({command, "--help"}).out);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << command << ": " << line;
    }
}

TEST(CliList, MechanismsAreAsTheContractSays) {
    const auto list = ipclab({"list", "mechanisms", "--json"}).json();
    ASSERT_TRUE(list.is_array());
    std::vector<std::string> ids;
    for (const auto& one : list) {
        for (const char* key : {"id", "name", "family", "traits", "available", "reason"})
            EXPECT_TRUE(one.contains(key));
        EXPECT_TRUE(one["traits"].is_object());
        EXPECT_EQ(one["available"].get<bool>(), one["reason"].is_null());
        for (const char* key : {"default_capacity_bytes", "default_capacity_messages", "largest_message_bytes"})
            EXPECT_TRUE(one["limits"].contains(key)) << one["id"];
        if (one["id"] == "pipe") {
            EXPECT_GE(one["limits"]["default_capacity_bytes"], 4096);
        }
        ids.push_back(one["id"]);
    }
    EXPECT_THAT(ids, testing::IsSupersetOf({"pipe", "fifo", "unix-stream", "tcp", "posix-mq", "posix-shm"}));
    EXPECT_THAT(ipclab({"list", "mechanisms"}).out, HasSubstr("posix-shm"));
}

TEST(CliList, TheTableOfMechanismsKeepsTo80Columns) {
    const QStringList lines = QString::fromStdString(ipclab({"list", "mechanisms"}).out).split(QLatin1Char('\n'));
    EXPECT_GT(lines.size(), 8);
    for (const QString& line : lines) EXPECT_LE(line.size(), 80) << line.toStdString();
}

TEST(CliList, PresetsBeginWithTheFirstOne) {
    const auto list = ipclab({"list", "presets", "--json"}).json();
    ASSERT_TRUE(list.is_array());
    ASSERT_GE(list.size(), 8U);
    EXPECT_EQ(list[0]["id"], "first");
    for (const auto& one : list) {
        for (const char* key : {"id", "row", "name", "summary"}) EXPECT_TRUE(one.contains(key)) << one;
        EXPECT_THAT(one["name"].get<std::string>(), Not(IsEmpty()));
    }
}

TEST(CliList, Programs) {
    EXPECT_THAT(ipclab({"list", "programs"}).out, HasSubstr("producer"));
    EXPECT_TRUE(ipclab({"list", "programs", "--json"}).json().is_array());
}

TEST(CliShow, PrintsADocumentThatCheckAccepts) {
    const TempDir dir;
    for (const auto& preset : ipclab({"list", "presets", "--json"}).json()) {
        const std::string id = preset["id"];
        const Ended shown = ipclab({"show", QString::fromStdString(id)});
        EXPECT_EQ(shown.status, 0);
        write(dir / (id + ".ipclab.json"), shown.out);
        const Ended checked = ipclab({"check", text(dir / (id + ".ipclab.json"))});
        EXPECT_EQ(checked.status, 0) << id << ": " << checked.err;
        EXPECT_THAT(checked.out, HasSubstr("valid"));
    }
}

TEST(CliCheck, NamesFileLineAndPointerOfEveryProblem) {
    const TempDir dir;
    write(dir / "bad.ipclab.json", R"({
  "schema": "ipclab.experiment/1",
  "processes": [ { "name": "a", "program": "producer" },
                 { "name": "b", "program": "consumr" } ],
  "links": [ { "mechanism": "pipe", "from": "a", "to": "b", "capcity": 1 } ]
})");
    const Ended ended = ipclab({"check", text(dir / "bad.ipclab.json")});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, HasSubstr("bad.ipclab.json:4: /processes/1/program: "));
    EXPECT_THAT(ended.err, HasSubstr("bad.ipclab.json:5: /links/0/capcity: "));
}

TEST(CliCheck, ExitsWith3WhereOnlyThisMachineLacksSomething) {
    const TempDir dir;
    write(dir / "far.ipclab.json", R"({ "schema": "ipclab.experiment/1",
  "processes": [ { "name": "a", "program": "producer", "cpus": [1000] }, { "name": "b", "program": "consumer" } ],
  "duration_s": 1, "links": [ { "mechanism": "pipe", "from": "a", "to": "b" } ] })");
    for (const char* command : {"check", "run"}) {
        const Ended ended = ipclab({command, text(dir / "far.ipclab.json")});
        EXPECT_EQ(ended.status, 3) << command;
        EXPECT_THAT(ended.err, HasSubstr("/processes/0/cpus/0: ")) << command;
        EXPECT_THAT(ended.out, IsEmpty()) << command;
    }
}

TEST(CliCheck, ACommandThatIsNotInstalledIsWhatThisMachineLacks) {
    const TempDir dir;
    const auto document = [&](const std::string& executable, const std::string& more) {
        write(dir / "tool.ipclab.json", R"({ "schema": "ipclab.experiment/1",
  "processes": [ { "name": "a", "program": "command", "command": [)" +
                                            nlohmann::json(executable).dump() + "] } ]" + more + "}");
    };
    for (const std::string executable : {"no-such-program-here", "/no/such/program"}) {
        document(executable, "");
        for (const char* command : {"check", "run"}) {
            const Ended ended = ipclab({command, text(dir / "tool.ipclab.json")});
            EXPECT_EQ(ended.status, 3) << command << ' ' << executable;
            EXPECT_THAT(ended.err, HasSubstr("tool.ipclab.json:2: /processes/0/command/0: ")) << command;
            EXPECT_THAT(ended.err, HasSubstr("no executable file \"" + executable + "\"")) << command;
            EXPECT_THAT(ended.err, HasSubstr("Install the package")) << command;
            EXPECT_THAT(ended.out, IsEmpty()) << command;
        }
    }
    document("no-such-program-here", R"(, "duration": 1)");  // a fault of the document is the graver
    EXPECT_EQ(ipclab({"check", text(dir / "tool.ipclab.json")}).status, 2);
    document("", "");
    EXPECT_EQ(ipclab({"check", text(dir / "tool.ipclab.json")}).status, 2);
}

TEST(CliCheck, RefusesWhatIsNoDocument) {
    const TempDir dir;
    for (const std::string& content : {std::string(), std::string("{"), std::string("[]"), std::string("\0\xff\xfe", 3),
                                       std::string("SQLite format 3\0 and more", 25), std::string(5U << 20U, ' ')}) {
        write(dir / "x.ipclab.json", content);
        const Ended ended = ipclab({"check", text(dir / "x.ipclab.json")});
        EXPECT_EQ(ended.status, 2) << content.substr(0, 20);
        EXPECT_THAT(ended.err, Not(IsEmpty()));
    }
}

TEST(CliCheck, WaitsForNoPipeThatNobodyWritesTo) {
    const TempDir dir;
    ASSERT_EQ(::mkfifo((dir / "pipe.ipclab.json").c_str(), 0600), 0);
    const Ended ended = ipclab({"check", text(dir / "pipe.ipclab.json")});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("nobody writes to it"));
}

TEST(CliCheck, PrintsNothingThatSteersATerminal) {
    const TempDir dir;
    const std::string hostile = "\x1b]0;owned\x07\x1b[31m\n";
    write(dir / ("a" + hostile + ".ipclab.json"),
          nlohmann::json{{"schema", "ipclab.experiment/1"},
                         {hostile, 1},
                         {"processes", {{{"name", hostile}, {"program", hostile + "\xC2\x9B"}}}},
                         {"links", {{{"mechanism", "pipe"}, {"from", "x"}, {"to", hostile}}}},
                         {"steps", {{{"at_s", 1}, {"do", "kill"}, {"process", hostile}}}}}
              .dump());
    const Ended ended = ipclab({"check", text(dir / ("a" + hostile + ".ipclab.json"))});
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.err.find_first_of("\x1b\x07"), std::string::npos) << ended.err;
    EXPECT_EQ(ended.err.find("\xC2\x9B"), std::string::npos) << ended.err;
    EXPECT_THAT(ipclab({"run", text(dir / hostile)}).err, Not(HasSubstr("\x1b")));
    EXPECT_THAT(ipclab({QString::fromStdString(hostile)}).err, Not(HasSubstr("\x1b")));
    EXPECT_THAT(ipclab({"run", "first", "--observe", QString::fromStdString(hostile)}).err, Not(HasSubstr("\x1b")));
    EXPECT_THAT(ipclab({"run", "first", QString::fromStdString("--" + hostile)}).err, Not(HasSubstr("\x1b")));
}

TEST(CliBench, ExitsWith2WhereNoMachineCould) {
    const Ended ended = ipclab({"bench", "--mechanism", "udp", "--size", "65536", "--json"});
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("on any machine"));
    EXPECT_THAT(ended.json()["rows"][0]["skipped"].get<std::string>(), HasSubstr("65507"));
}

TEST(CliDoctor, SaysWhatIsHereAndWhatIsNot) {
    const Ended person = ipclab({"doctor"});
    EXPECT_EQ(person.status, 0) << person.err;
    EXPECT_THAT(person.out, HasSubstr("Mechanisms"));
    const auto json = ipclab({"doctor", "--json"}).json();
    EXPECT_EQ(json["schema"], "ipclab.doctor/1");
    for (const char* key : {"host", "switch_events", "launcher", "launcher_perfmon", "perfmon_command", "facts",
                            "mechanisms", "leftovers"}) {
        EXPECT_TRUE(json.contains(key)) << key;
    }
    for (const auto& fact : json["facts"]) EXPECT_THAT(fact["meaning"].get<std::string>(), Not(IsEmpty())) << fact;
}

TEST(CliDoctor, SaysThatStatesAreSampledWhereExactOnesAreForbidden) {
    ::setenv("IPCLAB_FORBID_PERF", "1", 1);
    const auto json = ipclab({"doctor", "--json"}).json();
    const Ended person = ipclab({"doctor"});
    const auto run = ipclab({"run", "first", "--duration", "0.3", "--json"}).json();
    ::setenv("IPCLAB_FORBID_PERF", "4", 1);
    const auto level = ipclab({"doctor", "--json"}).json();
    const Ended levelText = ipclab({"doctor"});
    ::unsetenv("IPCLAB_FORBID_PERF");
    EXPECT_EQ(json["perfmon_command"], nullptr) << "it would not help";
    const std::string command = level["perfmon_command"];
    EXPECT_THAT(command, HasSubstr("sudo setcap cap_perfmon=ep "));
    EXPECT_THAT(command, HasSubstr(level["launcher"].get<std::string>()));
    EXPECT_THAT(levelText.out, HasSubstr(command));
    EXPECT_EQ(json["switch_events"], false);
    EXPECT_THAT(json["switch_events_problem"].get<std::string>(), HasSubstr("IPCLAB_FORBID_PERF"));
    EXPECT_THAT(person.out, HasSubstr("process states are only sampled"));
    EXPECT_EQ(run["observer"]["asked"], "exact");
    EXPECT_EQ(run["observer"]["level"], "sampled");
    EXPECT_THAT(run["observer"]["reason"].get<std::string>(), HasSubstr("IPCLAB_FORBID_PERF"));
}

}  // namespace
}  // namespace ipclab::test
