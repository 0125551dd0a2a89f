// What reports say of runs and sweeps.
#include "report_fixture.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <set>

#include "report/report_language.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportPlan, EveryTemplateNamesKnownSectionsOnce) {
    std::set<QString> ids;
    for (std::size_t i = 0; i < reportParts().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(reportParts()[i].part), i);
        EXPECT_TRUE(ids.insert(reportParts()[i].id).second);
        EXPECT_EQ(reportPartOf(reportParts()[i].id), reportParts()[i].part);
    }
    ASSERT_EQ(reportTemplates().size(), 3U);
    for (const ReportTemplate& one : reportTemplates()) {
        EXPECT_EQ(std::set<ReportPart>(one.parts.begin(), one.parts.end()).size(), one.parts.size()) << one.id;
        EXPECT_EQ(findReportTemplate(one.id), &one);
    }
    EXPECT_EQ(findReportTemplate("no such"), nullptr);
}

TEST(ReportOfARun, SaysWhatWasAskedForInThatOrder) {
    ReportPlan plan;
    plan.parts = {ReportPart::Links, ReportPart::Question, ReportPart::Cells, ReportPart::Host};
    plan.question = "When?";
    const Report report = reportOfRun(sampleSubject(), plan);
    EXPECT_EQ(sectionIds(report), (QStringList{"links", "question", "host"})) << "cells are of sweeps";
    EXPECT_EQ(report.title, "A, \"B\"");
    EXPECT_EQ(report.date, "2026-11-26 18:00:00 UTC");
    plan.question.clear();
    EXPECT_FALSE(sectionIds(reportOfRun(sampleSubject(), plan)).contains("question")) << "nothing to say, no section";
}

TEST(ReportOfARun, HasItsFiguresAsTheResultHasThem) {
    const Report report = reportOfRun(sampleSubject(), planOf("student"));
    const auto tables = blocksIn<ReportTable>(section(report, "links"));
    ASSERT_GE(tables.size(), 2U);
    const auto sent = std::ranges::find(tables[0].columns, QString("Sent"), &ReportColumn::title);
    ASSERT_NE(sent, tables[0].columns.end());
    EXPECT_TRUE(sent->number);
    EXPECT_EQ(tables[0].rows[0][sent - tables[0].columns.begin()], "2,000");
    EXPECT_EQ(tables[0].rows[0][0], "the→link");
    EXPECT_EQ(tables[0].label, "Table 7") << "numbered through the whole report";
    const auto how = blocksIn<ReportTable>(section(report, "method"));
    ASSERT_EQ(how.size(), 1U);
    EXPECT_TRUE(std::ranges::any_of(how[0].rows, [](const QStringList& row) { return row[0] == "Latency"; }));
}

// One link is as another: wherever its data lie, its figures are its own.
TEST(ReportOfARun, AnswersForEveryLinkWithItsOwnFigures) {
    RunSubject subject = sampleSubject();
    auto run = std::make_shared<RunData>(*subject.data);
    for (std::uint64_t i = 1; i < 4; ++i) {
        LinkData link = run->links.front();
        link.name = "link-" + std::to_string(i);
        link.received = 100 + i;
        run->links.push_back(std::move(link));
    }
    subject.data = run;
    const Report report = reportOfRun(subject, planOf("student"));
    std::map<QString, QString> said;
    for (const ReportSection& one : report.sections)
        for (const ReportFacts& facts : blocksIn<ReportFacts>(one))
            for (const auto& [what, value] : facts.rows) said.emplace(what, value);
    for (int i = 1; i < 4; ++i) {
        const auto found = said.find(QStringLiteral("Over link-%1").arg(i));
        ASSERT_NE(found, said.end()) << i;
        EXPECT_TRUE(found->second.startsWith(QString::number(100 + i) + QLatin1Char(' '))) << found->second.toStdString();
    }
}

TEST(ReportOfARun, SaysWhatTheMachineDidBesideIt) {
    RunSubject subject = sampleSubject();
    auto run = std::make_shared<RunData>(*subject.data);
    subject.data = run;
    run->startNs = kStart;
    run->endNs = kStart + 10 * kNsPerSecond;
    run->machine = {.loadStart = 0.5, .loadEnd = 1.25, .othersCpuS = 2.5, .stolenCpuS = {}};
    ReportPlan plan;
    plan.parts = {ReportPart::Host};
    const auto tables = blocksIn<ReportTable>(reportOfRun(subject, plan).sections.at(0));
    ASSERT_EQ(tables.size(), 1U);
    const auto& rows = tables[0].rows;
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0][0], "Load at the start");
    EXPECT_THAT(rows[0][1].toStdString(), HasSubstr("0.5"));
    EXPECT_THAT(rows[1][1].toStdString(), HasSubstr("1.25"));
    EXPECT_THAT(rows[2][1].toStdString(), testing::AllOf(HasSubstr("2.5"), HasSubstr("25 % of a CPU")));
    EXPECT_EQ(rows[3][1], "not known") << "and not zero";
    EXPECT_THAT(rows[3][2].toStdString(), HasSubstr("/proc/stat (steal)"));
}

