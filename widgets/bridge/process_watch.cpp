#include "bridge/process_watch.h"

#include "core/guarded_thread.h"
#include "runs/run_control.h"

namespace ipclab {
namespace {

constexpr int kTickMs = 100;
constexpr qint64 kWatchedMs = 500;
constexpr qint64 kSeldomMs = 2000;
constexpr char kZombie = 'Z';

}  // namespace

// Lives on the reading thread.
class DetailsReader : public QObject {
    Q_OBJECT
public slots:
    void read(std::uint32_t process, std::int32_t pid, int generation) {
        auto details = std::make_shared<ProcessDetails>();
        details->gone = true;  // what cannot be read is taken for it
        guarded([&] { *details = readDetails(pid); }, [](const std::string& why) { qWarning("%s", why.c_str()); });
        emit taken(process, generation, std::move(details));
    }
    void trace(std::uint32_t process, std::shared_ptr<const ipclab::CapturedThread> thread, int generation) {
        Backtrace trace;
        guarded([&] { trace = backtraceOf(*thread); }, [&](const std::string& why) { trace = {{}, why}; });
        emit traced(process, generation, std::make_shared<const ThreadLook>(std::move(thread), std::move(trace)));
    }

    void name(std::uint32_t process, std::int32_t pid, int generation,
              std::shared_ptr<const std::vector<std::uint64_t>> addresses) {
        emit named(process, generation,
                   std::make_shared<const std::vector<BacktraceFrame>>(functionsAt(pid, *addresses)));
    }

signals:
    void named(std::uint32_t process, int generation,
               std::shared_ptr<const std::vector<ipclab::BacktraceFrame>> functions);
    void taken(std::uint32_t process, int generation, std::shared_ptr<const ipclab::ProcessDetails> snapshot);
    void traced(std::uint32_t process, int generation, std::shared_ptr<const ipclab::ThreadLook> look);
};

ProcessWatch::ProcessWatch(RunSource& source, QObject* parent)
    : QObject(parent), m_source(source), m_reader(new DetailsReader) {
    m_reader->moveToThread(&m_thread);
    connect(this, &ProcessWatch::readWanted, m_reader, &DetailsReader::read);
    connect(this, &ProcessWatch::traceWanted, m_reader, &DetailsReader::trace);
    connect(this, &ProcessWatch::namesWanted, m_reader, &DetailsReader::name);
    connect(m_reader, &DetailsReader::named, this, &ProcessWatch::named);
    connect(m_reader, &DetailsReader::taken, this, &ProcessWatch::taken);
    connect(m_reader, &DetailsReader::traced, this, &ProcessWatch::traced);
    connect(&source, &RunSource::viewAboutToChange, this, &ProcessWatch::forget);
    connect(&source, &RunSource::threadInspected, this,
            [this](std::uint32_t process, std::shared_ptr<const CapturedThread> thread) {
                if (m_lookPending || isHeld(process)) emit traceWanted(process, std::move(thread), m_generation);
            });
    connect(&source, &RunSource::addressReached, this, &ProcessWatch::addressReached);
    connect(&source, &RunSource::stepped, this, &ProcessWatch::stepsTaken);
    connect(&source, &RunSource::stateChanged, this, [this] {
        if (!m_source.isActive()) m_lookPending = false;
        readIfDue();
    });
    connect(&m_timer, &QTimer::timeout, this, &ProcessWatch::readIfDue);
    m_thread.setObjectName(QStringLiteral("details"));
}

ProcessWatch::~ProcessWatch() {
    m_thread.quit();
    m_thread.wait();
    delete m_reader;  // its thread is over, or was never begun
}

void ProcessWatch::forget() {
    ++m_generation;
    m_snapshots.clear();
    m_looks.clear();
    m_steps.clear();
    m_pending = m_lookPending = false;
    m_sinceAsked.invalidate();
}

void ProcessWatch::setProcess(std::optional<std::uint32_t> process) {
    if (m_process == process) return;
    m_process = process;
    m_sinceAsked.invalidate();
    readIfDue();
}

void ProcessWatch::setWatched(bool watched) {
    if (m_watched == watched) return;
    m_watched = watched;
    readIfDue();
}

qint64 ProcessWatch::pauseMs() const {
    const auto forCost = static_cast<qint64>(toSeconds(m_lastCostNs) * 1000 / kMostShare);
    return std::max(m_watched ? kWatchedMs : kSeldomMs, forCost);
}

bool ProcessWatch::isAlive(std::uint32_t process) const {
    const auto& processes = m_source.view().processes;
    return m_source.isActive() && process < processes.size() && processes[process].pid != 0 &&
           processes[process].endedNs == 0;
}

void ProcessWatch::readIfDue() {
    const bool wanted = m_process && m_source.isActive();
    if (!wanted) return m_timer.stop();
    if (!m_timer.isActive()) m_timer.start(kTickMs);
    if (m_pending || !isAlive(*m_process)) return;
    if (m_sinceAsked.isValid() && m_sinceAsked.elapsed() < pauseMs()) return;
    if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
    m_pending = true;
    m_sinceAsked.start();
    emit readWanted(*m_process, m_source.view().processes[*m_process].pid, m_generation);
}

// Of one that has ended meanwhile the last whole snapshot says more than what is left of it.
void ProcessWatch::taken(std::uint32_t process, int generation, const Snapshot& snapshot) {
    if (generation != m_generation) return;
    m_pending = false;
    m_lastCostNs = snapshot->costNs;
    const bool over = snapshot->gone || snapshot->stat->state == kZombie;
    if (snapshot->gone || (over && m_snapshots.contains(process))) return;
    m_snapshots[process] = snapshot;
    emit snapshotTaken(process);
}

void ProcessWatch::traced(std::uint32_t process, int generation, const std::shared_ptr<const ThreadLook>& look) {
    if (generation != m_generation) return;
    m_lookPending = false;
    m_looks[process] = look;
    emit looked(process);
}

ProcessWatch::Snapshot ProcessWatch::snapshot(std::uint32_t process) const {
    const auto found = m_snapshots.find(process);
    return found == m_snapshots.end() ? nullptr : found->second;
}

void ProcessWatch::look(std::uint32_t process, std::int32_t thread) {
    if (m_lookPending || !isAlive(process)) return;
    if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
    m_lookPending = true;
    m_source.control()->inspect(process, thread);
}

void ProcessWatch::step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) {
    if (!isAlive(process)) return;
    if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
    if (!isHeld(process)) m_steps.erase(process);
    m_source.control()->step(process, thread, instructions);
}

