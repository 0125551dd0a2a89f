// Over an exercise of the user's own: which folder it is the preview of, and everything that is wrong with its files,
// each with its place and what was expected there.
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace ipclab {

class LabSession;

class LabSourceStrip : public QFrame {
    Q_OBJECT
public:
    // The session outlives this. Hidden where the exercise comes with the program.
    explicit LabSourceStrip(LabSession& labs, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QString problemsText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    LabSession& m_labs;
    QLabel *m_title, *m_state;
    QPlainTextEdit* m_problems;
};

}  // namespace ipclab
