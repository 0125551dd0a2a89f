#include "exercises/lab_session.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <atomic>
#include <cassert>

#include "core/sentences.h"
#include "document/experiment_json.h"
#include "exercises/lacked_here.h"
#include "labs/allowed.h"
#include "recording/recording.h"

namespace ipclab {

namespace {

constexpr int kSettlesMs = 150;  // an editor writes a file in several goes
constexpr int kRestsMs = 400;    // between two keys: a pause
constexpr int kLatestMs = 1500;  // of typing without one: so much a killed window loses

}  // namespace

struct LabSession::Judging {
    Judging(Lab ofLab, LabWork done) : lab(std::move(ofLab)), work(std::move(done)) {}

    Lab lab;
    LabWork work;
    LabResult result{};
    std::vector<std::string> problems{};
    std::atomic<bool> isOutdated = false;
};

LabSession::LabSession(std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_store(m_folder), m_own(m_folder) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettlesMs);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &LabSession::readAgain);
    m_rests.setInterval(kRestsMs);
    m_latest.setInterval(kLatestMs);
    for (QTimer* timer : {&m_rests, &m_latest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &LabSession::keepPending);
    }
}

// Nobody is there any more who could be told.
LabSession::~LabSession() {
    disconnect();
    keepPending();
}

void LabSession::open(const std::string& id) {
    const auto texts = embeddedLab(id);
    auto read = texts ? readLab(*texts, libraryPresets()) : LabReadResult();
    if (!read.isSound()) throw std::runtime_error(say(Sentence::SubmissionNoLab, {{"id", id}}));
    auto work = m_store.load(id);  // before anything is changed: it may be refused
    close();
    begin(*texts, std::move(read));
}

// For its author also what only checking the whole tells; it is shown all the same.
LabReadResult LabSession::readOwnLab(const LabTexts& texts, bool forAuthor) {
    auto read = readLab(texts, libraryPresets());
    if (read.lab && (!isPlainArchiveName(read.lab->id) || read.lab->id.find('/') != std::string::npos)) {
        read.lab.reset();
        read.problems.push_back(
            {"lab.json", {.pointer = "/id", .message = say(Sentence::WorkField, {{"name", "id"}})}});
    }
    if (forAuthor && read.lab) read.problems = readLab(texts, libraryPresets(), true).problems;
    return read;
}

// Work on it is its own, whatever other exercise has the same id.
void LabSession::openAt(const std::filesystem::path& path) {
    const auto place = labPlace(path);
    const LabTexts texts = labTextsAt(place);
    close();
    m_own.add(place);
    m_source = place;
    m_ownStore.emplace(folderOf(place));
    watch();
    begin(texts, readOwnLab(texts, isWatched()));
}

void LabSession::begin(const LabTexts& texts, LabReadResult read) {
    m_print = fingerprint(texts);
    m_faults = std::move(read.problems);
    if (read.lab) {
        const std::string id = read.lab->id;
        auto work = store().load(id);
        m_lab = *std::move(read.lab);
        m_missing = lackedHere(m_lab->needs);
        m_work = work.value_or(LabWork{.lab = id, .version = m_lab->version, .fingerprint = m_print});
        if (m_work.student.empty()) m_work.student = m_store.name();
        if (store().hasPrograms(id)) clearUnneeded();
        m_step = 0;
        for (std::size_t i = 0; i < m_lab->steps.size(); ++i) {
            if (runsMade(m_lab->steps[i]) > 0) m_step = i;  // where it was left
        }
    }
    emit opened();
    if (isOpen()) judge();
}

void LabSession::close() {
    keepPending();
    m_lab.reset();
    m_result.reset();
    forgetJudging();
    m_problems.clear();
    m_faults.clear();
    m_missing.clear();
    m_source.clear();
    m_ownStore.reset();
    m_soon.stop();
    if (isWatched()) m_watcher.removePaths(m_watcher.directories() + m_watcher.files());
    emit opened();
}

void LabSession::goTo(std::size_t step) {
    assert(isOpen() && step < m_lab->steps.size());
    if (step == m_step) return;
    keepPending();
    m_step = step;
    emit changed();
}

std::optional<Experiment> LabSession::begun() const {
    const auto left = m_work.steps.find(step().id);
    if (left != m_work.steps.end() && !left->second.document.empty()) {
        if (auto read = readExperiment(left->second.document, step().id); read.experiment) return read.experiment;
    }
    if (step().experiment) return step().experiment;
    // As the step before was left.
    for (std::size_t i = m_step; i-- > 0;) {
        const auto& before = m_lab->steps[i];
        const auto found = m_work.steps.find(before.id);
        if (found != m_work.steps.end() && !found->second.document.empty()) {
            return readExperiment(found->second.document, before.id).experiment;
        }
        if (before.experiment) return before.experiment;
    }
    return {};
}

std::optional<Experiment> LabSession::experiment() const {
    auto experiment = begun();
    if (const auto file = programFile(); file && experiment) fillNode(*experiment, *step().program, *file);
    return experiment;
}

