#include "states/schedule_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"
#include "plot/units.h"
#include "states/measures.h"

namespace ipclab {
namespace {

constexpr double kColumnGap = 12;
constexpr double kShareTextPx = 58, kLeastHistogramPx = 90;  // with less its labels lie on one another
constexpr double kHeadHeight = 24, kRowHeight = 40;
// The bins that are drawn: 1 µs to 1 s and more.
constexpr std::size_t kFirstBin = 1;
const std::size_t kLastBin = SliceHistogram::binOf(2 * kNsPerSecond);

}  // namespace

ScheduleView::ScheduleView(const RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_sums(source) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        m_rows.clear();
        m_order.clear();
    });
    connect(&source, &RunSource::viewChanged, this, &ScheduleView::reset);
    connect(&source, &RunSource::momentChanged, this, &ScheduleView::reset);
    connect(&source, &RunSource::figuresDue, this, &ScheduleView::refresh);
    connect(&source, &RunSource::statesSummed, this, &ScheduleView::refresh);
    reset();
}

void ScheduleView::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void ScheduleView::setSelection(const Selection& selection) {
    m_selection = selection;
    update();
}

void ScheduleView::setStretch(const std::optional<ShownSums::Stretch>& stretch) {
    if (m_sums.setStretch(stretch)) refresh();
}

void ScheduleView::retranslate() { refresh(); }

void ScheduleView::reset() {
    m_rows.clear();
    const auto count = static_cast<std::uint32_t>(m_source.view().processes.size());
    for (std::uint32_t i = 0; i < count; ++i) m_rows.push_back({.process = i});
    m_sums.reset();
    m_sortedBy.reset();
    arrange();
    refresh();
}

int ScheduleView::heightOfRows() const {
    const auto rows = static_cast<double>(m_order.size());
    return static_cast<int>(kHeadHeight + rows * kRowHeight + 2 * kViewMargin);
}

bool ScheduleView::isKnown() const {
    const RunData& run = m_source.view();
    return run.startNs != 0 && run.observer.level == ObserveLevel::Exact;
}

// What is not kept over time is told of the whole run alone.
void ScheduleView::fill(Row& row) const {
    const ProcessData& process = m_source.view().processes[row.process];
    const std::optional<StretchSums>& sums = m_sums.of(row.process);
    const bool whole = !m_sums.stretch();
    row.counted = sums.has_value();
    row.readyS = process.readyS;
    row.switchNs = whole ? SwitchingTotals{process.switchesTo, process.switchingS}.meanNs() : 0;
    if (!sums) return;
    const auto seconds = [&](ProcessState state) { return toSeconds(sums->times[static_cast<std::size_t>(state)]); };
    row.slices = sums->slices;
    row.share = seconds(ProcessState::Running) / m_sums.seconds();
    if (!whole) row.readyS = seconds(ProcessState::Ready) + seconds(ProcessState::ReadyEstimated);
    const TransitionCounts arcs = sums->transitions.value_or(TransitionCounts());
    const bool accounted = whole && process.endedNs != 0 && process.switchesKnown;
    row.voluntary = accounted ? process.voluntarySwitches : arcs[Transition::Wait];
    row.involuntary = accounted ? process.involuntarySwitches : arcs[Transition::Interrupt];
}

void ScheduleView::refresh() {
    if (m_shown && isKnown()) {
        m_sums.refresh();
        for (Row& row : m_rows) fill(row);
    }
    describe();
    update();
}

QString ScheduleView::unknownText() const {
    return m_source.view().startNs == 0
               ? tr("During a run: how long each process runs at a time, and what the scheduler does to it.")
               : tr("How long each ran at a time takes the kernel's switch records (observe: exact).");
}

