// What processes cost on this machine, measured when asked for: making one in every way against the parent's memory, as
// a chart, and switching from one to another, as a table. A window beside the main one.
#pragma once

#include <QDialog>

#include "runs/cost_run.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace ipclab {

class CostChart;

class CostsDialog : public QDialog {
    Q_OBJECT
public:
    explicit CostsDialog(QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* measureButton() const { return m_measure; }
    [[nodiscard]] QSpinBox* repeats() const { return m_repeats; }
    [[nodiscard]] CostChart* chart() const { return m_chart; }
    [[nodiscard]] QTableWidget* switches() const { return m_switches; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void measureOrStop();
    void conclude(const QString& problem);
    void showRows();
    void showSwitches();
    void saveChart();
    void copy();
    void retranslate();
    [[nodiscard]] static QString methodName(const std::string& id);
    [[nodiscard]] static QString figureText(const std::optional<CostFigure>& figure);

    CostRun m_run;
    CostChart* m_chart;
    QTableWidget* m_switches;
    QLabel* m_explanation;
    QLabel* m_status;
    QLabel* m_repeatsLabel;
    QSpinBox* m_repeats;
    QProgressBar* m_progress;
    QPushButton* m_measure;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_close;
    bool m_measuring = false;
};

}  // namespace ipclab
