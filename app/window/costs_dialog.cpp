#include "window/costs_dialog.h"

#include <QHeaderView>
#include <QSpinBox>
#include <QTableWidget>
#include <algorithm>

#include "models/figures.h"
#include "models/row_copier.h"
#include "plot/cost_chart.h"

namespace ipclab {

CostsDialog::CostsDialog(QWidget* parent)
    : MeasuringDialog(QStringLiteral("process-costs.png"), parent), m_switches(new QTableWidget(this)) {
    repeats()->setRange(6, 1000);
    repeats()->setValue(40);
    prepareSwitches();
    connect(&m_run, &CostRun::measured, this, &CostsDialog::showRows);
    connect(&m_run, &CostRun::finished, this, &CostsDialog::conclude);
    layOut(nullptr, m_switches);
}

void CostsDialog::prepareSwitches() {
    m_switches->setColumnCount(6);
    m_switches->verticalHeader()->hide();
    m_switches->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_switches->horizontalHeader()->setHighlightSections(false);
    m_switches->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_switches->horizontalHeader()->setStretchLastSection(true);
    m_switches->setEditTriggers(QAbstractItemView::NoEditTriggers);
    new RowCopier(m_switches, m_switches->horizontalHeader());
    m_switches->setShowGrid(false);
    m_switches->setFrameShape(QFrame::NoFrame);
    m_switches->setAlternatingRowColors(true);
    m_switches->setTabKeyNavigation(false);
}

void CostsDialog::start() { m_run.start(static_cast<unsigned>(repeats()->value())); }

std::size_t CostsDialog::rowCount() const { return m_run.table().creation.size() + m_run.table().switches.size(); }

std::string CostsDialog::csv() const { return creationCsv(m_run.table()) + '\n' + switchCsv(m_run.table()); }

QString CostsDialog::methodName(const std::string& id) {
    if (id == "thread") return tr("thread");
    if (id == "vfork-exec") return QStringLiteral("vfork + exec");
    if (id == "fork-exec") return QStringLiteral("fork + exec");
    if (id == "spawn") return QStringLiteral("posix_spawn");
    return QString::fromStdString(id);
}

QString CostsDialog::figureText(const std::optional<CostFigure>& figure) {
    if (!figure) return noFigure();
    const auto text = [](double ns) { return durationText(static_cast<std::int64_t>(ns)); };
    return QStringLiteral("%1  (%2 … %3)").arg(text(figure->median), text(figure->low), text(figure->high));
}

void CostsDialog::showRows() {
    const CostTable& table = m_run.table();
    showProgress(m_run.done(), m_run.all());
    std::vector<CostCurve> curves;
    for (const CreationRow& row : table.creation) {
        const QString name = methodName(row.method);
        auto curve = std::ranges::find(curves, name, &CostCurve::name);
        if (curve == curves.end()) {
            const bool program = row.method == "spawn" || row.method.ends_with("-exec");
            curve = curves.insert(curves.end(), {.name = name, .dashed = program, .points = {}});
        }
        if (row.cost)
            curve->points.push_back(
                {static_cast<double>(row.residentBytes), row.cost->median, row.cost->low, row.cost->high});
    }
    chart()->setCurves(std::move(curves));
    showSwitches();
}

void CostsDialog::showSwitches() {
    const auto& rows = m_run.table().switches;
    m_switches->setRowCount(static_cast<int>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SwitchRow& row = rows[i];
        const QStringList cells{row.between == "threads" ? tr("threads of one process") : tr("processes"),
                                row.place == "same" ? tr("the same core") : tr("two cores"),
                                figureText(row.perSwitch),
                                figureText(row.roundTrip),
                                figureText(row.calls),
                                QString::fromStdString(row.skipped)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            if (column >= 2 && column <= 4) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_switches->setItem(static_cast<int>(i), column, item);
        }
    }
    const int shown = std::max<int>(static_cast<int>(rows.size()), 4);
    m_switches->setFixedHeight(m_switches->horizontalHeader()->sizeHint().height() +
                               shown * m_switches->verticalHeader()->defaultSectionSize() + 4);
}

MeasuringDialog::Texts CostsDialog::texts() const {
    return {
        .title = tr("Costs of processes"),
        .explanation = tr(
            "fork copies the page tables of its caller, so it costs more the more memory that has; vfork, posix_spawn "
            "and a thread share them. Each is done many times, in turns."),
        .chart = tr("Costs of making a process"),
        .nothingYet = tr("Nothing measured yet. It takes some seconds and up to 256 MiB of memory."),
        .measured = tr("Medians of %1, with their 95 % intervals.").arg(repeats()->value())};
}

void CostsDialog::retranslateParts() {
    m_switches->setAccessibleName(tr("Costs of switching"));
    chart()->setAxes({.title = tr("Making one, until its end is known"),
                      .across = tr("resident memory of the parent"),
                      .acrossUnit = QStringLiteral("B"),
                      .unit = QStringLiteral("ns"),
                      .empty = tr("Press Measure: how long fork, vfork, posix_spawn and a thread take on this machine, "
                                  "against the memory of the process that calls them.")});
    m_switches->setHorizontalHeaderLabels({tr("Switching between"), tr("on"), tr("A switch"), tr("Round trip"),
                                           tr("of that its system calls"), QString()});
}

}  // namespace ipclab
