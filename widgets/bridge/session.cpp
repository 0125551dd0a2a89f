#include "bridge/session.h"

namespace ipclab {

Session::Session(QObject* parent)
    : QObject(parent), m_document(std::make_unique<PreviewSource>(Experiment{})), m_shown(*m_document) {
    m_editor.open(*m_document);
}

Session::~Session() = default;

void Session::open(Experiment experiment) {
    auto document = std::make_unique<PreviewSource>(std::move(experiment));
    const auto former = std::exchange(m_document, std::move(document));
    const auto replay = std::move(m_replay);
    const auto run = std::move(m_run);  // it ends once nothing shows it any more, before its document goes
    const auto recorder = std::move(m_recorder);
    m_shown.showDocument(*m_document);
    m_editor.open(*m_document);
}

void Session::open(std::unique_ptr<ReplaySource> recording) {
    auto document = std::make_unique<PreviewSource>(recording->recorded());
    recording->setNext(*document);
    const auto former = std::exchange(m_document, std::move(document));
    const auto replay = std::exchange(m_replay, std::move(recording));
    const auto run = std::move(m_run);
    const auto recorder = std::move(m_recorder);
    m_shown.showDocument(*m_replay);
    m_editor.open(*m_document);
}

void Session::replayRun() {
    if (m_replay != nullptr || m_recorder == nullptr || isActive()) return;
    auto replay = std::make_unique<ReplaySource>(m_recorder->path());
    replay->setNext(*m_document, m_run->viewIds());
    m_shown.show(*replay);
    m_replay = std::move(replay);
    m_recorder.reset();
    m_run.reset();
}

void Session::start(std::optional<Nanoseconds> atMost) {
    if (isActive() || experiment().processes.empty()) return;
    RunOptions options;
    options.experiment = toRun();
    options.approvals = m_approvals;
    options.limits = m_wishes.limits;
    if (!experiment().durationNs && !options.limits.durationNs) options.experiment.durationNs = atMost;
    m_recorder.reset();
    const auto former = std::exchange(m_run, std::make_unique<LiveSource>(std::move(options), m_document.get()));
    m_run->setWatched(m_watched);
    m_run->setCalm(m_calm);
    m_shown.show(*m_run);
    const auto replay = std::move(m_replay);  // nothing shows it any more
    if (m_lastRuns != nullptr) m_recorder = m_lastRuns->record(*m_run);
    if (m_recorder != nullptr) connect(m_recorder.get(), &RunRecorder::written, this, &Session::recorded);
    m_run->start();
}

Experiment Session::toRun() const {
    Experiment asked = experiment();
    asked.observe = asked.observe.value_or(m_wishes.observe);
    asked.sampleHz = asked.sampleHz.value_or(m_wishes.sampleHz);
    return asked;
}

void Session::setWishes(const RunWishes& wishes) {
    if (m_wishes == wishes) return;
    m_wishes = wishes;
    m_editor.setUsual(wishes.observe, wishes.sampleHz);
    emit wishesChanged();
}

void Session::stop() {
    if (m_run) m_run->stop();
}

void Session::setWatched(bool watched) {
    m_watched = watched;
    if (m_run) m_run->setWatched(watched);
}

void Session::setCalm(bool calm) {
    m_calm = calm;
    if (m_run) m_run->setCalm(calm);
}

}  // namespace ipclab
