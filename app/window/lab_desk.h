// Where exercises and the window meet: the step that is shown is what is open on the bench, what the page runs is that,
// and the recording of that run is what is judged.
#pragma once

#include <QObject>
#include <QPointer>

#include "exercises/lab_session.h"
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

signals:
    void stepWanted(const ipclab::WindowDocument& document);
    void runWanted();
    void told(const QString& text, const QString& detail);
    void chartWanted(const QString& chart);
    void handInWanted();

private:
    void showStep();
    void runStep();
    void putProgram();
    void approveProgram();
    [[nodiscard]] bool fillsNode();
    void stateChanged(Run::State state);
    void takeRun();
    void askStartAgain();

    Session& m_session;
    LabSession m_labs;
    QPointer<QStackedWidget> m_panel;
    LabShelf* m_shelf;
    LabPage* m_page;
    bool m_judges = false;  // the run that goes on is the step's
};

}  // namespace ipclab
