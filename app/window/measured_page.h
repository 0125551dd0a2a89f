// Mechanisms measured on this machine and set beside their traits: which, with messages of which sizes, how often; in
// the background, with progress and time left; what is measured when it is stopped stays. A table of medians with their
// intervals and a chart of the same, both to take along.
#pragma once

#include <QElapsedTimer>
#include <QWidget>
#include <memory>

#include "plot/bar_chart.h"
#include "runs/bench_plan.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace ipclab {

class BarChartView;
class BenchTable;
class MechanismTable;
class TableView;
class WordFilter;

class MeasuredPage : public QWidget {
    Q_OBJECT
public:
    explicit MeasuredPage(const MechanismTable& traits, QWidget* parent = nullptr);
    ~MeasuredPage() override;

    [[nodiscard]] QListWidget* mechanisms() const { return m_mechanisms; }
    [[nodiscard]] QLineEdit* sizes() const { return m_sizes; }
    [[nodiscard]] QSpinBox* repeats() const { return m_repeats; }
    [[nodiscard]] QComboBox* pattern() const { return m_pattern; }
    [[nodiscard]] QPushButton* measureButton() const { return m_measure; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] TableView* table() const { return m_view; }
    [[nodiscard]] const BenchTable* model() const { return m_model; }
    [[nodiscard]] const BarChart& chart() const;
    [[nodiscard]] bool isMeasuring() const { return m_batch != nullptr; }
    // Of each repeat.
    void setSeconds(double seconds) { m_seconds = seconds; }
    void choose(const QStringList& ids);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeChoice();
    QWidget* makeResults();
    void fillMechanisms();
    void chooseAll(bool chosen);
    [[nodiscard]] std::optional<BenchOptions> optionsAsked();
    void measureOrStop();
    void takeResults();
    void showProgress();
    void conclude(bool complete);
    void showChart();
    void showButtons();
    void saveChart();
    void saveData();
    void retranslate();

    const MechanismTable& m_traits;
    BenchTable* m_model;
    WordFilter* m_filter;
    QListWidget* m_mechanisms;
    QPushButton *m_all, *m_none;
    QLabel *m_sizesLabel, *m_repeatsLabel;
    QLineEdit* m_sizes;
    QComboBox* m_pattern;
    QSpinBox* m_repeats;
    QPushButton* m_measure;
    QProgressBar* m_progress;
    TableView* m_view;
    BarChartView* m_chart;
    QScrollArea* m_scroll;
    QLabel* m_status;
    QPushButton *m_saveChart, *m_saveData, *m_copy;
    double m_seconds = 1;
    QElapsedTimer m_since;
    std::unique_ptr<BenchPlan> m_plan;
    std::unique_ptr<Batch> m_batch;  // last: it ends before its plan
};

}  // namespace ipclab
