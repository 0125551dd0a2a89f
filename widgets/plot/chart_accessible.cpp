#include "plot/chart_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <vector>

#include "plot/cost_chart.h"
#include "plot/time_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

QString textOf(const ValueRow& row) {
    return row.value.isEmpty() ? row.name : QStringLiteral("%1: %2").arg(row.name, row.value);
}

QString textOf(const std::vector<ValueRow>& rows) {
    QStringList parts;
    for (const ValueRow& row : rows) {
        if (!row.hidden) parts << textOf(row);
    }
    return parts.join(QStringLiteral("; "));
}

class AccessibleChart : public QAccessibleWidget {
public:
    explicit AccessibleChart(TimeChart* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const QString own = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Description || !own.isEmpty()) return own;
        const auto& chart = *static_cast<const TimeChart*>(widget());
        const QString values = textOf(chart.valueRows(chart.axis()->crosshair()));
        if (!chart.isEmpty() && !values.isEmpty()) return values;
        return chart.emptyText().isEmpty() ? TimeChart::tr("Nothing has been measured yet.") : chart.emptyText();
    }
};

// A row of the column, by its place: the rows come and go with the data.
class AccessibleRow : public QAccessibleInterface {
public:
    AccessibleRow(ValueColumn* column, std::size_t index) : m_column(column), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return m_column != nullptr && m_index < m_column->rows().size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_column);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override {
        if (!isValid()) return {};
        const QRect inside = m_column->rowRect(m_index);
        return inside.isEmpty() ? QRect() : QRect(m_column->mapToGlobal(inside.topLeft()), inside.size());
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        const ValueRow& row = m_column->rows()[m_index];
        return kind == QAccessible::Name ? row.name : kind == QAccessible::Value ? row.value : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        state.readOnly = true;
        state.checkable = true;
        state.checked = isValid() && !m_column->rows()[m_index].hidden;
        state.offscreen = isValid() && m_column->rowRect(m_index).isEmpty();
        return state;
    }

private:
    QPointer<ValueColumn> m_column;
    std::size_t m_index;
};

class AccessibleColumn : public QAccessibleWidget {
public:
    explicit AccessibleColumn(ValueColumn* column) : QAccessibleWidget(column, QAccessible::List) {}
    ~AccessibleColumn() override {
        for (const QAccessible::Id id : m_rows) QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(column().rows().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        while (m_rows.size() <= static_cast<std::size_t>(index))
            m_rows.push_back(QAccessible::registerAccessibleInterface(new AccessibleRow(&column(), m_rows.size())));
        return QAccessible::accessibleInterface(m_rows[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child) return i;
        }
        return -1;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const QString own = QAccessibleWidget::text(kind);
        if (!own.isEmpty()) return own;
        if (kind == QAccessible::Description) return textOf(column().rows());
        const auto* chart = qobject_cast<const TimeChart*>(column().parentWidget());
        return kind == QAccessible::Name && chart != nullptr ? chart->title() : QString();
    }

private:
    [[nodiscard]] ValueColumn& column() const { return *static_cast<ValueColumn*>(widget()); }

    mutable std::vector<QAccessible::Id> m_rows;
};

class AccessibleCosts : public QAccessibleWidget {
public:
    explicit AccessibleCosts(CostChart* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    // Each way with what it costs at its ends.
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Description) return QAccessibleWidget::text(kind);
        const auto& chart = *static_cast<const CostChart*>(widget());
        QStringList parts;
        for (const CostCurve& curve : chart.curves()) {
            QStringList points;
            for (const CostPoint& point : curve.points) {
                points << QStringLiteral("%1 (%2)").arg(formatQuantity(point.median, chart.axes().unit),
                                                        formatQuantity(point.amount, chart.axes().acrossUnit));
            }
            parts << QStringLiteral("%1: %2").arg(curve.name, points.join(QStringLiteral(", ")));
        }
        return parts.isEmpty() ? chart.axes().empty : parts.join(QStringLiteral("; "));
    }
};

}  // namespace

QAccessibleInterface* accessibleChart(const QString&, QObject* object) {
    if (auto* chart = qobject_cast<TimeChart*>(object)) return new AccessibleChart(chart);
    if (auto* column = qobject_cast<ValueColumn*>(object)) return new AccessibleColumn(column);
    if (auto* costs = qobject_cast<CostChart*>(object)) return new AccessibleCosts(costs);
    return nullptr;
}

}  // namespace ipclab
