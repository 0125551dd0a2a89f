// A small editor for C: line numbers, colours, marks where the compiler said something, and a tab key that indents. It is
// no more than what a program of a page needs; whoever wants more edits elsewhere and opens the file.
//
// Tab is taken, so Control+Tab leaves it for the next widget, and so does Escape where it closes nothing.
#pragma once

#include <QPlainTextEdit>
#include <vector>

#include "exercises/compilation.h"

namespace ipclab {

class CHighlighter;

class SourceEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    // Its tool tip is shown on the numbers: over the text stands what is said of the line.
    explicit SourceEditor(QWidget* parent = nullptr);

    // Of the text as it is now: an edit shifts them with their lines.
    void mark(std::vector<Diagnostic> diagnostics);
    // The same, at the lines where they are now; 0: the line has gone.
    [[nodiscard]] std::vector<Diagnostic> marked() const;
    // They are of a text that was changed since: paler.
    void setMarksOutdated(bool outdated);
    void goTo(unsigned line, unsigned column);
    // Off: Escape is for whoever holds this.
    void setEscapeLeaves(bool leaves) { m_escapeLeaves = leaves; }
    // What is said of that line, from 1; empty: nothing.
    [[nodiscard]] QString saidOf(int line) const;

    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

    static QColor colorOf(Diagnostic::Severity severity, const QPalette& palette);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Mark {
        QTextCursor at;  // moves with the text: from its line's begin to its end; null: of no line
        bool wasEmpty = false;
        Diagnostic diagnostic;
        [[nodiscard]] unsigned line() const;
    };

    void showMarks();
    void paintGrounds(const QRect& area);
    [[nodiscard]] QColor groundOf(const Mark& mark) const;
    bool leaveFor(const QKeyEvent& event);
    void indent(bool further);
    void breakLine();
    [[nodiscard]] const Mark* worstAt(int line) const;

    QWidget* m_gutter;
    CHighlighter* m_colors = nullptr;
    bool m_escapeLeaves = true;
    bool m_outdated = false;
    std::vector<Mark> m_marks;
};

}  // namespace ipclab
