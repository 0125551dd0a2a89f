#include "window/sweep_guard.h"

#include <QPushButton>

#include "compare/sweep_session.h"

namespace ipclab {

SweepGuard::SweepGuard(SweepSession& session, QObject* parent) : QObject(parent), m_session(session) {}

QString SweepGuard::whatIsKept() const {
    if (m_session.path().isEmpty()) return tr("What it has measured is lost: there was no folder to keep it in.");
    const SweepPlan* plan = m_session.plan();
    return tr("%1 of %2 runs are done. They stay in their file: File ▸ Open recent opens it again, and it can be gone "
              "on "
              "with. The run that is going now is thrown away.")
        .arg(plan->done())
        .arg(plan->all());
}

void SweepGuard::before(Wish wish, QWidget* over, std::function<void()> then) {
    if (!m_session.isMeasuring()) return then();
    if (m_question != nullptr) return m_question->raise();
    if (m_ending) return;
    m_question = new QMessageBox(
        QMessageBox::Question, tr("A sweep is being measured"),
        wish == Wish::Quit ? tr("Stop the sweep and quit?") : tr("Stop the sweep and close its window?"),
        QMessageBox::Cancel, over);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(whatIsKept());
    QPushButton* stop = m_question->addButton(tr("Stop the sweep"), QMessageBox::AcceptRole);
    m_question->button(QMessageBox::Cancel)->setText(tr("Go on measuring"));
    m_question->setDefaultButton(QMessageBox::Cancel);
    QMessageBox* asked = m_question;
    connect(asked, &QMessageBox::finished, this, [this, asked, stop, then = std::move(then)] {
        m_question = nullptr;
        if (asked->clickedButton() == stop) end(then);
    });
    // One that is done meanwhile is there to be looked at: nothing is asked any more, and nothing happens to it.
    connect(&m_session, &SweepSession::finished, asked, [this, asked] {
        if (m_question == asked) asked->reject();
    });
    m_question->open();
}

void SweepGuard::end(const std::function<void()>& then) {
    if (!m_session.isMeasuring()) return then();
    m_ending = true;
    auto* wait = new QObject(this);
    connect(&m_session, &SweepSession::finished, wait, [this, wait, then] {
        wait->deleteLater();
        m_session.disconnect(wait);
        m_ending = false;
        // After everybody else has heard of it.
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    });
    m_session.stop();
}

}  // namespace ipclab
