// The language of the interface, changed at once: every widget is told (LanguageChange) and writes its texts anew.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace ipclab {

class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr);

    // "en", "ko", or empty: as the desktop.
    void choose(const QString& code);
    [[nodiscard]] const QString& choice() const { return m_choice; }
    [[nodiscard]] QString current() const;

private:
    QTranslator m_own;
    QTranslator m_qt;  // of the standard dialogs
    QString m_choice;
    QString m_installed;
};

}  // namespace ipclab
