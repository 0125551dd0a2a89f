#include "exercises/lab_session.h"

#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <cassert>

#include "core/sentences.h"
#include "document/experiment_json.h"
#include "labs/allowed.h"

namespace ipclab {

struct LabSession::Judging {
    Lab lab;
    LabWork work;
    LabResult result{};
    std::vector<std::string> problems{};
};

LabSession::LabSession(std::filesystem::path folder, QObject* parent) : QObject(parent), m_store(std::move(folder)) {}

LabSession::~LabSession() = default;

void LabSession::open(const std::string& id) {
    const auto texts = embeddedLab(id);
    auto read = texts ? readLab(*texts, libraryPresets()) : LabReadResult();
    if (!read.isSound()) throw std::runtime_error(say(Sentence::SubmissionNoLab, {{"id", id}}));
    auto work = m_store.load(id);
    m_lab = *std::move(read.lab);
    m_work = work.value_or(LabWork{.lab = id, .version = m_lab->version, .fingerprint = fingerprint(*texts)});
    m_step = 0;
    for (std::size_t i = 0; i < m_lab->steps.size(); ++i) {
        if (runsMade(m_lab->steps[i]) > 0) m_step = i;  // where it was left
    }
    m_result.reset();
    emit opened();
    judge();
}

void LabSession::close() {
    m_lab.reset();
    m_result.reset();
    m_judging.reset();
    emit opened();
}

void LabSession::goTo(std::size_t step) {
    assert(isOpen() && step < m_lab->steps.size());
    if (step == m_step) return;
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
    keep();
    judge();
}

void LabSession::readHint(const std::string& check) {
    if (!m_work.hints.insert(check).second) return;
    keep();
    judge();
}

void LabSession::setStudent(const std::string& name) {
    m_work.student = name;
    keep();
}

void LabSession::leave(const Experiment& experiment) {
    auto text = writeExperiment(experiment);
    auto& left = m_work.steps[step().id].document;
    if (left == text) return;
    left = std::move(text);
    keep();
}

void LabSession::take(const std::filesystem::path& recording) {
    try {
        if (step().program) ranProgramNow();
        m_store.keepRun(m_work, step().id, recording, step().trials);
    } catch (const std::exception& error) {
        emit notKept(QString::fromUtf8(error.what()));
        return;
    }
    emit changed();
    judge();
}

void LabSession::startAgain() {
    const std::string id = m_lab->id;
    try {
        m_store.setAside(id);
    } catch (const std::exception& error) {
        emit notKept(QString::fromUtf8(error.what()));
        return;
    }
    open(id);
}

void LabSession::handIn(const std::filesystem::path& path, const std::vector<ArchiveEntry>& others) const {
    std::vector<std::string> problems;
    writeSubmission(path, *m_lab, m_work, judgeWork(*m_lab, m_work, problems), others);
}

void LabSession::keep() {
    try {
        m_store.save(m_work);
    } catch (const std::exception& error) {
        emit notKept(QString::fromUtf8(error.what()));
    }
    emit changed();
}

// Recordings are read again for it, which takes longer than a window may stand still. What is older than the newest
// work is thrown away.
void LabSession::judge() {
    m_result.reset();
    m_judging = std::make_shared<Judging>(Judging{*m_lab, m_work});
    QThreadPool::globalInstance()->start([judging = m_judging, self = QPointer(this)] {
        judging->result = judgeWork(judging->lab, judging->work, judging->problems);
        if (!self) return;
        QMetaObject::invokeMethod(
            self,
            [judging, self] {
                if (!self || self->m_judging != judging) return;
                self->m_result = judging->result;
                self->m_problems = judging->problems;
                self->m_store.keepProgress(judging->work.lab,
                                           {judging->result.points, judging->result.most, judging->result.complete});
                emit self->judged();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace ipclab
