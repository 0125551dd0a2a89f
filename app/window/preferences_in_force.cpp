#include "window/preferences_in_force.h"

#include <QCoreApplication>
#include <QEvent>
#include <utility>

#include "core/byte_units.h"
#include "window/language.h"
#include "window/settings.h"

namespace ipclab {

PreferencesInForce::PreferencesInForce(Theme& theme, Language& language, WindowSettings& settings, Session& session,
                                       QObject* parent)
    : QObject(parent),
      m_theme(theme),
      m_language(language),
      m_settings(settings),
      m_session(session),
      m_now(Preferences::from(settings)) {
    m_now.theme = theme.choice();
    m_now.language = language.choice();
    // Of the program, not of this window: another one may have left them otherwise.
    setByteUnits(m_now.decimalUnits ? ByteUnits::Decimal : ByteUnits::Binary);
    m_theme.setTextPercent(m_now.textPercent);
    m_theme.setMotion(m_now.motion);
    m_session.setWishes(m_now.runs);
    m_session.setCalm(m_theme.isStill());
    connect(&m_theme, &Theme::stillChanged, &m_session, &Session::setCalm);
}

void PreferencesInForce::set(const Preferences& wanted) {
    if (wanted == m_now) return;
    const Preferences before = std::exchange(m_now, wanted);
    m_now.keepIn(m_settings);
    apply(before);
    emit changed();
}

void PreferencesInForce::apply(const Preferences& before) {
    m_theme.choose(m_now.theme);
    m_theme.setTextPercent(m_now.textPercent);
    m_theme.setMotion(m_now.motion);
    m_session.setWishes(m_now.runs);
    m_language.choose(m_now.language);
    if (m_now.decimalUnits == before.decimalUnits) return;
    setByteUnits(m_now.decimalUnits ? ByteUnits::Decimal : ByteUnits::Binary);
    // Every widget writes its texts anew, as with another language.
    QEvent again(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &again);
}

}  // namespace ipclab
