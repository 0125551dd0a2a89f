#include "window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ipclab {

Language::Language(QObject* parent) : QObject(parent) {}

QString Language::current() const {
    if (!m_choice.isEmpty()) return m_choice;
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

void Language::choose(const QString& code) {
    m_choice = code;
    const QString wanted = current();
    if (wanted == m_installed) return;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    m_installed = wanted;
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, folder)) QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/translations/ipclab_%1.qm").arg(wanted)))
        QCoreApplication::installTranslator(&m_own);
}

}  // namespace ipclab
