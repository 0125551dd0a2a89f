// What a screen reader finds: a name for everything that can be reached or read by itself, in both languages, values of
// charts, and the parts of the canvas one by one.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QTabBar>

#include "app/all_windows.h"
#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "document/edits.h"
#include "plot/cost_chart.h"
#include "plot/time_chart.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"
#include "states/wait_view.h"
#include "window/library_panel.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

QString told(QObject* object, QAccessible::Text kind) {
    QAccessibleInterface* found = QAccessible::queryAccessibleInterface(object);
    return found == nullptr ? QString() : found->text(kind).trimmed();
}

// Parts of Qt's own widgets: who holds them has the name.
bool isInnerPart(const QWidget* widget) {
    const QWidget* parent = widget->parentWidget();
    if (qobject_cast<const QScrollBar*>(widget) != nullptr || qobject_cast<const QSplitterHandle*>(widget) != nullptr)
        return true;
    if (widget->objectName().startsWith(QLatin1String("qt_"))) return true;
    if (widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QTipLabel")) return true;
    for (; parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
            qobject_cast<const QComboBox*>(parent) != nullptr || qobject_cast<const QLineEdit*>(parent) != nullptr ||
            qobject_cast<const QTabBar*>(parent) != nullptr ||
            qobject_cast<const QAbstractItemView*>(parent) != nullptr || parent->inherits("QMenuBar"))
            return true;
        if (parent->isWindow()) break;
    }
    return false;
}

// What is painted and tells something of the run.
bool isPicture(const QWidget* widget) {
    return qobject_cast<const TimeChart*>(widget) != nullptr || qobject_cast<const CanvasView*>(widget) != nullptr ||
           qobject_cast<const CostChart*>(widget) != nullptr || qobject_cast<const StateDiagram*>(widget) != nullptr ||
           qobject_cast<const QueueView*>(widget) != nullptr || qobject_cast<const ScheduleView*>(widget) != nullptr ||
           qobject_cast<const WaitView*>(widget) != nullptr;
}

bool mustHaveAName(const QWidget* widget) {
    if (isInnerPart(widget) || widget->isWindow()) return false;
    const bool field =
        qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
        qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
        qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
        qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
        qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
        qobject_cast<const QProgressBar*>(widget) != nullptr || isPicture(widget);
    // A tab widget is its bar.
    const bool tabs = widget->inherits("QTabWidget");
    const bool header = widget->inherits("QHeaderView");
    return !header && (field || (!tabs && (widget->focusPolicy() & Qt::TabFocus) != 0));
}

QString placeOf(const QWidget* widget) {
    QStringList names;
    for (; widget != nullptr && names.size() < 6; widget = widget->parentWidget()) {
        const QString own = QLatin1String(widget->metaObject()->className());
        names.prepend(widget->objectName().isEmpty() ? own : own + QLatin1Char('#') + widget->objectName());
    }
    return names.join(QStringLiteral(" ▸ "));
}

class Names : public WindowTest {
protected:
    // Each fault once, by what and where it is.
    void lookAt(QWidget* window, const QString& where) {
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            auto* object = const_cast<QWidget*>(widget);
            if (mustHaveAName(widget) && told(object, QAccessible::Name).isEmpty()) note(widget, where, "has no name");
            if (isPicture(widget) && told(object, QAccessible::Description).isEmpty())
                note(widget, where, "tells nothing");
        }
    }
    void note(const QWidget* widget, const QString& where, const char* what) {
        const QString fault = placeOf(widget) + QLatin1Char(' ') + QLatin1String(what);
        if (m_faults.contains(fault)) return;
        m_faults << fault;
        ADD_FAILURE() << where.toStdString() << ": " << fault.toStdString();
    }
    QStringList m_faults;
};

TEST_F(Names, EverythingHasOneInBothLanguages) {
    for (const char* document : {"first", "dining-philosophers", "r4-representation"}) {
        open(QString::fromLatin1(document));
        for (QAction* language : {actions().english, actions().korean}) {
            language->trigger();
            QTest::qWait(0);
            test::everywhere(window(), [this](QWidget* look, const QString& where) { lookAt(look, where); });
        }
    }
}

TEST_F(Names, WhileARunGoesOnToo) {
    open(QStringLiteral("first"));
    startRun();
    test::everywhere(window(), [this](QWidget* look, const QString& where) { lookAt(look, where); });
    stopRun();
}

