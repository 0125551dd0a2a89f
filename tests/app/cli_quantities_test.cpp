// Every quantity reaches what the command line prints and writes.
#include <QFile>

#include "cli_process.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

QStringList briefRun(const QStringList& more) {
    return QStringList{"run", "first", "--set", "producer.count=200"} + more;
}

TEST(CliQuantities, AreAllListedAndPrintedAndOnThePage) {
    const TempDir dir;
    const auto list = ipclab({"list", "quantities", "--json"}).json();
    ASSERT_TRUE(list.is_array());
    ASSERT_FALSE(list.empty());
    const Ended ended = ipclab(briefRun({"--all", "--export", QString::fromStdString((dir / "out").string())}));
    EXPECT_EQ(ended.status, 0) << ended.err;
    QFile page(QString::fromStdString((dir / "out" / "index.html").string()));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    const std::string html = page.readAll().toStdString();
    const std::string text = ipclab({"list", "quantities"}).out;
    for (const auto& quantity : list) {
        EXPECT_THAT(text, HasSubstr("\n  " + quantity["id"].get<std::string>() + "\n"));
        // This run has no shared objects; processors are followed only where switch records are allowed.
        if (quantity["owner"] == "shared-object" || quantity["owner"] == "processor") continue;
        EXPECT_THAT(ended.out, HasSubstr(" " + quantity["id"].get<std::string>() + " "));
        std::string title = quantity["title"];
        if (!quantity["part"].is_null()) title += ", " + quantity["part"].get<std::string>();
        EXPECT_THAT(html, HasSubstr(">" + title + "</td>"));
    }
}

TEST(CliQuantities, AreNotPrintedUnasked) {
    EXPECT_THAT(ipclab(briefRun({})).out, testing::Not(HasSubstr("every figure")));
}

}  // namespace
}  // namespace ipclab::test
