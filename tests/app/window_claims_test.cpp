// Claims, each measured by its button, beside the table of mechanisms.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <nlohmann/json.hpp>

#include "app/window_fixture.h"
#include "models/claim_table.h"
#include "window/claims_page.h"
#include "window/mechanisms_dialog.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

class WindowClaims : public WindowTest {
protected:
    ClaimsPage& page() {
        actions().claims->trigger();
        MechanismsDialog* dialog = window().showMechanisms();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(dialog));
        EXPECT_EQ(dialog->tabs()->currentWidget(), dialog->claims());
        dialog->claims()->setRepeats(1);
        return *dialog->claims();
    }
    static QString cell(const ClaimsPage& page, int row, int column) {
        return page.model()->index(row, column).data().toString();
    }
};

TEST_F(WindowClaims, EachIsListedWithAButtonThatMeasuresIt) {
    open(QStringLiteral("first"));
    ClaimsPage& claims = page();
    ASSERT_EQ(claims.model()->rowCount(), static_cast<int>(allClaims().size()));
    const int row = claims.model()->rowOf(*findClaim("fifo-two-way"));
    EXPECT_EQ(cell(claims, row, ClaimTable::Statement), QStringLiteral("Named pipes are two-way"));
    EXPECT_TRUE(cell(claims, row, ClaimTable::VerdictOf).isEmpty());
    EXPECT_FALSE(claims.copyButton()->isEnabled());
    claims.table()->scrollTo(claims.model()->index(row, 0));
    QTest::mouseClick(claims.measureButton(row), Qt::LeftButton);
    EXPECT_TRUE(claims.isMeasuring());
    EXPECT_FALSE(claims.measureAllButton()->isEnabled());
    ASSERT_TRUE(waitFor([&] { return !claims.isMeasuring(); }));
    EXPECT_EQ(cell(claims, row, ClaimTable::VerdictOf), QStringLiteral("refuted"));
    EXPECT_TRUE(cell(claims, row, ClaimTable::Numbers).contains(QStringLiteral("8 B")))
        << cell(claims, row, ClaimTable::Numbers).toStdString();
    const QString details = claims.details()->toPlainText();
    for (const char* words : {"refuted", "There is one queue", "A FIFO is opened twice"})
        EXPECT_TRUE(details.contains(QString::fromLatin1(words))) << words;
    EXPECT_EQ(claims.measureButton(row)->text(), QStringLiteral("Measure again"));
    QTest::mouseClick(claims.copyButton(), Qt::LeftButton);
    const auto json = nlohmann::json::parse(QGuiApplication::clipboard()->text().toStdString());
    EXPECT_EQ(json["claims"][0]["verdict"], "refuted");
}

TEST_F(WindowClaims, AllAreMeasuredUntilItIsStopped) {
    open(QStringLiteral("first"));
    ClaimsPage& claims = page();
    QTest::mouseClick(claims.measureAllButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return claims.model()->result(0).has_value(); }));
    QTest::mouseClick(claims.stopButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !claims.isMeasuring(); }));
    EXPECT_EQ(cell(claims, 0, ClaimTable::VerdictOf), QStringLiteral("refuted"));
    EXPECT_TRUE(cell(claims, claims.model()->rowCount() - 1, ClaimTable::VerdictOf).isEmpty());
    EXPECT_TRUE(claims.status()->text().startsWith(QStringLiteral("Stopped"))) << claims.status()->text().toStdString();
    EXPECT_TRUE(claims.measureAllButton()->isEnabled());
}

TEST_F(WindowClaims, AreInKoreanWhenTheWindowIs) {
    open(QStringLiteral("first"));
    ClaimsPage& claims = page();
    actions().korean->trigger();
    for (int row = 0; row < claims.model()->rowCount(); ++row)
        EXPECT_NE(cell(claims, row, ClaimTable::Statement).toStdString(), claims.model()->claim(row).statement);
    const auto saysIt = [&] { return claims.measureAllButton()->text() == QStringLiteral("Measure all"); };
    EXPECT_TRUE(waitFor([&] { return !saysIt(); }));
    actions().english->trigger();
    EXPECT_TRUE(waitFor(saysIt));
}

}  // namespace
}  // namespace ipclab
