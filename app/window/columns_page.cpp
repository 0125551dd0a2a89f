#include "window/columns_page.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include "window/plain_text.h"
#include "window/table_columns.h"

namespace ipclab {

ColumnsPage::ColumnsPage(PreferencesInForce& preferences, std::vector<TableColumns*> tables, QWidget* parent)
    : SettingsPage(preferences, parent),
      m_tables(std::move(tables)),
      m_table(addRow(new QComboBox(this))),
      m_list(new QListWidget(this)),
      m_columns(addRow(m_list)),
      m_reset(new QPushButton(this)) {
    m_table.field->setObjectName(QStringLiteral("table"));
    m_list->setObjectName(QStringLiteral("columns"));
    m_list->setProperty("kind", QStringLiteral("checks"));
    m_list->setMinimumHeight(200);
    m_reset->setAutoDefault(false);
    addBelow(m_reset);
    connect(static_cast<QComboBox*>(m_table.field), &QComboBox::currentIndexChanged, this, &ColumnsPage::fill);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const int column = m_list->row(item);
        chosen().setShown(column, item->checkState() == Qt::Checked);
        if (chosen().isShown(column) != (item->checkState() == Qt::Checked)) showValues();  // it was the last one
    });
    connect(m_reset, &QPushButton::clicked, this, &ColumnsPage::reset);
    for (TableColumns* table : m_tables) connect(table, &TableColumns::changed, this, &ColumnsPage::showValues);
    retranslate();
}

QString ColumnsPage::title() const { return tr("Tables"); }

TableColumns& ColumnsPage::chosen() const {
    const int index = static_cast<QComboBox*>(m_table.field)->currentIndex();
    return *m_tables.at(static_cast<std::size_t>(std::max(index, 0)));
}

void ColumnsPage::retranslate() {
    m_table.say(tr("&Table"), {});
    m_columns.say(tr("&Columns"), tr("Those that are ticked are seen; the menu of the table's head has them as well."));
    QStringList names;
    for (const TableColumns* table : m_tables) names << table->title();
    setWords(static_cast<QComboBox*>(m_table.field), names);
    m_reset->setText(tr("Columns as at &first"));
    fill();
}

void ColumnsPage::fill() {
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (int column = 0; column < chosen().count(); ++column) {
        auto* item = new QListWidgetItem(chosen().name(column), m_list);
        item->setToolTip(chosen().tip(column));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen().isShown(column) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
}

void ColumnsPage::showValues() {
    const QSignalBlocker quiet(m_list);
    for (int column = 0; column < m_list->count(); ++column)
        m_list->item(column)->setCheckState(chosen().isShown(column) ? Qt::Checked : Qt::Unchecked);
}

void ColumnsPage::reset() {
    for (TableColumns* table : m_tables) table->reset();
}

}  // namespace ipclab
