#include <unistd.h>
#include <QFileInfo>
#include <algorithm>
#include <iterator>

#include "core/guarded_thread.h"
#include "core/run_directory.h"
#include "core/run_processes.h"
#include "core/sentences.h"
#include "protocol/layout.h"
#include "results/run_failures.h"
#include "runs/launcher_path.h"
#include "runs/run_private.h"
#include "runs/said.h"
#include "sampling/ancestors.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

constexpr int kEventsMs = 16;

Nanoseconds toNs(std::chrono::milliseconds time) { return std::chrono::nanoseconds(time).count(); }

}  // namespace

Run::Private::Private(Run& run, RunOptions options)
    : m_run(run),
      m_options([&] {
          // Steps are carried out and reported by their place in time.
          std::ranges::stable_sort(options.experiment.steps, {}, &Step::atNs);
          return std::move(options);
      }()),
      m_builder(m_options.experiment),
      m_captures(m_builder.data().processes.size()) {
    m_options.experiment = m_builder.data().experiment;  // each of several equal processes by itself
    m_builder.data().observer.cost = m_options.observerCost;
    connect(&m_launcher, &LauncherProcess::received, this, &Private::received);
    connect(&m_launcher, &LauncherProcess::ended, this, &Private::ended);
    m_events.setSingleShot(true);
    m_events.setInterval(kEventsMs);
    connect(&m_events, &QTimer::timeout, &m_run, &Run::eventHappened);
}

// A thousand processes begin and end within a moment: whoever looks at the events is told once for many.
void Run::Private::tellEvents() {
    if (!m_events.isActive()) m_events.start();
}

Run::Private::~Private() {
    disconnect(&m_launcher, nullptr, this, nullptr);
    if (m_state == State::Idle || m_state == State::Finished || m_state == State::Failed) return;
    m_launcher.abandon(std::chrono::milliseconds(1500));
    killProcessesOfRun(m_token);
    sweepDeadRuns();
}

void Run::Private::setState(State state) {
    if (m_state == state) return;
    m_state = state;
    emit m_run.stateChanged(state);
}

// What dead runs have left goes on a thread of its own; that it could not all go is a warning.
void Run::Private::sweepAside() {
    const auto tell = [this](const std::string& why) {
        QMetaObject::invokeMethod(this, [this, why] { m_builder.warn(say(Sentence::RemainsLeft, {{"why", why}})); });
    };
    m_sweeper = startThread(
        [tell](const std::stop_token&) {
            for (const std::string& problem : sweepDeadRuns().problems) tell(problem);
        },
        tell);
}

void Run::Private::start() {
    if (m_state != State::Idle) return;
    setState(State::Starting);
    const Experiment& experiment = m_options.experiment;
    if (const auto missing = m_options.approvals.missing(experiment); !missing.empty()) {
        const std::string& name = experiment.processes[missing.front()].name;
        return fail(Run::tr("nobody has agreed to the command line of \"%1\": it is shown before it runs, and again "
                            "after every change")
                        .arg(QString::fromStdString(name)));
    }
    if (const QString refusal = m_options.limits.refusal(experiment); !refusal.isEmpty()) return fail(refusal);
    sweepAside();
    const QString launcher = m_options.launcherPath.isEmpty() ? findLauncher() : m_options.launcherPath;
    if (!QFileInfo(launcher).isExecutable()) {
        fail(Run::tr(
            "ipclab-launcher is missing: it belongs beside ipclab or in ../libexec/ipclab. Build or install again"));
        return;
    }
    try {
        m_token = makeRunToken();
        m_segment = makeSegment(m_options.experiment);
        LaunchOrder order;
        order.experiment = m_options.limits.applied(m_options.experiment);
        order.switchEvents = m_options.collectSeries && observe() == ObserveLevel::Exact;
        order.probeEveryNs =
            m_options.collectSeries ? static_cast<Nanoseconds>(1e9 / std::clamp(sampleHz(), 1.0, 1000.0)) : 0;
        order.askForNs = toNs(m_options.askFor);
        order.terminateForNs = toNs(m_options.terminateFor);
        order.token = m_token;
        order.bare = m_options.bare;
        m_load.emplace();
        m_launcher.start(launcher, order, m_segment);
        m_builder.data().launcherPid = static_cast<std::int32_t>(m_launcher.pid());
        m_builder.data().ancestors = ancestorsOf(::getpid());
        if (!order.switchEvents) startSampling({});
    } catch (const std::exception& error) {
        fail(said(std::string_view(error.what())));
    }
}

// The descriptors of wake-ups are the last ones.
void Run::Private::takeObserver(const ObserverOpened& observer) {
    ObserverFacts& facts = m_builder.data().observer;
    facts.reason = observer.reason;
    facts.wakeReason = observer.wakeReason;
    if (observer.descriptors == 0) m_builder.warn(say(Sentence::StatesSampled, {{"why", observer.reason}}));
    ObserverSources sources;
    sources.switches = m_launcher.takeDescriptors();
    const auto wakes = std::min<std::size_t>(observer.wakeDescriptors, sources.switches.size());
    const auto first = sources.switches.end() - static_cast<std::ptrdiff_t>(wakes);
    sources.wakes.perCpu.assign(std::make_move_iterator(first), std::make_move_iterator(sources.switches.end()));
    sources.wakes.pidOffset = observer.wakePidOffset;
    sources.switches.erase(first, sources.switches.end());
    facts.wakesSeen = wakes > 0;
    if (!sources.switches.empty()) {
        RunEvent event{.atNs = monotonicNow(), .kind = EventKind::Observer, .values = {{"wakes", facts.wakesSeen}}};
        if (!facts.wakeReason.empty()) event.add("wake_reason", facts.wakeReason);
        m_builder.addEvent(std::move(event));
    }
    startSampling(std::move(sources));
}

