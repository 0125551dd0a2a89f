#include "launcher/launcher.h"

#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>

#include "core/error.h"
#include "core/sentences.h"
#include "document/machine.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

// How soon the launcher looks up: while processes open their ends, and afterwards.
constexpr Nanoseconds kStartTickNs = 1'000'000;
constexpr Nanoseconds kTickNs = 20'000'000;
constexpr Nanoseconds kUneasyTickNs = 2'000'000;
constexpr Nanoseconds kEndWithinNs = 20 * kNsPerSecond;
constexpr Nanoseconds kLeftOverWaitNs = kNsPerSecond;
constexpr Nanoseconds kObserverWaitNs = 5 * kNsPerSecond;
constexpr Nanoseconds kFarewellNs = 10 * kNsPerSecond;

constexpr std::uint64_t kControlTag = ~std::uint64_t{0};
constexpr std::uint64_t kSignalTag = kControlTag - 1;

constexpr std::array kStreams{Children::Stream::Report, Children::Stream::Output, Children::Stream::Errors};

std::uint64_t streamTag(std::size_t process, Children::Stream stream) {
    return (std::uint64_t{process} << 2) | static_cast<std::uint64_t>(stream);
}

UniqueFd openSignals() {
    sigset_t set;
    ::sigemptyset(&set);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&set, signal);
    check(::sigprocmask(SIG_BLOCK, &set, nullptr), "sigprocmask");
    return UniqueFd(check(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd"));
}

// Orphans that came here and are still on their way out: after this process nobody might wait for them, where process 1
// of a container does not. Bounded, since one that cannot be killed may be among them.
void reapLeftOver() {
    const ReapingTurn ordinary;
    const Nanoseconds deadlineNs = monotonicNow() + kLeftOverWaitNs;
    for (;;) {
        const pid_t ended = ::waitpid(-1, nullptr, WNOHANG);
        if (ended < 0 || (ended == 0 && monotonicNow() >= deadlineNs)) return;
        if (ended == 0) ::poll(nullptr, 0, 1);
    }
}

}  // namespace

