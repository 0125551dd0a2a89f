// A run that has ended is played again: what the window shows is what was then.
#include <QAction>
#include <QComboBox>
#include <QSettings>
#include <QSlider>
#include <QTemporaryDir>

#include "app/window_fixture.h"
#include "models/event_list.h"
#include "plot/chart_page.h"
#include "window/charts_panel.h"
#include "window/player_bar.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

class WindowPlayer : public WindowTest {
protected:
    void SetUp() override {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        m_settings = std::make_unique<WindowSettings>();
        m_theme.choose(ThemeChoice::Light);
        m_language.choose(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->resize(1280, 800);
        m_window->openInitial(QStringLiteral("first"));
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void finishRun() {
        session().setDuration(kNsPerSecond / 2);
        startRun();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
        ASSERT_TRUE(waitFor([&] { return session().recorder()->isWritten(); }));
    }
    ReplaySource& replay() { return *session().recording(); }
    void trigger(QAction* action) {
        ASSERT_TRUE(action->isEnabled()) << action->text().toStdString();
        action->trigger();
        if (session().recording() != nullptr) replay().settle();
    }
    TimeAxis& axis() { return *window().charts()->page()->axis(); }

    QTemporaryDir m_home;
};

TEST_F(WindowPlayer, WhatHasJustRunIsPlayedAndShowsWhatWasThen) {
    EXPECT_TRUE(window().player()->isHidden()) << "nothing to play";
    EXPECT_FALSE(actions().play->isEnabled());
    finishRun();
    EXPECT_FALSE(window().player()->isHidden());
    const RunData& ran = run();
    const std::uint64_t received = ran.links[0].received;
    const std::size_t events = ran.events.size();
    const Nanoseconds length = ran.endNs - ran.startNs;
    EXPECT_EQ(window().player()->slider()->value(), window().player()->slider()->maximum());

    trigger(actions().toFirst);
    ASSERT_NE(session().recording(), nullptr) << "its recording is in its place";
    EXPECT_EQ(replay().moment(), replay().firstNs());
    EXPECT_EQ(run().links[0].received, 0U);
    EXPECT_LT(run().events.size(), events);
    EXPECT_EQ(axis().moment(), replay().firstNs());
    EXPECT_EQ(window().player()->slider()->value(), 0);
    EXPECT_EQ(session().shown().history().endNs - session().shown().history().startNs, length)
        << "the charts show the whole of it";

    trigger(actions().toLast);
    EXPECT_EQ(run().links[0].received, received);
    EXPECT_EQ(run().events.size(), events);
    EXPECT_FALSE(axis().moment()) << "at its end nothing need be marked";
}

TEST_F(WindowPlayer, ItIsSteppedByEventsAndBySwitchesOfWhatIsSelected) {
    finishRun();
    trigger(actions().toFirst);
    const std::size_t before = run().events.size();
    trigger(actions().eventNext);
    EXPECT_GT(run().events.size(), before);
    const Nanoseconds at = replay().moment();
    trigger(actions().eventNext);
    EXPECT_GT(replay().moment(), at);
    trigger(actions().eventBefore);
    EXPECT_EQ(replay().moment(), at);
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << "no context switches are observed here";
    window().select(session().shown().partAt(Part::Kind::Process, 0));
    trigger(actions().toFirst);
    trigger(actions().switchNext);
    const Nanoseconds first = replay().moment();
    EXPECT_GT(first, replay().firstNs());
    trigger(actions().switchNext);
    EXPECT_GT(replay().moment(), first);
    trigger(actions().switchBefore);
    EXPECT_EQ(replay().moment(), first);
}

TEST_F(WindowPlayer, ItPlaysForwardsAndBackAtTheSpeedThatIsChosen) {
    finishRun();
    window().player()->changeSpeed(-100);
    EXPECT_EQ(window().player()->speed(), 0.01);
    trigger(actions().faster);
    EXPECT_EQ(window().player()->speed(), 0.02);
    window().player()->changeSpeed(100);
    EXPECT_EQ(window().player()->speed(), 100);
    actions().play->trigger();
    ASSERT_NE(session().recording(), nullptr);
    EXPECT_LT(replay().moment(), replay().lastNs()) << "from its end it begins anew";
    ASSERT_TRUE(waitFor([&] { return !replay().isPlaying(); }));
    EXPECT_EQ(replay().moment(), replay().lastNs()) << "and rests there";
    actions().playBack->trigger();
    ASSERT_TRUE(waitFor([&] { return !replay().isPlaying(); }));
    EXPECT_EQ(replay().moment(), replay().firstNs());
    window().player()->changeSpeed(-100);
    actions().play->trigger();
    EXPECT_TRUE(replay().isPlaying());
    actions().playBack->trigger();
    EXPECT_TRUE(replay().isPlaying()) << "it turns round";
    EXPECT_LT(replay().speed(), 0);
    actions().playBack->trigger();
    EXPECT_FALSE(replay().isPlaying()) << "the same again pauses";
}

TEST_F(WindowPlayer, TheSliderTheCrosshairAndEndGoToMoments) {
    finishRun();
    QSlider* slider = window().player()->slider();
    slider->setValue(slider->maximum() / 2);
    ASSERT_NE(session().recording(), nullptr);
    const Nanoseconds first = replay().firstNs(), last = replay().lastNs();
    EXPECT_NEAR(static_cast<double>(replay().moment() - first), static_cast<double>(last - first) / 2,
                static_cast<double>(last - first) / 1'000);
    replay().settle();
    axis().setCrosshair(first + (last - first) / 4);
    trigger(actions().toCrosshair);
    EXPECT_EQ(replay().moment(), first + (last - first) / 4);
    EXPECT_TRUE(window().player()->timeText().contains(QStringLiteral(" of ")));
    window().charts()->page()->chartActions().follow->trigger();
    EXPECT_EQ(replay().moment(), last);
    startRun();
    EXPECT_EQ(session().recording(), nullptr);
    EXPECT_TRUE(window().player()->isHidden()) << "a run goes on";
}

}  // namespace
}  // namespace ipclab
