#include "window/statistics_tab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"
#include "plot/chart_page.h"
#include "plot/chart_statistics.h"
#include "window/table_view.h"

namespace ipclab {

StatisticsTab::StatisticsTab(ChartPage& page, QWidget* parent)
    : QWidget(parent),
      m_page(page),
      m_heading(new QLabel(this)),
      m_copy(new QPushButton(this)),
      m_table(new TableView(this)),
      m_rows(new QStandardItemModel(this)) {
    m_heading->setProperty("kind", QStringLiteral("muted"));
    m_copy->setProperty("kind", QStringLiteral("small"));
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setMinimumHeight(48);  // it makes the tables no higher than the others do
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 2, 8, 2);
    head->addWidget(m_heading, 1);
    head->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    connect(m_copy, &QPushButton::clicked, m_table, &TableView::copyAll);
    connect(page.axis(), &TimeAxis::markersChanged, this, &StatisticsTab::markersChanged);
    retranslate();
}

void StatisticsTab::markersChanged() {
    const bool both = m_page.axis()->marker(Marker::A) && m_page.axis()->marker(Marker::B);
    const bool come = both && !m_both;
    m_both = both;
    refresh();
    if (come) emit wanted();
}

QString StatisticsTab::heading() const { return m_heading->text(); }

void StatisticsTab::refresh() {
    if (isVisible()) fill();
}

void StatisticsTab::fill() {
    const ChartStatistics statistics = ChartStatistics::of(m_page);
    m_heading->setText(statistics.heading());
    m_copy->setEnabled(!statistics.rows().isEmpty());
    m_rows->setHorizontalHeaderLabels(statistics.columns());
    m_rows->setColumnCount(static_cast<int>(statistics.columns().size()));
    m_rows->setRowCount(static_cast<int>(statistics.rows().size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QStringList& cells = statistics.rows()[row];
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QStandardItem(cells[column]);
            if (column > 1) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_rows->setItem(row, column, item);
        }
    }
    m_table->growColumns();
}

void StatisticsTab::retranslate() {
    m_copy->setText(tr("Copy table"));
    m_copy->setToolTip(tr("Copies the whole table, as a spreadsheet takes it"));
    m_table->setAccessibleName(tr("Statistics between the markers A and B"));
    m_table->setEmptyText(
        tr("Put marker A and marker B into the charts (keys A and B at the crosshair): what lies "
           "between them stands here."));
    refresh();
}

void StatisticsTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

}  // namespace ipclab
