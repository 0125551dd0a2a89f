// The part of a step's page for the student's own program: what it has to do, an editor, the compiler and what it said.
// What was compiled or brought is the session's from then on, and runs in the node of the step.
//
// A page is narrow: editor and compiler go into a window of their own, and come back as they are, with all that can be
// undone.
#pragma once

#include <QWidget>

#include "exercises/compilation.h"
#include "exercises/lab_session.h"

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace ipclab {

class LargeEditor;
class SourceEditor;

class OwnProgramPanel : public QWidget {
    Q_OBJECT
public:
    // Of the step that is shown; the session outlives this.
    explicit OwnProgramPanel(LabSession& labs, QWidget* parent = nullptr);

    // While a run goes on nothing is compiled.
    void setRunning(bool running);
    // In the window of its own there is a button that does what the page's does, and is as that one is now.
    void showRun(const QPushButton& ofPage);
    [[nodiscard]] bool isCompiling() const { return m_compilation.isActive(); }
    [[nodiscard]] SourceEditor* editor() const { return m_editor; }
    [[nodiscard]] QPushButton* compileButton() const { return m_compile; }
    [[nodiscard]] QPushButton* runButton() const { return m_run; }
    [[nodiscard]] QListWidget* diagnostics() const { return m_said; }
    [[nodiscard]] QToolButton* largeButton() const { return m_enlarge; }
    void openFile(const QString& path);
    void bring(const QString& path);

    // In a window of its own, of this place and size; empty: beside the page, over what stands there.
    void enlarge(const QWidget& page, const QByteArray& geometry);
    [[nodiscard]] LargeEditor* large() const { return m_large; }  // null: it is on the page

signals:
    void programChanged();  // another one runs from now on
    void runWanted();
    void mistakesListed();
    void told(const QString& text, const QString& detail);
    void largeWanted();
    void largeLeft(const QByteArray& geometry);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectParts();
    void arrange();
    void takeBack(const QByteArray& geometry);
    void retranslate();
    void compile();
    void compiled();
    void edited();
    void startAgain();
    void replaceText(const QString& text);
    void list();
    void show();
    [[nodiscard]] bool isOutdated() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString refusedText(const LastCompilation& last) const;

    LabSession& m_labs;
    Compilation m_compilation;
    QLabel *m_title, *m_task;
    QToolButton* m_enlarge;
    QLabel* m_elsewhere;  // in the place of what is in a window of its own
    QPushButton* m_bringBack;
    QWidget* m_bench;  // what goes there: all below, in the order of the keys
    SourceEditor* m_editor;
    QWidget* m_row;
    QPushButton *m_compile, *m_run, *m_open, *m_again, *m_bring;
    QLabel *m_state, *m_heard;
    QListWidget* m_said;
    LargeEditor* m_large = nullptr;
    QString m_failure;    // of an attempt that came to nothing that could be kept
    std::string m_shown;  // the text that was edited last
    bool m_running = false;
};

}  // namespace ipclab
