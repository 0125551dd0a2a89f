#include "window/waiting_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <map>

#include "core/wall_clock.h"
#include "plot/cost_chart.h"
#include "runs/said.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

// In the order of the list.
constexpr std::array<double WaitingSample::*, 6> kWaitingFigures{&WaitingSample::cpuNs,   &WaitingSample::calls,
                                                                 &WaitingSample::wakeUps, &WaitingSample::looked,
                                                                 &WaitingSample::p50Ns,   &WaitingSample::p99Ns};

bool isTimeFigure(double WaitingSample::*figure) {
    return figure == &WaitingSample::cpuNs || figure == &WaitingSample::p50Ns || figure == &WaitingSample::p99Ns;
}

bool isModelStrategy(const std::string& strategy) {
    const Strategy* known = findStrategy(strategy);
    return known != nullptr && !known->info().models.empty();
}

}  // namespace

WaitingDialog::WaitingDialog(QWidget* parent)
    : QDialog(parent),
      m_chart(new CostChart(this)),
      m_explanation(new QLabel(this)),
      m_status(new QLabel(this)),
      m_skipped(new QLabel(this)),
      m_repeatsLabel(new QLabel(this)),
      m_repeats(new QSpinBox(this)),
      m_figure(new QComboBox(this)),
      m_progress(new QProgressBar(this)),
      m_measure(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_repeats->setRange(1, 100);
    m_repeats->setValue(static_cast<int>(m_options.repeats));
    m_repeatsLabel->setBuddy(m_repeats);
    for (std::size_t i = 0; i < kWaitingFigures.size(); ++i) m_figure->addItem(QString());
    layOut();
    connect(m_measure, &QPushButton::clicked, this, &WaitingDialog::measureOrStop);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &WaitingDialog::showRows);
    connect(m_save, &QPushButton::clicked, this, &WaitingDialog::saveChart);
    connect(m_copy, &QPushButton::clicked, this, &WaitingDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(&m_run, &WaitingRun::measured, this, &WaitingDialog::showRows);
    connect(&m_run, &WaitingRun::finished, this, &WaitingDialog::conclude);
    retranslate();
}

void WaitingDialog::layOut() {
    for (QLabel* label : {m_explanation, m_skipped}) label->setWordWrap(true);
    for (QLabel* label : {m_status, m_skipped}) {
        label->setProperty("kind", QStringLiteral("muted"));
        label->setTextFormat(Qt::PlainText);
    }
    m_skipped->setContentsMargins(16, 0, 16, 4);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    for (QPushButton* button : {m_save, m_copy, m_close}) button->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(8);
    head->addWidget(m_explanation, 1);
    head->addWidget(m_figure);
    head->addWidget(m_repeatsLabel);
    head->addWidget(m_repeats);
    head->addWidget(m_measure);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 12);
    foot->setSpacing(8);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_save);
    foot->addWidget(m_copy);
    foot->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_chart, 1);
    column->addWidget(m_skipped);
    column->addLayout(foot);
    resize(980, 700);
}

void WaitingDialog::measureOrStop() {
    if (m_measuring) return m_run.stop();
    m_measuring = true;
    m_options.repeats = static_cast<unsigned>(m_repeats->value());
    m_run.start(m_options);
    m_status->setText(tr("Measuring. Other work on this machine disturbs it; nothing is drawn meanwhile but this."));
    showSkipped();
    retranslate();
}

void WaitingDialog::conclude(const QString& problem) {
    m_measuring = false;
    m_status->setText(problem.isEmpty() ? tr("Medians of %1 runs.").arg(m_options.repeats) : problem);
    const HostFacts host = readHostFacts();
    m_chart->setCaption(QStringLiteral("%1 · %2 · %3")
                            .arg(QString::fromStdString(host.cpuModel), QString::fromStdString(host.kernel),
                                 QString::fromStdString(dateText(utcNow()))));
    showSkipped();
    retranslate();
}

