// What somebody made of the charts of a document, and how it is kept.
#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include "plot/chart_stack.h"
#include "plot/curve_chart.h"
#include "window/add_chart_dialog.h"
#include "window/charts_panel.h"

namespace ipclab {
namespace {

constexpr int kMostAdded = 32;  // of a remembered arrangement, whoever wrote it
constexpr int kMostHeightPx = 4000;

}  // namespace

void ChartsPanel::changed() {
    if (!m_arranging) emit arranged();
}

std::vector<TimeChart*> ChartsPanel::chartsWithSubject() const {
    std::vector<TimeChart*> charts;
    for (TimeChart* chart : m_page->charts()) {
        const auto which = m_charts.listed(chart);
        const QuantityChoice* choice = m_charts.chosen().choiceOf(chart);
        if (which ? hasSubject(*which) : choice != nullptr && choice->hasSubject(m_source.history()))
            charts.push_back(chart);
    }
    return charts;
}

AddChartDialog* ChartsPanel::askForChart() {
    if (m_adding == nullptr) m_adding = new AddChartDialog(*this, this);
    m_adding->show();
    m_adding->raise();
    m_adding->activateWindow();
    return m_adding;
}

void ChartsPanel::setBaselineShown(bool shown) { m_baseline->setChecked(shown); }

// Of a run that never began there is nothing to keep, and what was kept stays.
void ChartsPanel::keepLastRun() {
    for (TimeChart* chart : m_page->charts()) {
        if (auto* curves = qobject_cast<CurveChart*>(chart)) curves->setBaseline({});
    }
    const RunData& run = m_source.history();
    if (run.startNs == 0) return;
    m_lastRun.clear();
    for (const TimeChart* chart : m_page->charts()) {
        const auto* curves = qobject_cast<const CurveChart*>(chart);
        if (curves != nullptr) m_lastRun.keep(m_charts.idOf(chart), curves->curves(), run.startNs);
    }
}

void ChartsPanel::showBaseline() {
    for (TimeChart* chart : m_page->charts()) {
        auto* curves = qobject_cast<CurveChart*>(chart);
        if (curves == nullptr) continue;
        curves->setBaseline(m_baseline->isChecked() ? m_lastRun.curvesOf(m_charts.idOf(chart)) : std::vector<Curve>{});
    }
}

void ChartsPanel::retranslateActions() {
    m_baseline->setText(tr("Last run as &baseline"));
    m_baseline->setToolTip(tr("Show the curves of the last run of this experiment faintly behind those of this one"));
    m_baseline->setStatusTip(m_baseline->toolTip());

    m_add->setText(tr("&Add chart…"));
    m_add->setToolTip(tr("Choose any quantity that is kept over time, and chart it"));
    m_add->setStatusTip(m_add->toolTip());
}

CurveChart* ChartsPanel::addChart(const QuantityChoice& choice) {
    CurveChart* chart = m_charts.chosen().add(choice, m_source.history());
    m_page->stack()->setEnlarged(nullptr);
    showCharts();
    m_page->stack()->ensureWidgetVisible(chart);
    changed();
    return chart;
}

void ChartsPanel::showReadyChart(RunChart which) {
    m_page->stack()->setEnlarged(nullptr);
    setChartShown(which, true);
    m_page->stack()->reveal(*chart(which));
}

void ChartsPanel::removeChart(TimeChart* chart) {
    if (const auto which = m_charts.listed(chart)) return setChartShown(*which, false);
    m_charts.chosen().remove(chart);
    showCharts();
    changed();
}

QByteArray ChartsPanel::arrangement() const {
    QJsonArray charts;
    for (const TimeChart* chart : m_page->charts()) {
        QJsonObject entry{{QStringLiteral("id"), m_charts.idOf(chart)}};
        if (const auto which = m_charts.listed(chart)) {
            if (const auto shown = m_chosen[static_cast<std::size_t>(*which)]) entry[QStringLiteral("shown")] = *shown;
        }
        if (const QJsonObject settings = chart->settings(); !settings.isEmpty())
            entry[QStringLiteral("settings")] = settings;
        if (chart->isFolded()) entry[QStringLiteral("folded")] = true;
        if (const int px = m_page->stack()->heightOf(chart)) entry[QStringLiteral("height")] = px;
        charts << entry;
    }
    return QJsonDocument(charts).toJson(QJsonDocument::Compact);
}

QByteArray ChartsPanel::arrangementWith(const QStringList& first) {
    QJsonArray charts;
    for (const QString& id : first) charts << QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("shown"), true}};
    return QJsonDocument(charts).toJson(QJsonDocument::Compact);
}

void ChartsPanel::arrange(const QByteArray& arrangement) {
    m_arranging = true;
    m_charts.chosen().clear();
    m_chosen.assign(runCharts().size(), std::nullopt);
    std::vector<TimeChart*> order;
    for (const ChartSpec& spec : runCharts()) {
        order.push_back(chart(spec.chart));
        order.back()->setFolded(false);
        order.back()->setSettings({});
        m_page->stack()->setHeightOf(order.back(), 0);
    }
    m_page->stack()->setEnlarged(nullptr);
    m_page->stack()->setOrder(order);
    order.clear();
    int added = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(arrangement).array()) {
        const QJsonObject entry = value.toObject();
        const QString id = entry[QStringLiteral("id")].toString();
        TimeChart* chart = m_charts.chartOf(id);
        const auto choice = QuantityChoice::fromId(id);
        if (chart == nullptr && choice && ++added <= kMostAdded)
            chart = m_charts.chosen().add(*choice, m_source.history());
        if (chart == nullptr) continue;
        const auto which = m_charts.listed(chart);
        if (which && entry[QStringLiteral("shown")].isBool())
            m_chosen[static_cast<std::size_t>(*which)] = entry[QStringLiteral("shown")].toBool();
        chart->setSettings(entry[QStringLiteral("settings")].toObject());
        chart->setFolded(entry[QStringLiteral("folded")].toBool());
        m_page->stack()->setHeightOf(chart, std::min(entry[QStringLiteral("height")].toInt(), kMostHeightPx));
        order.push_back(chart);
    }
    m_page->stack()->setOrder(order);
    m_page->stack()->verticalScrollBar()->setValue(0);
    showCharts();
    m_arranging = false;
}

QStringList ChartsPanel::shownIds() const {
    QStringList ids;
    for (const TimeChart* chart : m_page->charts())
        if (!chart->isHidden()) ids << m_charts.idOf(chart);
    return ids;
}

}  // namespace ipclab
