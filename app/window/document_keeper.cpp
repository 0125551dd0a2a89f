#include "window/document_keeper.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <memory>

#include "bridge/session.h"
#include "bridge/words.h"
#include "document/experiment_json.h"
#include "runs/said.h"
#include "window/notice_bar.h"
#include "window/settings.h"

namespace ipclab {
namespace {

constexpr int kKeepAfterMs = 1000;

QString fileSuffix() { return QStringLiteral("ipclab.json"); }

// What the knobs of inspector and toolbar set is as it was.
Experiment withoutKnobs(Experiment experiment) {
    for (ProcessSpec& process : experiment.processes) {
        process.settings = {};
        process.nice.reset();
        process.cpus.clear();
    }
    experiment.durationNs.reset();
    experiment.observe = {};
    return experiment;
}

}  // namespace

DocumentKeeper::DocumentKeeper(Session& session, WindowSettings& settings, NoticeBar& notice, QWidget* window)
    : QObject(window),
      m_session(session),
      m_settings(settings),
      m_notice(notice),
      m_window(window),
      m_autosave(settings.privateFolder()) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kKeepAfterMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isChanged()) keep(m_session.experiment());
    });
    connect(&session.editor(), &Editor::edited, this, &DocumentKeeper::documentEdited);
}

DocumentKeeper::~DocumentKeeper() = default;

void DocumentKeeper::open(const WindowDocument& document) {
    m_document = document;
    m_asOpened = document.experiment.value();
    m_soon.stop();
    m_autosave.drop();
    if (document.isRecovered) keep(m_asOpened);
    if (!document.isPreset && !document.source.isEmpty() && document.isSound())
        m_settings.addRecentFile(document.source);
}

bool DocumentKeeper::isOpenPreset(const QString& id) const {
    return m_document.isPreset && m_document.source == id && m_document.experiment;
}

bool DocumentKeeper::isChanged() const { return m_document.isRecovered || m_session.isEdited(); }

bool DocumentKeeper::wouldBeLost() const {
    if (!isChanged() || m_document.isOfExercise) return false;
    return !m_document.isPreset || withoutKnobs(m_session.experiment()) != withoutKnobs(m_asOpened);
}

QString DocumentKeeper::name() const { return nameOf(m_session.experiment()); }

QString DocumentKeeper::nameOf(const Experiment& experiment) const {
    if (m_document.source.isEmpty() || m_document.isPreset) {
        const QString name = Words::local(experiment.name);
        if (!name.isEmpty()) return name;
    }
    return m_document.source.isEmpty() ? tr("Untitled") : m_document.fileName();
}

QString DocumentKeeper::title() const {
    const bool isCopy = m_document.isPreset && isChanged();
    return QStringLiteral("%1[*] — ipclab").arg(isCopy ? tr("%1 (copy)").arg(name()) : name());
}

void DocumentKeeper::documentEdited() {
    emit titleChanged();
    if (isChanged() && !m_document.isOfExercise) {
        m_soon.start();
    } else {
        m_soon.stop();
        m_autosave.drop();
    }
}

void DocumentKeeper::keep(const Experiment& experiment) {
    if (experiment.processes.empty()) return;
    m_autosave.keep({nameOf(experiment), m_document.source, m_document.isPreset, QDateTime::currentDateTime(),
                     QString::fromStdString(writeExperiment(experiment))});
}

// --- saving -----------------------------------------------------------------------------------------------------

bool DocumentKeeper::save() {
    return m_document.isPreset || m_document.source.isEmpty() ? saveAs() : saveTo(m_document.source);
}

QString DocumentKeeper::proposedPath() const {
    if (!m_document.isPreset && !m_document.source.isEmpty()) return m_document.source;
    const QString id = QString::fromStdString(m_session.experiment().id);
    const QString stem = id.isEmpty()          ? QStringLiteral("experiment")
                         : m_document.isPreset ? id + QStringLiteral("-copy")
                                               : id;
    return QDir(m_settings.saveFolder()).filePath(stem + QLatin1Char('.') + fileSuffix());
}

