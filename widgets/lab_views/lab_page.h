// The exercise that is open, one step at a time: its text, what is predicted, what is judged, the questions that are
// answered in words, and the way on.
#pragma once

#include <QWidget>
#include <vector>

#include "exercises/lab_session.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ipclab {

class OwnProgramPanel;
class PredictionEditor;
class VerdictCard;

class LabPage : public QWidget {
    Q_OBJECT
public:
    // The session outlives this.
    explicit LabPage(LabSession& labs, QWidget* parent = nullptr);

    // Whether a run goes on now: no step can be started meanwhile.
    void setRunning(bool running);
    [[nodiscard]] QPushButton* runButton() const { return m_run; }
    [[nodiscard]] QPushButton* nextButton() const { return m_next; }
    // Of a step that has a node for a program of the student's; else null.
    [[nodiscard]] OwnProgramPanel* ownProgram() const { return m_program; }

signals:
    void closeWanted();
    void runWanted();
    void programChanged();  // another one of the student's fills the node
    void told(const QString& text, const QString& detail);
    void stepShown();  // its experiment is to be opened
    void chartWanted(const QString& chart);
    void handInWanted();
    void startAgainWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addPredictions(QVBoxLayout* column);
    void addProgram(QVBoxLayout* column);
    void addChecks(QVBoxLayout* column);
    void addWords(QVBoxLayout* column);
    void refresh();
    void go(int by);
    [[nodiscard]] bool isLast() const;
    [[nodiscard]] QString runText() const;
    [[nodiscard]] QString stateText() const;

    LabSession& m_labs;
    QPushButton *m_back, *m_again;
    QLabel *m_title, *m_objective, *m_steps, *m_state;
    QScrollArea* m_scroll;
    QPushButton *m_previous, *m_run, *m_next;
    QLabel* m_text = nullptr;
    QLabel* m_stepTitle = nullptr;
    std::vector<PredictionEditor*> m_predictions;
    std::vector<VerdictCard*> m_cards;
    QLineEdit* m_student = nullptr;
    OwnProgramPanel* m_program = nullptr;
    bool m_running = false;
    std::string m_shown;  // exercise and step that stand there
};

}  // namespace ipclab