TEST_F(Names, TheTabKeyGoesThroughThePartsAsTheyStand) {
    open(QStringLiteral("first"));
    QTest::qWait(50);
    const QList<QWidget*> parts{window().toolbar(), window().library(), window().canvas(),
                                window().charts(),  window().tables(),  window().inspector()};
    std::vector<qsizetype> visited;
    QList<const QWidget*> ofToolbar;
    QWidget* first = window().toolbar();
    for (QWidget* next = first->nextInFocusChain(); next != first; next = next->nextInFocusChain()) {
        if (!next->isVisible() || (next->focusPolicy() & Qt::TabFocus) == 0) continue;
        const auto part =
            std::ranges::find_if(parts, [&](const QWidget* one) { return one == next || one->isAncestorOf(next); });
        if (part == parts.end()) continue;
        const qsizetype at = part - parts.begin();
        if (visited.empty() || visited.back() != at) visited.push_back(at);
        if (at == 0) ofToolbar << next;
    }
    EXPECT_EQ(visited, (std::vector<qsizetype>{0, 1, 2, 3, 4, 5}));
    EXPECT_TRUE(
        std::ranges::is_sorted(ofToolbar, {}, [&](const QWidget* one) { return one->mapTo(first, QPoint()).x(); }));
}

TEST_F(Names, AChartTellsItsValuesAndItsCurvesOneByOne) {
    open(QStringLiteral("first"));
    startRun();
    TimeChart* chart = window().charts()->chart(RunChart::Depth);
    ASSERT_TRUE(waitFor([&] { return !chart->isEmpty(); }));
    stopRun();
    const std::vector<ValueRow> rows = chart->valueRows(std::nullopt);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(told(chart, QAccessible::Name), chart->title());
    EXPECT_TRUE(told(chart, QAccessible::Description).contains(rows[0].name + QStringLiteral(": ") + rows[0].value))
        << told(chart, QAccessible::Description).toStdString();
    QAccessibleInterface* column = QAccessible::queryAccessibleInterface(chart->column());
    ASSERT_GE(column->childCount(), 1);
    EXPECT_EQ(column->child(0)->text(QAccessible::Name), rows[0].name);
    EXPECT_EQ(column->child(0)->text(QAccessible::Value), rows[0].value);
    EXPECT_EQ(column->indexOfChild(column->child(0)), 0);
    EXPECT_EQ(column->child(column->childCount()), nullptr);
}

TEST_F(Names, TheCanvasHasItsPartsAsChildren) {
    open(QStringLiteral("first"));
    CanvasView* canvas = window().canvas();
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(canvas);
    ASSERT_EQ(whole->childCount(), 3);
    QStringList names;
    for (int i = 0; i < whole->childCount(); ++i) {
        QAccessibleInterface* part = whole->child(i);
        ASSERT_TRUE(part->isValid());
        names << part->text(QAccessible::Name);
        EXPECT_EQ(whole->indexOfChild(part), i);
        EXPECT_EQ(whole->childAt(part->rect().center().x(), part->rect().center().y()), part);
        EXPECT_TRUE(part->state().selectable);
    }
    EXPECT_TRUE(names.contains(QStringLiteral("producer"))) << names.join(u',').toStdString();
    EXPECT_TRUE(told(canvas, QAccessible::Description).contains(QStringLiteral("producer")));
    whole->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_TRUE(whole->child(0)->state().selected);
    EXPECT_EQ(canvas->selection(), canvas->order().front());
    // Its state, in words, while it runs.
    startRun();
    EXPECT_TRUE(waitFor([&] { return !whole->child(0)->text(QAccessible::Description).isEmpty(); }));
    stopRun();
    QAccessibleInterface* gone = whole->child(2);
    const Selection last = canvas->order().back();
    session().editor().apply(removePart(session().editor().document(), last), {});
    EXPECT_FALSE(gone->isValid());
    EXPECT_TRUE(gone->text(QAccessible::Name).isEmpty());
    window().open(readPresetDocument(QStringLiteral("p8-queues")));
    EXPECT_EQ(static_cast<std::size_t>(whole->childCount()), canvas->order().size());
}

}  // namespace
}  // namespace ipclab