void Run::Private::startSampling(ObserverSources sources) {
    if (!m_options.collectSeries) return;
    const ObserveLevel asked = observe();
    const bool exact = !sources.switches.empty();
    sources.launcher = m_builder.data().launcherPid;
    const ObserveLevel level = asked == ObserveLevel::Exact && !exact ? ObserveLevel::Sampled : asked;
    m_builder.data().observer.level = level;
    m_sampler =
        std::make_unique<Sampler>(m_segment, makeStateObserver(m_segment, level, std::move(sources)), sampleHz());
    if (exact) m_launcher.send(ObserverReady{});
}

void Run::Private::received(const Message& message) {
    m_builder.apply(message, m_segment);
    if (const auto* observer = std::get_if<ObserverOpened>(&message)) {
        takeObserver(*observer);
    } else if (std::holds_alternative<RunStarted>(message)) {
        setState(State::Running);
    } else if (std::holds_alternative<RunStopping>(message)) {
        if (m_failure.isEmpty() && !m_stopAsked)
            m_failure = m_options.limits.endedText(m_builder.data(), monotonicNow());
        setState(State::Stopping);
    } else if (std::holds_alternative<RunFinished>(message)) {
        m_finishedInOrder = true;
    } else if (std::holds_alternative<SafetyEnd>(message)) {
        if (m_failure.isEmpty()) m_failure = m_options.limits.endedText(m_builder.data().safety);
    } else if (const auto* failed = std::get_if<RunFailed>(&message)) {
        m_failure = said(failed->text);
    } else if (const auto* stack = std::get_if<StackRead>(&message)) {
        if (stack->process < m_captures.size()) m_captures[stack->process].addStack(stack->address, stack->bytes);
    } else if (const auto* inspect = std::get_if<ThreadInspected>(&message)) {
        inspected(*inspect);
    } else if (const auto* place = std::get_if<AddressReached>(&message)) {
        if (place->process < m_captures.size()) emit m_run.addressReached(*place);
    } else if (const auto* steps = std::get_if<StepsTaken>(&message)) {
        if (steps->process < m_captures.size()) emit m_run.stepped(*steps);
    }
}

void Run::Private::inspected(const ThreadInspected& message) {
    if (message.process >= m_captures.size()) return;
    auto thread = std::make_shared<CapturedThread>(std::exchange(m_captures[message.process], {}));
    thread->pid = message.pid;
    thread->tid = message.thread;
    thread->problem = message.problem;
    thread->setRegisters(message.registers);
    thread->state = message.state.empty() ? '?' : message.state.front();
    thread->takenNs = message.atNs;
    thread->heldNs = message.heldNs;
    emit m_run.threadInspected(message.process, std::move(thread));
}

void Run::Private::ended(const QString& problem) {
    if (!m_finishedInOrder) {
        // Killed, or it never came up: what it would have done is done here.
        killProcessesOfRun(m_token);
        sweepDeadRuns();
        if (m_failure.isEmpty()) m_failure = problem.isEmpty() ? Run::tr("the launcher ended without a word") : problem;
    }
    conclude();
    if (const auto failures = failuresOf(m_builder.data()); !failures.empty() && m_failure.isEmpty())
        m_failure = said(failures.front().text);
    setState(m_failure.isEmpty() ? State::Finished : State::Failed);
    emit m_run.finished();
}

void Run::Private::conclude() {
    if (m_sampler) m_sampler->finish();
    drain();
    m_builder.finish(m_segment, monotonicNow());
    if (m_load) m_builder.data().machine = m_load->useBeside(cpuSecondsOf(m_builder.data()));
    m_events.stop();
    emit m_run.eventHappened();
}

void Run::Private::fail(const QString& why) {
    m_failure = why;
    setState(State::Failed);
    // Not from within start(): whoever called it is not ready for the end yet.
    QTimer::singleShot(0, &m_run, [this] { emit m_run.finished(); });
}

void Run::Private::stop() {
    if (m_state != State::Starting && m_state != State::Running) return;
    m_stopAsked = true;
    m_launcher.send(StopAsked{});
}

void Run::Private::drain() {
    const std::size_t before = m_builder.data().events.size();
    while (const auto batch = m_sampler != nullptr ? m_sampler->take() : nullptr) m_builder.apply(*batch);
    if (m_sampler != nullptr) m_builder.data().observer.droppedSamples = m_sampler->dropped();
    if (const auto why = m_sampler != nullptr ? m_sampler->takeFailure() : std::nullopt)
        m_builder.warn(say(Sentence::MeasuringEnded, {{"why", *why}}));
    m_builder.settleEvents(monotonicNow() - EventOrder::kPatienceNs);
    if (m_builder.data().events.size() != before) tellEvents();
}

Run::Run(RunOptions options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(options))) {}

Run::~Run() = default;

Run::State Run::state() const { return d->m_state; }
const RunData& Run::data() const { return d->m_builder.data(); }
QString Run::failure() const { return d->m_failure; }
void Run::drain() { d->drain(); }
void Run::start() { d->start(); }
void Run::stop() { d->stop(); }

}  // namespace ipclab
