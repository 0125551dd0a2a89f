#include "window/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ipclab {
namespace {

constexpr qsizetype kMostRecent = 10;

}  // namespace

WindowSettings::WindowSettings(bool forgetful) {
    if (!forgetful) m_store = std::make_unique<QSettings>(QStringLiteral("ipclab"), QStringLiteral("ipclab"));
}

QVariant WindowSettings::value(const char* key, const QVariant& fallback) const {
    return m_store ? m_store->value(QLatin1String(key), fallback) : fallback;
}

void WindowSettings::setValue(const QString& key, const QVariant& value) {
    if (m_store) m_store->setValue(key, value);
}

QString WindowSettings::lastDocument() const { return value("lastDocument").toString(); }
void WindowSettings::setLastDocument(const QString& document) { setValue(QStringLiteral("lastDocument"), document); }

bool WindowSettings::hintsDismissed() const { return value("hintsDismissed", !m_store).toBool(); }
void WindowSettings::setHintsDismissed(bool dismissed) { setValue(QStringLiteral("hintsDismissed"), dismissed); }

QByteArray WindowSettings::bytes(const QString& key) const {
    return m_store ? m_store->value(key).toByteArray() : QByteArray();
}
void WindowSettings::setBytes(const QString& key, const QByteArray& value) { setValue(key, value); }

QStringList WindowSettings::recentFiles() const { return value("recentFiles").toStringList(); }

void WindowSettings::addRecentFile(const QString& path) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(whole);
    files.prepend(whole);
    setValue(QStringLiteral("recentFiles"), QStringList(files.mid(0, kMostRecent)));
}

void WindowSettings::clearRecentFiles() { setValue(QStringLiteral("recentFiles"), QStringList()); }

QString WindowSettings::privateFolder() const {
    return m_store ? QFileInfo(m_store->fileName()).absoluteDir().filePath(QStringLiteral("private")) : QString();
}

QString WindowSettings::saveFolder() const {
    const QString chosen = value("savesAlwaysTo").toString();
    const QString folder = !chosen.isEmpty() && QDir(chosen).exists() ? chosen : value("saveFolder").toString();
    if (!folder.isEmpty() && QDir(folder).exists()) return folder;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

void WindowSettings::setSaveFolder(const QString& folder) { setValue(QStringLiteral("saveFolder"), folder); }

}  // namespace ipclab