void ProcessWatch::letGo(std::uint32_t process) {
    if (RunControl* control = m_source.control()) control->letGo(process);
}

void ProcessWatch::addressReached(const AddressReached& place) { m_steps[place.process].add(place); }

void ProcessWatch::stepsTaken(const StepsTaken& taken) {
    StepView& view = m_steps[taken.process];
    view.take(taken);
    if (auto addresses = view.unnamed(); !addresses.empty() && taken.held)
        emit namesWanted(taken.process, taken.pid, m_generation,
                         std::make_shared<const std::vector<std::uint64_t>>(std::move(addresses)));
    emit stepped(taken.process);
}

void ProcessWatch::named(std::uint32_t process, int generation,
                         const std::shared_ptr<const std::vector<BacktraceFrame>>& functions) {
    if (generation != m_generation) return;
    const auto found = m_steps.find(process);
    if (found == m_steps.end()) return;
    for (const BacktraceFrame& frame : *functions) {
        const QString offset = frame.offset == 0 ? QString() : QStringLiteral("+0x%1").arg(frame.offset, 0, 16);
        found->second.name(frame.address,
                           frame.function.empty() ? std::string() : frame.function + offset.toStdString());
    }
    emit stepped(process);
}

const StepView* ProcessWatch::steps(std::uint32_t process) const {
    const auto found = m_steps.find(process);
    return found == m_steps.end() ? nullptr : &found->second;
}

bool ProcessWatch::isHeld(std::uint32_t process) const {
    const StepView* view = steps(process);
    return view != nullptr && view->isHeld() && isAlive(process);
}

const ThreadLook* ProcessWatch::lastLook(std::uint32_t process) const {
    const auto found = m_looks.find(process);
    return found == m_looks.end() ? nullptr : found->second.get();
}

}  // namespace ipclab

#include "process_watch.moc"
