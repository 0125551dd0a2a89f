#include "inspect/process_controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/event_words.h"
#include "bridge/icons.h"
#include "bridge/words.h"
#include "inspect/network_control.h"
#include "inspect/scale_control.h"
#include "inspect/scheduling_control.h"
#include "inspect/section.h"
#include "links/message.h"
#include "plot/units.h"
#include "programs/registry.h"
#include "results/joining.h"
#include "runs/run_control.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr double kMostBytes = 1 << 20;

}  // namespace

ProcessControls::ProcessControls(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_when(sectionHeading(this)),
      m_rate(new ScaleControl({.low = 1, .high = 1e7, .zero = true}, this)),
      m_work(new ScaleControl({.low = 0.1, .high = 1e6, .zero = true, .decimals = 1}, this)),
      m_size(new ScaleControl({.low = kMinMessageBytes, .high = kMostBytes, .bytes = true}, this)),
      m_network(new NetworkControl(this)),
      m_scheduling(new SchedulingControl(this)),
      m_start(new QPushButton(this)),
      m_retire(new QPushButton(this)),
      m_pause(new QPushButton(this)),
      m_terminate(new QPushButton(this)),
      m_kill(new QPushButton(this)) {
    m_rate->setObjectName(QStringLiteral("rate"));
    m_work->setObjectName(QStringLiteral("work"));
    m_size->setObjectName(QStringLiteral("messageSize"));
    m_terminate->setIcon(themedIcon(QStringLiteral("terminate")));
    m_kill->setIcon(themedIcon(QStringLiteral("kill")));

    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_start, 0, 0, 1, 2);
    buttons->addWidget(m_pause, 1, 0);
    buttons->addWidget(m_retire, 1, 1);
    buttons->addWidget(m_terminate, 2, 0);
    buttons->addWidget(m_kill, 2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_when);
    for (QWidget* control : std::initializer_list<QWidget*>{m_rate, m_work, m_size, m_network, m_scheduling})
        column->addWidget(control);
    column->addLayout(buttons);

    connect(m_rate, &ScaleControl::valueChosen, this, [this](double rate) { set(&ProcessSettings::setRate, rate); });
    connect(m_work, &ScaleControl::valueChosen, this,
            [this](double us) { set(&ProcessSettings::setWork, static_cast<Nanoseconds>(us * 1000)); });
    connect(m_size, &ScaleControl::valueChosen, this,
            [this](double bytes) { set(&ProcessSettings::setMessageBytes, static_cast<std::uint32_t>(bytes)); });
    connect(m_network, &NetworkControl::conditionsChosen, this,
            [this](const NetworkConditions& conditions) { set(&ProcessSettings::setNetwork, conditions); });
    connect(m_scheduling, &SchedulingControl::niceChosen, this,
            [this](int nice) { set(&ProcessSettings::setNice, nice); });
    connect(m_scheduling, &SchedulingControl::cpusChosen, this,
            [this](const std::vector<unsigned>& cpus) { set(&ProcessSettings::setCpus, cpus); });
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (RunControl* control = m_source.control()) control->startProcess(m_process);
    });
    connect(m_retire, &QPushButton::clicked, this, [this] {
        if (RunControl* control = m_source.control()) control->retire(m_process);
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (RunControl* control = m_source.control()) control->setPaused(m_process, !process()->paused);
    });
    connect(m_terminate, &QPushButton::clicked, this, [this] {
        if (RunControl* control = m_source.control()) control->terminate(m_process);
    });
    connect(m_kill, &QPushButton::clicked, this, [this] {
        if (RunControl* control = m_source.control()) control->kill(m_process);
    });
    retranslate();
}

template <typename Value>
void ProcessControls::set(void (ProcessSettings::*setter)(std::uint32_t, Value),
                          const std::remove_cvref_t<Value>& value) {
    if (ProcessSettings* settings = m_source.settings()) (settings->*setter)(m_process, value);
}

void ProcessControls::retranslate() {
    m_namesMessages.reset();
    nameProgramSettings();
    m_size->setTexts(
        tr("Message size"), tr("B"), QString(),
        tr("The whole message with its header of %1 bytes. During a run at most what its links were made for.")
            .arg(kMinMessageBytes));
    m_network->retranslate();
    m_scheduling->retranslate();
    m_start->setText(tr("Start"));
    m_retire->setText(tr("Retire"));
    m_terminate->setText(tr("Terminate"));
    m_terminate->setToolTip(tr("Sends SIGTERM: the process may clean up and end."));
    m_kill->setText(tr("Kill"));
    m_kill->setToolTip(tr("Sends SIGKILL: the kernel ends it at once; it cannot clean up."));
    refresh();
}

// What a program without links repeats is no message.
void ProcessControls::nameProgramSettings() {
    const Program* program = process() == nullptr ? nullptr : findProgram(process()->program);
    const bool messages = program == nullptr || program->info().hasMessages();
    if (messages == m_namesMessages) return;
    m_namesMessages = messages;
    m_rate->setTexts(tr("Rate"), messages ? tr("messages/s") : tr("iterations/s"), Words::asFastAsPossible(),
                     messages ? tr("How many messages it makes or takes a second. Takes effect at once.")
                              : tr("How many iterations of its work it does a second. Takes effect at once."));
    m_work->setTexts(messages ? tr("Work per message") : tr("Work per iteration"), tr("µs"), QString(),
                     messages ? tr("Computation for each message, burning CPU time. Takes effect at once.")
                              : tr("Computation in each iteration, burning CPU time. Takes effect at once."));
}

