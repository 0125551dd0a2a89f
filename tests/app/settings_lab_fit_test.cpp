// Every step of every exercise has room on its page, as narrow as the window makes it, in both languages; what is code
// is shown as code.
#include <QTemporaryDir>

#include "app/cut_text.h"
#include "app/window_fixture.h"
#include "exercises/library.h"
#include "lab_views/lab_page.h"

namespace ipclab {
namespace {

class LabFit : public WindowTest {
protected:
    // The page stands in no window, but is dressed as there.
    void SetUp() override {
        m_theme.choose(ThemeChoice::Light);
        m_page.resize(m_page.minimumWidth(), 700);
        m_page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_page));
    }
    void lookAtAll(const QString& language) {
        m_language.choose(language);
        for (const auto& id : allLabIds()) {
            m_labs.open(id);
            for (std::size_t step = 0; step < m_labs.lab().steps.size(); ++step) {
                m_labs.goTo(step);
                m_page.resize(m_page.minimumWidth(), 700);
                QCoreApplication::sendPostedEvents();
                SCOPED_TRACE(id + " step " + std::to_string(step + 1) + ' ' + language.toStdString());
                for (const QString& fault : test::cutIn(&m_page)) ADD_FAILURE() << fault.toStdString();
                for (const auto* label : m_page.findChildren<QLabel*>()) {
                    const bool isCode = label->isVisible() && label->text().contains(QLatin1Char('`'));
                    EXPECT_FALSE(isCode) << label->text().toStdString();
                }
            }
        }
    }

    QTemporaryDir m_home;
    LabSession m_labs{m_home.path().toStdString()};
    LabPage m_page{m_labs};
};

TEST_F(LabFit, EveryStepInEnglish) { lookAtAll(QStringLiteral("en")); }

TEST_F(LabFit, EveryStepInKorean) { lookAtAll(QStringLiteral("ko")); }

}  // namespace
}  // namespace ipclab
