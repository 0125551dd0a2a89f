// The preferences that hold now: puts each into force where it belongs and keeps it. Whoever shows or changes one, the
// dialog as well as a menu, goes through here.
//
// GUI thread only.
#pragma once

#include <QObject>

#include "window/preferences.h"

namespace ipclab {

class Language;
class Session;
class Theme;
class WindowSettings;

class PreferencesInForce : public QObject {
    Q_OBJECT
public:
    // Theme and language stay as they have been chosen; the rest is as it was kept.
    PreferencesInForce(Theme& theme, Language& language, WindowSettings& settings, Session& session,
                       QObject* parent = nullptr);

    [[nodiscard]] const Preferences& now() const { return m_now; }
    void set(const Preferences& wanted);
    template <typename Change>
    void change(Change change) {
        Preferences wanted = m_now;
        change(wanted);
        set(wanted);
    }

signals:
    void changed();

private:
    void apply(const Preferences& before);

    Theme& m_theme;
    Language& m_language;
    WindowSettings& m_settings;
    Session& m_session;
    Preferences m_now;
};

}  // namespace ipclab
