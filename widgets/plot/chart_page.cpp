#include "plot/chart_page.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "plot/chart_export.h"
#include "plot/chart_handles.h"
#include "plot/chart_stack.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "plot/overview_strip.h"
#include "plot/picture_menu.h"
#include "plot/state_legend.h"
#include "plot/time_ruler.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kFrozenGrowth = 1.1;
constexpr int kAroundModePx = 44;

}  // namespace

std::vector<QAction*> ChartActions::all() const {
    return {freeze,        follow,         fit,     markerA, markerB, clearMarkers, panLeft, panRight, zoomIn, zoomOut,
            crosshairLeft, crosshairRight, enlarge, fold,    moveUp,  moveDown,     copy};
}

ChartPage::ChartPage(QWidget* parent)
    : QWidget(parent),
      m_axis(new TimeAxis(this)),
      m_mode(new QLabel(this)),
      m_legend(new StateLegend(this)),
      m_stack(new ChartStack(this)),
      m_ruler(new TimeRuler(m_axis, this)),
      m_overview(new OverviewStrip(
          m_axis, [this] { return seriesOfOverview(); }, this)) {
    m_mode->setTextFormat(Qt::PlainText);
    m_mode->setContentsMargins(8, 1, 8, 1);
    m_mode->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_legend->hide();
    auto* header = new QHBoxLayout;
    header->setContentsMargins(4, 1, 6, 0);
    header->setSpacing(10);
    header->addWidget(m_mode);
    header->addStretch(1);
    header->addWidget(m_legend, 0, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_ruler);
    layout->addWidget(m_overview);
    makeActions();
    retranslate();
    connect(m_stack, &ChartStack::arranged, this, &ChartPage::rearranged);
    connect(m_axis, &TimeAxis::followingChanged, this, &ChartPage::showMode);
    connect(m_axis, &TimeAxis::viewChanged, this, &ChartPage::showMode);
    applyTheme();
}

// --- charts

void ChartPage::addChart(TimeChart* chart, int stretch) {
    m_stack->add(chart, stretch);
    connect(chart, &TimeChart::enlargeWanted, this, &ChartPage::enlarge);
    connect(chart, &TimeChart::removeWanted, this, &ChartPage::removeWanted);
    connect(chart, &TimeChart::settingsChanged, this, &ChartPage::settingsChanged);
    connect(chart, &TimeChart::contextMenuWanted, this, &ChartPage::showContextMenu);
    applyThemeTo(chart);
    alignPlots();
}

void ChartPage::takeOut(TimeChart* chart) {
    m_stack->remove(chart);
    disconnect(m_axis, nullptr, chart, nullptr);
    chart->deleteLater();  // it may be the one that asked for it
}

void ChartPage::removeChart(TimeChart* chart) {
    takeOut(chart);
    alignPlots();
}

const std::vector<TimeChart*>& ChartPage::charts() const { return m_stack->charts(); }

void ChartPage::setChartShown(TimeChart* chart, bool shown) { m_stack->setShown(chart, shown); }

void ChartPage::clear() {
    while (!charts().empty()) takeOut(charts().back());
    alignPlots();
}

// The first curve that is seen.
const TimeSeries* ChartPage::seriesOfOverview() const {
    for (const TimeChart* chart : charts()) {
        const auto* curves = qobject_cast<const CurveChart*>(chart);
        if (curves == nullptr || curves->isHidden()) continue;
        for (std::size_t i = 0; i < curves->curves().size(); ++i) {
            if (curves->isCurveVisible(i) && curves->curves()[i].hasData()) return curves->curves()[i].series;
        }
    }
    return nullptr;
}

// Room for a name and its value, at the cost of the plot where the page is narrow or the names are long: of what cannot
// be told from its neighbour a wider plot shows nothing more.
int ChartPage::columnWidth() const {
    const int em = QFontMetrics(chartLabelFont()).horizontalAdvance(QLatin1Char('0'));
    const int usual = std::clamp(width() * 24 / 100, 17 * em, 27 * em);
    int wanted = usual;
    for (const TimeChart* chart : charts()) {
        if (!chart->isHidden()) wanted = std::max(wanted, chart->valuesMargin());
    }
    return std::min(wanted, std::max(usual, width() * 34 / 100));
}