// The ending is given before the dialog asks whether a file is to be replaced.
bool DocumentKeeper::saveAs() {
    const QString proposed = proposedPath();
    QFileDialog dialog(m_window, tr("Save experiment"), QFileInfo(proposed).path(), tr("Experiments (*.ipclab.json)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(fileSuffix());
    dialog.selectFile(QFileInfo(proposed).fileName());
    if (dialog.exec() != QDialog::Accepted) return false;
    return saveTo(dialog.selectedFiles().value(0));
}

// Whole or not at all.
bool DocumentKeeper::saveTo(const QString& path) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(writeExperiment(m_session.experiment()));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!written) {
        m_notice.show(NoticeBar::Weight::Error, tr("The experiment could not be saved."),
                      QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        return false;
    }
    m_document.source = path;
    m_document.isPreset = m_document.isRecovered = m_document.isOfExercise = false;
    m_document.experiment = m_session.experiment();
    m_asOpened = m_session.experiment();
    m_session.editor().setSaved();
    m_soon.stop();
    m_autosave.drop();
    m_settings.addRecentFile(path);
    m_settings.setSaveFolder(QFileInfo(path).absolutePath());
    m_settings.setLastDocument(path);
    m_notice.show(NoticeBar::Weight::Information, tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    emit titleChanged();
    emit saved();
    return true;
}

// --- questions --------------------------------------------------------------------------------------------------

void DocumentKeeper::ask(QMessageBox* question, std::function<void(QAbstractButton*)> answered) {
    m_question = question;
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, question, answered] {
        m_question = nullptr;
        answered(question->clickedButton());
    });
    question->open();
}

void DocumentKeeper::before(std::function<void()> then, std::function<void()> refused) {
    if (!wouldBeLost()) return then();
    if (m_question != nullptr) {
        if (refused) refused();
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                     tr("Save the changes to “%1”?").arg(name()), QMessageBox::NoButton, m_window);
    question->setInformativeText(tr("What was changed since it was opened or saved is lost otherwise."));
    QPushButton* saving = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* losing = question->addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    question->setDefaultButton(saving);
    ask(question, [this, saving, losing, then, refused](const QAbstractButton* pressed) {
        if (pressed == losing || (pressed == saving && save())) return then();
        if (refused) refused();
    });
}

void DocumentKeeper::offerLeft(std::function<void(const WindowDocument&)> open) {
    auto left = std::make_shared<std::vector<LeftDocument>>(leftDocuments(m_settings.privateFolder()));
    if (!left->empty()) offer(std::move(left), std::move(open));
}

// One after the other, the newest first; once one is restored the others wait for the next start.
void DocumentKeeper::offer(std::shared_ptr<std::vector<LeftDocument>> left,
                           std::function<void(const WindowDocument&)> open) {
    const KeptDocument& kept = left->front().document();
    auto* question = new QMessageBox(QMessageBox::Question, tr("Unsaved experiment"),
                                     tr("Restore “%1”?").arg(kept.title), QMessageBox::NoButton, m_window);
    question->setInformativeText(tr("ipclab ended before its changes were saved. They were kept on %1.")
                                     .arg(QLocale().toString(kept.at, QLocale::ShortFormat)));
    QPushButton* restoring = question->addButton(tr("Restore"), QMessageBox::AcceptRole);
    QPushButton* deleting = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("Later"), QMessageBox::RejectRole));
    question->setDefaultButton(restoring);
    ask(question, [this, left, open, restoring, deleting](const QAbstractButton* pressed) {
        if (pressed == restoring) {
            const WindowDocument document = readKeptDocument(left->front().document());
            open(document);
            if (document.experiment) left->front().forget();
            return;
        }
        if (pressed == deleting) left->front().forget();
        left->erase(left->begin());
        if (!left->empty()) offer(left, open);
    });
}

}  // namespace ipclab