std::size_t LabSession::runsMade(const LabStep& of) const {
    const auto found = m_work.steps.find(of.id);
    return found != m_work.steps.end() ? found->second.recordings.size() : 0;
}

std::size_t LabSession::runsWanted(const LabStep& of) const {
    return of.checks.empty() && of.predictions.empty() ? 0 : of.trials;
}

bool LabSession::isPredicted(const LabStep& of) const {
    return std::ranges::all_of(of.predictions, [&](const auto& each) {
        const auto found = m_work.predictions.find(each.id);
        return found != m_work.predictions.end() && !found->second.empty();
    });
}

bool LabSession::isDone() const {
    if (!isOpen() || !m_result) return false;
    return std::ranges::all_of(m_lab->steps, [&](const auto& step) { return runsMade(step) >= runsWanted(step); });
}

std::vector<std::string> LabSession::forbidden(const Experiment& now) const {
    const auto* start = experimentOf(*m_lab, step());
    return start != nullptr ? forbiddenChanges(step(), *start, now) : std::vector<std::string>();
}

void LabSession::predict(const std::string& id, LabAnswer answer) {
    if (isLocked(step())) return;
    m_work.predictions[id] = std::move(answer);
    keep();
}

void LabSession::write(const std::string& question, const std::string& words) {
    m_work.words[question] = words;
    keepSoon();
    judgeAgain();
}

void LabSession::readHint(const std::string& check) {
    if (!m_work.hints.insert(check).second) return;
    keep();
    judgeAgain();
}

void LabSession::setStudent(const std::string& name) {
    m_work.student = name;
    m_isNamed = true;
    keepSoon();
}

void LabSession::leave(const Experiment& experiment) {
    auto text = writeExperiment(experiment);
    auto& left = m_work.steps[step().id].document;
    if (left == text) return;
    left = std::move(text);
    keep();
}

// The runs of a step are of one experiment: with another they begin anew.
void LabSession::forgetRunsOfOthers(const std::filesystem::path& recording) {
    auto& kept = m_work.steps[step().id];
    if (step().trials < 2 || kept.recordings.empty()) return;
    bool same = false;
    try {
        const auto before = readRecordingHead(kept.recordings.back()), now = readRecordingHead(recording);
        same = changesBetween(before.experiment, now.experiment).empty();
    } catch (const std::runtime_error&) {  // what cannot be read counts no more
    }
    if (!same) WorkStore::forgetRuns(kept);
}

void LabSession::take(const std::filesystem::path& recording) {
    try {
        if (step().program) ranProgramNow();
        forgetRunsOfOthers(recording);
        store().keepRun(m_work, step().id, recording, step().trials);
    } catch (const std::exception& error) {
        emit notKept(QString::fromUtf8(error.what()));
        return;
    }
    emit changed();
    judge();
}

void LabSession::startAgain() {
    const std::string id = m_lab->id;
    keepPending();
    store().setAside(id);
    m_source.empty() ? open(id) : openAt(std::filesystem::path(m_source));
}

void LabSession::handIn(const std::filesystem::path& path, const Others& others) {
    keepPending();
    std::vector<std::string> problems;
    const LabResult result = judgeWork(*m_lab, m_work, problems);
    writeSubmission(path, *m_lab, m_work, result, others(result));
}

void LabSession::keepSoon() {
    m_isPending = true;
    m_rests.start();
    if (!m_latest.isActive()) m_latest.start();
}

void LabSession::keepPending() {
    if (m_isPending) keep();
}

void LabSession::keptAll() {
    m_isPending = false;
    m_rests.stop();
    m_latest.stop();
}

void LabSession::keep() {
    keptAll();  // whoever is told of what follows finds nothing pending
    try {
        store().save(m_work);
        if (m_isNamed) m_store.keepName(m_work.student);
        m_isNamed = false;
    } catch (const std::exception& error) {
        emit notKept(QString::fromUtf8(error.what()));
    }
    emit changed();
}

// Recordings are read again for it, which takes longer than a window may stand still. What is older than the newest
// work is thrown away.
void LabSession::judge() {
    m_result.reset();
    judgeAgain();
}

void LabSession::forgetJudging() {
    if (m_judging) m_judging->isOutdated = true;  // one that has not begun need not
    m_judging.reset();
}

void LabSession::judgeAgain() {
    forgetJudging();
    m_judging = std::make_shared<Judging>(*m_lab, m_work);
    // Told to the application, which waits for its threads when it ends: the session may go at any moment.
    auto* application = QCoreApplication::instance();
    QThreadPool::globalInstance()->start([judging = m_judging, self = QPointer(this), application] {
        if (judging->isOutdated) return;
        judging->result = judgeWork(judging->lab, judging->work, judging->problems);
        QMetaObject::invokeMethod(
            application,
            [judging, self] {
                if (!self || self->m_judging != judging) return;
                self->m_result = judging->result;
                self->m_problems = judging->problems;
                self->store().keepProgress(judging->work.lab,
                                           {judging->result.points, judging->result.most, judging->result.complete});
                emit self->judged();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace ipclab
