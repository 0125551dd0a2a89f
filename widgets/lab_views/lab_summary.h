// The end of an exercise: the points, what was right, what is still open, and the way to hand it in.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ipclab {

class LabSession;

class LabSummary : public QWidget {
    Q_OBJECT
public:
    // The session outlives this.
    explicit LabSummary(LabSession& labs, QWidget* parent = nullptr);

    // Shown once everything that is to be run was run.
    void refresh();
    [[nodiscard]] QPushButton* handIn() const { return m_handIn; }

signals:
    void handInWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString rightText() const;
    [[nodiscard]] QString openText() const;

    LabSession& m_labs;
    QLabel *m_title, *m_points, *m_right, *m_open;
    QPushButton* m_handIn;
};

}  // namespace ipclab
