// The language of the interface, changed at once: every widget is told (LanguageChange) and writes its texts anew.
#pragma once

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace ipclab {

// Remembers what it has translated, so that one finds by the English word what is shown in another language.
class TwoWayTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    // Of a text that was shown; what was not translated is as it is. Any thread, as translate().
    [[nodiscard]] QString english(const QString& shown) const;
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override;

private:
    mutable QMutex m_mutex;
    mutable QHash<QString, QString> m_sources;
};

class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr);

    // "en", "ko", or empty: as the desktop.
    void choose(const QString& code);
    [[nodiscard]] const QString& choice() const { return m_choice; }
    [[nodiscard]] QString current() const;
    // What a text of the interface is in English.
    [[nodiscard]] QString english(const QString& shown) const { return m_own.english(shown); }

private:
    TwoWayTranslator m_own;
    QTranslator m_qt;  // of the standard dialogs
    QString m_choice;
    QString m_installed;
};

}  // namespace ipclab
