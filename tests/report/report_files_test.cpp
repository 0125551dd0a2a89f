// The files that reports become: HTML that stands alone, PDFs with pages of the right size and all of the text.
#include "report_fixture.h"

#include <QDir>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const QString kHostile = "</title><script>alert(1)</script> & \"quoted\" 'x' \x1b[31m\x01";

RunSubject hostileSubject() {
    RunSubject subject = sampleSubject();
    auto run = std::make_shared<RunData>(*subject.data);
    for (Experiment* experiment : {&run->document, &run->experiment}) {
        experiment->name["en"] = experiment->summary["en"] = kHostile.toStdString();
        experiment->processes[0].name = experiment->links[0].name = "<b onclick=x>";
    }
    run->processes[0].name = run->links[0].name = "<b onclick=x>";
    subject.data = run;
    subject.warnings = {kHostile.toStdString()};
    subject.host.cpuModel = kHostile.toStdString();
    return subject;
}

ReportPlan hostilePlan(const char* templateId) {
    ReportPlan plan = planOf(templateId);
    plan.author = plan.question = plan.title = plan.date = kHostile;
    plan.notes = "<script>alert(2)</script>\n\n" + kHostile + "\n\n![x](https://example.org/x.png)";
    return plan;
}

TEST(ReportHtml, StandsAlone) {
    for (const ReportTemplate& one : reportTemplates()) {
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("ko")}) {
            SCOPED_TRACE(one.id);
            const QByteArray html = htmlOf(reportOfRun(sampleSubject(), planOf(one.id, language)));
            expectStandsAlone(html);
            EXPECT_TRUE(html.contains("data:image/svg+xml;base64,"));
            EXPECT_FALSE(html.contains("http"));
        }
    }
}

TEST(ReportHtml, EscapesWhateverComesFromOutside) {
    for (const ReportTemplate& one : reportTemplates()) {
        const QByteArray html = htmlOf(reportOfRun(hostileSubject(), hostilePlan(one.id)));
        SCOPED_TRACE(one.id);
        expectStandsAlone(html);
        EXPECT_FALSE(html.contains("<script"));
        EXPECT_FALSE(html.contains("<b onclick"));
        EXPECT_FALSE(html.contains('\x1b'));
        EXPECT_TRUE(html.contains("&lt;script&gt;alert(1)"));
    }
}

// Text with its spaces taken out, as lines may break anywhere.
QString textOfPdf(const QByteArray& pdf) {
    const QTemporaryDir dir;
    const QString path = dir.filePath("r.pdf");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) return {};
    file.close();
    QProcess process;
    process.start("pdftotext", {"-enc", "UTF-8", path, "-"});
    process.waitForFinished();
    QString text = QString::fromUtf8(process.readAllStandardOutput());
    return text.remove(QRegularExpression("[\\s\\x{2060}]"));
}

bool canReadPdfs() { return !QStandardPaths::findExecutable("pdftotext").isEmpty(); }

TEST(ReportPdf, HasPagesOfThePaperAsked) {
    const Report report = reportOfRun(sampleSubject(), planOf("student"));
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        const ReportPages pages(report, paper);
        EXPECT_GE(pages.count(), 3);
        EXPECT_LE(pages.count(), 12);
        const QSizeF size = pages.sizePt();
        EXPECT_NEAR(size.width(), paper == Paper::A4 ? 595 : 612, 1);
        EXPECT_NEAR(size.height(), paper == Paper::A4 ? 842 : 792, 1);
        const QByteArray pdf = pages.pdf();
        EXPECT_TRUE(pdf.startsWith("%PDF"));
        EXPECT_EQ(pdf.count("/Type /Page\n"), pages.count());
    }
}

TEST(ReportPdf, HasAllTheText) {
    if (!canReadPdfs()) GTEST_SKIP() << "pdftotext is missing: package poppler-utils";
    ReportPlan plan = planOf("student");
    plan.author = "Kim Minji";
    plan.notes = "A [manual](https://example.org/pipe) and **bold** words.";
    const ReportPages pages(reportOfRun(sampleSubject(), plan), Paper::A4);
    const std::string text = textOfPdf(pages.pdf()).toStdString();
    for (const char* part : {"KimMinji", "the→link", "2026-11-2618:00:00UTC", "awarning<b>",
                             "(https://example.org/pipe)", "\"schema\":\"ipclab.experiment/1\"", "Page1of"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, HasSubstr("Page" + std::to_string(pages.count()) + "of" + std::to_string(pages.count())));
}

TEST(ReportPdf, HasItsKorean) {
    if (!canReadPdfs()) GTEST_SKIP() << "pdftotext is missing: package poppler-utils";
    if (QFontDatabase::families(QFontDatabase::Korean).isEmpty()) GTEST_SKIP() << "no font with Korean is installed";
    const QByteArray pdf = ReportPages(reportOfRun(sampleSubject(), planOf("student", "ko")), Paper::A4).pdf();
    const QString text = textOfPdf(pdf);
    for (const char* part : {"실험", "방법", "판정", "부록:데이터"}) EXPECT_TRUE(text.contains(part)) << part;
}

// Along the edge of the sheet nothing is printed, on any page of anything.
TEST(ReportPdf, PrintsNothingIntoItsMargins) {
    ReportPlan wide = hostilePlan("student");
    wide.notes = QString("wordwithoutanend").repeated(40) + "\n\n```\n" + QString("code").repeated(200) +
                 "\n```\n\n| " + QString("cell").repeated(60) + " | b |\n|---|---|\n| " +
                 QString("long ").repeated(900) + " | 1 |\n";
    const Report reports[] = {reportOfRun(sampleSubject(), planOf("student")), reportOfRun(hostileSubject(), wide)};
    for (const Report& report : reports) {
        const ReportPages pages(report, Paper::Letter);
        for (int page = 0; page < pages.count(); ++page) {
            QImage image(pages.sizePt().toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            pages.paint(page, painter);
            painter.end();
            const int margin = 50;
            bool clean = true;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if ((x < margin || x >= image.width() - margin) && image.pixel(x, y) != qRgb(255, 255, 255))
                        clean = false;
            EXPECT_TRUE(clean) << "page " << page + 1 << " of " << pages.count();
        }
    }
}

}  // namespace
}  // namespace ipclab::test
