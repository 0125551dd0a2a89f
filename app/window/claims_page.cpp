#include "window/claims_page.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTextBrowser>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "models/claim_table.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {

ClaimsPage::ClaimsPage(QWidget* parent)
    : QWidget(parent),
      m_model(new ClaimTable(this)),
      m_view(new TableView(this)),
      m_details(makeDetails(this)),
      m_explanation(new QLabel(this)),
      m_status(makeMutedLabel(this)),
      m_progress(makeThinProgress(this)),
      m_all(new QPushButton(this)),
      m_stop(new QPushButton(this)),
      m_copy(new QPushButton(this)) {
    m_explanation->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->horizontalHeader()->setSectionResizeMode(ClaimTable::Statement, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(ClaimTable::VerdictOf, QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(ClaimTable::Act, QHeaderView::Fixed);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(ClaimTable::Numbers, fontMetrics().averageCharWidth() * 60);
    for (QPushButton* button : {m_all, m_stop, m_copy}) button->setAutoDefault(false);
    layOut();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClaimsPage::showDetails);
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { measure({&m_model->claim(index.row())}); });
    connect(m_all, &QPushButton::clicked, this, [this] { measure({allClaims().begin(), allClaims().end()}); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_batch) m_batch->stop();
    });
    connect(m_copy, &QPushButton::clicked, this, &ClaimsPage::copy);
    retranslate();
    m_view->selectRow(0);
}

ClaimsPage::~ClaimsPage() = default;

void ClaimsPage::layOut() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        auto* button = new QPushButton(this);
        button->setAutoDefault(false);
        button->setFlat(true);
        // One that is disabled while it measures would hand its focus to another row's. Keys: Enter in the table.
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, row] {
            m_view->setCurrentIndex(m_model->index(row, ClaimTable::Statement));
            measure({&m_model->claim(row)});
        });
        m_view->setIndexWidget(m_model->index(row, ClaimTable::Act), button);
        m_buttons.push_back(button);
    }
    QVBoxLayout* column = bareColumn(this);
    column->addLayout(headRow({m_explanation, m_all, m_stop}));
    column->addWidget(m_progress);
    column->addWidget(aboveDetails(m_view, m_details, 360, 200, this), 1);
    column->addLayout(footRow({m_status, m_copy}));
}

void ClaimsPage::measure(std::vector<const Claim*> claims) {
    if (isMeasuring()) return;
    m_plan = std::make_unique<ClaimPlan>(std::move(claims), m_repeats);
    m_taken = 0;
    m_progress->setRange(0, static_cast<int>(m_plan->all()));
    m_batch = std::make_unique<Batch>(*m_plan);
    connect(m_batch.get(), &Batch::progressed, this, &ClaimsPage::takeResults);
    connect(m_batch.get(), &Batch::finished, this, &ClaimsPage::conclude, Qt::QueuedConnection);
    m_status->setText(tr("Measuring. Other work on this machine disturbs it."));
    showButtons();
    m_batch->start();
}

void ClaimsPage::takeResults() {
    const auto& results = m_plan->results();
    for (; m_taken < results.size(); ++m_taken) m_model->setResult(results[m_taken]);
    m_model->setMeasured(m_plan->current());
    m_progress->setValue(static_cast<int>(m_plan->done()));
    showDetails();
}

void ClaimsPage::conclude(bool complete) {
    takeResults();
    const std::size_t count = m_plan->results().size();
    m_model->setMeasured(nullptr);
    m_batch.reset();
    m_plan.reset();
    m_status->setText(complete ? tr("Claims measured: %1").arg(count) : tr("Stopped. Claims measured: %1").arg(count));
    showButtons();
    showDetails();
}

void ClaimsPage::showDetails() {
    const QModelIndex current = m_view->currentIndex();
    m_details->setHtml(current.isValid() ? m_model->detailsHtml(current.row()) : QString());
}

void ClaimsPage::showButtons() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QPushButton* button = measureButton(row);
        button->setText(m_model->result(row) ? tr("Measure again") : tr("Measure"));
        button->setEnabled(!isMeasuring());
    }
    fitButtons();
    m_all->setEnabled(!isMeasuring());
    m_stop->setEnabled(isMeasuring());
    m_copy->setEnabled(!m_model->results().empty());
    m_progress->setVisible(isMeasuring());
}

// A view does not ask the widgets in its cells how large they want to be.
void ClaimsPage::fitButtons() {
    QSize largest;
    for (const QPushButton* button : m_buttons) largest = largest.expandedTo(button->sizeHint());
    m_view->setColumnWidth(ClaimTable::Act, largest.width() + 8);
    m_view->verticalHeader()->setDefaultSectionSize(largest.height() + 2);
}

void ClaimsPage::copy() {
    const auto results = m_model->results();
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(jsonText(claimsJson(results, m_repeats, readHostFacts()))));
    m_status->setText(tr("Copied: %1 claims as JSON").arg(results.size()));
}

void ClaimsPage::retranslate() {
    m_explanation->setText(
        tr("What textbooks and course notes claim, measured on this machine. A verdict is given only where the whole "
           "95 % interval lies on one side."));
    m_all->setText(tr("Measure all"));
    m_all->setToolTip(tr("Takes some minutes"));
    m_stop->setText(tr("Stop"));
    m_copy->setText(tr("Copy as JSON"));
    m_view->setAccessibleName(tr("Table of claims"));
    m_details->setAccessibleName(tr("Details of the claim"));
    m_progress->setAccessibleName(tr("Progress of measuring"));
    if (!isMeasuring() && m_model->results().empty()) m_status->setText(tr("Nothing measured yet."));
    m_model->retranslate();
    showButtons();
    showDetails();
}

void ClaimsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_details != nullptr) showDetails();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
