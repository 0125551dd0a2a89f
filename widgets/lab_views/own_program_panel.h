// The part of a step's page for the student's own program: what it has to do, an editor, the compiler and what it said.
// What was compiled or brought is the session's from then on, and runs in the node of the step.
#pragma once

#include <QWidget>

#include "exercises/compilation.h"
#include "exercises/lab_session.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace ipclab {

class SourceEditor;

class OwnProgramPanel : public QWidget {
    Q_OBJECT
public:
    // Of the step that is shown; the session outlives this.
    explicit OwnProgramPanel(LabSession& labs, QWidget* parent = nullptr);

    // While a run goes on nothing is compiled.
    void setRunning(bool running);
    [[nodiscard]] bool isCompiling() const { return m_compilation.isActive(); }
    [[nodiscard]] SourceEditor* editor() const { return m_editor; }
    [[nodiscard]] QPushButton* compileButton() const { return m_compile; }
    [[nodiscard]] QListWidget* diagnostics() const { return m_said; }
    void openFile(const QString& path);
    void bring(const QString& path);

signals:
    void programChanged();  // another one runs from now on
    void mistakesListed();
    void told(const QString& text, const QString& detail);

protected:
    void changeEvent(QEvent* event) override;

private:
    void compile();
    void compiled();
    void edited();
    void startAgain();
    void list();
    void show();
    [[nodiscard]] QString stateText() const;

    LabSession& m_labs;
    Compilation m_compilation;
    QLabel *m_title, *m_task, *m_state;
    SourceEditor* m_editor;
    QListWidget* m_said;
    QPushButton *m_compile, *m_open, *m_bring, *m_again;
    QString m_failure;  // of the last attempt, beside what the compiler said
    bool m_tried = false;
    bool m_running = false;
};

}  // namespace ipclab
