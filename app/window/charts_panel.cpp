#include "window/charts_panel.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace ipclab {
namespace {

// A short run fills the charts; a long one scrolls.
Nanoseconds firstWindow(const Experiment& experiment) {
    return std::clamp(experiment.durationNs.value_or(10 * kNsPerSecond), kNsPerSecond, 20 * kNsPerSecond);
}

}  // namespace

ChartsPanel::ChartsPanel(RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_page(new ChartPage(this)), m_charts(*m_page), m_chosen(runCharts().size()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    connect(&source, &RunSource::viewAboutToChange, this, [this] { m_charts.drop(); });
    connect(&source, &RunSource::viewChanged, this, &ChartsPanel::takeData);
    connect(&source, &RunSource::framePassed, this, &ChartsPanel::frame);
    connect(&source, &RunSource::eventsGrew, this, [this] { m_charts.takeEvents(m_source.view()); });
    connect(&source, &RunSource::figuresDue, this, &ChartsPanel::grow);
    m_charts.take(source.view());
    showCharts();
}

ChartsPanel::~ChartsPanel() { m_charts.drop(); }

void ChartsPanel::setChartShown(RunChart which, bool shown) {
    m_chosen[static_cast<std::size_t>(which)] = shown;
    showCharts();
}

bool ChartsPanel::isChartShown(RunChart which) const {
    return m_chosen[static_cast<std::size_t>(which)].value_or(specOf(which).isUnasked(m_source.view()));
}

bool ChartsPanel::hasSubject(RunChart which) const { return specOf(which).hasSubject(m_source.view()); }

void ChartsPanel::showCharts() {
    for (const ChartSpec& spec : runCharts())
        chart(spec.chart)->setVisible(isChartShown(spec.chart) && hasSubject(spec.chart));
    m_page->alignPlots();
}

void ChartsPanel::takeData() {
    m_origin = 0;
    m_page->axis()->restart(monotonicNow());
    m_charts.take(m_source.view());
    showCharts();
}

// The system's figure comes, children and threads are born, the first message comes that was due at a time …
void ChartsPanel::grow() {
    if (m_charts.grow(m_source.view())) showCharts();
}

void ChartsPanel::frame() {
    const RunData& run = m_source.view();
    if (m_origin == 0 && run.startNs != 0) {
        m_origin = run.startNs;
        m_page->axis()->restart(m_origin);
        m_page->axis()->setWindow(firstWindow(run.experiment));
        grow();
    }
    if (run.endNs != 0 && !m_source.isActive()) {
        m_page->setNow(run.endNs);
        const Nanoseconds length = run.endNs - run.startNs;
        // A little longer than planned, as most runs are: the whole of it, not all but its first moment.
        if (length > 0 && length < m_page->axis()->window() * 5 / 4) m_page->axis()->setWindow(length);
        m_page->axis()->setLive(false);
        return;
    }
    m_page->setNow(run.sampledNs != 0 ? run.sampledNs : monotonicNow());
}

void ChartsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_charts.retranslate(m_source.view());
        showCharts();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab
