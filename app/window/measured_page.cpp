#include "window/measured_page.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "links/registry.h"
#include "models/bench_table.h"
#include "models/figures.h"
#include "models/mechanism_table.h"
#include "models/word_filter.h"
#include "plot/plain_tip.h"
#include "runs/said.h"
#include "window/bar_chart_view.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

constexpr int kIdRole = Qt::UserRole;
const QStringList kUsual{QStringLiteral("pipe"), QStringLiteral("unix-stream"), QStringLiteral("tcp"),
                         QStringLiteral("posix-mq"), QStringLiteral("posix-shm")};

}  // namespace

MeasuredPage::MeasuredPage(const MechanismTable& traits, QWidget* parent)
    : QWidget(parent),
      m_traits(traits),
      m_model(new BenchTable(traits, this)),
      m_filter(new WordFilter(this)),
      m_mechanisms(new QListWidget(this)),
      m_all(new QPushButton(this)),
      m_none(new QPushButton(this)),
      m_sizesLabel(new QLabel(this)),
      m_repeatsLabel(new QLabel(this)),
      m_sizes(new QLineEdit(QStringLiteral("64, 4096, 65536"), this)),
      m_pattern(new QComboBox(this)),
      m_repeats(new QSpinBox(this)),
      m_measure(new QPushButton(this)),
      m_progress(makeThinProgress(this)),
      m_view(new TableView(this)),
      m_chart(new BarChartView(this)),
      m_scroll(new QScrollArea(this)),
      m_status(makeMutedLabel(this)),
      m_saveChart(new QPushButton(this)),
      m_saveData(new QPushButton(this)),
      m_copy(new QPushButton(this)) {
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->makeSortable();
    m_repeats->setRange(1, 100);
    m_repeats->setValue(6);
    for (int i = 0; i < 2; ++i) m_pattern->addItem(QString());
    for (QPushButton* button : {m_all, m_none, m_measure, m_saveChart, m_saveData, m_copy})
        button->setAutoDefault(false);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(makeChoice());
    both->addWidget(makeResults());
    both->setStretchFactor(1, 1);
    both->setSizes({230, 890});
    QVBoxLayout* column = bareColumn(this);
    column->addWidget(m_progress);
    column->addWidget(both, 1);
    column->addLayout(footRow({m_status, m_saveChart, m_saveData, m_copy}));
    connect(m_measure, &QPushButton::clicked, this, &MeasuredPage::measureOrStop);
    connect(m_all, &QPushButton::clicked, this, [this] { chooseAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(m_saveChart, &QPushButton::clicked, this, &MeasuredPage::saveChart);
    connect(m_saveData, &QPushButton::clicked, this, &MeasuredPage::saveData);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_view->copyAll();
        m_status->setText(tr("Copied: %n row(s)", nullptr, m_filter->rowCount()));
    });
    fillMechanisms();
    choose(kUsual);
    retranslate();
}

MeasuredPage::~MeasuredPage() = default;

QWidget* MeasuredPage::makeChoice() {
    auto* choice = new QWidget(this);
    m_sizesLabel->setBuddy(m_sizes);
    m_repeatsLabel->setBuddy(m_repeats);
    m_mechanisms->setFrameShape(QFrame::NoFrame);
    auto* both = new QHBoxLayout;
    both->addWidget(m_all);
    both->addWidget(m_none);
    auto* column = new QVBoxLayout(choice);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_mechanisms, 1);
    column->addLayout(both);
    column->addWidget(m_sizesLabel);
    column->addWidget(m_sizes);
    column->addWidget(m_pattern);
    auto* often = new QHBoxLayout;
    often->addWidget(m_repeatsLabel);
    often->addWidget(m_repeats, 1);
    column->addLayout(often);
    column->addWidget(m_measure);
    return choice;
}