Launcher::Launcher(LaunchOrder order, Segment segment, UniqueFd control, std::string workerExecutable,
                   SwitchEvents events, OwnSession session)
    : m_order(std::move(order)),
      m_segment(std::move(segment)),
      m_control(std::move(control)),
      m_workerExecutable(std::move(workerExecutable)),
      m_epoll(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      m_signals(openSignals()),
      m_switchEvents(m_order.switchEvents ? std::move(events) : SwitchEvents{}),
      m_session(session),
      m_names(m_order.token),
      m_links(m_order.experiment, m_segment),
      m_shared(m_order.experiment, m_segment),
      m_children(m_order.experiment, m_segment, m_links, m_shared,
                 [this](const Message& message) { forward(message); }),
      m_capture([this](const Message& message) { tell(message); }),
      m_stepper([this](const Message& message) { tell(message); }),
      m_stop(m_order.askForNs, m_order.terminateForNs),
      m_guard(m_order.experiment, m_names, m_order.token) {
    if (m_order.experiment.memoryBudgetBytes)
        m_budget.emplace(m_order.experiment, *m_order.experiment.memoryBudgetBytes);
    std::ranges::stable_sort(m_order.experiment.steps, {}, &Step::atNs);
    if (m_order.bare) m_children.useBareLoops();
    m_children.useWindow([this](const Message& message,
                                std::span<const int> fds) { return m_control.sendDescriptors(encode(message), fds); },
                         [this](pid_t pid) { return followProcess(m_switchEvents, pid); });
}

Launcher::~Launcher() = default;

int Launcher::run() {
    try {
        prepare();
    } catch (const std::exception& error) {
        tell(RunFailed{error.what()});
        enterStage(StopStage::Kill, monotonicNow());
    }
    while (!m_children.allGone()) turn();
    finish();
    return 0;
}

void Launcher::prepare() {
    watch(m_control.fd(), kControlTag);
    watch(m_signals.get(), kSignalTag);
    if (m_order.switchEvents) handOverSwitchEvents();
    m_links.create(m_names, [this](std::size_t link, const Link& made) {
        const LinkProperties given = made.effective();
        tell(LinkCreated{static_cast<std::uint32_t>(link), given.capacityBytes, given.capacityMessages,
                         given.maxMessageBytes, given.sendBufferBytes, given.receiveBufferBytes,
                         given.tcp ? tcpText(*given.tcp) : std::string()});
    });
    m_shared.create(m_names);
    m_children.launch(m_workerExecutable, m_names);
    m_links.releaseEnds();
    watchStreams();
    m_guard.watch();
    tell(m_guard.facts());
}

// What the children tell; a process that has come to life is guarded before anybody hears of it.
void Launcher::forward(const Message& message) {
    if (const auto* launched = std::get_if<ProcessLaunched>(&message))
        m_guard.add(launched->pid, launched->ppid != ::getpid());
    tell(message);
}

// Before anybody is forked: the events are inherited by all who are born after them.
void Launcher::handOverSwitchEvents() {
    const WakeEvents wakes = std::move(m_switchEvents.wakes);  // theirs alone: nobody is followed by them
    std::vector<int> fds;
    for (const UniqueFd& fd : m_switchEvents.perCpu) fds.push_back(fd.get());
    ObserverOpened opened{.descriptors = 0, .reason = m_switchEvents.problem, .wakeReason = wakes.problem};
    if (fds.size() + wakes.perCpu.size() <= kMostDescriptors) {
        opened.wakeDescriptors = static_cast<std::uint32_t>(wakes.perCpu.size());
        opened.wakePidOffset = wakes.pidOffset;
        for (const UniqueFd& fd : wakes.perCpu) fds.push_back(fd.get());
    }
    opened.descriptors = static_cast<std::uint32_t>(fds.size());
    if (!fds.empty() && m_control.sendDescriptors(encode(opened), fds)) {
        awaitObserver();
    } else {
        tell(ObserverOpened{.reason = m_switchEvents.problem.empty()
                                          ? say(Sentence::NotHandedOver, {{"why", errorText(errno)}})
                                          : m_switchEvents.problem});
    }
}

// What happens before the window has mapped the rings is recorded nowhere: the births of the first processes.
void Launcher::awaitObserver() {
    const Nanoseconds deadline = monotonicNow() + kObserverWaitNs;
    while (monotonicNow() < deadline && !m_control.isClosed()) {
        const bool unsent = m_control.hasUnsent();
        pollfd ready{m_control.fd(), static_cast<short>(unsent ? POLLIN | POLLOUT : POLLIN), 0};
        ::poll(&ready, 1, 100);
        m_control.flush();
        while (const auto packet = m_control.receive()) {
            const Decoded decoded = decode(*packet);
            if (!decoded.message) continue;
            if (std::holds_alternative<ObserverReady>(*decoded.message)) return;
            obey(*decoded.message);
        }
    }
    tell(RunWarning{say(Sentence::ObserverLate)});
}

void Launcher::watch(int fd, std::uint64_t tag) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tag;
    check(::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event), "epoll_ctl");
}

// Also for room to write, while there is something that waits for it.
void Launcher::watchControl() {
    if (m_control.isClosed() || m_control.hasUnsent() == m_watchesRoom) return;
    m_watchesRoom = m_control.hasUnsent();
    epoll_event event{};
    event.events = m_watchesRoom ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = kControlTag;
    check(::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, m_control.fd(), &event), "epoll_ctl");
}

void Launcher::watchStreams() {
    for (std::size_t i = 0; i < m_children.size(); ++i) watchStreams(i);
}

void Launcher::watchStreams(std::size_t process) {
    for (const Children::Stream stream : kStreams) {
        const int fd = m_children.streamFd(process, stream);
        if (fd >= 0) watch(fd, streamTag(process, stream));
    }
}