void ScheduleView::describe() {
    if (!isKnown()) return setAccessibleDescription(unknownText());
    QStringList lines;
    for (const Row& row : m_rows) {
        lines << tr("%1: running %2 % of the time, ready %3 s, forced off %4 times")
                     .arg(QString::fromStdString(m_source.view().processes[row.process].name), percentText(row.share),
                          secondsText(row.readyS), countText(row.involuntary));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

ScheduleView::Columns ScheduleView::columns() const {
    const QFontMetricsF metrics(font());
    double widest = 72;
    for (const ProcessData& process : m_source.view().processes)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(process.name)) + 12);
    const double figure = metrics.horizontalAdvance(QStringLiteral("000.0 ms")) + 10;
    Columns at{};
    at.name = kViewMargin;
    at.share = at.name + std::min(widest, 170.0);
    at.histogram = at.share + 116;
    at.right = width() - kViewMargin;
    at.switching = at.right - figure;
    at.voluntary = at.switching - figure;
    at.forced = at.voluntary - figure;
    at.ready = at.forced - figure;
    at.longest = at.ready - figure;
    at.median = at.longest - figure;
    if (at.median - at.histogram < kLeastHistogramPx) at.histogram = std::max(at.median, at.share + kShareTextPx);
    return at;
}

QRectF ScheduleView::rowRect(std::size_t row) const {
    const auto place = std::ranges::find(m_order, row);
    if (place == m_order.end()) return {};
    const auto above = static_cast<double>(place - m_order.begin());
    return {0, kHeadHeight + above * kRowHeight, static_cast<double>(width()), kRowHeight};
}

void ScheduleView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isKnown()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, unknownText());
        return;
    }
    const Columns at = columns();
    paintHead(painter, at);
    for (const std::size_t row : m_order) paintRow(painter, at, row);
    if (!m_order.empty() || m_rows.empty()) return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(16, static_cast<int>(kHeadHeight), -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No process has these words. Clear the filter to see all of them."));
}

void ScheduleView::paintHead(QPainter& painter, const Columns& at) const {
    painter.setFont(chartLabelFont());
    painter.setPen(ChartTheme::of(palette()).mutedText);
    const auto put = [&](double left, double right, Qt::Alignment alignment, const QString& text) {
        painter.drawText(QRectF(left, 0, right - left, kHeadHeight), static_cast<int>(alignment | Qt::AlignVCenter),
                         text);
    };
    put(at.name, at.share, Qt::AlignLeft, titleOf(Column::Name));
    put(at.share, at.histogram, Qt::AlignLeft, titleOf(Column::Share));
    if (at.histogram < at.median) put(at.histogram, at.median, Qt::AlignLeft, titleOf(Column::Histogram));
    put(at.median, at.longest, Qt::AlignRight, titleOf(Column::Median));
    put(at.longest, at.ready, Qt::AlignRight, titleOf(Column::Longest));
    put(at.ready, at.forced, Qt::AlignRight, titleOf(Column::Ready));
    put(at.forced, at.voluntary, Qt::AlignRight, titleOf(Column::Forced));
    put(at.voluntary, at.switching, Qt::AlignRight, titleOf(Column::Voluntary));
    put(at.switching, at.right, Qt::AlignRight, titleOf(Column::Switching));
    painter.setFont(font());
}

