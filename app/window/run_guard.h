// Stands before what would end a run that is still going: asks, and goes on only when told so.
#pragma once

#include <QMessageBox>
#include <QObject>
#include <QPointer>
#include <functional>

class QWidget;

namespace ipclab {

class RunSource;

class RunGuard : public QObject {
    Q_OBJECT
public:
    enum class Wish { Open, Quit };

    RunGuard(const RunSource& source, QWidget* window);

    // Without an active run `then` is done at once. One question at a time: while it stands, further wishes are
    // refused.
    void before(Wish wish, std::function<void()> then, std::function<void()> refused = {});
    // Null while nothing is asked.
    [[nodiscard]] QMessageBox* question() const { return m_question; }

private:
    const RunSource& m_source;
    QWidget* m_window;
    QPointer<QMessageBox> m_question;
};

}  // namespace ipclab
