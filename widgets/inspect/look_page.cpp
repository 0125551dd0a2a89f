#include "inspect/look_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <array>

#include "inspect/control_rows.h"
#include "inspect/detail_table.h"
#include "inspect/part_rows.h"
#include "inspect/step_rows.h"
#include "models/figures.h"

namespace ipclab {
namespace {

constexpr std::array<std::uint32_t, 3> kStepCounts{1, 10, 100};
constexpr int kStepsHeight = 180;

}  // namespace

LookPage::LookPage(const RunSource& source, ProcessWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_watch(watch),
      m_thread(new QComboBox(this)),
      m_button(new QPushButton(this)),
      m_said(new QLabel(this)),
      m_table(new DetailTable(DetailTable::Sorting::Fixed, this)),
      m_hold(new QPushButton(this)),
      m_standing(new QLabel(this)),
      m_steps(new DetailTable(DetailTable::Sorting::Fixed, this)) {
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
    auto* stepRow = new QHBoxLayout;
    stepRow->setContentsMargins(0, 0, 0, 0);
    stepRow->addWidget(m_hold);
    for (const std::uint32_t count : kStepCounts) {
        m_stepButtons.push_back(new QPushButton(this));
        stepRow->addWidget(m_stepButtons.back());
        connect(m_stepButtons.back(), &QPushButton::clicked, this, [this, count] { step(count); });
    }
    stepRow->addStretch(1);
    top->addLayout(row);
    top->addWidget(m_said);
    top->addLayout(stepRow);
    top->addWidget(m_standing);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_steps);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    m_standing->setWordWrap(true);
    m_standing->setProperty("kind", QStringLiteral("muted"));
    m_steps->setElastic(3);
    m_steps->setWideColumns(4, 620);
    m_steps->setFixedHeight(kStepsHeight);
    connect(m_hold, &QPushButton::clicked, this, &LookPage::holdOrLetGo);
    connect(&watch, &ProcessWatch::stepped, this, [this](std::uint32_t process) {
        if (process == m_process) refresh();
    });
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
    m_thread->setToolTip(tr("The thread whose calls and registers are shown"));
    m_table->setAccessibleName(tr("Call chain and registers"));
    m_table->rows()->setColumns(PartRows::lookColumns());
    for (std::size_t i = 0; i < kStepCounts.size(); ++i) {
        m_stepButtons[i]->setText(i == 0 ? tr("Step") : tr("Step ×%1").arg(kStepCounts[i]));
        m_stepButtons[i]->setToolTip(tr("Executes %n instruction(s), then holds the thread there (ptrace).", nullptr,
                                        static_cast<int>(kStepCounts[i])));
    }
    m_steps->setAccessibleName(tr("Instructions executed step by step"));
    m_steps->rows()->setColumns(StepRows::columns());
    refresh();
}

void LookPage::setProcess(std::uint32_t process) {
    if (m_process != process) m_lookedAtPause = false;
    m_process = process;
    m_shownSteps = 0;
    refresh();
}

QString LookPage::said() const { return m_said->text(); }

QString LookPage::standing() const { return m_standing->text(); }

std::int32_t LookPage::chosenThread() const { return m_thread->isHidden() ? 0 : m_thread->currentData().toInt(); }

void LookPage::look() { m_watch.look(m_process, chosenThread()); }

void LookPage::step(std::uint32_t instructions) { m_watch.step(m_process, chosenThread(), instructions); }

void LookPage::holdOrLetGo() {
    if (m_watch.isHeld(m_process)) return m_watch.letGo(m_process);
    step(0);
}

// What a person has stepped through, else what the program has told of its own child.
void LookPage::showSteps() {
    const StepView* view = m_watch.steps(m_process);
    const bool held = m_watch.isHeld(m_process);
    m_hold->setText(held ? tr("Let go") : tr("Hold"));
    m_hold->setToolTip(held ? tr("Lets the thread go on.") : tr("Holds the thread where it is, until you let it go."));
    const QString standing = view != nullptr ? StepRows::standing(*view) : QString();
    m_standing->setText(standing);
    m_standing->setVisible(!standing.isEmpty());
    std::vector<DetailRow> rows = view != nullptr ? StepRows::rows(*view) : StepRows::told(m_source.view(), m_process);
    m_steps->setVisible(!rows.empty());
    const bool grown = rows.size() != m_shownSteps || view != nullptr;
    m_shownSteps = rows.size();
    m_steps->show(std::move(rows), !m_watch.isAlive(m_process));
    if (grown) m_steps->scrollToBottom();
}

// A paused process stands still: what it stands at can be shown without asking.
void LookPage::lookWherePaused() {
    const auto& processes = m_source.view().processes;
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
    const double at = std::max(0.0, m_source.view().sinceStartS(thread.takenNs));
    m_said->setText(tr("Thread %1 at %2, held for %3. It was %4.")
                        .arg(thread.tid)
                        .arg(clockText(at), durationText(thread.heldNs), ControlRows::stateText(thread.state)));
    m_table->show(PartRows::look(*look), !m_watch.isAlive(m_process));
}

void LookPage::refresh() {
    const bool alive = m_watch.isAlive(m_process);
    m_button->setEnabled(alive);
    m_hold->setEnabled(alive);
    for (QPushButton* button : m_stepButtons) button->setEnabled(alive);
    showSteps();
    showThreads();
    lookWherePaused();
    showLook();
}

}  // namespace ipclab
