#include "window/add_chart_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <array>

#include "bridge/quantity_words.h"
#include "window/charts_panel.h"

namespace ipclab {
namespace {

enum Role { QuantityRole = Qt::UserRole, ChartRole, WordsRole };

constexpr std::array kOwnersOrder{QuantityOwner::Link,   QuantityOwner::Process,   QuantityOwner::End,
                                  QuantityOwner::Shared, QuantityOwner::Processor, QuantityOwner::Run};

}  // namespace

AddChartDialog::AddChartDialog(ChartsPanel& charts, QWidget* parent)
    : QDialog(parent),
      m_charts(charts),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_quantities(new QStandardItemModel(this)),
      m_filter(new QSortFilterProxyModel(this)),
      m_meaning(new QLabel(this)),
      m_ofLabel(new QLabel(this)),
      m_of(new QComboBox(this)),
      m_add(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_filter->setSourceModel(m_quantities);
    m_filter->setFilterRole(WordsRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filter);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("kind", QStringLiteral("muted"));
    m_meaning->setMinimumHeight(4 * m_meaning->fontMetrics().height());
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_ofLabel->setBuddy(m_of);
    m_add->setDefault(true);
    auto* of = new QHBoxLayout;
    of->addWidget(m_ofLabel);
    of->addWidget(m_of, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_meaning);
    column->addLayout(of);
    column->addLayout(buttons);
    resize(440, 460);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text);
        if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AddChartDialog::showMeaning);
    connect(m_list, &QListView::doubleClicked, this, &AddChartDialog::add);
    connect(m_add, &QPushButton::clicked, this, &AddChartDialog::add);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&charts.source(), &RunSource::documentOpened, this, &AddChartDialog::fill);
    retranslate();
}

// Ready charts that are not shown, then quantities: those whose kind of owner the document has first; the others are
// greyed out.
void AddChartDialog::fill() {
    m_quantities->clear();
    const RunData& run = m_charts.source().view();
    for (const ChartSpec& spec : runCharts()) {
        if (m_charts.isChartShown(spec.chart) || !m_charts.hasSubject(spec.chart)) continue;
        auto* item = new QStandardItem(tr("%1 (ready chart)").arg(spec.title()));
        item->setData(static_cast<int>(spec.chart), ChartRole);
        item->setData(item->text() + QLatin1Char(' ') + spec.emptyText(), WordsRole);
        m_quantities->appendRow(item);
    }
    for (const bool present : {true, false}) {
        for (const QuantityOwner owner : kOwnersOrder) {
            if (QuantityChoice::canHave(run, owner) != present) continue;
            for (const Quantity* quantity : seriesOf(owner)) {
                auto* item = new QStandardItem(tr("%1 (%2)").arg(QuantityWords::title(*quantity), ownerName(owner)));
                item->setData(QVariant::fromValue(static_cast<const void*>(quantity)), QuantityRole);
                item->setData(item->text() + QLatin1Char(' ') + QuantityWords::tip(*quantity) + QLatin1Char(' ') +
                                  QString::fromUtf8(quantity->id.data(), static_cast<qsizetype>(quantity->id.size())),
                              WordsRole);
                item->setEnabled(present);
                m_quantities->appendRow(item);
            }
        }
    }
    m_list->setCurrentIndex(m_filter->index(0, 0));
    showMeaning();
}

QString AddChartDialog::ownerName(QuantityOwner owner) {
    switch (owner) {
        case QuantityOwner::Process:
            return tr("processes");
        case QuantityOwner::Link:
            return tr("links");
        case QuantityOwner::End:
            return tr("ends of links");
        case QuantityOwner::Shared:
            return tr("shared objects");
        case QuantityOwner::Processor:
            return tr("processors");
        case QuantityOwner::Run:
            break;
    }
    return tr("the whole run");
}

void AddChartDialog::showMeaning() {
    const QModelIndex current = m_list->currentIndex();
    const auto* quantity = static_cast<const Quantity*>(current.data(QuantityRole).value<const void*>());
    if (const auto ready = readyChart()) {
        m_meaning->setText(specOf(*ready).emptyText());
    } else {
        m_meaning->setText(quantity == nullptr ? tr("Nothing matches.") : QuantityWords::tip(*quantity));
    }
    fillOf();
}

void AddChartDialog::fillOf() {
    m_of->clear();
    const QModelIndex current = m_list->currentIndex();
    const auto* quantity = static_cast<const Quantity*>(current.data(QuantityRole).value<const void*>());
    const bool possible = quantity != nullptr && (current.flags() & Qt::ItemIsEnabled) != 0;
    m_add->setEnabled(possible || readyChart());
    m_of->setEnabled(possible);
    if (!possible) return;
    const RunData& run = m_charts.source().view();
    const auto add = [&](const QString& text, const QuantityChoice& choice) { m_of->addItem(text, choice.id()); };
    add(tr("each, a curve for each"), {quantity, QuantityChoice::Of::Each, {}});
    const auto owners = ownersIn(run, quantity->owner);
    if (quantity->sum == QuantitySum::Sum && owners.size() != 1)
        add(tr("all together, summed"), {quantity, QuantityChoice::Of::Sum, {}});
    for (const QuantityOf& owner : owners) {
        const std::string name = nameOf(run, owner);
        if (!name.empty()) add(QString::fromStdString(name), {quantity, QuantityChoice::Of::One, name});
    }
}

std::optional<RunChart> AddChartDialog::readyChart() const {
    const QVariant chart = m_list->currentIndex().data(ChartRole);
    return chart.isValid() ? std::optional(static_cast<RunChart>(chart.toInt())) : std::nullopt;
}

std::optional<QuantityChoice> AddChartDialog::choice() const {
    return m_of->isEnabled() ? QuantityChoice::fromId(m_of->currentData().toString()) : std::nullopt;
}

void AddChartDialog::add() {
    if (const auto ready = readyChart()) {
        m_charts.showReadyChart(*ready);
        return fill();
    }
    if (const auto chosen = choice()) m_charts.addChart(*chosen);
}

void AddChartDialog::retranslate() {
    setWindowTitle(tr("Add chart"));
    m_search->setPlaceholderText(tr("Search quantities"));
    m_search->setAccessibleName(tr("Search quantities"));
    m_search->setToolTip(tr("Every word is looked for in names and meanings"));
    m_list->setAccessibleName(tr("Quantities that are kept over time"));
    m_ofLabel->setText(tr("&Of"));
    m_of->setAccessibleName(tr("Whose quantity is charted"));
    m_of->setToolTip(tr("One of them, each of them, or all together"));
    m_add->setText(tr("&Add chart"));
    m_close->setText(tr("Close"));
    fill();
}

// From the search the arrows go through what was found.
bool AddChartDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_list->currentIndex().row() + (key == Qt::Key_Up ? -1 : 1);
            if (row >= 0 && row < m_filter->rowCount()) m_list->setCurrentIndex(m_filter->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void AddChartDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fill();
    m_search->setFocus();
    m_search->selectAll();
}

void AddChartDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
