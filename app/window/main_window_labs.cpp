// Exercises beside the bench.
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <algorithm>

#include "bridge/words.h"
#include "lab_report/lab_report.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "runs/said.h"
#include "window/charts_panel.h"
#include "window/description_strip.h"
#include "window/document_keeper.h"
#include "window/lab_desk.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/private_folder.h"
#include "window/side_panel.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

constexpr double kMomentShare = 0.05, kStretchShare = 0.1;  // of the run, of the stretch: what is seen beside it
constexpr Nanoseconds kLeastShownNs = kNsPerSecond / 2;     // of curves that are measured ten times a second

}  // namespace

LabDesk* MainWindow::makeLabs() {
    const QString parent = m_settings.privateFolder();
    if (parent.isEmpty() || privateFolder(parent).isEmpty()) return nullptr;
    const QString folder = privateFolder(parent + QStringLiteral("/exercises"));
    return folder.isEmpty() ? nullptr : new LabDesk(*m_session, folder, this);
}

void MainWindow::connectLabs() {
    m_actions->exercises->setEnabled(m_labs != nullptr);
    if (m_labs == nullptr) return;
    m_labs->page()->setLargeGeometry(m_settings.bytes(QStringLiteral("editor")));
    connect(m_actions->exercises, &QAction::triggered, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_side->showLabs();
    });
    connect(m_labs, &LabDesk::stepWanted, this, &MainWindow::askOpen);
    connect(m_labs, &LabDesk::partWanted, this, [this](const QString& process) {
        const auto& parts = m_session->experiment().processes;
        const auto found = std::ranges::find(parts, process.toStdString(), &ProcessSpec::name);
        if (m_labs->isOnBench() && found != parts.end())
            select(m_session->shown().ids().at(Part::Kind::Process, static_cast<std::size_t>(found - parts.begin())));
    });
    connect(m_labs, &LabDesk::fieldLeft, this, &MainWindow::finishEdit);
    connect(m_labs, &LabDesk::runWanted, this, &MainWindow::run);
    connect(m_labs, &LabDesk::told, this, [this](const QString& text, const QString& detail) {
        m_notice->show(NoticeBar::Weight::Warning, text, detail);
    });
    connect(m_labs, &LabDesk::untold, m_notice, &NoticeBar::take);
    connect(m_labs, &LabDesk::sightingWanted, this, &MainWindow::showSighting);
    connect(m_labs, &LabDesk::handInWanted, this, &MainWindow::askHandIn);
    connect(m_labs, &LabDesk::folderWanted, this, &MainWindow::askLabFolder);
    connect(m_labs, &LabDesk::archiveWanted, this, &MainWindow::askLabArchive);
}

void MainWindow::askOpenLab(const QString& path) {
    if (m_labs == nullptr) {
        m_notice->show(NoticeBar::Weight::Error, tr("Exercises cannot be worked on here."),
                       tr("The folder for what is done cannot be used."));
        return;
    }
    m_actions->showLibrary->setChecked(true);
    m_side->showLabs();
    m_labs->openAt(path);
}

void MainWindow::askLabFolder() {
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Open the folder of an exercise"), m_settings.saveFolder());
    if (!path.isEmpty()) askOpenLab(path);
}

void MainWindow::askLabArchive() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open the archive of an exercise"),
                                                      m_settings.saveFolder(), tr("Exercises (*.zip lab.json)"));
    if (!path.isEmpty()) askOpenLab(path);
}

// A run that has just ended is there without its recording, which a moment needs.
bool MainWindow::isShown(const LabSighting& sighting) const {
    const ReplaySource* replay = m_session->recording();
    const bool isMoment = sighting.from.from == sighting.from.to;
    return (!isMoment && m_labs->isShown(sighting.recording)) ||
           (replay != nullptr && replay->path() == sighting.recording);
}

// What stands on the bench is kept.
void MainWindow::showSighting(const LabSighting& sighting) {
    if (isShown(sighting)) return pointAt(sighting);
    const QString path = QFile::decodeName(sighting.recording.c_str());
    beforeLosing(RunGuard::Wish::Open, [this, path, sighting] {
        if (!openRecording(path)) return;
        m_labs->setOnBench(true);
        m_keeper->setOfExercise();
        m_description->setOfExercise(true);
        pointAt(sighting);
    });
}

// Its chart with the stretch between the markers and a little beside it; a moment is gone to as well. Charts that have
// not begun to show the run would begin their axis anew afterwards.
void MainWindow::pointAt(const LabSighting& sighting) {
    if (!isShown(sighting)) return;  // something else was opened meanwhile
    TimeAxis& axis = *m_charts->page()->axis();
    if (axis.origin() != m_session->shown().history().startNs) {
        connect(
            &m_session->shown(), &RunSource::framePassed, this, [this, sighting] { pointAt(sighting); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    const auto charts = runCharts();
    const auto found =
        std::ranges::find(charts, sighting.chart, [](const ChartSpec& spec) { return QString::fromLatin1(spec.id); });
    m_actions->showCharts->setChecked(true);
    if (found != charts.end()) m_charts->showReadyChart(found->chart);
    const auto [from, to] = sighting.from;
    const RunData& run = m_session->shown().history();
    const auto share = [](Nanoseconds length, double part) {
        return static_cast<Nanoseconds>(static_cast<double>(length) * part);
    };
    const Nanoseconds beside =
        std::max({share(run.endNs - run.startNs, from == to ? kMomentShare : 0), share(to - from, kStretchShare),
                  (kLeastShownNs - (to - from)) / 2});
    axis.setMarker(Marker::A, from);
    axis.setMarker(Marker::B, from == to ? std::nullopt : std::optional(to));
    axis.showRange(std::max(from - beside, std::min(from, run.startNs)), std::min(to + beside, std::max(to, run.endNs)));
    if (from != to) return;
    m_session->recording()->goTo(from);
    showMoment();
}

void MainWindow::askHandIn() {
    LabSession& labs = m_labs->labs();
    QString path = QFileDialog::getSaveFileName(
        this, tr("Hand in"),
        QDir(m_settings.saveFolder()).filePath(m_labs->handInName()),
        tr("What is handed in (*.zip)"));
    if (path.isEmpty()) return;
    if (!path.endsWith(QStringLiteral(".zip"))) path += QStringLiteral(".zip");
    QApplication::setOverrideCursor(Qt::WaitCursor);
    QString wrong;
    try {
        labs.handIn(QFile::encodeName(path).toStdString(), [&](const LabResult& result) {
            return labReportFiles({labs.lab(), labs.work(), result}, QString::fromStdString(Words::language()));
        });
    } catch (const std::exception& error) {
        wrong = said(std::string_view(error.what()));
    }
    QApplication::restoreOverrideCursor();
    if (!wrong.isEmpty()) return m_notice->show(NoticeBar::Weight::Error, tr("It could not be written."), wrong);
    m_notice->show(NoticeBar::Weight::Information, tr("This file is what you hand in; a report is in it."), path);
}

}  // namespace ipclab
