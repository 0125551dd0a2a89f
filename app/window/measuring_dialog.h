// A window beside the main one that measures on this machine when asked to: a chart of what it costs, how often each
// measurement is repeated, how far it is, and what was measured to be saved or copied. What is measured, and what
// stands beside the chart, is the derived one's.
#pragma once

#include <QDialog>
#include <string>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace ipclab {

class CostChart;

class MeasuringDialog : public QDialog {
    Q_OBJECT
public:
    [[nodiscard]] QPushButton* measureButton() const { return m_measure; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QSpinBox* repeats() const { return m_repeats; }
    [[nodiscard]] CostChart* chart() const { return m_chart; }
    [[nodiscard]] QLabel* status() const { return m_status; }

protected:
    struct Texts {
        QString title, explanation, chart;
        QString nothingYet;  // how long it takes
        QString measured;    // what the figures are, once they are there
    };

    // chartFile: the name proposed for the chart.
    MeasuringDialog(QString chartFile, QWidget* parent);
    // Ends the derived constructor. choice: stands before the repeats, or nullptr; below: stands under the chart.
    void layOut(QWidget* choice, QWidget* below);
    void showProgress(unsigned done, unsigned all);
    // The problem is empty when everything was measured.
    void conclude(const QString& problem);
    void changeEvent(QEvent* event) override;

    virtual void start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual std::size_t rowCount() const = 0;
    [[nodiscard]] virtual std::string csv() const = 0;
    [[nodiscard]] virtual Texts texts() const = 0;
    // In the language of the window, what the derived one has of its own.
    virtual void retranslateParts() = 0;
    // What was measured so far, and the progress.
    virtual void showRows() = 0;

private:
    void measureOrStop();
    void saveChart();
    void copy();
    void retranslate();

    QString m_chartFile;
    CostChart* m_chart;
    QLabel* m_explanation;
    QLabel* m_status;
    QLabel* m_repeatsLabel;
    QSpinBox* m_repeats;
    QProgressBar* m_progress;
    QPushButton* m_measure;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_close;
    bool m_isLaidOut = false;
    bool m_measuring = false;
};

}  // namespace ipclab
