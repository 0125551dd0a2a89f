// One prediction: the question, what is answered it in the way its kind asks for, and beside it what was measured once
// the step was run.
#pragma once

#include <QWidget>
#include <optional>

#include "labs/verdict.h"

class QButtonGroup;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ipclab {

class CurveSketch;
class OptionRow;
class PredictionView;

class PredictionEditor : public QWidget {
    Q_OBJECT
public:
    explicit PredictionEditor(LabPrediction prediction, QWidget* parent = nullptr);

    [[nodiscard]] const LabPrediction& prediction() const { return m_prediction; }
    void setAnswer(const LabAnswer& answer);  // empty: not answered yet
    void setLocked(bool locked);
    // Null: not known yet.
    void setVerdict(const LabPredictionVerdict* verdict);
    // Hidden until something was measured; then it is there in the place of what was answered with.
    [[nodiscard]] PredictionView* chart() const { return m_chart; }

signals:
    void answered(const ipclab::LabAnswer& answer);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeChoice();
    QWidget* makeNumber();
    QWidget* makeOrdering();
    QWidget* makeCurve();
    void move(int by);
    void tellOrder();
    void tellNumber();
    void showUnit();
    void take(LabAnswer answer);
    void retranslate();
    void showMeasured();
    [[nodiscard]] QString textOf(const LabAnswer& answer) const;

    LabPrediction m_prediction;
    LabAnswer m_answer;
    std::optional<LabPredictionVerdict> m_verdict;
    bool m_locked = false;
    QLabel* m_question;
    QLabel* m_measured;
    PredictionView* m_chart;
    QWidget* m_input = nullptr;
    QButtonGroup* m_choice = nullptr;
    std::vector<OptionRow*> m_options;
    QDoubleSpinBox* m_number = nullptr;
    QPushButton* m_take = nullptr;  // the number, or the order as it stands
    QListWidget* m_order = nullptr;
    QPushButton *m_up = nullptr, *m_down = nullptr;
    CurveSketch* m_curve = nullptr;
};

}  // namespace ipclab
