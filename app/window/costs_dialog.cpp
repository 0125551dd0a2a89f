#include "window/costs_dialog.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/wall_clock.h"
#include "models/figures.h"
#include "plot/cost_chart.h"
#include "runs/said.h"

namespace ipclab {

CostsDialog::CostsDialog(QWidget* parent)
    : QDialog(parent),
      m_chart(new CostChart(this)),
      m_switches(new QTableWidget(this)),
      m_explanation(new QLabel(this)),
      m_status(new QLabel(this)),
      m_repeatsLabel(new QLabel(this)),
      m_repeats(new QSpinBox(this)),
      m_progress(new QProgressBar(this)),
      m_measure(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_explanation->setWordWrap(true);
    m_status->setProperty("kind", QStringLiteral("muted"));
    m_status->setTextFormat(Qt::PlainText);
    m_repeats->setRange(6, 1000);
    m_repeats->setValue(40);
    m_repeatsLabel->setBuddy(m_repeats);
    m_progress->setRange(0, static_cast<int>(m_run.all()));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    m_switches->setColumnCount(6);
    m_switches->verticalHeader()->hide();
    m_switches->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_switches->horizontalHeader()->setHighlightSections(false);
    m_switches->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_switches->horizontalHeader()->setStretchLastSection(true);
    m_switches->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_switches->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_switches->setShowGrid(false);
    m_switches->setFrameShape(QFrame::NoFrame);
    m_switches->setAlternatingRowColors(true);
    m_switches->setTabKeyNavigation(false);
    for (QPushButton* button : {m_save, m_copy, m_close}) button->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(8);
    head->addWidget(m_explanation, 1);
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
    column->addWidget(m_switches);
    column->addLayout(foot);
    resize(980, 700);
    connect(m_measure, &QPushButton::clicked, this, &CostsDialog::measureOrStop);
    connect(m_save, &QPushButton::clicked, this, &CostsDialog::saveChart);
    connect(m_copy, &QPushButton::clicked, this, &CostsDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(&m_run, &CostRun::measured, this, &CostsDialog::showRows);
    connect(&m_run, &CostRun::finished, this, &CostsDialog::conclude);
    retranslate();
}

void CostsDialog::measureOrStop() {
    if (m_measuring) return m_run.stop();
    m_measuring = true;
    m_run.start(static_cast<unsigned>(m_repeats->value()));
    m_status->setText(tr("Measuring. Other work on this machine disturbs it; nothing is drawn meanwhile but this."));
    showRows();
    retranslate();
}

void CostsDialog::conclude(const QString& problem) {
    m_measuring = false;
    m_status->setText(problem.isEmpty() ? tr("Medians of %1, with their 95 % intervals.").arg(m_repeats->value())
                                        : problem);
    const HostFacts host = readHostFacts();
    m_chart->setCaption(QStringLiteral("%1 · %2 · %3")
                            .arg(QString::fromStdString(host.cpuModel), QString::fromStdString(host.kernel),
                                 QString::fromStdString(dateText(utcNow()))));
    retranslate();
}

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
    m_progress->setValue(static_cast<int>(m_run.done()));
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
    m_chart->setCurves(std::move(curves));
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

void CostsDialog::saveChart() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), QStringLiteral("process-costs.png"),
                                                      QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const QString problem = m_chart->save(path, said);
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The chart could not be saved: %1").arg(problem));
}

void CostsDialog::copy() {
    const CostTable& table = m_run.table();
    QGuiApplication::clipboard()->setText(QString::fromStdString(creationCsv(table) + '\n' + switchCsv(table)));
    m_status->setText(tr("Copied: %1 rows as CSV").arg(table.creation.size() + table.switches.size()));
}

void CostsDialog::retranslate() {
    const bool any = !m_run.table().creation.empty();
    setWindowTitle(tr("Costs of processes"));
    m_explanation->setText(
        tr("fork copies the page tables of its caller, so it costs more the more memory that has; vfork, posix_spawn "
           "and a thread share them. Each is done many times, in turns."));
    m_repeatsLabel->setText(tr("Repeats"));
    m_measure->setText(m_measuring ? tr("Stop") : any ? tr("Measure again") : tr("Measure"));
    m_save->setText(tr("Save chart…"));
    m_copy->setText(tr("Copy as CSV"));
    m_close->setText(tr("Close"));
    m_save->setEnabled(any && !m_measuring);
    m_copy->setEnabled(any && !m_measuring);
    m_repeats->setEnabled(!m_measuring);
    m_progress->setVisible(m_measuring);
    m_switches->setAccessibleName(tr("Costs of switching"));
    m_chart->setAccessibleName(tr("Costs of making a process"));
    m_chart->setAxes({.title = tr("Making one, until its end is known"),
                      .across = tr("resident memory of the parent"),
                      .acrossUnit = QStringLiteral("B"),
                      .unit = QStringLiteral("ns"),
                      .empty = tr("Press Measure: how long fork, vfork, posix_spawn and a thread take on this machine, "
                                  "against the memory of the process that calls them.")});
    m_switches->setHorizontalHeaderLabels({tr("Switching between"), tr("on"), tr("A switch"), tr("Round trip"),
                                           tr("of that its system calls"), QString()});
    if (!any && !m_measuring)
        m_status->setText(tr("Nothing measured yet. It takes some seconds and up to 256 MiB of memory."));
    showRows();
    m_chart->update();
}

void CostsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
