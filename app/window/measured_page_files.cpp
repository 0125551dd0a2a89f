// What was measured of mechanisms as a chart and as files.
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>
#include <nlohmann/json.hpp>

#include "core/wall_clock.h"
#include "export/result_json.h"
#include "models/bench_table.h"
#include "models/figures.h"
#include "runs/said.h"
#include "series/statistics.h"
#include "window/bar_chart_view.h"
#include "window/measured_page.h"

namespace ipclab {
namespace {

QString writeFile(const QString& path, const std::string& text) {
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit();
    return written ? QString() : file.errorString();
}

}  // namespace

const BarChart& MeasuredPage::chart() const { return m_chart->chart(); }

// Size by size, in the order of the choice.
void MeasuredPage::showChart() {
    const BenchOptions& options = m_model->options();
    const bool oneWay = options.pattern == Pattern::OneWay;
    BarChart chart;
    if (m_model->hasFigures()) {
        chart.title = oneWay ? tr("Throughput, one way") : tr("Throughput, ping-pong");
        chart.nameTitle = tr("mechanism");
        chart.unit = oneWay ? tr("messages/s") : tr("round trips/s");
        chart.valueTitle =
            options.repeats >= kLeastFor95
                ? tr("throughput in %1: median and its 95 % interval").arg(chart.unit)
                : tr("throughput in %1: median, least and largest of %2").arg(chart.unit).arg(options.repeats);
        const HostFacts host = readHostFacts();
        chart.caption = tr("%1 repeats of %2 s, interleaved · %3 · Linux %4 · %5 · ipclab")
                            .arg(QString::number(options.repeats), QString::number(options.seconds),
                                 QString::fromStdString(host.cpuModel), QString::fromStdString(host.kernel),
                                 QString::fromStdString(dateText(utcNow())));
    }
    for (const BenchRow& row : m_model->rows()) {
        if (!m_model->hasFigures()) break;
        const QString title = tr("messages of %1").arg(bytesText(row.sizeBytes));
        auto group = std::ranges::find(chart.groups, title, &BarGroup::title);
        if (group == chart.groups.end()) group = chart.groups.insert(chart.groups.end(), {.title = title});
        Bar bar{.name = QString::fromStdString(row.mechanism)};
        if (row.samples.empty()) {
            bar.absent = row.skipped.empty() ? tr("to come") : tr("not measured: %1").arg(said(row.skipped));
        } else {
            const BenchSummary::Interval rate = summarize(row).messagesPerSecond;
            bar.value = rate.median;
            bar.low = rate.low;
            bar.high = rate.high;
        }
        group->bars.push_back(bar);
    }
    m_chart->setChart(std::move(chart));
}

void MeasuredPage::saveChart() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), QStringLiteral("mechanisms.png"),
                                                      QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const QString problem = chart().save(path);
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The chart could not be saved: %1").arg(problem));
}

// As `ipclab bench` writes it, by the ending of the name.
void MeasuredPage::saveData() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save data"), QStringLiteral("mechanisms.csv"),
                                                      QStringLiteral("CSV (*.csv);;JSON (*.json)"));
    if (path.isEmpty()) return;
    const auto& rows = m_model->rows();
    const std::string text =
        path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)
            ? jsonText(benchJson(m_model->options(), rows, readHostFacts(), benchWarnings(rows))) + '\n'
            : benchCsv(m_model->options(), rows);
    const QString problem = writeFile(path, text);
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The data could not be saved: %1").arg(problem));
}

}  // namespace ipclab
