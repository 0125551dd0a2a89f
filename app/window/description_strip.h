// Above the canvas: the name of the experiment and what to look at while it runs. Folded, all of it is one line, the
// text as far as it has room; where the window is low it folds for the charts, once the experiment runs.
#pragma once

#include <QWidget>

#include "bridge/session.h"

class QLabel;
class QToolButton;

namespace ipclab {

class DescriptionStrip : public QWidget {
    Q_OBJECT
public:
    explicit DescriptionStrip(Session& session, QWidget* parent = nullptr);
    void refresh();
    // What to do is said there, not here.
    void setOfExercise(bool is);

    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    [[nodiscard]] QToolButton* foldButton() const { return m_fold; }

protected:
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void showFold();

    Session& m_session;
    QLabel* m_name;
    QLabel* m_edited;
    QWidget* m_brief;  // the beginning of the text, in one line
    QLabel* m_look;
    QToolButton* m_fold;
    bool m_folded = false;
    bool m_isOfExercise = false;
};

}  // namespace ipclab
