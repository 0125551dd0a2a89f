// A window of its own for every test, with forgetful settings unless the test wants to see them kept.
#pragma once

#include <gtest/gtest.h>

#include <QAction>
#include <QTest>
#include <memory>

#include "window/language.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/theme.h"
#include "window/window_actions.h"

namespace ipclab {

class WindowTest : public testing::Test {
protected:
    void open(const QString& source) {
        m_settings = std::make_unique<WindowSettings>(true);
        m_theme.choose(ThemeChoice::Light);
        m_language.choose(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->resize(1280, 800);
        m_window->openInitial(source);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void TearDown() override {
        m_window.reset();
        m_language.choose(QStringLiteral("en"));
    }

    MainWindow& window() { return *m_window; }
    Session& session() { return m_window->session(); }
    const RunData& run() { return m_window->session().view(); }
    WindowActions& actions() { return m_window->actionsOfWindow(); }

    template <class Condition>
    bool waitFor(Condition condition, int ms = 20'000) {
        return QTest::qWaitFor(condition, ms);
    }
    void startRun() {
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] {
            const auto unknown = [](const ProcessData& process) { return process.pid == 0; };
            return run().startNs != 0 && !run().links.empty() && run().links[0].received > 0 &&
                   std::ranges::none_of(run().processes, unknown);
        })) << session().failure().toStdString();
    }
    void stopRun() {
        actions().stop->trigger();
        ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    }

    Theme m_theme;
    Language m_language;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace ipclab
