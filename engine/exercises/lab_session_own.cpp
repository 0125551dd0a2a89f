// One of the user's own exercises: where its work is kept, and what is done when its files change.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <algorithm>

#include "exercises/lab_session.h"
#include "exercises/lacked_here.h"

namespace ipclab {

namespace {

QString nameOfPath(const std::filesystem::path& path) { return QFile::decodeName(path.c_str()); }

}  // namespace

// By its place: two exercises may have the same id.
std::filesystem::path LabSession::folderOf(const std::filesystem::path& source) const {
    const QByteArray name = QByteArray::fromStdString(source.string());
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16);
    return m_folder / "own" / hash.toStdString();
}

std::optional<LabProgress> LabSession::progressOf(const OwnLab& own) const {
    std::error_code error;
    const auto folder = folderOf(own.path);
    if (!std::filesystem::is_directory(folder, error)) return {};
    const WorkStore work(folder);
    for (const auto& each : std::filesystem::directory_iterator(folder, error)) {
        if (each.path().extension() == ".before") continue;
        if (const auto progress = work.progress(each.path().filename().string())) return progress;
    }
    return {};
}

// A file that was replaced has to be watched anew.
void LabSession::watch() {
    const QString folder = nameOfPath(m_source);
    if (m_source.empty() || !QFileInfo(folder).isDir()) return;
    QStringList paths{folder};
    for (const QString& file : QDir(folder).entryList({"lab.json", "en.md", "ko.md", "*.c"}, QDir::Files))
        paths << QDir(folder).filePath(file);
    m_watcher.addPaths(paths);
}

void LabSession::readAgain() {
    if (m_source.empty()) return;
    watch();
    LabTexts texts;
    try {
        texts = labTextsAt(m_source);
    } catch (const std::exception& error) {
        m_print.clear();
        m_faults = {{"lab.json", {.pointer = {}, .message = error.what()}}};
        emit reread();
        return;
    }
    if (fingerprint(texts) == m_print) return;
    m_print = fingerprint(texts);
    auto read = readOwnLab(texts, true);
    if (!read.lab) {
        m_faults = std::move(read.problems);
        return emit reread();
    }
    if (!m_lab || m_lab->id != read.lab->id) {
        keepPending();
        m_lab.reset();
        m_result.reset();
        forgetJudging();
        try {
            begin(texts, std::move(read));
        } catch (const std::exception& error) {  // the work on that one cannot be read
            m_faults.push_back({"lab.json", {.pointer = "/id", .message = error.what()}});
            emit opened();
        }
        return emit reread();
    }
    m_faults = std::move(read.problems);
    const std::string at = step().id;
    const Lab before = *std::exchange(m_lab, std::move(read.lab));
    const auto same = std::ranges::find(m_lab->steps, at, &LabStep::id);
    m_step = same != m_lab->steps.end() ? static_cast<std::size_t>(same - m_lab->steps.begin())
                                        : std::min(m_step, m_lab->steps.size() - 1);
    if (m_lab->needs != before.needs) m_missing = lackedHere(m_lab->needs);
    m_work.version = m_lab->version;
    m_work.fingerprint = m_print;
    m_result.reset();  // of parts that may be others now
    forgetChangedExperiments(before);
    emit opened();
    emit reread();
    judge();
}

// What the author has changed is to be seen, though it was left otherwise. A program stays: somebody has written it.
void LabSession::forgetChangedExperiments(const Lab& before) {
    for (const LabStep& step : m_lab->steps) {
        const LabStep* old = before.step(step.id);
        const Experiment *was = old != nullptr ? experimentOf(before, *old) : nullptr, *is = experimentOf(*m_lab, step);
        const bool isSame = was != nullptr && is != nullptr ? *was == *is : was == is;
        const auto work = m_work.steps.find(step.id);
        if (!isSame && work != m_work.steps.end() && runsMade(step) == 0) work->second.document.clear();
    }
}

}  // namespace ipclab
