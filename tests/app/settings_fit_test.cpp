// No text is cut off: labels, buttons, tabs, heads of tables and fields have the room they need, or say in a tip what
// they cannot show. At 1280 × 800, at twice the scale of a screen of 1920 × 1080, and with the largest text, in
// both languages.
#include <QTabBar>

#include "app/all_windows.h"
#include "app/cut_text.h"
#include "app/window_fixture.h"
#include "window/preferences_in_force.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

using test::cutIn;

class Fit : public WindowTest {
protected:
    // Once the layout has settled.
    void lookAt(QWidget* window, const QString& where) {
        if (waitFor([&] { return cutIn(window).isEmpty(); }, 1000)) return;
        for (const QString& fault : cutIn(window)) {
            if (m_faults.contains(fault)) continue;
            m_faults << fault;
            ADD_FAILURE() << where.toStdString() << ": " << fault.toStdString();
        }
    }
    void lookEverywhere(QSize size, int percent) {
        for (const char* document : {"first", "c-tcp"}) {
            open(QString::fromLatin1(document));
            window().preferences().change([&](Preferences& to) { to.textPercent = percent; });
            for (QAction* language : {actions().english, actions().korean}) {
                language->trigger();
                window().resize(size);
                QTest::qWait(100);
                EXPECT_EQ(window().size(), size) << "it can be made so small";
                test::everywhere(window(), [this](QWidget* look, const QString& where) { lookAt(look, where); });
            }
            window().preferences().set({});
        }
    }
    QStringList m_faults;
};

TEST_F(Fit, InALaptopsWindow) { lookEverywhere({1280, 800}, 100); }

// 1920 × 1080 at QT_SCALE_FACTOR=2.
TEST_F(Fit, AtTwiceTheScale) { lookEverywhere({960, 540}, 100); }

TEST_F(Fit, WithTheLargestText) { lookEverywhere({1680, 1050}, Preferences::kTextHigh); }

TEST_F(Fit, TheTabsOfTheTablesStayAtTwiceTheScale) {
    open(QStringLiteral("first"));
    window().resize(960, 540);
    startRun();
    stopRun();
    const QTabBar* bar = window().tables()->tabs()->tabBar();
    EXPECT_TRUE(bar->isVisible());
    EXPECT_GE(bar->height(), bar->fontMetrics().height());
    const QRect seen = bar->visibleRegion().boundingRect();
    EXPECT_EQ(seen.height(), bar->height());
}

}  // namespace
}  // namespace ipclab
