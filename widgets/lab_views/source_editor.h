// A small editor for C: line numbers, marks where the compiler said something, and a tab key that indents. It is no
// more than what a program of a page needs; whoever wants more edits elsewhere and opens the file.
//
// Tab is taken, so Escape leaves it for the next widget.
#pragma once

#include <QPlainTextEdit>
#include <vector>

#include "exercises/compilation.h"

namespace ipclab {

class SourceEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceEditor(QWidget* parent = nullptr);

    // Of the text as it is now: an edit shifts them with their lines.
    void mark(std::vector<Diagnostic> diagnostics);
    void goTo(unsigned line, unsigned column);
    // What is said of that line, from 1; empty: nothing.
    [[nodiscard]] QString saidOf(int line) const;

    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

    static QColor colorOf(Diagnostic::Severity severity, const QPalette& palette);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Mark {
        QTextCursor at;  // moves with the text
        Diagnostic diagnostic;
    };

    void showMarks();
    void indent(bool further);
    void breakLine();
    [[nodiscard]] const Mark* worstAt(int line) const;

    QWidget* m_gutter;
    std::vector<Mark> m_marks;
};

}  // namespace ipclab
