// What the window remembers between two starts, in QSettings. Named here once, so that a test can look at the same
// keys. Nothing is read or written where a picture of the window is made.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <memory>

namespace ipclab {

class WindowSettings {
public:
    // forgetful: starts empty and keeps nothing.
    explicit WindowSettings(bool forgetful = false);

    // By their keys: what a user has chosen (preferences.h).
    [[nodiscard]] QVariant value(const char* key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);
    [[nodiscard]] QString lastDocument() const;  // a file, or the id of a preset
    void setLastDocument(const QString& document);
    [[nodiscard]] bool hintsDismissed() const;
    void setHintsDismissed(bool dismissed = true);
    [[nodiscard]] QByteArray bytes(const QString& key) const;
    void setBytes(const QString& key, const QByteArray& value);
    // Opened or saved last, the newest first.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    // Beside the settings, for what is the user's alone (window/private_folder.h); empty: nothing is kept.
    [[nodiscard]] QString privateFolder() const;
    [[nodiscard]] QString saveFolder() const;
    void setSaveFolder(const QString& folder);

private:
    std::unique_ptr<QSettings> m_store;  // none: forgetful
};

}  // namespace ipclab