QWidget* MeasuredPage::makeResults() {
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_chart);
    auto* results = new QSplitter(Qt::Vertical, this);
    results->setHandleWidth(1);
    results->setChildrenCollapsible(false);
    results->addWidget(m_view);
    results->addWidget(m_scroll);
    results->setSizes({260, 300});
    return results;
}

// Those that this machine lacks are there, greyed, with the reason.
void MeasuredPage::fillMechanisms() {
    for (const Mechanism* mechanism : allMechanisms()) {
        auto* item = new QListWidgetItem(m_mechanisms);
        item->setData(kIdRole, QString::fromUtf8(mechanism->info().id.data()));
        item->setCheckState(Qt::Unchecked);
        if (!mechanism->availability().available)
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable));
    }
}

void MeasuredPage::choose(const QStringList& ids) {
    for (int i = 0; i < m_mechanisms->count(); ++i) {
        QListWidgetItem* item = m_mechanisms->item(i);
        const bool chosen = ids.contains(item->data(kIdRole).toString()) && (item->flags() & Qt::ItemIsEnabled);
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

void MeasuredPage::chooseAll(bool chosen) {
    QStringList ids;
    for (int i = 0; chosen && i < m_mechanisms->count(); ++i) ids << m_mechanisms->item(i)->data(kIdRole).toString();
    choose(ids);
}

// Nothing: what is wrong stands below.
std::optional<BenchOptions> MeasuredPage::optionsAsked() {
    BenchOptions options;
    options.seconds = m_seconds;
    options.repeats = static_cast<unsigned>(m_repeats->value());
    options.pattern = m_pattern->currentIndex() == 0 ? Pattern::OneWay : Pattern::PingPong;
    for (int i = 0; i < m_mechanisms->count(); ++i) {
        const QListWidgetItem* item = m_mechanisms->item(i);
        if (item->checkState() == Qt::Checked)
            options.mechanisms.push_back(item->data(kIdRole).toString().toStdString());
    }
    options.sizesBytes.clear();
    for (const QString& word :
         m_sizes->text().split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        options.sizesBytes.push_back(word.toUInt(&isNumber));
        if (isNumber) continue;
        m_status->setText(tr("“%1” is no size: give bytes, as 64, 4096").arg(word));
        m_sizes->setFocus();
        return std::nullopt;
    }
    if (options.mechanisms.empty() || options.sizesBytes.empty()) {
        m_status->setText(options.mechanisms.empty() ? tr("Choose at least one mechanism.")
                                                     : tr("Give at least one message size."));
        return std::nullopt;
    }
    return options;
}

void MeasuredPage::measureOrStop() {
    if (isMeasuring()) return m_batch->stop();
    const auto options = optionsAsked();
    if (!options) return;
    m_plan = std::make_unique<BenchPlan>(*options);
    m_batch = std::make_unique<Batch>(*m_plan);
    connect(m_batch.get(), &Batch::progressed, this, &MeasuredPage::takeResults);
    connect(m_batch.get(), &Batch::finished, this, &MeasuredPage::conclude, Qt::QueuedConnection);
    m_since.start();
    takeResults();
    showButtons();
    m_batch->start();
}

void MeasuredPage::takeResults() {
    m_model->setRows(m_plan->options(), m_plan->rows());
    m_view->growColumns();
    showProgress();
    showChart();
}

// The pace so far tells the time left, once there is one.
void MeasuredPage::showProgress() {
    const auto done = static_cast<int>(m_plan->done()), all = static_cast<int>(m_plan->all());
    m_progress->setRange(0, std::max(1, all));
    m_progress->setValue(done);
    if (m_plan->row() == nullptr) return;
    QString text = tr("%1 of %2: %3, %4")
                       .arg(done + 1)
                       .arg(all)
                       .arg(QString::fromStdString(m_plan->row()->mechanism), bytesText(m_plan->row()->sizeBytes));
    if (m_plan->round() == 0) text += QLatin1Char(' ') + tr("(warming up, thrown away)");
    if (m_plan->round() > 0 && done > 0) {
        const double left = static_cast<double>(all - done) * (m_seconds + 0.2);
        const int seconds = static_cast<int>(left) + 1;
        text += QStringLiteral(" · ") +
                (seconds < 90 ? tr("about %1 s left").arg(seconds) : tr("about %1 min left").arg((seconds + 59) / 60));
    }
    m_status->setText(text);
}

void MeasuredPage::conclude(bool complete) {
    if (!complete) m_plan->giveUp();
    m_model->setRows(m_plan->options(), m_plan->rows());
    m_filter->again();
    showChart();
    const auto rows = std::ranges::count_if(m_plan->rows(), [](const BenchRow& row) { return !row.samples.empty(); });
    m_batch.reset();
    m_plan.reset();
    const int count = static_cast<int>(rows);
    m_status->setText(complete ? tr("Measured: %n row(s), repeats interleaved.", nullptr, count)
                               : tr("Stopped. What is measured stays: %n row(s).", nullptr, count));
    showButtons();
}

void MeasuredPage::showButtons() {
    const bool any = m_model->hasFigures() && !isMeasuring();
    m_measure->setText(isMeasuring() ? tr("Stop") : m_model->hasFigures() ? tr("Measure again") : tr("Measure"));
    for (QWidget* choice : std::initializer_list<QWidget*>{m_mechanisms, m_all, m_none, m_sizes, m_pattern, m_repeats})
        choice->setEnabled(!isMeasuring());
    for (QPushButton* button : {m_saveChart, m_saveData, m_copy}) button->setEnabled(any);
    m_progress->setVisible(isMeasuring());
    if (!isMeasuring() && m_model->rowCount() == 0) {
        m_status->setText(
            tr("Nothing measured yet. Each repeat takes a second; other work on this machine disturbs it."));
    }
}

void MeasuredPage::retranslate() {
    for (int i = 0; i < m_mechanisms->count(); ++i) {
        QListWidgetItem* item = m_mechanisms->item(i);
        const Mechanism* mechanism = findMechanism(item->data(kIdRole).toString().toStdString());
        item->setText(Words::mechanism(mechanism->info().id));
        const Availability here = mechanism->availability();
        item->setToolTip(plainTip(here.available ? item->data(kIdRole).toString() : said(here.reason)));
    }
    m_mechanisms->setAccessibleName(tr("Mechanisms to measure"));
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("Choose every mechanism that this machine has"));
    m_none->setText(tr("None"));
    m_sizesLabel->setText(tr("Message sizes in bytes"));
    m_sizes->setAccessibleName(m_sizesLabel->text());
    m_sizes->setToolTip(tr("Each mechanism is measured with messages of each of these sizes"));
    m_repeatsLabel->setText(tr("Repeats"));
    m_repeats->setAccessibleName(m_repeatsLabel->text());
    m_repeats->setToolTip(tr("From six on the median has a 95 % interval"));
    m_pattern->setItemText(0, tr("One way, as fast as possible"));
    m_pattern->setItemText(1, tr("Ping-pong: there and back"));
    m_pattern->setAccessibleName(tr("How messages go"));
    m_pattern->setToolTip(tr("One way measures throughput, ping-pong the time there and back"));
    m_scroll->setAccessibleName(tr("Charts of what was measured"));
    m_view->setAccessibleName(tr("What was measured of the mechanisms"));
    m_view->setEmptyText(
        tr("Choose mechanisms, sizes and repeats, and press Measure: medians with their intervals "
           "stand here beside the traits, and as bars below."));
    m_chart->setAccessibleName(tr("Chart of what was measured"));
    m_saveChart->setText(tr("Save chart…"));
    m_saveData->setText(tr("Save data…"));
    m_copy->setText(tr("Copy table"));
    m_progress->setAccessibleName(tr("Progress of measuring"));
    m_model->retranslate();
    m_view->growColumns();
    showChart();
    showButtons();
}

void MeasuredPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
