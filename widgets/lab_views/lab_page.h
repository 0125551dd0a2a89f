// The exercise that is open, one step at a time: its text, what is predicted, what is judged, the questions that are
// answered in words, and the way on.
#pragma once

#include <QWidget>
#include <vector>

#include "exercises/lab_session.h"
#include "lab_views/lab_sighting.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ipclab {

class HandInQuestion;
class LabSourceStrip;
class LabSummary;
class LabWords;
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
    // Where the window of its editor was left, to be kept from day to day; empty: it was none yet.
    [[nodiscard]] QByteArray largeGeometry() const;
    void setLargeGeometry(const QByteArray& geometry) { m_largeGeometry = geometry; }
    [[nodiscard]] QPushButton* againButton() const { return m_again; }
    [[nodiscard]] const std::vector<PredictionEditor*>& predictions() const { return m_predictions; }
    [[nodiscard]] const std::vector<VerdictCard*>& cards() const { return m_cards; }
    [[nodiscard]] LabSourceStrip* sourceStrip() const { return m_source; }
    // Null but at the last step.
    [[nodiscard]] LabWords* words() const { return m_words; }
    [[nodiscard]] LabSummary* summary() const { return m_summary; }
    // Shown where something is open that is to be handed in.
    [[nodiscard]] HandInQuestion* question() const { return m_question; }
    [[nodiscard]] QString stateShown() const;
    // What this machine lacks; empty: nothing.
    [[nodiscard]] QString lackingShown() const;

signals:
    void closeWanted();
    void runWanted();
    void programChanged();  // another one of the student's fills the node
    void told(const QString& text, const QString& detail);
    void stepLeft();   // what stands on the bench is to be kept
    void stepShown();  // its experiment is to be opened
    void sightingWanted(const ipclab::LabSighting& sighting);
    void handInWanted();
    void startAgainWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void orderTabs();
    void addPredictions(QVBoxLayout* column);
    void addProgram(QVBoxLayout* column);
    void addChecks(QVBoxLayout* column);
    void addEnd(QVBoxLayout* column);
    void refresh();
    void refreshHead();
    void refreshStep();
    void showSighting(const std::string& check);
    void tellState(const QString& text);
    void go(int by);
    [[nodiscard]] bool isLast() const;
    [[nodiscard]] QString runText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString lackingText() const;

    LabSession& m_labs;
    QPushButton *m_back, *m_again;
    QLabel *m_title, *m_objective, *m_steps, *m_lacking, *m_state;
    QScrollArea* m_scroll;
    QPushButton *m_previous, *m_run, *m_next;
    QLabel* m_text = nullptr;
    QLabel* m_stepTitle = nullptr;
    std::vector<PredictionEditor*> m_predictions;
    std::vector<VerdictCard*> m_cards;
    OwnProgramPanel* m_program = nullptr;
    LabSourceStrip* m_source;
    HandInQuestion* m_question;
    LabWords* m_words = nullptr;
    LabSummary* m_summary = nullptr;
    bool m_running = false;
    QByteArray m_largeGeometry;
    std::string m_shown;  // exercise and step that stand there
};

}  // namespace ipclab
