// Stands before what would end a sweep that is measured: asks once, says what is kept, and goes on only when told so
// and once the sweep has stopped in order.
#pragma once

#include <QMessageBox>
#include <QObject>
#include <QPointer>
#include <functional>

namespace ipclab {

class SweepSession;

class SweepGuard : public QObject {
    Q_OBJECT
public:
    enum class Wish { Close, Quit };

    explicit SweepGuard(SweepSession& session, QObject* parent);

    // Without a sweep that is measured `then` is done at once. One question at a time: while it stands, or the sweep
    // ends, further wishes are refused. over: the window that is in the way.
    void before(Wish wish, QWidget* over, std::function<void()> then);
    // Null while nothing is asked.
    [[nodiscard]] QMessageBox* question() const { return m_question; }

private:
    [[nodiscard]] QString whatIsKept() const;
    void end(const std::function<void()>& then);

    SweepSession& m_session;
    bool m_ending = false;
    QPointer<QMessageBox> m_question;
};

}  // namespace ipclab
