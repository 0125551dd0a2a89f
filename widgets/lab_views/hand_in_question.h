// Asked before what is not finished is handed in: what is still open, and whether it is handed in all the same.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ipclab {

class LabSession;

class HandInQuestion : public QWidget {
    Q_OBJECT
public:
    explicit HandInQuestion(LabSession& labs, QWidget* parent = nullptr);

    // Where nothing is open it is answered at once.
    void ask();
    // What is still open, a line each.
    [[nodiscard]] QStringList open() const;
    [[nodiscard]] QPushButton* allTheSame() const { return m_allTheSame; }
    [[nodiscard]] QPushButton* back() const { return m_back; }

signals:
    void handInWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    LabSession& m_labs;
    QLabel* m_text;
    QPushButton *m_allTheSame, *m_back;
};

}  // namespace ipclab
