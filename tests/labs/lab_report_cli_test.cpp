// What `ipclab lab ID --report` puts beside the recordings for people to read.
#include "app/cli_process.h"
#include "exercises/archive.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::map<std::string, std::string> handedIn(const QStringList& more) {
    const TempDir dir;
    const auto path = dir / "mine.zip";
    const Ended ended = ipclab(QStringList{QStringLiteral("lab"), QStringLiteral("p12-forks"), QStringLiteral("--set"),
                                           QStringLiteral("sixteen:root.forks=5"), QStringLiteral("--predict"),
                                           QStringLiteral("processes=6"), QStringLiteral("--student"),
                                           QStringLiteral("Kim <Minji>"), QStringLiteral("--report"), text(path)} +
                               more);
    EXPECT_EQ(ended.status, 1) << ended.err;
    return readArchive(path);
}

TEST(LabReport, IsInWhatIsHandedIn) {
    const auto files = handedIn({});
    ASSERT_TRUE(files.contains("report.html"));
    ASSERT_TRUE(files.contains("report.pdf"));
    EXPECT_THAT(files.at("report.pdf"), StartsWith("%PDF"));
    const std::string& page = files.at("report.html");
    for (const char* part : {"Kim &lt;Minji&gt;", "How many processes do n forks make?", "Predicted: 6 processes.",
                             "Measured: 8 processes.", "There were 32 processes, not 16", "data:image/svg", "Not answered."})
        EXPECT_THAT(page, HasSubstr(part));
    EXPECT_THAT(files.at("submission.json"), HasSubstr("report.html")) << "its hash is among the others";
}

TEST(LabReport, SpeaksKoreanWhereItIsAskedTo) {
    const auto files = handedIn({QStringLiteral("--language"), QStringLiteral("ko")});
    EXPECT_THAT(files.at("report.html"), HasSubstr("fork를 n번 하면 프로세스는 몇 개가 될까요?"));
    EXPECT_THAT(files.at("report.html"), Not(HasSubstr("Not answered.")));
}

}  // namespace
}  // namespace ipclab::test
