// What somebody made of a chart of curves: its menu, and what a document remembers of it.
#include <QAction>
#include <QActionGroup>
#include <QJsonArray>
#include <QMenu>
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/curve_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kNumberedCurves = 9;  // 1 to 9
constexpr std::array<Nanoseconds, 4> kCountedOver{0, kNsPerSecond / 10, kNsPerSecond, 10 * kNsPerSecond};
constexpr double kNsPerMs = 1e6;

bool isRate(const Curve& curve) { return curve.unit.endsWith(QLatin1String("/s")); }

QJsonArray jsonOf(const Scale& scale) { return {scale.low, scale.high}; }

// Nothing where it is no range that a chart could have.
std::optional<std::pair<double, double>> rangeOf(const QJsonValue& value, bool logarithmic) {
    const QJsonArray range = value.toArray();
    if (range.size() != 2 || !range[0].isDouble() || !range[1].isDouble()) return std::nullopt;
    const double low = range[0].toDouble(), high = range[1].toDouble();
    const bool sound = std::isfinite(low) && std::isfinite(high) && high > low && (!logarithmic || low > 0);
    return sound ? std::optional(std::pair(low, high)) : std::nullopt;
}

QString spanText(Nanoseconds length) { return withoutTrailingZeros(TimeAxis::formatSpan(length)); }

}  // namespace

// --- rates over a longer time

bool CurveChart::showsRates() const { return std::ranges::any_of(m_curves, isRate); }

void CurveChart::setCountedOver(Nanoseconds over) {
    if (over == m_countedOver) return;
    m_countedOver = over;
    makeMeans();
    rescale();
    emit settingsChanged();
}

void CurveChart::makeMeans() {
    m_means.clear();
    m_means.resize(m_curves.size());
    for (std::size_t i = 0; i < m_curves.size() && m_countedOver > 0; ++i) {
        if (m_curves[i].series == nullptr || !isRate(m_curves[i])) continue;
        m_means[i] = std::make_unique<AveragedSeries>(*m_curves[i].series, m_countedOver);
    }
    growMeans();
    m_reducer.reset(m_curves.size());
}

void CurveChart::growMeans() {
    for (const auto& means : m_means) {
        if (means != nullptr) means->grow();
    }
}

Curve CurveChart::drawn(std::size_t index) const {
    Curve curve = m_curves[index];
    if (m_means[index] != nullptr && !m_curves[index].series->isAway()) curve.series = &m_means[index]->means();
    return curve;
}

QString CurveChart::overText() const {
    const bool away = std::ranges::any_of(
        m_curves, [](const Curve& curve) { return isRate(curve) && curve.series != nullptr && curve.series->isAway(); });
    return m_countedOver > 0 && showsRates() && !away ? tr("mean of each %1").arg(spanText(m_countedOver)) : QString();
}

// --- menu

void CurveChart::addActionsTo(QMenu& menu) {
    const auto add = [&](QMenu& to, const QString& text, bool on, auto slot) {
        auto* action = to.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, slot);
        return action;
    };
    add(menu, tr("&Logarithmic axis"), isLogarithmic(), &CurveChart::setLogarithmic);
    add(menu, tr("&Scale without short peaks"), m_cutsPeaks, &CurveChart::setPeaksCut);
    addDrainActionTo(menu);
    if (showsRates()) {
        QMenu* over = menu.addMenu(tr("&Rates counted over"));
        auto* group = new QActionGroup(over);
        for (const Nanoseconds length : kCountedOver) {
            const QString text = length == 0 ? tr("as they were measured") : spanText(length);
            group->addAction(add(*over, text, length == m_countedOver, [this, length](bool on) {
                if (on) setCountedOver(length);
            }));
        }
    }
    menu.addSeparator();
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        QString text = m_curves[i].name;
        if (i < kNumberedCurves) text += QLatin1Char('\t') + QString::number(i + 1);
        add(menu, text, !m_hidden[i], [this, i](bool on) { setCurveVisible(i, on); });
    }
}

// --- what is remembered

void CurveChart::setUsualScale(bool logarithmic, bool peaksCut) {
    m_usuallyLogarithmic = logarithmic;
    m_usuallyCutsPeaks = peaksCut;
    setLogarithmic(logarithmic);
    setPeaksCut(peaksCut);
}

QJsonObject CurveChart::settings() const {
    QJsonObject settings = TimeChart::settings();
    if (isLogarithmic() != m_usuallyLogarithmic) settings[QStringLiteral("logarithmic")] = isLogarithmic();
    if (m_cutsPeaks != m_usuallyCutsPeaks) settings[QStringLiteral("peaks_cut")] = m_cutsPeaks;
    if (m_countedOver > 0) settings[QStringLiteral("counted_over_ms")] = static_cast<double>(m_countedOver) / kNsPerMs;
    if (!m_hiddenNames.isEmpty()) settings[QStringLiteral("hidden")] = QJsonArray::fromStringList(m_hiddenNames);
    if (m_scale.isFixed()) settings[QStringLiteral("zoom")] = jsonOf(yScale());
    if (m_second.isFixed()) settings[QStringLiteral("second_zoom")] = jsonOf(secondScale());
    return settings;
}

void CurveChart::setSettings(const QJsonObject& settings) {
    TimeChart::setSettings(settings);
    setLogarithmic(settings[QStringLiteral("logarithmic")].toBool(m_usuallyLogarithmic));
    setPeaksCut(settings[QStringLiteral("peaks_cut")].toBool(m_usuallyCutsPeaks));
    const double overNs = settings[QStringLiteral("counted_over_ms")].toDouble() * kNsPerMs;
    const auto over = std::ranges::find_if(
        kCountedOver, [&](Nanoseconds length) { return std::abs(static_cast<double>(length) - overNs) < 1; });
    setCountedOver(over == kCountedOver.end() ? 0 : *over);
    m_hiddenNames.clear();
    for (const QJsonValue& name : settings[QStringLiteral("hidden")].toArray()) m_hiddenNames << name.toString();
    for (std::size_t i = 0; i < m_curves.size(); ++i) m_hidden[i] = m_hiddenNames.contains(m_curves[i].name);
    m_scale.setFixed(rangeOf(settings[QStringLiteral("zoom")], isLogarithmic()));
    m_second.setFixed(rangeOf(settings[QStringLiteral("second_zoom")], isLogarithmic()));
    rescale();
}

}  // namespace ipclab
