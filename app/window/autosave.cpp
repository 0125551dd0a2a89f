#include "window/autosave.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>
#include <algorithm>
#include <optional>

#include "document/limits.h"
#include "window/private_folder.h"

namespace ipclab {
namespace {

constexpr qint64 kMostBytes = 4 * static_cast<qint64>(limits::kFileBytes);
constexpr std::size_t kMostLeft = 20;

QString lockOf(const QString& path) { return path + QStringLiteral(".lock"); }

// Not open: somebody has it.
UniqueFd lock(const QString& path) {
    UniqueFd fd = openPrivate(lockOf(path), O_RDWR | O_CREAT);
    if (fd && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0) return fd;
    return {};
}

void removeBoth(const QString& path) {
    QFile::remove(path);
    QFile::remove(lockOf(path));
}

QByteArray written(const KeptDocument& document) {
    return QJsonDocument(QJsonObject{{QStringLiteral("title"), document.title},
                                     {QStringLiteral("source"), document.source},
                                     {QStringLiteral("preset"), document.isPreset},
                                     {QStringLiteral("at"), document.at.toString(Qt::ISODate)},
                                     {QStringLiteral("text"), document.text}})
        .toJson();
}

std::optional<KeptDocument> read(const QString& path) {
    const UniqueFd fd = openPrivate(path, O_RDONLY);
    QFile file;
    if (!fd || !file.open(fd.get(), QIODevice::ReadOnly) || file.size() > kMostBytes) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    KeptDocument document;
    document.title = object.value(QStringLiteral("title")).toString();
    document.source = object.value(QStringLiteral("source")).toString();
    document.isPreset = object.value(QStringLiteral("preset")).toBool();
    document.at = QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODate);
    document.text = object.value(QStringLiteral("text")).toString();
    return document.text.isEmpty() ? std::nullopt : std::optional(std::move(document));
}

}  // namespace

Autosave::Autosave(QString folder) : m_folder(std::move(folder)) {}

Autosave::~Autosave() { drop(); }

void Autosave::keep(const KeptDocument& document) {
    if (m_folder.isEmpty()) return;
    if (m_path.isEmpty()) {
        const QString folder = privateFolder(m_folder);
        if (folder.isEmpty()) return;
        const QString name = QString::number(QRandomGenerator::system()->generate64(), 36);
        m_path = QDir(folder).filePath(name + QStringLiteral(".json"));
        m_lock = lock(m_path);
        if (!m_lock) return m_path.clear();
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(written(document));
    file.commit();
}

void Autosave::drop() {
    if (m_path.isEmpty()) return;
    removeBoth(m_path);
    m_path.clear();
    m_lock.reset();
}

LeftDocument::LeftDocument(KeptDocument document, QString path, UniqueFd lock)
    : m_document(std::move(document)), m_path(std::move(path)), m_lock(std::move(lock)) {}

void LeftDocument::forget() {
    removeBoth(m_path);
    m_lock.reset();
}

std::vector<LeftDocument> leftDocuments(const QString& folder) {
    std::vector<LeftDocument> left;
    if (folder.isEmpty() || !QDir(folder).exists() || privateFolder(folder).isEmpty()) return left;
    const QDir kept(folder);
    for (const QString& name : kept.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
        if (left.size() == kMostLeft) break;
        const QString path = kept.filePath(name);
        UniqueFd own = lock(path);
        if (!own) continue;
        if (auto document = read(path))
            left.emplace_back(std::move(*document), path, std::move(own));
        else
            removeBoth(path);  // it can be read by nobody
    }
    return left;
}

}  // namespace ipclab
