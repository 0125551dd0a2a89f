// Exercises beside the bench.
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <algorithm>

#include "bridge/words.h"
#include "lab_views/lab_shelf.h"
#include "runs/said.h"
#include "window/charts_panel.h"
#include "window/lab_desk.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/private_folder.h"
#include "window/side_panel.h"
#include "window/window_actions.h"

namespace ipclab {

LabDesk* MainWindow::makeLabs() {
    const QString parent = m_settings.privateFolder();
    if (parent.isEmpty() || privateFolder(parent).isEmpty()) return nullptr;
    const QString folder = privateFolder(parent + QStringLiteral("/exercises"));
    return folder.isEmpty() ? nullptr : new LabDesk(*m_session, folder, this);
}

void MainWindow::connectLabs() {
    m_actions->exercises->setEnabled(m_labs != nullptr);
    if (m_labs == nullptr) return;
    connect(m_actions->exercises, &QAction::triggered, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_side->showLabs();
    });
    connect(m_labs, &LabDesk::stepWanted, this, &MainWindow::askOpen);
    connect(m_labs, &LabDesk::runWanted, this, &MainWindow::run);
    connect(m_labs, &LabDesk::told, this, [this](const QString& text, const QString& detail) {
        m_notice->show(NoticeBar::Weight::Warning, text, detail);
    });
    connect(m_labs, &LabDesk::chartWanted, this, &MainWindow::showLabChart);
    connect(m_labs, &LabDesk::handInWanted, this, &MainWindow::askHandIn);
}

void MainWindow::showLabChart(const QString& id) {
    const auto charts = runCharts();
    const auto found =
        std::ranges::find(charts, id, [](const ChartSpec& spec) { return QString::fromLatin1(spec.id); });
    if (found == charts.end()) return;
    m_charts->showReadyChart(found->chart);
}

void MainWindow::askHandIn() {
    const auto& lab = m_labs->labs().lab();
    QString path = QFileDialog::getSaveFileName(
        this, tr("Hand in"),
        QDir(m_settings.saveFolder()).filePath(QString::fromStdString(lab.id) + QStringLiteral(".zip")),
        tr("What is handed in (*.zip)"));
    if (path.isEmpty()) return;
    if (!path.endsWith(QStringLiteral(".zip"))) path += QStringLiteral(".zip");
    try {
        m_labs->labs().handIn(path.toStdString(), {});
        m_notice->show(NoticeBar::Weight::Information, tr("This file is what you hand in."), path);
    } catch (const std::exception& error) {
        m_notice->show(NoticeBar::Weight::Error, tr("It could not be written."), said(std::string_view(error.what())));
    }
}

}  // namespace ipclab
