#include "window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ipclab {

QString TwoWayTranslator::translate(const char* context, const char* source, const char* disambiguation, int n) const {
    const QString text = QTranslator::translate(context, source, disambiguation, n);
    if (text.isEmpty() || n >= 0) return text;  // with a number in it: nobody looks for it by its source
    const QMutexLocker lock(&m_mutex);
    if (!m_sources.contains(text)) m_sources.insert(text, QString::fromUtf8(source));
    return text;
}

QString TwoWayTranslator::english(const QString& shown) const {
    const QMutexLocker lock(&m_mutex);
    return m_sources.value(shown, shown);
}

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