Nanoseconds Launcher::nextDeadline() const {
    Nanoseconds deadline = m_nextTickNs;
    if (m_startNs && m_nextStep < m_order.experiment.steps.size()) {
        deadline = std::min(deadline, *m_startNs + m_order.experiment.steps[m_nextStep].atNs);
    }
    return deadline;
}

void Launcher::turn() {
    const Nanoseconds waitNs = std::max<Nanoseconds>(0, nextDeadline() - monotonicNow());
    std::array<epoll_event, 64> events{};
    const int timeoutMs = static_cast<int>((waitNs + 999'999) / 1'000'000);
    watchControl();
    const int count = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), timeoutMs);
    for (int i = 0; i < count; ++i) dispatch(events[static_cast<std::size_t>(i)].data.u64);
    m_control.flush();
    if (m_control.isClosed()) windowGone();
    tick(monotonicNow());
}

void Launcher::dispatch(std::uint64_t tag) {
    if (tag == kControlTag) {
        readControl();
    } else if (tag == kSignalTag) {
        readSignals();
    } else {
        m_children.readStream(tag >> 2, static_cast<Children::Stream>(tag & 3));
    }
}

void Launcher::readSignals() {
    signalfd_siginfo info{};
    while (::read(m_signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        // SIGTERM also comes when the window dies: nobody is left to show an orderly end to.
        if (info.ssi_signo != SIGCHLD) enterStage(StopStage::Kill, monotonicNow());
    }
    reap();
}

void Launcher::reap() {
    const auto turn = [this] {
        m_capture.turn(monotonicNow());
        m_stepper.turn(monotonicNow());
    };
    turn();
    // A thread that stopped for a look or a step just now hides those that have ended.
    for (int again = 0; again < 8 && !m_children.reap(); ++again) turn();
}

void Launcher::readControl() {
    while (const auto packet = m_control.receive()) {
        const Decoded decoded = decode(*packet);
        if (decoded.message) {
            obey(*decoded.message);
        } else {
            tell(RunWarning{say(Sentence::LauncherMisunderstood, {{"why", decoded.problem}})});
        }
    }
}

void Launcher::windowGone() {
    enterStage(StopStage::Kill, monotonicNow());
    m_children.windowGone();
}

void Launcher::obey(const Message& message) {
    if (std::holds_alternative<StopAsked>(message)) {
        enterStage(StopStage::Ask, monotonicNow());
    } else if (const auto* signal = std::get_if<SignalAsked>(&message)) {
        m_children.signal(signal->process, signal->signal);
    } else if (const auto* interrupt = std::get_if<ControlChanged>(&message)) {
        if (interrupt->process < m_children.size()) m_children.interrupt(interrupt->process);
    } else if (const auto* nice = std::get_if<NiceAsked>(&message)) {
        m_children.setNice(nice->process, nice->nice);
    } else if (const auto* cpus = std::get_if<CpusAsked>(&message)) {
        m_children.setCpus(cpus->process, parseCpuList(cpus->cpus));
    } else if (const auto* room = std::get_if<LinkSetAsked>(&message)) {
        resize(room->link, {room->capacityBytes, room->sendBufferBytes, room->receiveBufferBytes}, false);
    } else if (const auto* later = std::get_if<StartAsked>(&message)) {
        if (start(later->process)) tell(ProcessStarted{later->process, monotonicNow()});
    } else if (const auto* retire = std::get_if<RetireAsked>(&message)) {
        if (m_children.retire(retire->process)) tell(ProcessRetired{retire->process, monotonicNow()});
    } else if (const auto* started = std::get_if<WindowStarted>(&message)) {
        m_children.startedByWindow(*started, m_control.takeDescriptor());
        if (started->process < m_children.size()) watchEnd(started->process);
    } else if (const auto* refused = std::get_if<WindowStartFailed>(&message)) {
        m_children.notStartedByWindow(*refused);
    } else if (const auto* ended = std::get_if<WindowEnded>(&message)) {
        m_children.endedInWindow(*ended);
    } else if (const auto* inspect = std::get_if<InspectAsked>(&message)) {
        const pid_t pid = m_children.pidOf(inspect->process);
        if (!m_stepper.look(inspect->process, pid, inspect->thread))
            m_capture.ask(inspect->process, pid, inspect->thread);
    } else if (const auto* steps = std::get_if<StepAsked>(&message)) {
        if (!m_stop.isStopping()) m_stepper.ask(*steps, m_children.pidOf(steps->process));
    } else if (const auto* letGo = std::get_if<LetGoAsked>(&message)) {
        m_stepper.letGo(letGo->process);
    }
}

void Launcher::watchEnd(std::uint32_t process) {
    const int fd = m_children.streamFd(process, Children::Stream::End);
    if (fd >= 0) watch(fd, streamTag(process, Children::Stream::End));
}

void Launcher::tick(Nanoseconds now) {
    reap();
    if (!m_startNs && !m_stop.isStopping() && m_children.allReady()) letGo(now);
    takeSteps(now);
    checkEnd(now);
    if (now < m_nextTickNs) return;
    const auto count = static_cast<Nanoseconds>(m_children.size());
    m_nextTickNs = now + (m_startNs ? kTickNs : std::clamp(count * kStartTickNs / 100, kStartTickNs, kTickNs));
    keepSafe(now);
    if (m_guard.isUneasy()) m_nextTickNs = now + kUneasyTickNs;
    m_session.lower();
    m_children.interruptWhereNeeded();
    m_children.lookAtWindowChildren();
    m_children.lookAtMemory(now);
    m_links.findLostPlaces(now);
    keepBudget(now);
    if (m_order.probeEveryNs > 0 && now >= m_nextProbeNs) {
        m_links.probeDepths();
        m_children.lookAtTraffic(now);
        m_nextProbeNs = now + m_order.probeEveryNs;
    }
}

void Launcher::keepBudget(Nanoseconds now) {
    if (!m_budget || !m_startNs || m_stop.isStopping()) return;
    const auto over = m_budget->check(m_children.pids(), now);
    if (!over) return;
    tell(BudgetKill{over->process, now, over->usedBytes, over->processBytes, m_budget->bytes()});
    m_children.signal(over->process, SIGKILL);
}

void Launcher::keepSafe(Nanoseconds now) {
    const auto over = m_stop.stage() == StopStage::Kill ? std::nullopt : m_guard.check(now);
    if (!over) return;
    tell(*over);
    enterStage(StopStage::Kill, now);
    endAll();
}

unsigned Launcher::endAll() {
    const auto ended = m_guard.endAll(kEndWithinNs, [this] { reap(); });
    if (ended.left > 0) tell(RunWarning{sayCount(ended.left, Sentence::OneNotEnded, Sentence::NotEnded)});
    return ended.killed;
}

void Launcher::letGo(Nanoseconds now) {
    m_startNs = now;
    m_children.beginTraffic();
    SegmentHeader& header = m_segment.header();
    header.startNs.store(now, memory_order_relaxed);
    header.go.store(1, memory_order_release);
    futexWakeAll(header.go);
    tell(RunStarted{now});
}

// What commands left behind: everything that carries this run's token, and everything inherited as a subreaper.
void Launcher::finish() {
    m_children.readReports();
    const unsigned strays = endAll();
    reapLeftOver();
    tell(RunFinished{monotonicNow(), strays});
    // The window may be behind by the ends of a thousand processes; nothing of them may be lost.
    const Nanoseconds deadline = monotonicNow() + kFarewellNs;
    while (m_control.hasUnsent() && !m_control.isClosed() && monotonicNow() < deadline) {
        pollfd writable{m_control.fd(), POLLOUT, 0};
        ::poll(&writable, 1, 100);
        m_control.flush();
    }
}

}  // namespace ipclab