void WaitingDialog::showRows() {
    m_progress->setRange(0, static_cast<int>(std::max(1U, m_run.all())));
    m_progress->setValue(static_cast<int>(m_run.done()));
    const auto figure = kWaitingFigures.at(static_cast<std::size_t>(std::max(m_figure->currentIndex(), 0)));
    m_chart->setAxes(
        {.title = tr("%1, a request").arg(m_figure->currentText()),
         .across = tr("connections of which one asks"),
         .acrossUnit = {},
         .unit = isTimeFigure(figure) ? QStringLiteral("ns") : QString(),
         .empty = tr("Press Measure: what select, poll, epoll and the others cost a server on this machine, "
                     "against the number of its connections.")});
    std::vector<CostCurve> curves;
    for (const WaitingRow& row : m_run.rows()) {
        const auto value = figureOf(row, figure);
        if (!value || value->median <= 0) continue;
        const QString name = QString::fromStdString(row.strategy);
        if (curves.empty() || curves.back().name != name)
            curves.push_back({.name = name, .dashed = isModelStrategy(row.strategy), .points = {}});
        curves.back().points.push_back({static_cast<double>(row.connections), value->median, value->low, value->high});
    }
    m_chart->setCurves(std::move(curves));
}

// Each reason once, with whom it keeps from being measured.
void WaitingDialog::showSkipped() {
    std::map<QString, QStringList> byReason;
    for (const WaitingRow& row : m_run.rows()) {
        if (row.skipped.empty()) continue;
        byReason[said(row.skipped)] +=
            QStringLiteral("%1 (%2)").arg(QString::fromStdString(row.strategy)).arg(row.connections);
    }
    QStringList lines;
    for (const auto& [reason, who] : byReason) lines += QStringLiteral("%1: %2").arg(who.join(", "), reason);
    m_skipped->setText(lines.join('\n'));
    m_skipped->setVisible(!lines.isEmpty());
}

void WaitingDialog::saveChart() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), QStringLiteral("waiting-costs.png"),
                                                      QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const QString problem = m_chart->save(path, said);
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The chart could not be saved: %1").arg(problem));
}

void WaitingDialog::copy() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(waitingCsv(m_run.rows())));
    m_status->setText(tr("Copied: %1 rows as CSV").arg(m_run.rows().size()));
}

void WaitingDialog::nameFigures() {
    const QStringList names{tr("CPU time"),     tr("System calls"), tr("Wake-ups"), tr("Descriptors looked at"),
                            tr("Latency, p50"), tr("Latency, p99")};
    for (int i = 0; i < names.size(); ++i) m_figure->setItemText(i, names[i]);
}

void WaitingDialog::retranslate() {
    const bool any = !m_run.rows().empty();
    setWindowTitle(tr("Costs of waiting"));
    m_explanation->setText(
        tr("One connection asks, the others are silent: a strategy that looks at all of them costs more the more there "
           "are. Dashed: models of other systems."));
    nameFigures();
    m_figure->setAccessibleName(tr("Figure"));
    m_repeatsLabel->setText(tr("Repeats"));
    m_measure->setText(m_measuring ? tr("Stop") : any ? tr("Measure again") : tr("Measure"));
    m_save->setText(tr("Save chart…"));
    m_copy->setText(tr("Copy as CSV"));
    m_close->setText(tr("Close"));
    m_save->setEnabled(any && !m_measuring);
    m_copy->setEnabled(any && !m_measuring);
    m_repeats->setEnabled(!m_measuring);
    m_progress->setVisible(m_measuring);
    m_chart->setAccessibleName(tr("Costs of waiting"));
    if (!any && !m_measuring)
        m_status->setText(
            tr("Nothing measured yet. It takes some minutes: every strategy with up to 10,000 connections."));
    showSkipped();
    showRows();
}

void WaitingDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
