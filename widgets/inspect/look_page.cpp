#include "inspect/look_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "inspect/control_rows.h"
#include "inspect/detail_table.h"
#include "inspect/part_rows.h"
#include "models/figures.h"

namespace ipclab {

LookPage::LookPage(const Session& session, ProcessWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_watch(watch),
      m_thread(new QComboBox(this)),
      m_button(new QPushButton(this)),
      m_said(new QLabel(this)),
      m_table(new DetailTable(DetailTable::Sorting::Fixed, this)) {
    m_said->setWordWrap(true);
    m_said->setProperty("kind", QStringLiteral("muted"));
    m_table->setElastic(1);
    m_table->setWideColumns(2, 420);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    row->addWidget(m_thread);
    row->addStretch(1);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 4, 12, 4);
    top->addLayout(row);
    top->addWidget(m_said);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    connect(m_button, &QPushButton::clicked, this, &LookPage::look);
    connect(&watch, &ProcessWatch::looked, this, [this](std::uint32_t process) {
        if (process == m_process) refresh();
    });
    retranslate();
}

void LookPage::retranslate() {
    m_button->setText(tr("Take a look"));
    m_button->setToolTip(
        tr("Holds the thread for a moment (ptrace), reads its registers and its stack, and lets it go."));
    m_thread->setAccessibleName(tr("Thread to look at"));
    m_table->setAccessibleName(tr("Call chain and registers"));
    m_table->rows()->setColumns(PartRows::lookColumns());
    refresh();
}

void LookPage::setProcess(std::uint32_t process) {
    if (m_process != process) m_lookedAtPause = false;
    m_process = process;
    refresh();
}

QString LookPage::said() const { return m_said->text(); }

void LookPage::look() { m_watch.look(m_process, m_thread->isHidden() ? 0 : m_thread->currentData().toInt()); }

// A paused process stands still: what it stands at can be shown without asking.
void LookPage::lookWherePaused() {
    const auto& processes = m_session.view().processes;
    const bool paused = m_process < processes.size() && processes[m_process].paused && m_watch.isAlive(m_process);
    if (!paused) m_lookedAtPause = false;
    if (!paused || m_lookedAtPause || !isVisible() || m_watch.isLooking()) return;
    // It has got there: a worker says so itself, a command is stopped.
    const ProcessData& process = processes[m_process];
    if (!process.foreign && process.waiting.reason != WaitReason::Paused) return;
    m_lookedAtPause = true;
    look();
}

void LookPage::showThreads() {
    const auto snapshot = m_watch.snapshot(m_process);
    const bool many = snapshot && snapshot->threads && snapshot->threads->size() > 1;
    m_thread->setVisible(many);
    if (!many) return;
    const std::vector<ThreadDetails>& threads = *snapshot->threads;
    bool same = m_thread->count() == static_cast<int>(threads.size());
    for (int i = 0; same && i < m_thread->count(); ++i)
        same = m_thread->itemData(i).toInt() == threads[static_cast<std::size_t>(i)].tid;
    if (same) return;
    const int chosen = m_thread->currentData().toInt();
    m_thread->clear();
    for (const ThreadDetails& thread : threads)
        m_thread->addItem(QStringLiteral("%1 %2").arg(thread.tid).arg(QString::fromStdString(thread.stat->name)),
                          thread.tid);
    m_thread->setCurrentIndex(std::max(0, m_thread->findData(chosen)));
}

void LookPage::showLook() {
    const ThreadLook* look = m_watch.lastLook(m_process);
    m_table->setVisible(look != nullptr && look->thread->problem.empty());
    if (look == nullptr) {
        m_table->show({}, false);
        m_said->setText(
            m_watch.isAlive(m_process)
                ? tr("Registers, the function at the program counter and who called it. Best while it is paused.")
                : tr("It was not looked at while it lived."));
        return;
    }
    const CapturedThread& thread = *look->thread;
    if (!thread.problem.empty()) {
        m_table->show({}, false);
        m_said->setText(tr("Nothing could be seen: %1.").arg(ControlRows::reasonText(thread.problem)));
        return;
    }
    const double at = std::max(0.0, m_session.view().sinceStartS(thread.takenNs));
    m_said->setText(tr("Thread %1 at %2, held for %3. It was %4.")
                        .arg(thread.tid)
                        .arg(clockText(at), durationText(thread.heldNs), ControlRows::stateText(thread.state)));
    m_table->show(PartRows::look(*look), !m_watch.isAlive(m_process));
}

void LookPage::refresh() {
    m_button->setEnabled(m_watch.isAlive(m_process));
    showThreads();
    lookWherePaused();
    showLook();
}

}  // namespace ipclab