void ChartPage::alignPlots() {
    int margin = 0;
    bool lanes = false;
    for (TimeChart* chart : charts()) {
        margin = std::max(margin, chart->preferredLeftMargin());
        lanes = lanes || (!chart->isHidden() && qobject_cast<LaneChart*>(chart) != nullptr);
    }
    const auto isShown = [](const TimeChart* chart) { return !chart->isHidden() && chart->runsOverTime(); };
    const auto first = std::ranges::find_if(charts(), isShown);
    const int right = columnWidth();
    for (TimeChart* chart : charts()) {
        chart->setLeftMargin(margin);
        chart->setRightMargin(right);
        chart->setTimeLabelsVisible(false);
        chart->setEventLabelsVisible(first != charts().end() && chart == *first);
    }
    m_ruler->setMargins(margin, right + m_stack->gutterPx());
    m_overview->setMargins(margin, right + m_stack->gutterPx());
    m_stack->layOut();
    m_legend->setVisible(lanes);
}

void ChartPage::setEvents(const std::vector<ChartEvent>& events) {
    for (TimeChart* chart : charts()) chart->setEvents(events);
}

void ChartPage::setNow(Nanoseconds now) {
    m_axis->setNow(now);
    if (now >= m_legendDueNs || now < m_legendDueNs - kNsPerSecond) updateLegend(now);
}

void ChartPage::showDetail() {
    for (TimeChart* chart : charts()) {
        if (!chart->isHidden()) chart->showDetail();
    }
    m_overview->update();
    updateLegend(m_axis->now());
}

// The states a course names are always there; what only some lanes have comes with them.
void ChartPage::updateLegend(Nanoseconds now) {
    m_legendDueNs = now + kNsPerSecond;
    std::vector<ProcessState> states = m_legend->states();
    const std::size_t before = states.size();
    for (TimeChart* chart : charts()) {
        const auto* lanes = qobject_cast<LaneChart*>(chart);
        if (lanes == nullptr || lanes->isHidden()) continue;
        for (const ProcessState state : lanes->statesShown()) {
            if (std::ranges::find(states, state) == states.end()) states.push_back(state);
        }
    }
    if (states.size() != before) m_legend->setStates(std::move(states));
}

// --- theme and texts

const ChartTheme& ChartPage::theme() const { return m_theme ? *m_theme : ChartTheme::of(palette()); }

void ChartPage::setTheme(std::optional<ChartTheme> theme) {
    m_theme = theme;
    applyTheme();
}

void ChartPage::applyThemeTo(TimeChart* chart) {
    if (!(chart->theme() == theme())) chart->setTheme(theme());
}

void ChartPage::applyTheme() {
    for (TimeChart* chart : charts()) applyThemeTo(chart);
    m_legend->setTheme(theme());
    m_ruler->setTheme(theme());
    m_overview->setTheme(theme());
    showMode();
    update();
}

QString ChartPage::modeText() const {
    const QString span = withoutTrailingZeros(TimeAxis::formatSpan(m_axis->window()));
    if (m_axis->isLive())
        return m_axis->isFollowing() ? tr("Live: the last %1").arg(span) : tr("Frozen: press End to follow");
    if (!m_axis->isFollowing()) return tr("Frozen: press End to return");
    return m_axis->begin() <= m_axis->origin() ? tr("Finished: the whole run") : tr("Finished: the last %1").arg(span);
}

void ChartPage::showMode() {
    const bool following = m_axis->isFollowing();
    const QString whole = modeText();
    m_mode->setToolTip(following ? QString() : whole);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * kFrozenGrowth);
    m_mode->setFixedHeight(QFontMetrics(font).height() + 3);  // in either mode: no plot moves
    if (following) font = this->font();
    font.setWeight(following ? QFont::Normal : QFont::DemiBold);
    // Beside the legend in one line, so that no plot moves when it comes.
    const int room = width() - (m_legend->isHidden() ? 0 : m_legend->sizeHint().width()) - kAroundModePx;
    const bool fits = following || QFontMetrics(font).horizontalAdvance(whole) <= room;
    m_mode->setText(fits ? whole : tr("Frozen · End"));
    const QColor back = following ? QColor(Qt::transparent) : theme().banner;
    const QColor ink = following ? theme().mutedText : theme().bannerText;
    m_mode->setStyleSheet(
        QStringLiteral("QLabel { background: %1; color: %2; border-radius: 4px; font-size: %3pt; font-weight: %4; }")
            .arg(back.name(QColor::HexArgb), ink.name())
            .arg(font.pointSizeF())
            .arg(following ? 400 : 600));
    const QSignalBlocker quiet(m_actions.freeze);
    m_actions.freeze->setChecked(!following);
}

void ChartPage::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), theme().window);
}

void ChartPage::resizeEvent(QResizeEvent*) {
    alignPlots();
    showMode();
}

