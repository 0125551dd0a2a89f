// File ▸ Report…: what it says is chosen, the author's notes are kept, pages are seen, files are saved.
#include <QAction>
#include <QComboBox>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QToolButton>

#include "app/window_fixture.h"
#include "report/pdf_writer.h"
#include "report/report_preview.h"
#include "window/charts_panel.h"
#include "window/report_dialog.h"
#include "window/report_sections_list.h"

namespace ipclab {
namespace {

class WindowReport : public WindowTest {
protected:
    void openRun() {
        open(QStringLiteral("first"));
        startRun();
        stopRun();
    }
    ReportDialog& dialog() {
        m_dialog = window().showReport();
        if (m_dialog == nullptr) throw std::runtime_error("no report");
        return *m_dialog;
    }
    QByteArray saved(const char* name) {
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        EXPECT_EQ(m_dialog->saveTo(path).toStdString(), "");
        return contentOf(path);
    }
    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    ReportDialog* m_dialog = nullptr;
};

TEST_F(WindowReport, ShowsItsPagesAndSavesThem) {
    openRun();
    ASSERT_TRUE(actions().report->isEnabled());
    ReportDialog& report = dialog();
    EXPECT_TRUE(report.isVisible());
    ASSERT_NE(report.preview()->pages(), nullptr);
    EXPECT_GT(report.preview()->pages()->count(), 1);
    EXPECT_TRUE(saved("r.pdf").startsWith("%PDF"));
    const QByteArray html = saved("r.html");
    EXPECT_TRUE(html.contains("id=\"charts\""));
    EXPECT_TRUE(html.contains("lang=\"en\""));
    EXPECT_NE(report.saveTo(m_dir.filePath("none/r.pdf")), QString());
}

TEST_F(WindowReport, IsInALanguageOfItsOwn) {
    openRun();
    ReportDialog& report = dialog();
    report.language()->setCurrentIndex(report.language()->findData("ko"));
    const QString html = QString::fromUtf8(saved("r.html"));
    EXPECT_TRUE(html.contains(QStringLiteral("lang=\"ko\"")));
    EXPECT_TRUE(html.contains(QStringLiteral("부록: 데이터")));
    EXPECT_EQ(report.windowTitle(), "Report") << "the window's stays";
    m_language.choose(QStringLiteral("ko"));
    report.language()->setCurrentIndex(report.language()->findData("en"));
    EXPECT_TRUE(saved("e.html").contains("Appendix: the data"));
    EXPECT_TRUE(waitFor([&] { return report.windowTitle() == QStringLiteral("보고서"); }));
}

TEST_F(WindowReport, SaysWhatIsCheckedInItsOrder) {
    openRun();
    ReportDialog& report = dialog();
    report.templates()->setCurrentIndex(report.templates()->findData("student"));
    report.question()->setText("Does it wait?");
    QListWidget* list = report.sections()->list();
    ASSERT_EQ(report.sections()->parts().at(0), ReportPart::Question);
    list->setCurrentRow(1);
    QTest::mouseClick(report.sections()->findChildren<QToolButton*>().at(0), Qt::LeftButton);
    EXPECT_EQ(report.sections()->parts().at(0), ReportPart::Experiment) << "moved up";
    for (int i = 0; i < list->count(); ++i)
        if (i > 1) list->item(i)->setCheckState(Qt::Unchecked);
    const QByteArray html = saved("r.html");
    EXPECT_LT(html.indexOf("id=\"experiment\""), html.indexOf("id=\"question\""));
    EXPECT_FALSE(html.contains("id=\"host\""));
    EXPECT_TRUE(html.contains("Does it wait?"));
}

TEST_F(WindowReport, ChartsAreThoseThatAreSeen) {
    openRun();
    for (const ChartSpec& spec : runCharts()) window().charts()->setChartShown(spec.chart, false);
    window().charts()->setChartShown(RunChart::Throughput, true);
    EXPECT_EQ(dialog().plan().charts, QStringList{"throughput"});
    EXPECT_EQ(saved("r.html").count("<img"), 2) << "the experiment, and one chart";
}

TEST_F(WindowReport, StatisticsAreOfWhatLiesBetweenTheMarkers) {
    openRun();
    TimeAxis& axis = *window().charts()->page()->axis();
    const Nanoseconds start = run().startNs;
    axis.setMarker(Marker::A, start + 200'000'000);
    axis.setMarker(Marker::B, start + 100'000'000);
    const auto markers = dialog().plan().markersS;
    ASSERT_TRUE(markers);
    EXPECT_NEAR(markers->first, 0.1, 1e-6);
    EXPECT_NEAR(markers->second, 0.2, 1e-6);
}

TEST_F(WindowReport, NotesAreKeptBesideARecordingThatStaysAsItIs) {
    openRun();
    const QString path = m_dir.filePath("mine.ipclab");
    ASSERT_TRUE(window().saveRecording({}, path));
    const auto hash = [&] { return QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex(); };
    const QByteArray before = hash();
    ASSERT_TRUE(window().openRecording(path));
    ReportDialog& report = dialog();
    report.notes()->setPlainText("It **waits**.");
    report.author()->setText("Kim Minji");
    EXPECT_TRUE(waitFor([&] { return QFile::exists(path + ".notes.md"); }));
    EXPECT_TRUE(contentOf(path + ".notes.md").contains("author: Kim Minji"));
    EXPECT_EQ(hash(), before);
    const QByteArray html = saved("r.html");
    EXPECT_TRUE(html.contains("<strong>waits</strong>"));
    EXPECT_TRUE(html.contains(before)) << "the hash of the file it is of";
    open(QStringLiteral("first"));  // another window
    ASSERT_TRUE(window().openRecording(path));
    EXPECT_EQ(dialog().notes()->toPlainText(), "It **waits**.");
}

TEST_F(WindowReport, IsGoneWithTheRunItWasOf) {
    openRun();
    ReportDialog& report = dialog();
    startRun();
    EXPECT_EQ(report.preview()->pages(), nullptr) << "nothing of a run that is gone is looked at";
    EXPECT_FALSE(actions().report->isEnabled());
    EXPECT_NE(report.saveTo(m_dir.filePath("r.html")), QString());
    stopRun();
}

TEST_F(WindowReport, RefusesWhatIsNeitherARecordingNorASweep) {
    open(QStringLiteral("first"));
    const QString path = m_dir.filePath("no.sweep");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    EXPECT_EQ(window().showReportOf(path), nullptr);
    EXPECT_EQ(window().showReportOf(m_dir.filePath("none.ipclab")), nullptr);
}

TEST(ReportSectionsList, RemembersChoiceAndOrder) {
    ReportSectionsList list;
    list.show(*findReportTemplate("student"), ReportOf::Run, {});
    EXPECT_FALSE(list.text().contains("cells")) << "of sweeps";
    list.list()->item(0)->setCheckState(Qt::Unchecked);
    list.list()->insertItem(0, list.list()->takeItem(3));
    const QString kept = list.text();
    const auto parts = list.parts();
    ReportSectionsList other;
    other.show(*findReportTemplate("student"), ReportOf::Run, kept + ",-nonsense,of-another-version");
    EXPECT_EQ(other.parts(), parts);
    EXPECT_EQ(other.text(), kept);
}

}  // namespace
}  // namespace ipclab
