#include "window/waiting_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <algorithm>
#include <array>
#include <map>

#include "plot/cost_chart.h"
#include "runs/said.h"
#include "serving/registry.h"
#include "window/page_parts.h"

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
    : MeasuringDialog(QStringLiteral("waiting-costs.png"), parent),
      m_figure(new QComboBox(this)),
      m_skipped(makeMutedLabel(this)) {
    repeats()->setRange(1, 100);
    repeats()->setValue(static_cast<int>(m_options.repeats));
    for (std::size_t i = 0; i < kWaitingFigures.size(); ++i) m_figure->addItem(QString());
    m_skipped->setWordWrap(true);
    m_skipped->setContentsMargins(16, 0, 16, 4);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &WaitingDialog::showRows);
    connect(&m_run, &WaitingRun::measured, this, &WaitingDialog::showRows);
    connect(&m_run, &WaitingRun::finished, this, &WaitingDialog::conclude);
    layOut(m_figure, m_skipped);
}

void WaitingDialog::start() {
    m_options.repeats = static_cast<unsigned>(repeats()->value());
    m_run.start(m_options);
}

void WaitingDialog::showRows() {
    showProgress(m_run.done(), m_run.all());
    const auto figure = kWaitingFigures.at(static_cast<std::size_t>(std::max(m_figure->currentIndex(), 0)));
    chart()->setAxes(
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
    chart()->setCurves(std::move(curves));
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

MeasuringDialog::Texts WaitingDialog::texts() const {
    return {
        .title = tr("Costs of waiting"),
        .explanation = tr("One connection asks, the others are silent: a strategy that looks at all of them costs more "
                          "the more there are. Dashed: models of other systems."),
        .chart = tr("Costs of waiting"),
        .nothingYet = tr("Nothing measured yet. It takes some minutes: every strategy with up to 10,000 connections."),
        .measured = tr("Medians of %1 runs.").arg(m_options.repeats)};
}

void WaitingDialog::retranslateParts() {
    const QStringList names{tr("CPU time"),     tr("System calls"), tr("Wake-ups"), tr("Descriptors looked at"),
                            tr("Latency, p50"), tr("Latency, p99")};
    for (int i = 0; i < names.size(); ++i) m_figure->setItemText(i, names[i]);
    m_figure->setAccessibleName(tr("Figure"));
    m_figure->setToolTip(tr("What the chart shows of each strategy"));
    showSkipped();
}

}  // namespace ipclab
