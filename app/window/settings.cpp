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

ThemeChoice WindowSettings::theme() const {
    const QString name = value("theme").toString();
    return name == QLatin1String("dark")    ? ThemeChoice::Dark
           : name == QLatin1String("light") ? ThemeChoice::Light
                                            : ThemeChoice::Desktop;
}

void WindowSettings::setTheme(ThemeChoice choice) {
    setValue(QStringLiteral("theme"), choice == ThemeChoice::Dark    ? QStringLiteral("dark")
                                      : choice == ThemeChoice::Light ? QStringLiteral("light")
                                                                     : QStringLiteral("desktop"));
}

QString WindowSettings::language() const { return value("language").toString(); }
void WindowSettings::setLanguage(const QString& code) { setValue(QStringLiteral("language"), code); }

QString WindowSettings::lastDocument() const { return value("lastDocument").toString(); }
void WindowSettings::setLastDocument(const QString& document) { setValue(QStringLiteral("lastDocument"), document); }

bool WindowSettings::hintsDismissed() const { return value("hintsDismissed", !m_store).toBool(); }
void WindowSettings::setHintsDismissed() { setValue(QStringLiteral("hintsDismissed"), true); }

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
    const QString folder = value("saveFolder").toString();
    if (!folder.isEmpty() && QDir(folder).exists()) return folder;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

void WindowSettings::setSaveFolder(const QString& folder) { setValue(QStringLiteral("saveFolder"), folder); }

}  // namespace ipclab
