#include "window/statistics_tab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "bridge/icons.h"
#include "models/word_filter.h"
#include "plot/chart_page.h"
#include "plot/chart_statistics.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

constexpr int kKeyRole = WordFilter::kSortRole;

// "1.25 ms" is less than "900 ms" and more than "900 µs"; what is no figure is sorted as the text it is.
QVariant keyOf(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool isNumber = false;
    QString digits = words.isEmpty() ? QString() : words.front();
    double value = digits.remove(QLatin1Char(',')).toDouble(&isNumber);
    if (!isNumber) return {};
    const QString unit = words.size() > 1 ? words[1] : QString();
    constexpr std::array<std::pair<char16_t, double>, 8> kPrefixes{
        {{u'p', 1e-12}, {u'n', 1e-9}, {u'µ', 1e-6}, {u'm', 1e-3}, {u'k', 1e3}, {u'K', 1e3}, {u'M', 1e6}, {u'G', 1e9}}};
    for (const auto& [prefix, factor] : kPrefixes) {
        if (unit.size() > 1 && unit.front() == QChar(prefix) && unit[1].isLetter()) value *= factor;
    }
    return value;
}

}  // namespace

StatisticsTab::StatisticsTab(ChartPage& page, QWidget* parent)
    : QWidget(parent),
      m_page(page),
      m_heading(new QLabel(this)),
      m_copy(new QPushButton(this)),
      m_table(new TableView(this)),
      m_rows(new QStandardItemModel(this)),
      m_filter(new WordFilter(this)) {
    m_heading->setProperty("kind", QStringLiteral("muted"));
    m_copy->setProperty("kind", QStringLiteral("small"));
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_filter->setSourceModel(m_rows);
    m_filter->setSortRole(kKeyRole);
    m_table->setModel(m_filter);
    m_table->makeSortable();
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
    const auto a = m_page.axis()->marker(Marker::A), b = m_page.axis()->marker(Marker::B);
    const bool both = a && b;
    const bool come = both && !m_both;
    m_both = both;
    refresh();
    emit stretchChanged(both ? std::optional(std::pair<Nanoseconds, Nanoseconds>(std::minmax(*a, *b))) : std::nullopt);
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
        for (int column = 0; column < m_rows->columnCount(); ++column) setCell(row, column, cells.value(column));
    }
    m_table->growColumns();
}

// The cells stay, and with them what is selected.
void StatisticsTab::setCell(int row, int column, const QString& text) {
    QStandardItem* item = m_rows->item(row, column);
    if (item == nullptr) m_rows->setItem(row, column, item = new QStandardItem);
    if (item->text() == text) return;
    item->setText(text);
    item->setData(column > 1 ? keyOf(text) : QVariant(), kKeyRole);
    if (column > 1) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
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