bool ChartPage::bannerVisible() const { return !m_axis->isFollowing() && !m_mode->isHidden(); }

void ChartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && !m_theme) applyTheme();
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showMode();
    }
    QWidget::changeEvent(event);
}

// --- actions

QAction* ChartPage::makeAction(const QList<QKeySequence>& keys, void (ChartPage::*slot)()) {
    auto* action = new QAction(this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void ChartPage::makeActions() {
    m_actions.freeze = makeAction({Qt::Key_Space}, &ChartPage::toggleFreeze);
    m_actions.freeze->setCheckable(true);
    m_actions.follow = makeAction({Qt::Key_End}, &ChartPage::follow);
    m_actions.fit = makeAction({Qt::Key_F}, &ChartPage::fit);
    m_actions.markerA = makeAction({Qt::Key_A}, &ChartPage::placeA);
    m_actions.markerB = makeAction({Qt::Key_B}, &ChartPage::placeB);
    m_actions.clearMarkers = makeAction({Qt::Key_Escape}, &ChartPage::clearMarkers);
    m_actions.panLeft = makeAction({Qt::Key_Left}, &ChartPage::panLeft);
    m_actions.panRight = makeAction({Qt::Key_Right}, &ChartPage::panRight);
    m_actions.zoomIn = makeAction({Qt::Key_Plus, Qt::Key_Equal}, &ChartPage::zoomIn);
    m_actions.zoomOut = makeAction({Qt::Key_Minus}, &ChartPage::zoomOut);
    m_actions.crosshairLeft = makeAction({Qt::SHIFT | Qt::Key_Left}, &ChartPage::crosshairLeft);
    m_actions.crosshairRight = makeAction({Qt::SHIFT | Qt::Key_Right}, &ChartPage::crosshairRight);
    m_actions.enlarge = makeAction({Qt::Key_M}, &ChartPage::enlargeSubject);
    m_actions.fold = makeAction({Qt::Key_C}, &ChartPage::foldSubject);
    m_actions.moveUp = makeAction({Qt::ALT | Qt::Key_Up}, &ChartPage::moveSubjectUp);
    m_actions.moveDown = makeAction({Qt::ALT | Qt::Key_Down}, &ChartPage::moveSubjectDown);
    m_actions.copy = makeAction({QKeySequence::Copy}, &ChartPage::copyPicture);
}

void ChartPage::describe(QAction* action, const QString& text, const QString& tip) {
    action->setText(text);
    action->setToolTip(tr("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
}

void ChartPage::retranslate() {
    setAccessibleName(tr("Charts on one time axis"));
    describe(m_actions.freeze, tr("Free&ze"), tr("Hold the picture still; data goes on being taken"));
    describe(m_actions.follow, tr("&Follow"), tr("Go back to the present and follow it"));
    describe(m_actions.fit, tr("Fit &whole run"), tr("Show the run from its start until now"));
    describe(m_actions.markerA, tr("Marker &A"), tr("Put marker A at the crosshair"));
    describe(m_actions.markerB, tr("Marker &B"), tr("Put marker B at the crosshair and compare with A"));
    describe(m_actions.clearMarkers, tr("&Clear markers"), tr("Take both markers away"));
    describe(m_actions.panLeft, tr("Pan &left"), tr("Move to earlier times"));
    describe(m_actions.panRight, tr("Pan &right"), tr("Move to later times"));
    describe(m_actions.zoomIn, tr("Zoom &in"), tr("Show less time in more detail"));
    describe(m_actions.zoomOut, tr("Zoom &out"), tr("Show more time"));
    describe(m_actions.crosshairLeft, tr("Crosshair left"), tr("Move the crosshair to earlier times"));
    describe(m_actions.crosshairRight, tr("Crosshair right"), tr("Move the crosshair to later times"));
    describe(m_actions.enlarge, tr("&Enlarge chart"), tr("Give one chart all the room, and back"));
    describe(m_actions.fold, tr("Fold &chart"), tr("Fold one chart to its title, and back"));
    describe(m_actions.moveUp, tr("Move chart &up"), tr("Move one chart above the one before it"));
    describe(m_actions.moveDown, tr("Move chart &down"), tr("Move one chart below the next one"));
    describe(m_actions.copy, tr("Co&py charts"), tr("Copy all charts as a picture"));
}

void ChartPage::showContextMenu(TimeChart* chart, const QPoint& globalPos) {
    chart->setFocus();  // what the menu does is done to it
    QMenu menu(this);
    chart->addActionsTo(menu);
    menu.addSeparator();
    for (QAction* action : {m_actions.freeze, m_actions.follow, m_actions.fit}) menu.addAction(action);
    menu.addSeparator();
    for (QAction* action : {m_actions.markerA, m_actions.markerB, m_actions.clearMarkers}) menu.addAction(action);
    menu.addSeparator();
    for (QAction* action : {m_actions.enlarge, m_actions.fold, m_actions.moveUp, m_actions.moveDown})
        menu.addAction(action);
    connect(menu.addAction(tr("Remove this chart")), &QAction::triggered, this,
            [this, chart] { emit removeWanted(chart); });
    menu.addSeparator();
    addCopyActions(menu.addMenu(tr("&Copy this chart")), [chart](PaintedPicture::CopyAs as, double scale) {
        (void)ChartPicture(*chart).copy({.scale = scale}, as);
    });
    addCopyActions(menu.addMenu(tr("Copy &all charts")), [this](PaintedPicture::CopyAs as, double scale) {
        (void)ChartPicture(*this).copy({.scale = scale}, as);
    });
    connect(menu.addAction(tr("&Export this chart…")), &QAction::triggered, this,
            [this, chart] { emit exportWanted(chart); });
    // Whoever has a page about the chart names it, and takes links of "guide:" from the desktop's services.
    if (const QString place = chart->property("guide").toString(); !place.isEmpty()) {
        menu.addSeparator();
        connect(menu.addAction(tr("&About this chart")), &QAction::triggered, this,
                [place] { QDesktopServices::openUrl(QUrl(QStringLiteral("guide:") + place)); });
    }
    menu.exec(globalPos);
}

void ChartPage::toggleFreeze() { m_axis->setFollowing(!m_axis->isFollowing()); }
void ChartPage::follow() { m_axis->setFollowing(true); }
void ChartPage::fit() { m_axis->fit(); }
void ChartPage::placeA() { m_axis->placeMarker(Marker::A); }
void ChartPage::placeB() { m_axis->placeMarker(Marker::B); }
void ChartPage::clearMarkers() { m_axis->clearMarkers(); }
void ChartPage::panLeft() { m_axis->pan(-m_axis->window() / 10); }
void ChartPage::panRight() { m_axis->pan(m_axis->window() / 10); }
void ChartPage::zoomIn() { m_axis->zoom(0.5); }
void ChartPage::zoomOut() { m_axis->zoom(2.0); }
void ChartPage::crosshairLeft() { moveCrosshair(-4); }
void ChartPage::crosshairRight() { moveCrosshair(4); }

// By pixels of a chart a thousand wide; begins in the middle of what is seen.
void ChartPage::moveCrosshair(int columns) {
    const Nanoseconds begin = m_axis->begin(), window = m_axis->window();
    const Nanoseconds from = m_axis->crosshair().value_or(begin + window / 2);
    m_axis->setCrosshair(std::clamp(from + columns * (window / 1000), begin, begin + window - 1));
}

// The chart with the focus, else the one under the mouse, else the first.
TimeChart* ChartPage::subject() const {
    const std::vector<TimeChart*> shown = m_stack->shownCharts();
    if (m_stack->enlarged() != nullptr) return m_stack->enlarged();
    for (const auto is : {&QWidget::hasFocus, &QWidget::underMouse}) {
        const auto found = std::ranges::find_if(shown, [is](const TimeChart* chart) { return (chart->*is)(); });
        if (found != shown.end()) return *found;
    }
    return shown.empty() ? nullptr : shown.front();
}

void ChartPage::enlarge(TimeChart* chart) { m_stack->setEnlarged(m_stack->enlarged() == chart ? nullptr : chart); }

void ChartPage::enlargeSubject() {
    if (TimeChart* chart = subject()) enlarge(chart);
}

void ChartPage::foldSubject() {
    TimeChart* chart = subject();
    if (chart != nullptr && m_stack->enlarged() == nullptr) chart->setFolded(!chart->isFolded());
}

void ChartPage::moveSubjectUp() {
    if (TimeChart* chart = subject()) m_stack->moveBy(chart, -1);
}

void ChartPage::moveSubjectDown() {
    if (TimeChart* chart = subject()) m_stack->moveBy(chart, 1);
}

void ChartPage::rearranged() {
    for (TimeChart* chart : charts()) chart->handles()->setEnlarged(chart == m_stack->enlarged());
    alignPlots();
}

void ChartPage::copyPicture() {
    if (!charts().empty()) (void)ChartPicture(*this).copy({}, PaintedPicture::CopyAs::Pixels);
}

}  // namespace ipclab
