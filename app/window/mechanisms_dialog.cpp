#include "window/mechanisms_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <set>

#include "bridge/icons.h"
#include "links/registry.h"
#include "models/mechanism_table.h"
#include "models/row_copier.h"
#include "window/claims_page.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {

MechanismsDialog::MechanismsDialog(QWidget* parent)
    : QDialog(parent),
      m_model(new MechanismTable(this)),
      m_filter(new MechanismFilter(this)),
      m_search(new QLineEdit(this)),
      m_family(new QComboBox(this)),
      m_trait(new QComboBox(this)),
      m_view(new TableView(this)),
      m_details(makeDetails(this)),
      m_count(makeMutedLabel(this)),
      m_compare(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)),
      m_claims(new ClaimsPage(this)),
      m_tabs(new QTabWidget(this)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_close->setDefault(false);
    m_compare->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(layOutTable(), QString());
    m_tabs->addTab(m_claims, QString());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_tabs);
    resize(1120, 640);
    connectParts();
    retranslate();
}

// On a page of its own.
QWidget* MechanismsDialog::layOutTable() {
    auto* page = new QWidget(this);
    QVBoxLayout* column = bareColumn(page);
    column->addLayout(headRow({m_search, m_family, m_trait}));
    column->addWidget(aboveDetails(m_view, m_details, 420, 130, this), 1);
    column->addLayout(footRow({m_count, m_compare, m_copy, m_close}));
    return page;
}

void MechanismsDialog::showClaims() { m_tabs->setCurrentWidget(m_claims); }

void MechanismsDialog::connectParts() {
    connect(m_search, &QLineEdit::textChanged, m_filter, &MechanismFilter::setText);
    connect(m_family, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setFamily(m_family->currentData().isValid() ? m_family->currentData().toInt() : -1); });
    connect(m_trait, &QComboBox::currentIndexChanged, this,
            [this](int trait) { m_filter->setTrait(static_cast<MechanismFilter::Trait>(std::max(trait, 0))); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &MechanismsDialog::showCount);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MechanismsDialog::showDetails);
    connect(m_model, &MechanismTable::limitsCame, this, [this] {
        m_view->growColumns();
        showDetails();
    });
    connect(m_view->copier(), &RowCopier::filterWanted, m_search,
            [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_compare, &QPushButton::clicked, this, &MechanismsDialog::compareWanted);
    connect(m_copy, &QPushButton::clicked, this, &MechanismsDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void MechanismsDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    m_model->askForLimits();
    m_view->growColumns();
    if (!m_view->currentIndex().isValid() && m_filter->rowCount() > 0) m_view->selectRow(0);
}

// Those that at least one mechanism has; the choice stays what it was.
void MechanismsDialog::fillChoices() {
    const QVariant family = m_family->currentData();
    const int trait = std::max(m_trait->currentIndex(), 0);
    std::set<Family> families;
    for (const Mechanism* mechanism : allMechanisms()) families.insert(mechanism->info().family);
    const QSignalBlocker quietFamily(m_family), quietTrait(m_trait);
    m_family->clear();
    m_family->addItem(tr("All families"));
    for (const Family each : families) m_family->addItem(MechanismTable::familyName(each), static_cast<int>(each));
    m_family->setCurrentIndex(family.isValid() ? m_family->findData(family) : 0);
    m_trait->clear();
    for (int i = 0; i < MechanismFilter::TraitCount; ++i)
        m_trait->addItem(MechanismFilter::traitName(static_cast<MechanismFilter::Trait>(i)));
    m_trait->setCurrentIndex(trait);
}

void MechanismsDialog::showDetails() {
    const QModelIndex current = m_filter->mapToSource(m_view->currentIndex());
    m_details->setHtml(current.isValid() ? m_model->detailsHtml(current.row()) : QString());
}

void MechanismsDialog::showCount() {
    m_count->setText(tr("%1 of %2 mechanisms").arg(m_filter->rowCount()).arg(m_model->rowCount()));
}

void MechanismsDialog::copy() {
    QGuiApplication::clipboard()->setText(m_filter->csv());
    m_count->setText(tr("Copied: %1 rows as CSV").arg(m_filter->rowCount()));
}

void MechanismsDialog::retranslate() {
    setWindowTitle(tr("Mechanisms and claims"));
    m_tabs->setTabText(0, tr("Mechanisms"));
    m_tabs->setTabText(1, tr("Claims"));
    m_search->setPlaceholderText(tr("Filter by any word in the table"));
    m_search->setAccessibleName(tr("Filter mechanisms"));
    m_search->setToolTip(m_search->accessibleName());
    m_family->setAccessibleName(tr("Family of mechanisms"));
    m_family->setToolTip(m_family->accessibleName());
    m_trait->setAccessibleName(tr("Trait the mechanisms must have"));
    m_trait->setToolTip(m_trait->accessibleName());
    m_view->setAccessibleName(tr("Table of mechanisms"));
    m_view->setEmptyText(tr("No mechanism matches. Clear the filter to see all of them."));
    m_details->setAccessibleName(tr("Details of the mechanism"));
    m_compare->setText(tr("Compare, measured…"));
    m_compare->setToolTip(tr("What they do on this machine, with messages of the sizes you choose"));
    m_copy->setText(tr("Copy as CSV"));
    m_copy->setToolTip(tr("Copies the rows as shown, with their titles"));
    m_close->setText(tr("Close"));
    fillChoices();
    m_model->retranslate();
    m_view->growColumns();
    showDetails();
    showCount();
}

void MechanismsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_details != nullptr) showDetails();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