const ProcessData* ProcessControls::process() const {
    const auto& processes = m_source.view().processes;
    return m_process < processes.size() ? &processes[m_process] : nullptr;
}

void ProcessControls::setProcess(std::uint32_t process) {
    m_scheduling->forget();
    m_process = process;
    refresh();
}

void ProcessControls::refresh() {
    if (process() == nullptr) return;
    nameProgramSettings();
    showSettings();
    showScheduling();
    showButtons();
}

std::uint32_t ProcessControls::largestMessage() const {
    std::uint32_t largest = static_cast<std::uint32_t>(kMostBytes);
    if (!m_source.isActive()) return largest;
    for (const LinkData& link : m_source.view().links) {
        for (const PortData& port : link.ports) {
            if (port.process == m_process && port.role == PortRole::Sender && link.effective.maxMessageBytes) {
                largest = std::min(largest, static_cast<std::uint32_t>(std::min<std::uint64_t>(
                                                *link.effective.maxMessageBytes, kMaxMessageBytes)));
            }
        }
    }
    return largest;
}

bool ProcessControls::has(std::string_view field) const {
    if (process() == nullptr || m_source.settings() == nullptr) return false;
    if (field == "nice" || field == "cpus") return true;
    const Program* program = findProgram(process()->program);
    if (program == nullptr) return false;
    if (field == "rate_per_s") return program->info().usesRate;
    if (field == "work_us") return program->info().usesWork;
    if (field == "message_bytes") return program->info().usesMessageBytes;
    const bool ofNetwork =
        field == "loss" || field == "duplicate" || field == "reorder" || field == "delay_ms" || field == "jitter_ms";
    return ofNetwork && program->info().carries;
}

void ProcessControls::showSettings() {
    ProcessSettings* settings = m_source.settings();
    const bool active = m_source.isActive();
    m_when->setVisible(settings != nullptr);
    m_when->setText(active ? tr("Controls: they act at once") : tr("Settings of the next run"));
    m_rate->setVisible(has("rate_per_s"));
    m_work->setVisible(has("work_us"));
    m_size->setVisible(has("message_bytes"));
    m_network->setVisible(has("loss"));
    if (settings == nullptr) return;
    const bool usable = !active || m_source.canSignal(m_process);
    for (ScaleControl* control : {m_rate, m_work, m_size}) control->setEnabled(usable);
    m_network->setEnabled(usable);
    m_network->setConditions(settings->program(m_process).network);
    m_size->setHigh(largestMessage());
    const ProgramSettings& now = settings->program(m_process);
    m_rate->setValue(now.ratePerSecond);
    m_work->setValue(static_cast<double>(now.workNs) / 1000);
    m_size->setValue(now.messageBytes);
}

void ProcessControls::showScheduling() {
    ProcessSettings* settings = m_source.settings();
    m_scheduling->setVisible(settings != nullptr);
    if (settings == nullptr) return;
    const RunData& run = m_source.view();
    const SchedulingNow& now = process()->scheduling;
    const auto refusal = [&](const std::optional<RunEvent>& event) {
        return event && m_source.isActive() ? EventWords::text(*event, run) : QString();
    };
    m_scheduling->setEnabled(!m_source.isActive() || m_source.canSignal(m_process));
    m_scheduling->setNice(settings->nice(m_process));
    m_scheduling->setCpus(settings->cpus(m_process));
    m_scheduling->setRefusals(refusal(now.niceRefused), refusal(now.cpusRefused));
}

void ProcessControls::showButtons() {
    const bool paused = process()->paused;
    m_pause->setText(paused ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(process()->foreign ? tr("Stops it with SIGSTOP, continues it with SIGCONT.")
                                           : tr("Asks the program to rest after its present message."));
    if (m_pause->property("paused") != QVariant(paused)) {
        m_pause->setProperty("paused", paused);
        m_pause->setIcon(themedIcon(paused ? QStringLiteral("continue-process") : QStringLiteral("pause-process")));
    }
    const bool waits = process()->waitsToStart;
    for (QPushButton* button : {m_pause, m_terminate, m_kill, m_retire}) {
        button->setVisible(m_source.isActive() && !waits);
        button->setEnabled(m_source.canSignal(m_process));
    }
    showComing();
}

// Why it cannot be started or retired stands in the tip before anybody clicks.
void ProcessControls::showComing() {
    const bool waits = process()->waitsToStart;
    m_start->setVisible(m_source.isActive() && waits);
    const auto show = [](QPushButton* button, const QString& tip, const std::string& refusal, bool usable) {
        button->setEnabled(usable && refusal.empty());
        button->setToolTip(refusal.empty() ? tip : QStringLiteral("%1\n%2").arg(tip, said(refusal)));
    };
    const bool running = m_source.state() == Run::State::Running;
    if (waits)
        return show(m_start, tr("Starts it now: it joins its links while the others go on."),
                    startRefusal(m_source.view(), m_process), running);
    show(m_retire, tr("Asks it to end as at the end of a run, while the others go on."),
         retireRefusal(m_source.view(), m_process), running && m_source.canSignal(m_process));
}

}  // namespace ipclab
