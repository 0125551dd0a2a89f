// The settings as a window has them, and the next start: for the tests of each group of them.
#pragma once

#include <QComboBox>
#include <QSettings>

#include "app/window_fixture.h"
#include "bridge/motion.h"
#include "core/byte_units.h"
#include "window/preferences_in_force.h"
#include "window/settings_dialog.h"

namespace ipclab {

class SettingsTest : public WindowTest {
protected:
    void SetUp() override { QSettings(QStringLiteral("ipclab"), QStringLiteral("ipclab")).clear(); }
    void TearDown() override {
        if (m_window) window().preferences().set({});
        WindowTest::TearDown();
        setByteUnits(ByteUnits::Binary);
        setMotionReduced(false);
    }
    void openKept(const QString& source) {
        m_window.reset();
        m_settings = std::make_unique<WindowSettings>();
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->resize(1280, 800);
        m_window->openInitial(source);
        m_window->show();
    }
    template <class Field>
    Field* field(const char* name) {
        auto* found = window().showSettings()->findChild<Field*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    // As by hand: the item is chosen and told.
    void choose(const char* name, int index) {
        auto* box = field<QComboBox>(name);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    const Preferences& now() { return window().preferences().now(); }
};

}  // namespace ipclab
