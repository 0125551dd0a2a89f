// What waiting for its clients costs a server on this machine, measured when asked for: every strategy a curve against
// the number of connections, as a chart of one figure at a time; beside it what could not be measured, with the reason.
// A window beside the main one.
#pragma once

#include <QDialog>

#include "runs/waiting_run.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace ipclab {

class CostChart;

class WaitingDialog : public QDialog {
    Q_OBJECT
public:
    explicit WaitingDialog(QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* measureButton() const { return m_measure; }
    [[nodiscard]] QSpinBox* repeats() const { return m_repeats; }
    [[nodiscard]] QComboBox* figure() const { return m_figure; }
    [[nodiscard]] CostChart* chart() const { return m_chart; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] QLabel* skipped() const { return m_skipped; }
    // What the next measurement is to be; for tests a short one.
    void setOptions(WaitingOptions options) { m_options = std::move(options); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void measureOrStop();
    void conclude(const QString& problem);
    void showRows();
    void showSkipped();
    void saveChart();
    void copy();
    void retranslate();
    void nameFigures();

    WaitingRun m_run;
    WaitingOptions m_options;
    CostChart* m_chart;
    QLabel* m_explanation;
    QLabel* m_status;
    QLabel* m_skipped;
    QLabel* m_repeatsLabel;
    QSpinBox* m_repeats;
    QComboBox* m_figure;
    QProgressBar* m_progress;
    QPushButton* m_measure;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_close;
    bool m_measuring = false;
};

}  // namespace ipclab
