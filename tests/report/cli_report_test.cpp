// `ipclab report`: files, exit status, messages.
#include "app/cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

struct Recorded {
    TempDir dir;
    Recorded() {
        const Ended run = ipclab({"run", "first", "--set", "producer.count=200", "--record", text(dir / "r.ipclab")});
        EXPECT_EQ(run.status, 0) << run.err;
    }
};

TEST(CliReport, WritesWhatItsEndingSays) {
    const Recorded made;
    const auto& dir = made.dir;
    std::ofstream(dir / "r.ipclab.notes.md") << "---\nauthor: Kim Minji\nquestion: Why?\n---\nIt *waits*.\n";
    const Ended html =
        ipclab({"report", text(dir / "r.ipclab"), "--to", text(dir / "r.html"), "--template", "student"});
    ASSERT_EQ(html.status, 0) << html.err;
    EXPECT_EQ(html.out, "");
    const std::string page = contentOf(dir / "r.html");
    for (const char* part : {"Kim Minji", "Why?", "<em>waits</em>", "SHA-256"}) EXPECT_THAT(page, HasSubstr(part));
    const Ended pdf = ipclab({"report", text(dir / "r.ipclab"), "--to", text(dir / "r.pdf"), "--language", "ko",
                              "--paper", "letter", "--title", "제목"});
    ASSERT_EQ(pdf.status, 0) << pdf.err;
    EXPECT_THAT(contentOf(dir / "r.pdf"), testing::StartsWith("%PDF"));
    const Ended some = ipclab({"report", text(dir / "r.ipclab"), "--to", text(dir / "s.html"), "--sections", "host"});
    ASSERT_EQ(some.status, 0) << some.err;
    EXPECT_THAT(contentOf(dir / "s.html"), HasSubstr("id=\"host\""));
    EXPECT_THAT(contentOf(dir / "s.html"), testing::Not(HasSubstr("id=\"links\"")));
}

TEST(CliReport, OfASweepComparesWithABaseline) {
    const TempDir dir;
    const Ended sweep = ipclab({"sweep", "first", "--vary", "links.*.mechanism=pipe,fifo", "--set",
                                "producer.count=100", "--repeat", "2", "--resume", text(dir / "s.sweep")});
    ASSERT_EQ(sweep.status, 0) << sweep.err;
    const Ended ended = ipclab({"report", text(dir / "s.sweep"), "--to", text(dir / "s.html"), "--baseline", "fifo"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_THAT(contentOf(dir / "s.html"), HasSubstr("against that with fifo"));
    const Ended wrong = ipclab({"report", text(dir / "s.sweep"), "--to", text(dir / "s.html"), "--baseline", "tcp"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("--baseline"));
}

TEST(CliReport, SaysWhatIsWrong) {
    const TempDir dir;
    std::ofstream(dir / "no.ipclab") << std::string(4096, 'x');
    struct Wrong {
        QStringList words;
        int status;
        const char* message;
    };
    const QString bad = text(dir / "no.ipclab"), to = text(dir / "r.html");
    for (const Wrong& wrong : {Wrong{{"report", bad, "--to", to}, 2, "no.ipclab"},
                               Wrong{{"report", "/nowhere.ipclab", "--to", to}, 2, "nowhere"},
                               Wrong{{"report", bad}, 2, "--to"}, Wrong{{"report", bad, "--to", "x.doc"}, 2, ".html"},
                               Wrong{{"report", bad, "--to", to, "--template", "novel"}, 2, "student"},
                               Wrong{{"report", bad, "--to", to, "--sections", "nonsense"}, 2, "verdicts"},
                               Wrong{{"report", bad, "--to", to, "--paper", "a3"}, 2, "letter"},
                               Wrong{{"report", bad, "--to", to, "--language", "fr"}, 2, "ko"}}) {
        const Ended ended = ipclab(wrong.words);
        EXPECT_EQ(ended.status, wrong.status) << wrong.words.join(' ').toStdString() << '\n' << ended.err;
        EXPECT_THAT(ended.err, HasSubstr(wrong.message));
    }
}

TEST(CliReport, SaysWhereItCannotWrite) {
    const Recorded made;
    const Ended ended = ipclab({"report", text(made.dir / "r.ipclab"), "--to", text(made.dir / "none/r.pdf")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, HasSubstr("none/r.pdf"));
    const Ended notes = ipclab({"report", text(made.dir / "r.ipclab"), "--to", text(made.dir / "r.pdf"), "--notes",
                                text(made.dir / "none.md")});
    EXPECT_EQ(notes.status, 2);
    EXPECT_THAT(notes.err, HasSubstr("none.md"));
}

}  // namespace
}  // namespace ipclab::test
