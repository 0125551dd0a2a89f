// Sweep and compare: on the left what is measured, in the middle what it gave. How many runs it is and how long it
// takes stands there before it starts; every run is kept in a file when it was made, so that it can be stopped, or
// killed, and gone on with. A window beside the main one.
#pragma once

#include <QDialog>
#include <QTimer>
#include <functional>
#include <memory>

#include "document/document.h"
#include "sweep/sweep_plan.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace ipclab {

class ActivityWatch;
class MatrixBuilder;
class SweepGuard;
class SweepResults;
class SweepSession;
class WindowSettings;

class CompareDialog : public QDialog {
    Q_OBJECT
public:
    explicit CompareDialog(WindowSettings& settings, QWidget* parent = nullptr);
    ~CompareDialog() override;

    // The experiment that is open in the main window.
    void setDocument(const Document& document);
    // Asked before anything runs whether these may: it begins, with what may run and what no run may exceed, or it is
    // refused and why.
    using Permission =
        std::function<void(const std::vector<Experiment>& cells, const std::function<void(SweepRunner)>& begin,
                           const std::function<void(const QString&)>& refuse)>;
    void setPermission(Permission permission) { m_permission = std::move(permission); }
    // A sweep that was kept. False: what is wrong stands below.
    bool openSweep(const QString& path);
    void compareMechanisms();
    void compareDocument();
    // Closes; where a sweep is measured, once it has been agreed to that it stops.
    void reject() override;

    [[nodiscard]] MatrixBuilder* builder() const { return m_builder; }
    [[nodiscard]] SweepResults* results() const { return m_results; }
    [[nodiscard]] SweepSession& session() const { return *m_session; }
    [[nodiscard]] SweepGuard& guard() const { return *m_guard; }
    [[nodiscard]] QPushButton* measureButton() const { return m_measure; }
    [[nodiscard]] QPushButton* againButton() const { return m_again; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QPushButton* reportButton() const { return m_report; }
    [[nodiscard]] QLabel* plan() const { return m_planLabel; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    // Each returns what went wrong; empty: it is done.
    [[nodiscard]] QString saveChart(const QString& path) const;
    [[nodiscard]] QString saveData(const QString& path) const;

signals:
    // Of the sweep in this file.
    void reportWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // What the button does now.
    enum class Next { Begin, GoOn, Stop };
    [[nodiscard]] Next next() const;

    void layOut();
    void connectParts();
    void measureOrStop();
    void begin();
    void start();
    void measureAgain();
    void conclude(bool complete);
    void tellPlan();
    void tellBusy();
    void tellProgress();
    void showButtons();
    void askOpen();
    void askSaveChart();
    void askSaveData();
    [[nodiscard]] QString saveSweep(const QString& path) const;
    void retranslate();
    void tell(const QString& text);
    [[nodiscard]] static QString timeText(double seconds);
    [[nodiscard]] QString planText() const;
    [[nodiscard]] QString freshFile() const;

    WindowSettings& m_settings;
    Permission m_permission;
    SweepSession* m_session;
    SweepGuard* m_guard;
    MatrixBuilder* m_builder;
    SweepResults* m_results;
    QLabel *m_planLabel, *m_fileLabel, *m_busy, *m_status;
    QProgressBar* m_progress;
    QPushButton *m_measure, *m_again, *m_open, *m_saveChart, *m_saveData, *m_copy, *m_report, *m_close;
    bool m_isChanged = true;  // what is on the left is not what is in the middle
    QTimer m_planSoon;        // what cells can be had is asked once typing rests
    QTimer m_busySoon;
    std::unique_ptr<ActivityWatch> m_watch;  // while nothing is measured
};

}  // namespace ipclab
