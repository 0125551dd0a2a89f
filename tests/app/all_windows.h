// Every window, page and tab that this program can show, brought to the front one after the other: for tests of what
// must hold everywhere.
#pragma once

#include <QDialog>
#include <QListWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

#include "inspect/inspector.h"
#include "recording/recording.h"
#include "runs/sample_run.h"
#include "window/add_chart_dialog.h"
#include "window/charts_panel.h"
#include "window/compare_dialog.h"
#include "window/costs_dialog.h"
#include "window/machine_dialog.h"
#include "window/main_window.h"
#include "window/mechanisms_dialog.h"
#include "window/recordings_dialog.h"
#include "window/report_dialog.h"
#include "window/save_chart_dialog.h"
#include "window/settings_dialog.h"
#include "window/waiting_dialog.h"

namespace ipclab::test {

using Look = std::function<void(QWidget* window, const QString& where)>;

// Each tab of each tabbed widget in it.
inline void eachTab(QWidget* window, const QString& where, const Look& look) {
    look(window, where);
    for (QTabWidget* tabs : window->findChildren<QTabWidget*>()) {
        if (!tabs->isVisible()) continue;
        const int before = tabs->currentIndex();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab) || tab == before) continue;
            tabs->setCurrentIndex(tab);
            QTest::qWait(0);
            look(window, where + QStringLiteral(" ▸ ") + tabs->tabText(tab));
        }
        tabs->setCurrentIndex(before);
    }
}

inline void eachSelection(MainWindow& window, const Look& look) {
    const RunSource& source = window.session().shown();
    const auto show = [&](const Selection& selection, const QString& where) {
        window.select(selection);
        QTest::qWait(0);
        look(window.inspector(), where);
    };
    for (std::size_t i = 0; i < source.experiment().processes.size(); ++i) {
        show(source.partAt(Selection::Kind::Process, i), QStringLiteral("inspector of process %1").arg(i));
    }
    for (std::size_t i = 0; i < source.experiment().links.size(); ++i)
        show(source.partAt(Selection::Kind::Link, i), QStringLiteral("inspector of link %1").arg(i));
    show({}, QStringLiteral("inspector of the experiment"));
}

inline void eachDialog(MainWindow& window, const Look& look) {
    SettingsDialog* settings = window.showSettings();
    for (int page = 0; page < settings->list()->count(); ++page) {
        settings->list()->setCurrentRow(page);
        QTest::qWait(0);
        look(settings, QStringLiteral("settings ▸ ") + settings->list()->item(page)->text());
    }
    settings->hide();
    for (QDialog* dialog : std::initializer_list<QDialog*>{
             window.showMechanisms(), window.showCosts(), window.showCompare(), window.showWaiting(),
             window.showMachine(), window.showRecordings(), window.charts()->askForChart()}) {
        dialog->show();
        QTest::qWait(0);
        eachTab(dialog, dialog->windowTitle(), look);
        dialog->hide();
    }
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("run.ipclab"));
    const RunData run = sampleRun();
    RecordingWriter writer(recording.toStdString(), run);
    writer.update(run);
    writer.finish(run, {});
    ReportDialog* report = window.showReportOf(recording);
    QTest::qWait(0);
    eachTab(report, report->windowTitle(), look);
    report->hide();
    report->forget();
    SaveChartDialog saving(*window.charts(), QStringLiteral("x"), &window);
    saving.show();
    QTest::qWait(0);
    look(&saving, saving.windowTitle());
}

// The window with all its tabs, every part in the inspector, every dialog.
inline void everywhere(MainWindow& window, const Look& look) {
    eachTab(&window, QStringLiteral("window"), look);
    eachSelection(window, look);
    eachDialog(window, look);
}

}  // namespace ipclab::test
