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

    // stop: ends the run in order.
    RunGuard(const RunSource& source, std::function<void()> stop, QWidget* window);
    // What a run has measured is kept among the last runs.
    void setKeeps(bool keeps) { m_keeps = keeps; }

    // Without an active run `then` is done at once, else once the run has ended, in order. One question at a time:
    // while it stands, further wishes are refused.
    void before(Wish wish, std::function<void()> then, std::function<void()> refused = {});
    // Null while nothing is asked.
    [[nodiscard]] QMessageBox* question() const { return m_question; }

private:
    void end(const std::function<void()>& then);

    const RunSource& m_source;
    QWidget* m_window;
    std::function<void()> m_stop;
    bool m_keeps = false;
    bool m_ending = false;
    QPointer<QMessageBox> m_question;
};

}  // namespace ipclab
