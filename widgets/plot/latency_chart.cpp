#include "plot/latency_chart.h"

#include <QAction>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>
#include <array>

#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kDigitKeys = 9;
constexpr int kDigits = 2;  // what a bin tells of a percentile

QString countOfText(std::uint64_t count) { return formatBare(static_cast<double>(count), QString()); }

void addTo(LatencyCounts& sum, const LatencyCounts& more) {
    for (std::size_t bin = 0; bin < sum.size(); ++bin) sum[bin] += more[bin];
}

}  // namespace

LatencyChart::LatencyChart(TimeAxis* axis, QWidget* parent) : TimeChart(axis, parent) {}

void LatencyChart::setSources(std::vector<LatencySource> sources) {
    std::vector<bool> hidden(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) hidden[i] = m_hiddenNames.contains(sources[i].name);
    m_sources = std::move(sources);
    m_hidden = std::move(hidden);
    updateGeometry();
    sourcesChanged();
}

void LatencyChart::setSourceVisible(std::size_t index, bool visible) {
    if (m_hidden[index] == !visible) return;
    m_hidden[index] = !visible;
    m_hiddenNames.removeAll(m_sources[index].name);
    if (!visible) m_hiddenNames << m_sources[index].name;
    sourcesChanged();
    emit settingsChanged();
    emit sourceToggled(static_cast<int>(index), visible);
}

void LatencyChart::setQuantity(const QString& quantity) {
    m_quantity = quantity;
    repaintAll();
}

void LatencyChart::copyTo(LatencyChart& other) const {
    TimeChart::copyTo(other);
    other.m_quantity = m_quantity;
    other.m_hiddenNames = m_hiddenNames;
    other.setSources(m_sources);
}

QJsonObject LatencyChart::settings() const {
    QJsonObject settings = TimeChart::settings();
    if (!m_hiddenNames.isEmpty()) settings[QStringLiteral("hidden")] = QJsonArray::fromStringList(m_hiddenNames);
    return settings;
}

void LatencyChart::setSettings(const QJsonObject& settings) {
    TimeChart::setSettings(settings);
    m_hiddenNames.clear();
    for (const QJsonValue& name : settings[QStringLiteral("hidden")].toArray()) m_hiddenNames << name.toString();
    for (std::size_t i = 0; i < m_sources.size(); ++i) m_hidden[i] = m_hiddenNames.contains(m_sources[i].name);
    sourcesChanged();
}

void LatencyChart::rowClicked(int row) {
    const auto index = static_cast<std::size_t>(row);
    if (m_sources.size() > 1 && index < m_sources.size()) setSourceVisible(index, m_hidden[index]);
}

void LatencyChart::keyPressEvent(QKeyEvent* event) {
    const int index = event->key() - Qt::Key_1;
    const int count = m_sources.size() > 1 ? std::min(static_cast<int>(m_sources.size()), kDigitKeys) : 0;
    if (event->modifiers() != Qt::NoModifier || index < 0 || index >= count) return TimeChart::keyPressEvent(event);
    rowClicked(index);
}

void LatencyChart::addActionsTo(QMenu& menu) {
    for (std::size_t i = 0; i < m_sources.size() && m_sources.size() > 1; ++i) {
        QString text = m_sources[i].name;
        if (i < kDigitKeys) text += QLatin1Char('\t') + QString::number(i + 1);
        auto* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(!m_hidden[i]);
        connect(action, &QAction::toggled, this, [this, i](bool on) { setSourceVisible(i, on); });
    }
}

int LatencyChart::preferredLeftMargin() const {
    return std::max(QFontMetrics(chartLabelFont()).horizontalAdvance(QStringLiteral("−0.00 MiB/s")) + 10, 72);
}

bool LatencyChart::isEmpty() const {
    return std::ranges::none_of(m_sources,
                                [](const LatencySource& it) { return it.history != nullptr && !it.history->empty(); });
}

std::vector<const LatencyHistory*> LatencyChart::shownHistories() const {
    std::vector<const LatencyHistory*> histories;
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (!m_hidden[i] && m_sources[i].history != nullptr) histories.push_back(m_sources[i].history);
    }
    return histories;
}

std::size_t LatencyChart::appended() const {
    std::size_t all = 0;
    for (const LatencySource& it : m_sources)
        all += it.history != nullptr ? it.history->endIndex() + it.history->revision() : 0;
    return all;
}

QString LatencyChart::aboutText(double nanoseconds) {
    if (nanoseconds <= 0) return formatBare(std::numeric_limits<double>::quiet_NaN(), kUnit);
    return QStringLiteral("≈ ") + formatBare(nanoseconds, kUnit, kDigits);
}

QString LatencyChart::rangeText(std::size_t firstBin, std::size_t bins) {
    const double low = latency_bins::lowerEdgeNs(firstBin), high = latency_bins::lowerEdgeNs(firstBin + bins);
    const UnitScale scale = scaleFor(high, kUnit);
    const auto number = [&](double value) {
        const double shown = value * scale.factor;
        return plainNumber(shown, shown < 10 ? 2 : shown < 100 ? 1 : 0);
    };
    return QStringLiteral("%1–%2%3").arg(number(low), number(high), scale.suffix);
}

std::vector<ValueRow> LatencyChart::rowsOf(const std::vector<LatencyCounts>& counts, bool withColors) const {
    std::vector<ValueRow> rows;
    LatencyCounts shown{};
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        ValueRow row{.name = m_sources.size() > 1 ? m_sources[i].name : tr("messages")};
        row.hidden = m_hidden[i];
        if (withColors) row.color = colorOf(i);
        if (!row.hidden) {
            row.value = countOfText(countOf(counts[i]));
            addTo(shown, counts[i]);
        }
        rows.push_back(std::move(row));
    }
    for (const auto& [name, share] : {std::pair("p50", 0.5), std::pair("p99", 0.99)})
        rows.push_back({.name = QLatin1String(name), .value = aboutText(quantileNs(shown, share))});
    return rows;
}

ReadoutTable LatencyChart::statisticsBetween(Nanoseconds a, Nanoseconds b) const {
    ReadoutTable table{
        {tr("messages"), QStringLiteral("p50"), QStringLiteral("p90"), QStringLiteral("p99"), QStringLiteral("p99.9")},
        {}};
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (m_hidden[i] || m_sources[i].history == nullptr) continue;
        const LatencyCounts counts = m_sources[i].history->between(a, b);
        ReadoutRow row{QColor(), m_sources.size() > 1 ? m_sources[i].name : title(), {countOfText(countOf(counts))}};
        for (const double share : {0.5, 0.9, 0.99, 0.999}) row.values << aboutText(quantileNs(counts, share));
        table.rows.push_back(row);
    }
    return table;
}

}  // namespace ipclab
