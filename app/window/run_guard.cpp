#include "window/run_guard.h"

#include <QMessageBox>
#include <QPushButton>

#include "runs/run_source.h"

namespace ipclab {

RunGuard::RunGuard(const RunSource& source, std::function<void()> stop, QWidget* window)
    : QObject(window), m_source(source), m_window(window), m_stop(std::move(stop)) {}

void RunGuard::before(Wish wish, std::function<void()> then, std::function<void()> refused) {
    if (!m_source.isActive()) return then();
    if (m_question != nullptr || m_ending) {
        if (refused) refused();
        return;
    }
    m_question = new QMessageBox(
        QMessageBox::Question, tr("A run is going"),
        wish == Wish::Quit ? tr("Stop the run and quit?") : tr("Stop the run and open another experiment?"),
        QMessageBox::Cancel, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(
        m_keeps ? tr("What it has measured is kept among the last runs, to be opened again.")
                : tr("What it has measured so far is lost. To keep it, let the run end or press Stop, then save its "
                     "data."));
    QPushButton* end = m_question->addButton(m_keeps ? tr("Stop it and keep its data") : tr("Stop the run"),
                                             m_keeps ? QMessageBox::AcceptRole : QMessageBox::DestructiveRole);
    m_question->button(QMessageBox::Cancel)->setText(tr("Go on with the run"));
    m_question->setDefaultButton(QMessageBox::Cancel);
    QMessageBox* asked = m_question;
    connect(asked, &QMessageBox::finished, this, [this, asked, end, then, refused] {
        m_question = nullptr;
        if (asked->clickedButton() == end) return this->end(then);
        if (refused) refused();
    });
    // A run that has ended meanwhile is there to be looked at: nothing is asked any more, and nothing happens to it.
    connect(&m_source, &RunSource::stateChanged, asked, [this, asked] {
        if (m_question == asked && !m_source.isActive()) asked->reject();
    });
    m_question->open();
}

// Its end is waited for, so that its totals are whole.
void RunGuard::end(const std::function<void()>& then) {
    if (!m_source.isActive()) return then();
    m_ending = true;
    auto* wait = new QObject(this);
    connect(&m_source, &RunSource::stateChanged, wait, [this, wait, then] {
        if (m_source.isActive()) return;
        wait->deleteLater();
        wait->disconnect();
        m_source.disconnect(wait);
        m_ending = false;
        // After everybody else has heard of it.
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    });
    m_stop();
}

}  // namespace ipclab