void ScheduleView::paintRow(QPainter& painter, const Columns& at, std::size_t index) const {
    const Row& row = m_rows[index];
    const ProcessData& process = m_source.view().processes[row.process];
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF area = rowRect(index);
    const bool chosen = m_selection == m_source.partAt(Selection::Kind::Process, row.process);
    if (chosen) {
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.16F);
        painter.fillRect(area, ground);
    }
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(kViewMargin, area.top() + 0.5), QPointF(width() - kViewMargin, area.top() + 0.5));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF name(at.name, area.top(), at.share - at.name - 8, kRowHeight);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(QString::fromStdString(process.name), Qt::ElideMiddle,
                                                      static_cast<int>(name.width())));
    const QRectF bar(at.share, area.center().y() - 8, at.histogram - at.share - kShareTextPx, 16);
    painter.fillRect(bar, theme.plot);
    StatePalette::paint(painter, QRectF(bar.left(), bar.top(), bar.width() * std::clamp(row.share, 0.0, 1.0), 16),
                        ProcessState::Running, theme.dark);
    painter.setPen(QPen(theme.frame, 1));
    painter.drawRect(bar);
    painter.setPen(palette().color(QPalette::WindowText));
    const auto put = [&](double left, double right, const QString& text) {
        painter.drawText(QRectF(left, area.top(), right - left, kRowHeight), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    put(at.ready, at.forced, formatQuantity(row.readyS, QStringLiteral("s")));
    if (!row.counted) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const double left = at.histogram < at.median ? at.histogram : bar.left() + 4;
        painter.drawText(QRectF(left, area.top(), at.median - left, kRowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("being counted…"));
        return;
    }
    put(bar.right(), at.histogram - kColumnGap, percentText(row.share) + QStringLiteral(" %"));
    if (const double room = at.median - at.histogram - kColumnGap; room > 0)
        paintHistogram(painter, QRectF(at.histogram, area.top() + 5, room, kRowHeight - 8), row.slices);
    put(at.median, at.longest, durationText(row.slices.quantile(0.5)));
    put(at.longest, at.ready, durationText(row.slices.longest()));
    put(at.forced, at.voluntary, countText(row.involuntary));
    put(at.voluntary, at.switching, countText(row.voluntary));
    put(at.switching, at.right, row.switchNs > 0 ? durationText(static_cast<Nanoseconds>(row.switchNs)) : noFigure());
}

// From 1 µs on the left to seconds on the right; heights are shares of all slices.
void ScheduleView::paintHistogram(QPainter& painter, const QRectF& area, const SliceHistogram& slices) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    painter.save();
    const QRectF plot = area.adjusted(0, 0, 0, -10);
    painter.fillRect(plot, theme.plot);
    const auto bins = static_cast<double>(kLastBin - kFirstBin + 1);
    const double step = plot.width() / bins;
    const auto left = [&](std::size_t bin) { return plot.left() + static_cast<double>(bin - kFirstBin) * step; };
    QFont tiny = chartLabelFont();
    tiny.setPixelSize(9);
    painter.setFont(tiny);
    for (const auto& [ns, text] :
         {std::pair<Nanoseconds, const char*>{1'000, "1 µs"}, {1'000'000, "1 ms"}, {kNsPerSecond, "1 s"}}) {
        const double x = left(SliceHistogram::binOf(ns + ns / 1000));
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(x, plot.bottom(), 40, 11), Qt::AlignLeft | Qt::AlignVCenter, QString::fromUtf8(text));
    }
    const auto& counts = slices.bins();
    const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
    const QColor fill = StatePalette::style(ProcessState::Running, theme.dark).fill;
    for (std::size_t bin = 0; bin < counts.size() && most > 0; ++bin) {
        if (counts[bin] == 0) continue;
        const std::size_t shown = std::clamp(bin, kFirstBin, kLastBin);
        const double height =
            std::max(plot.height() * static_cast<double>(counts[bin]) / static_cast<double>(most), 1.5);
        painter.fillRect(QRectF(left(shown), plot.bottom() - height, std::max(step - 1, 1.0), height), fill);
    }
    painter.setPen(QPen(theme.frame, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.restore();
}

void ScheduleView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    if (const auto column = columnAt(event->position().x()); column && event->position().y() < kHeadHeight && isKnown())
        return sortBy(*column);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (rowRect(i).contains(event->position()))
            emit selectionChosen(m_source.partAt(Selection::Kind::Process, m_rows[i].process));
    }
}

bool ScheduleView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_rows.size() && isKnown(); ++i) {
        if (!rowRect(i).contains(help->pos())) continue;
        const SliceHistogram& slices = m_rows[i].slices;
        QString tip =
            tr("It was given a processor %1 times. Half of the times it ran no longer than %2, nine of ten no "
               "longer than %3, at most %4. From switch records.")
                .arg(countText(slices.count()), durationText(slices.quantile(0.5)), durationText(slices.quantile(0.9)),
                     durationText(slices.longest()));
        const ProcessData& process = m_source.view().processes[m_rows[i].process];
        if (m_sums.stretch()) {
            tip += QLatin1Char('\n') + tr("Between the markers A and B. What a switch took is kept as a sum since the "
                                          "start and not told of a stretch.");
        } else if (process.switchesTo > 0) {
            tip += QLatin1Char('\n') +
                   tr("It followed another one directly %1 times: %2 in all from the moment that one had left, %3 a "
                      "switch.")
                       .arg(countText(process.switchesTo), formatQuantity(process.switchingS, QStringLiteral("s")),
                            durationText(static_cast<Nanoseconds>(m_rows[i].switchNs)));
        }
        if (slices.missing() > 0)
            tip += QLatin1Char('\n') + tr("%1 older intervals are not counted.").arg(slices.missing());
        QToolTip::showText(help->globalPos(), plainTip(tip), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}  // namespace ipclab