TEST(ReportOfARun, TellsWhatIsWrongWithItsMessages) {
    RunSubject subject = sampleSubject();
    auto run = std::make_shared<RunData>(*subject.data);
    subject.data = run;
    ReportPlan plan;
    plan.parts = {ReportPart::Verdicts};
    const auto first = [&] { return blocksIn<ReportVerdict>(reportOfRun(subject, plan).sections.at(0)).at(0); };
    EXPECT_EQ(first().kind, ReportVerdict::Kind::Bad);
    EXPECT_THAT(first().statement.toStdString(), HasSubstr("4 messages arrived damaged"));
    run->links[0].corrupted = 0;
    EXPECT_THAT(first().statement.toStdString(), HasSubstr("1 of"));
    EXPECT_EQ(first().kind, ReportVerdict::Kind::Bad) << "a pipe loses nothing";
    run->links[0].lost = run->links[0].duplicated = run->links[0].reordered = 0;
    EXPECT_EQ(first().kind, ReportVerdict::Kind::Good);
}

TEST(ReportOfARun, IsInALanguageOfItsOwn) {
    const Report report = reportOfRun(sampleSubject(), planOf("student", "ko"));
    EXPECT_EQ(section(report, "host").title, "기계");
    EXPECT_EQ(blocksIn<ReportFigure>(section(report, "charts")).at(0).label.left(2), "그림");
    EXPECT_THAT(QString::fromUtf8(htmlOf(report)).toStdString(), HasSubstr("lang=\"ko\""));
    EXPECT_EQ(QCoreApplication::translate("report", "Machine"), "Machine") << "the window's stays";
    {
        const ReportLanguage korean("ko");
        const ReportLanguage english("en");
        EXPECT_EQ(QCoreApplication::translate("report", "Machine"), "Machine") << "English over Korean";
        const auto repeats = [](int n) {
            return QCoreApplication::translate("ipclab::SweepWords", "In %n repeat(s) other work disturbed it: %1.", nullptr, n);
        };
        EXPECT_EQ(repeats(1), "In 1 repeat other work disturbed it: %1.");
        EXPECT_EQ(repeats(3), "In 3 repeats other work disturbed it: %1.");
    }
}

TEST(ReportOfARun, IsReportedWithTheHashOfItsFile) {
    const TempDir dir;
    std::ofstream(dir / "x.ipclab") << "abc";
    RunSubject subject = sampleSubject();
    subject.file = dir / "x.ipclab";
    ReportPlan plan;
    plan.parts = {ReportPart::Source};
    const std::string html = htmlOf(reportOfRun(subject, plan)).toStdString();
    EXPECT_THAT(html, HasSubstr("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    EXPECT_THAT(html, HasSubstr("<dd>x.ipclab</dd>"));
    EXPECT_THAT(html, Not(HasSubstr(dir.path().string()))) << "nobody's folders";
}

TEST(ReportOfASweep, SaysWhetherADifferenceIsReal) {
    const std::vector<double> slow{100, 101, 102, 103, 104, 105}, fast{200, 202, 204, 206, 208, 210};
    const auto verdictsOf = [](const std::vector<double>& a, const std::vector<double>& b) {
        return blocksIn<ReportVerdict>(section(reportOfSweep(sampleSweep({a, b}), planOf("comparison")), "verdicts"));
    };
    const auto real = verdictsOf(slow, fast);
    ASSERT_EQ(real.size(), 2U) << "the sum of them, and the one comparison";
    EXPECT_EQ(real[1].kind, ReportVerdict::Kind::Good);
    EXPECT_THAT(real[1].reason.toStdString(), HasSubstr("The difference is real: fifo is higher"));
    const auto none = verdictsOf(slow, slow);
    EXPECT_EQ(none[1].kind, ReportVerdict::Kind::Open);
    EXPECT_THAT(none[1].reason.toStdString(), HasSubstr("No difference is shown"));
    const auto few = verdictsOf({100, 101}, {200, 201});
    EXPECT_THAT(few[1].reason.toStdString(), HasSubstr("nothing can be decided"));
}

TEST(ReportOfASweep, HasMediansIntervalsAndPictures) {
    const Report report =
        reportOfSweep(sampleSweep({{1, 2, 3, 4, 5, 6}, {10, 20, 30, 40, 50, 60}}), planOf("comparison"));
    const auto tables = blocksIn<ReportTable>(section(report, "cells"));
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].rows.size(), 2U);
    const auto beside = blocksIn<ReportTable>(section(report, "host"));
    ASSERT_EQ(beside.size(), 1U);
    EXPECT_EQ(beside[0].rows[3][1], "not known") << "this sweep has no such figure";
    EXPECT_THAT(tables[0].rows[1].join('|').toStdString(), HasSubstr("35"));
    EXPECT_FALSE(blocksIn<ReportFigure>(section(report, "charts")).empty());
    const auto maps = [](const SweepSubject& subject) {
        const Report made = reportOfSweep(subject, planOf("comparison"));
        return std::ranges::count_if(blocksIn<ReportFigure>(section(made, "charts")), [](const ReportFigure& figure) {
            return figure.caption.contains(QStringLiteral("of each cell"));
        });
    };
    const std::vector<double> some{1, 2, 3, 4, 5, 6};
    EXPECT_EQ(maps(sampleSweep({some, some}, "64")), 0) << "of one row bars tell it all";
    EXPECT_EQ(maps(sampleSweep({some, some, some, some}, "64,4096")), 1);
    expectStandsAlone(htmlOf(report));
}

}  // namespace
}  // namespace ipclab::test
