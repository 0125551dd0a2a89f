#include "window/run_guard.h"

#include <QMessageBox>
#include <QPushButton>

#include "runs/run_source.h"

namespace ipclab {

RunGuard::RunGuard(const RunSource& source, QWidget* window) : QObject(window), m_source(source), m_window(window) {}

void RunGuard::before(Wish wish, std::function<void()> then, std::function<void()> refused) {
    if (!m_source.isActive()) return then();
    if (m_question != nullptr) {
        if (refused) refused();
        return;
    }
    m_question = new QMessageBox(
        QMessageBox::Question, tr("A run is going"),
        wish == Wish::Quit ? tr("End the run and quit?") : tr("End the run and open another experiment?"),
        QMessageBox::Cancel, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(
        tr("What it has measured so far is lost. To keep it, let the run end or press Stop, then save its data."));
    QPushButton* end = m_question->addButton(tr("End the run"), QMessageBox::DestructiveRole);
    m_question->button(QMessageBox::Cancel)->setText(tr("Go on with the run"));
    m_question->setDefaultButton(QMessageBox::Cancel);
    QMessageBox* asked = m_question;
    connect(asked, &QMessageBox::finished, this, [this, asked, end, then, refused] {
        m_question = nullptr;
        if (asked->clickedButton() == end) return then();
        if (refused) refused();
    });
    // A run that has ended meanwhile is there to be looked at: nothing is asked any more, and nothing happens to it.
    connect(&m_source, &RunSource::stateChanged, asked, [this, asked] {
        if (m_question == asked && !m_source.isActive()) asked->reject();
    });
    m_question->open();
}

}  // namespace ipclab
