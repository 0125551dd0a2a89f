// A window for the editor of a student's own program, beside the page or on another screen: what the program has to do
// above, below it whatever it is given.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ipclab {

class LargeEditor : public QWidget {
    Q_OBJECT
public:
    // Takes the content, which is taken out again before this goes. Its place is beside `page`, or as it was left.
    LargeEditor(QWidget* content, const QWidget& page, const QByteArray& geometry, QWidget* owner);

    void setTexts(const QString& title, const QString& task);
    [[nodiscard]] QPushButton* backButton() const { return m_back; }

signals:
    void left(const QByteArray& geometry);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place(const QWidget& page);

    QLabel* m_task;
    QPushButton* m_back;
};

}  // namespace ipclab
