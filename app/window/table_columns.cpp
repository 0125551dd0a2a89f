#include "window/table_columns.h"

#include <QHeaderView>
#include <QTableView>

#include "window/settings.h"

namespace ipclab {

TableColumns::TableColumns(QTableView* table, const QString& key, WindowSettings& settings, QObject* parent)
    : QObject(parent), m_table(table), m_key(QStringLiteral("columns/") + key), m_settings(settings) {
    for (int column = 0; column < count(); ++column) {
        if (table->isColumnHidden(column)) m_usuallyHidden.insert(column);
    }
    restore();
    // A column that is hidden, or comes back, has no width before or after.
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        if (!m_quiet && (before == 0) != (now == 0)) keep();
    });
}

int TableColumns::count() const { return m_table->model()->columnCount(); }

QString TableColumns::name(int column) const { return m_table->model()->headerData(column, Qt::Horizontal).toString(); }

QString TableColumns::tip(int column) const {
    return m_table->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
}

QString TableColumns::title() const { return m_table->accessibleName(); }

bool TableColumns::isShown(int column) const { return !m_table->isColumnHidden(column); }

int TableColumns::shownCount() const { return count() - m_table->horizontalHeader()->hiddenSectionCount(); }

void TableColumns::setShown(int column, bool shown) {
    if (shown == isShown(column) || (!shown && shownCount() <= 1)) return;
    m_table->setColumnHidden(column, !shown);
    if (shown) m_table->resizeColumnToContents(column);
}

void TableColumns::showOnly(const std::set<int>& hidden) {
    m_quiet = true;
    for (int column = 0; column < count(); ++column) {
        const bool hide = hidden.contains(column);
        const bool comes = !hide && !isShown(column);
        m_table->setColumnHidden(column, hide);
        if (comes) m_table->resizeColumnToContents(column);
    }
    m_quiet = false;
}

// Which are hidden, by number. What is no number of a column is passed over, and all cannot be hidden.
void TableColumns::restore() {
    const QVariant kept = m_settings.value(m_key.toLatin1().constData());
    if (!kept.isValid()) return;
    std::set<int> hidden;
    for (const QString& word : kept.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int column = word.toInt(&isNumber);
        if (isNumber && column >= 0 && column < count()) hidden.insert(column);
    }
    if (static_cast<int>(hidden.size()) < count()) showOnly(hidden);
}

void TableColumns::keep() {
    QStringList hidden;
    for (int column = 0; column < count(); ++column) {
        if (!isShown(column)) hidden << QString::number(column);
    }
    m_settings.setValue(m_key, hidden.join(QLatin1Char(' ')));
    emit changed();
}

void TableColumns::reset() {
    showOnly(m_usuallyHidden);
    m_settings.setValue(m_key, QVariant());
    emit changed();
}

}  // namespace ipclab
