#include "window/measuring_dialog.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>
#include <utility>

#include "core/wall_clock.h"
#include "observe/host_facts.h"
#include "plot/cost_chart.h"
#include "runs/said.h"
#include "window/page_parts.h"

namespace ipclab {

MeasuringDialog::MeasuringDialog(QString chartFile, QWidget* parent)
    : QDialog(parent),
      m_chartFile(std::move(chartFile)),
      m_chart(new CostChart(this)),
      m_explanation(new QLabel(this)),
      m_status(makeMutedLabel(this)),
      m_repeatsLabel(new QLabel(this)),
      m_repeats(new QSpinBox(this)),
      m_progress(makeThinProgress(this)),
      m_measure(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_explanation->setWordWrap(true);
    m_repeatsLabel->setBuddy(m_repeats);
    for (QPushButton* button : {m_save, m_copy, m_close}) button->setAutoDefault(false);
    connect(m_measure, &QPushButton::clicked, this, &MeasuringDialog::measureOrStop);
    connect(m_save, &QPushButton::clicked, this, &MeasuringDialog::saveChart);
    connect(m_copy, &QPushButton::clicked, this, &MeasuringDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void MeasuringDialog::layOut(QWidget* choice, QWidget* below) {
    QHBoxLayout* head = headRow({m_explanation, m_repeatsLabel, m_repeats, m_measure});
    if (choice != nullptr) head->insertWidget(1, choice);
    QVBoxLayout* column = bareColumn(this);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_chart, 1);
    column->addWidget(below);
    column->addLayout(footRow({m_status, m_save, m_copy, m_close}));
    QWidget* before = choice;
    for (QWidget* next : std::initializer_list<QWidget*>{m_repeats, m_measure, below, m_save, m_copy, m_close}) {
        if (before != nullptr) setTabOrder(before, next);
        before = next;
    }
    resize(980, 700);
    m_isLaidOut = true;
    retranslate();
}

void MeasuringDialog::measureOrStop() {
    if (m_measuring) return stop();
    m_measuring = true;
    start();
    m_status->setText(tr("Measuring. Other work on this machine disturbs it; nothing is drawn meanwhile but this."));
    retranslate();
}

void MeasuringDialog::showProgress(unsigned done, unsigned all) {
    m_progress->setRange(0, static_cast<int>(std::max(1U, all)));
    m_progress->setValue(static_cast<int>(done));
}

void MeasuringDialog::conclude(const QString& problem) {
    m_measuring = false;
    m_status->setText(problem.isEmpty() ? texts().measured : problem);
    const HostFacts host = readHostFacts();
    m_chart->setCaption(QStringLiteral("%1 · %2 · %3")
                            .arg(QString::fromStdString(host.cpuModel), QString::fromStdString(host.kernel),
                                 QString::fromStdString(dateText(utcNow()))));
    retranslate();
}

void MeasuringDialog::saveChart() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), m_chartFile,
                                                      QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const QString problem = m_chart->save(path, said);
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The chart could not be saved: %1").arg(problem));
}

void MeasuringDialog::copy() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(csv()));
    m_status->setText(tr("Copied: %1 rows as CSV").arg(rowCount()));
}

void MeasuringDialog::retranslate() {
    const bool any = rowCount() > 0;
    const Texts own = texts();
    setWindowTitle(own.title);
    m_explanation->setText(own.explanation);
    m_chart->setAccessibleName(own.chart);
    m_repeatsLabel->setText(tr("Repeats"));
    m_repeats->setAccessibleName(tr("Repeats"));
    m_repeats->setToolTip(tr("How often each is measured; from six on the median has a 95 % interval"));
    m_measure->setText(m_measuring ? tr("Stop") : any ? tr("Measure again") : tr("Measure"));
    m_save->setText(tr("Save chart…"));
    m_copy->setText(tr("Copy as CSV"));
    m_close->setText(tr("Close"));
    m_save->setEnabled(any && !m_measuring);
    m_copy->setEnabled(any && !m_measuring);
    m_repeats->setEnabled(!m_measuring);
    m_progress->setVisible(m_measuring);
    if (!any && !m_measuring) m_status->setText(own.nothingYet);
    retranslateParts();
    showRows();
    m_chart->update();
}

void MeasuringDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_isLaidOut) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
