// Where exercises and the window meet: the step that is shown is what is open on the bench, what the page runs is that,
// and the recording of that run is what is judged.
#pragma once

#include <QObject>
#include <QPointer>

#include <QTimer>

#include "exercises/lab_session.h"
#include "lab_views/lab_sighting.h"
#include "runs/run.h"

class QStackedWidget;

namespace ipclab {

class LabPage;
class LabShelf;
class Session;
struct WindowDocument;

class LabDesk : public QObject {
    Q_OBJECT
public:
    // folder: the user's own, where work is kept. The session outlives this.
    LabDesk(Session& session, const QString& folder, QObject* parent = nullptr);

    [[nodiscard]] QWidget* panel() const;
    [[nodiscard]] LabSession& labs() { return m_labs; }
    [[nodiscard]] LabPage* page() const { return m_page; }
    [[nodiscard]] LabShelf* shelf() const { return m_shelf; }
    void open(const QString& id);
    // A folder or an archive of one. False: it cannot be read at all, and told() says why.
    bool openAt(const QString& path);
    // What is on the bench now is the step's: its edits are kept with the exercise.
    void setOnBench(bool isSteps);
    [[nodiscard]] bool isOnBench() const { return m_onBench; }
    // What waits for a pause, on the bench and of what was typed, now: there may be no later.
    void keepAll();
    // Of what is handed in: the exercise, and who has done it.
    [[nodiscard]] QString handInName() const;
    // The run that is shown is that recording's, though it was not opened from there.
    [[nodiscard]] bool isShown(const std::filesystem::path& recording) const;

signals:
    // What is being typed counts as entered from here on.
    void fieldLeft();
    void stepWanted(const ipclab::WindowDocument& document);
    void partWanted(const QString& process);  // what the step has changed first of all
    void runWanted();
    void told(const QString& text, const QString& detail);
    // What was told holds no more.
    void untold(const QString& text);
    void sightingWanted(const ipclab::LabSighting& sighting);
    void handInWanted();
    void folderWanted();
    void archiveWanted();

private:
    void showStep();
    void runStep();
    void putProgram();
    void approveProgram();
    [[nodiscard]] bool fillsNode();
    [[nodiscard]] bool isNodeFilled() const;
    [[nodiscard]] std::string shownStep() const;
    void stateChanged(Run::State state);
    void takeRun();
    void askStartAgain();
    void keepBench();
    [[nodiscard]] bool countsNow() const { return isAsked() && whyNotCounted().isEmpty(); }
    [[nodiscard]] bool isAsked() const;
    [[nodiscard]] QString whyNotCounted() const;
    [[nodiscard]] QString whatToUndo() const;
    void tellChanged(const QString& text);
    void lookAtChanges();
    void filesChanged();
    void showPage();

    Session& m_session;
    LabSession m_labs;
    QPointer<QStackedWidget> m_panel;
    LabShelf* m_shelf;
    LabPage* m_page;
    std::string m_judged;  // the step whose run goes on (shownStep()); empty: none
    bool m_onBench = false;
    bool m_isTold = false;  // that the run that goes on does not count
    QTimer m_keepSoon;
    QString m_changeTold;  // that the experiment is not the step's; empty: it was not
    std::filesystem::path m_shown;  // what was kept of the run that has just ended
};

}  // namespace ipclab
