// The settings: each does what it says, at once and at the next start, and a bad settings file harms nothing.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>
#include <cmath>

#include "app/settings_fixture.h"
#include "canvas/canvas_view.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/time_chart.h"
#include "plot/units.h"
#include "window/charts_panel.h"
#include "window/desktop_wishes.h"
#include "window/hint_bar.h"
#include "window/library_panel.h"
#include "window/settings_page.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

TEST_F(SettingsTest, TheKeyOpensThemAndEscapeCloses) {
    openKept(QStringLiteral("first"));
    EXPECT_EQ(actions().settings->shortcut(), QKeySequence(QStringLiteral("Ctrl+,")));
    EXPECT_EQ(actions().settings->menuRole(), QAction::PreferencesRole);
    actions().settings->trigger();
    SettingsDialog* dialog = window().showSettings();
    EXPECT_TRUE(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(SettingsTest, ThemeAndLanguageAreThoseOfTheMenus) {
    openKept(QStringLiteral("first"));
    choose("theme", 2);
    EXPECT_TRUE(m_theme.isDark());
    EXPECT_TRUE(actions().themeDark->isChecked());
    actions().themeLight->trigger();
    EXPECT_EQ(field<QComboBox>("theme")->currentIndex(), 1);
    choose("language", 2);
    EXPECT_TRUE(waitFor([&] { return window().showSettings()->windowTitle() == QStringLiteral("설정"); }));
    EXPECT_TRUE(actions().korean->isChecked());
    actions().english->trigger();
    EXPECT_EQ(field<QComboBox>("language")->currentIndex(), 1);
}

TEST_F(SettingsTest, TextGrowsEverywhere) {
    openKept(QStringLiteral("first"));
    const QFont before = window().font(), label = chartLabelFont();
    const int node = static_cast<int>(window().canvas()->rectOf({Selection::Kind::Process, 0}).height());
    auto* percent = field<QSpinBox>("textPercent");
    percent->setValue(150);
    QTest::qWait(0);
    EXPECT_NEAR(window().font().pointSizeF(), before.pointSizeF() * 1.5, 0.6);
    EXPECT_GT(chartLabelFont().pixelSize(), label.pixelSize() * 13 / 10);
    EXPECT_GT(window().canvas()->rectOf({Selection::Kind::Process, 0}).height(), node * 1.2);
    EXPECT_TRUE(qApp->styleSheet().contains(QStringLiteral("font-size: 18pt")));
    const QTableView* table = window().tables()->processView();
    EXPECT_GE(table->verticalHeader()->defaultSectionSize(), table->fontMetrics().height() + 6);
    percent->setValue(100);
    EXPECT_NEAR(window().font().pointSizeF(), before.pointSizeF(), 0.1);
}

TEST_F(SettingsTest, SizesAreWrittenInTheUnitThatWasChosenAndExportedAsNumbers) {
    openKept(QStringLiteral("first"));
    EXPECT_EQ(bytesText(64'000), QStringLiteral("62.5 KiB"));
    choose("units", 1);
    EXPECT_EQ(bytesText(64'000), QStringLiteral("64.0 kB"));
    EXPECT_EQ(formatQuantity(2'500'000, QStringLiteral("B/s")), QStringLiteral("2.50 MB/s"));
    EXPECT_EQ(field<QSpinBox>("mostMemory")->suffix(), QStringLiteral(" MB"));
    choose("units", 0);
    EXPECT_EQ(bytesText(64'000), QStringLiteral("62.5 KiB"));
}

TEST_F(SettingsTest, ReducedMotionIsObeyedAndTheDesktopIsAsked) {
    openKept(QStringLiteral("first"));
    choose("motion", 2);
    EXPECT_TRUE(isMotionReduced());
    EXPECT_EQ(QApplication::cursorFlashTime(), 0);
    choose("motion", 1);
    EXPECT_FALSE(isMotionReduced());
    EXPECT_GT(QApplication::cursorFlashTime(), 0);
    const DesktopWishes still = DesktopWishes::fromGnome(
        "org.gnome.desktop.interface enable-animations false\norg.gnome.desktop.interface color-scheme "
        "'prefer-dark'\n");
    EXPECT_EQ(still.still, true);
    EXPECT_EQ(still.dark, true);
    EXPECT_FALSE(DesktopWishes::fromGnome("No such schema\n").still);
    EXPECT_EQ(DesktopWishes::fromGnome("org.gnome.desktop.interface enable-animations true").still, false);
}

TEST_F(SettingsTest, WhatIsSavedGoesWhereItWasSaid) {
    openKept(QStringLiteral("first"));
    QTemporaryDir folder, last;
    auto* line = field<QLineEdit>("saveFolder");
    line->setText(folder.path());
    emit line->editingFinished();
    m_settings->setSaveFolder(last.path());
    EXPECT_EQ(m_settings->saveFolder(), folder.path());
    line->setText(folder.filePath(QStringLiteral("none")));
    emit line->editingFinished();
    EXPECT_EQ(now().saveFolder, folder.path()) << "what cannot be is told and not kept";
    line->clear();
    emit line->editingFinished();
    EXPECT_EQ(m_settings->saveFolder(), last.path());
}

TEST_F(SettingsTest, ColumnsAreChosenKeptAndSetBack) {
    openKept(QStringLiteral("first"));
    QTableView* table = window().tables()->processView();
    auto* list = field<QListWidget>("columns");
    ASSERT_EQ(list->count(), table->model()->columnCount());
    ASSERT_FALSE(table->isColumnHidden(1));
    const bool lastHidden = table->isColumnHidden(list->count() - 1);
    list->item(1)->setCheckState(Qt::Unchecked);
    list->item(list->count() - 1)->setCheckState(lastHidden ? Qt::Checked : Qt::Unchecked);
    EXPECT_TRUE(table->isColumnHidden(1));
    openKept(QStringLiteral("first"));
    table = window().tables()->processView();
    EXPECT_TRUE(table->isColumnHidden(1));
    EXPECT_EQ(table->isColumnHidden(table->model()->columnCount() - 1), !lastHidden);
    table->setColumnHidden(2, true);  // by the menu of its head
    list = field<QListWidget>("columns");
    EXPECT_EQ(list->item(2)->checkState(), Qt::Unchecked);
    for (int column = 0; column < list->count(); ++column) list->item(column)->setCheckState(Qt::Unchecked);
    EXPECT_LT(table->horizontalHeader()->hiddenSectionCount(), list->count()) << "one is always seen";
    emit window().showSettings()->resetDone();
    EXPECT_FALSE(table->isColumnHidden(1));
    EXPECT_EQ(table->isColumnHidden(list->count() - 1), lastHidden);
    QSettings file(QStringLiteral("ipclab"), QStringLiteral("ipclab"));
    file.setValue(QStringLiteral("columns/processes"), QStringLiteral("0 x 99999 -4 1"));
    file.sync();
    openKept(QStringLiteral("first"));
    EXPECT_TRUE(window().tables()->processView()->isColumnHidden(0));
    EXPECT_TRUE(window().tables()->processView()->isColumnHidden(1));
    EXPECT_EQ(window().tables()->processView()->horizontalHeader()->hiddenSectionCount(), 2);
}

TEST_F(SettingsTest, AllIsKeptAndReadAgain) {
    openKept(QStringLiteral("first"));
    Preferences wanted;
    wanted.theme = ThemeChoice::Dark;
    wanted.language = QStringLiteral("ko");
    wanted.textPercent = 120;
    wanted.motion = Motion::Reduced;
    wanted.decimalUnits = true;
    wanted.runs = {ObserveLevel::Off, 25, {200, 300'000'000, 90 * kNsPerSecond}};
    wanted.saveFolder = QStringLiteral("/tmp");
    wanted.runsKept = 3;
    wanted.runsBytes = 64U << 20;
    window().preferences().set(wanted);
    EXPECT_EQ(Preferences::from(WindowSettings()), wanted);
    openKept(QStringLiteral("first"));
    EXPECT_EQ(now(), wanted);
    EXPECT_EQ(session().wishes(), wanted.runs);
    EXPECT_TRUE(isMotionReduced());
    EXPECT_EQ(byteUnits(), ByteUnits::Decimal);
}

TEST_F(SettingsTest, ABadSettingsFileIsAsNone) {
    QSettings file(QStringLiteral("ipclab"), QStringLiteral("ipclab"));
    const auto put = [&](const char* key, const QVariant& value) { file.setValue(QLatin1String(key), value); };
    put("theme", QStringLiteral("purple"));
    put("language", QStringLiteral("tlh"));
    put("textPercent", 100'000);
    put("motion", QByteArray("\xff\xfe", 2));
    put("decimalUnits", QStringLiteral("perhaps"));
    put("observe", QStringLiteral("never"));
    put("sampleHz", QStringLiteral("nan"));
    put("limits/processes", -3);
    put("limits/memoryBytes", QStringLiteral("1e300"));
    put("limits/durationS", QStringLiteral("inf"));
    put("lastRuns/count", 0);
    put("lastRuns/bytes", QStringLiteral("12"));
    put("savesAlwaysTo", QStringLiteral("relative/../path"));
    file.sync();
    EXPECT_EQ(Preferences::from(WindowSettings()), Preferences{});
}

TEST_F(SettingsTest, ResetAsksAndSetsAllBack) {
    openKept(QStringLiteral("first"));
    choose("theme", 2);
    choose("units", 1);
    SettingsDialog* dialog = window().showSettings();
    dialog->resetButton()->click();
    ASSERT_NE(dialog->question(), nullptr);
    dialog->question()->button(QMessageBox::Cancel)->click();
    EXPECT_TRUE(now().decimalUnits);
    dialog->resetButton()->click();
    for (QAbstractButton* button : dialog->question()->buttons()) {
        if (dialog->question()->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    EXPECT_EQ(now(), Preferences{});
    EXPECT_EQ(Preferences::from(WindowSettings()), Preferences{});
}

TEST_F(SettingsTest, HintsComeBack) {
    openKept(QStringLiteral("first"));
    emit window().hints()->dismissed();
    EXPECT_TRUE(window().hints()->isHidden());
    window().showSettings()->hintsButton()->click();
    EXPECT_FALSE(window().hints()->isHidden());
    EXPECT_FALSE(m_settings->hintsDismissed());
}

// On each page, and with the buttons below, a letter leads to one field only, in both languages.
TEST_F(SettingsTest, EveryFieldHasAKeyOfItsOwn) {
    openKept(QStringLiteral("first"));
    SettingsDialog* dialog = window().showSettings();
    for (QAction* language : {actions().english, actions().korean}) {
        language->trigger();
        QTest::qWait(0);
        for (const SettingsPage* page : dialog->findChildren<SettingsPage*>()) {
            QStringList keys;
            const auto add = [&](const QString& text) {
                const QKeySequence key = QKeySequence::mnemonic(text);
                if (!key.isEmpty()) keys << key.toString();
            };
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                if (label->buddy() == nullptr) continue;
                EXPECT_FALSE(QKeySequence::mnemonic(label->text()).isEmpty()) << label->text().toStdString();
                add(label->text());
            }
            for (const QPushButton* button : page->findChildren<QPushButton*>()) add(button->text());
            add(dialog->resetButton()->text());
            add(dialog->hintsButton()->text());
            const qsizetype all = keys.size();
            EXPECT_EQ(keys.removeDuplicates(), 0) << page->title().toStdString() << keys.join(u' ').toStdString();
            EXPECT_GT(all, 2);
        }
    }
}

// What a drag of an edge does, the keys do.
TEST_F(SettingsTest, PartsAndChartsAreResizedWithTheKeys) {
    openKept(QStringLiteral("first"));
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    QTreeView* library = window().library()->tree();
    library->setFocus();
    const int wide = library->width();
    QTest::keyClick(library, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_GT(library->width(), wide);
    QTest::keyClick(library, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(library->width(), wide);
    QWidget* table = window().tables()->processView();
    table->setFocus();
    const int high = window().tables()->height();
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_GT(window().tables()->height(), high);
    TimeChart* chart = window().charts()->chart(RunChart::Throughput);
    chart->setFocus();
    const int before = chart->height();
    QTest::keyClick(chart, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([&] { return chart->height() > before; }, 2000));
}

}  // namespace
}  // namespace ipclab
