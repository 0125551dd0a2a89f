// How each kind of prediction is painted beside what was measured.
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "bridge/words.h"
#include "lab_views/prediction_ink.h"
#include "plot/scale.h"
#include "plot/static_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kRowPx = 22, kEdgePx = 8;
constexpr double kBarPx = 9, kGapPx = 6, kRankPx = 64;
constexpr double kBeside = 0.05;
constexpr int kMostSteps = 5;
constexpr double kLabelGapPx = 10;    // with less the axis makes "..." of them
constexpr std::size_t kMostRows = 8;  // of runs; more lie on one another

// Labels and a title below a plot: with less the axis makes "..." of them.
double axisPx(bool hasTitle = true) {
    return (hasTitle ? 2 : 1) * QFontMetricsF(chartLabelFont()).height() + (hasTitle ? 32 : 16);
}

// Four digits, and of large numbers all: nobody counts in powers of ten.
QString shortNumber(double value) { return plainDigits(value, 4); }

double wrappedHeight(const QString& text, double width) {
    const QFontMetricsF metrics(chartLabelFont());
    return std::ceil(metrics.boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height());
}

double labelPx(const QString& label) { return QFontMetricsF(chartLabelFont()).horizontalAdvance(label); }

std::vector<Tick> plainTicks(const Scale& scale, bool whole, int most = kMostSteps) {
    if (whole) most = std::min(most, static_cast<int>(std::min(scale.high - scale.low, 1e6)));
    std::vector<Tick> ticks = linearTicks(scale.low, scale.high, std::max(most, 1), QString());
    for (Tick& tick : ticks) tick.label = shortNumber(tick.value);
    return ticks;
}

// Is it counted? Whole is what may be entered, and what was entered and measured.
bool isWhole(const LabPrediction& prediction, const LabAnswer& answer, const std::vector<LabAnswer>& trials) {
    const auto whole = [](double value) { return value == std::round(value); };
    return whole(prediction.low) && whole(prediction.high) && std::ranges::all_of(answer, whole) &&
           std::ranges::all_of(trials, [&](const LabAnswer& trial) { return std::ranges::all_of(trial, whole); });
}

}  // namespace

std::vector<Tick> ticksWithRoom(const Scale& scale, double lengthPx, bool whole) {
    for (int most = kMostSteps; most > 1; --most) {
        std::vector<Tick> ticks = plainTicks(scale, whole, most);
        const auto isTight = [&](const Tick& a, const Tick& b) {
            const double between = (scale.share(b.value) - scale.share(a.value)) * lengthPx;
            return between < std::max(labelPx(a.label), labelPx(b.label)) + kLabelGapPx;
        };
        // Qt Charts gives each an equal part of the axis, however they stand.
        const double part = lengthPx / static_cast<double>(ticks.size());
        const bool hasRoom = std::ranges::all_of(ticks, [&](const Tick& it) { return labelPx(it.label) < part; });
        if (hasRoom && std::ranges::adjacent_find(ticks, isTight) == ticks.end()) return ticks;
    }
    std::vector<Tick> ticks = plainTicks(scale, whole, 1);
    if (ticks.size() > 2) ticks = {ticks.front(), ticks.back()};
    return ticks;
}

std::vector<std::size_t> labelsWithRoom(const std::vector<double>& middles, const std::vector<double>& widths) {
    std::vector<std::size_t> kept;
    const auto fits = [&](std::size_t left, std::size_t right) {
        return middles[right] - middles[left] >= (widths[left] + widths[right]) / 2 + kLabelGapPx;
    };
    const std::size_t last = middles.size() - 1;
    for (std::size_t i = 0; i < last; ++i)
        if (i == 0 || (fits(kept.back(), i) && fits(i, last))) kept.push_back(i);
    if (last > 0) kept.push_back(last);
    return kept;
}

// Where all are the same, from nothing up to it; of nothing alone, up to one.
Scale scaleAround(double low, double high, bool whole) {
    if (low == high) {
        low = std::min(low, 0.0);
        high = low == 0 && high == 0 ? 1 : std::max(high, 0.0);
    }
    const double beside = (high - low) * kBeside;  // nothing lies on the frame
    if (low >= 0 && low < high * 0.95) low = 0;
    high += beside;
    if (low != 0) low -= beside;
    const double step = niceStep(std::max({(high - low) / kMostSteps, std::abs(high) * 1e-6, whole ? 1 : 1e-9}));
    low = std::floor(low / step) * step;
    high = std::ceil(high / step) * step;
    return {low, high > low ? high : low + step, false};
}

// A row for the guess and one for each run, on one axis.
double PredictionChart::number(Ink* ink, double top, int width) const {
    const std::size_t runs = std::clamp<std::size_t>(m_verdict.trials.size(), 1, kMostRows);
    const double rows = static_cast<double>(runs) + (m_answer.empty() ? 0 : 1);
    const QString unit = Words::local(m_prediction.unit);
    const double height = rows * kRowPx + axisPx(!unit.isEmpty()) + kEdgePx;
    if (ink == nullptr) return top + height;
    const double truth = m_verdict.truth.front(), room = roomOf(m_prediction, truth);
    double low = truth < 0 ? truth - room : std::max(truth - room, 0.0), high = truth + room;
    const auto include = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const LabAnswer& trial : m_verdict.trials) include(trial.empty() ? truth : trial.front());
    if (!m_answer.empty()) include(m_answer.front());
    QStringList names;
    if (!m_answer.empty()) names << tr("predicted");
    for (std::size_t run = 0; run < runs; ++run) names << (runs > 1 ? tr("run %1").arg(run + 1) : truthName());
    double nameWidth = 0;
    for (const QString& name : names)
        nameWidth = std::max(nameWidth, QFontMetricsF(chartLabelFont()).horizontalAdvance(name));
    const bool whole = isWhole(m_prediction, m_answer, m_verdict.trials);
    const Scale scale = scaleAround(low, high, whole);
    const double beside =
        std::max(2 * kEdgePx, labelPx(shortNumber(scale.high)) / 2 + 4);  // the last stands half there
    const QRectF plot(nameWidth + 12, kEdgePx, width - nameWidth - 12 - beside, rows * kRowPx);
    StaticChart chart(QSizeF(width, height), plot, ink->theme);
    chart.setNamedRows(names, scale, ticksWithRoom(scale, plot.width(), whole), unit);
    ink->painter.setBrush(Qt::NoBrush);  // lines that are dashed would be filled with it
    chart.paint(ink->painter, {0, top});
    ink->painter.save();
    ink->painter.translate(0, top);
    const double from = std::max(chart.at(truth - room, 0).x(), plot.left()), to = chart.at(truth + room, 0).x();
    if (room > 0) ink->painter.fillRect(QRectF(QPointF(from, plot.top()), QPointF(to, plot.bottom())), ink->room());
    const double first = m_answer.empty() ? 0 : 1;
    const auto valueText = [&](const QPointF& at, double value) {
        const bool isRight = at.x() > plot.center().x();
        const QRectF in(isRight ? at.x() - 9 - plot.width() : at.x() + 9, at.y() - kRowPx / 2, plot.width(), kRowPx);
        ink->text(in, (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shortNumber(value),
                  ink->theme.text);
    };
    for (std::size_t run = 0; run < m_verdict.trials.size(); ++run) {
        const LabAnswer& trial = m_verdict.trials[run];
        if (trial.empty()) continue;
        const QPointF at = chart.at(trial.front(), first + static_cast<double>(std::min(run, runs - 1)));
        ink->dot(at);
        if (run < kMostRows) valueText(at, trial.front());
    }
    if (m_verdict.trials.empty()) ink->dot(chart.at(truth, first));
    if (!m_answer.empty()) {
        const QPointF at = chart.at(m_answer.front(), 0);
        ink->painter.setPen(QPen(ink->predicted(), 1.5, Qt::DashLine));
        ink->painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
        ink->guess(at);
        valueText(at, m_answer.front());
    }
    ink->painter.restore();
    return top + height;
}

// Below each option the share of the runs in which it was right, where runs tell it; the predicted one is marked.
double PredictionChart::choice(Ink* ink, double top, int width) const {
    const double left = 16;
    double y = top;
    std::vector<std::size_t> right(m_prediction.options.size());
    for (const LabAnswer& trial : m_verdict.trials) {
        const auto option = trial.empty() ? right.size() : static_cast<std::size_t>(std::max(trial.front(), 0.0));
        if (option < right.size()) ++right[option];
    }
    const std::size_t runs = m_verdict.trials.size();
    const double barPx = isMeasured(m_prediction) ? kBarPx + 3 : 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        const auto option = static_cast<double>(i);
        const bool isRight = m_verdict.truth.front() == option;
        const bool isPredicted = !m_answer.empty() && m_answer.front() == option;
        const QString text = (isRight ? QStringLiteral("✓ ") : QString()) + optionText(option);
        const double height = wrappedHeight(text, width - left);
        if (ink != nullptr) {
            if (isPredicted) ink->guess({6, y + 8});
            ink->text({left, y, width - left, height}, Qt::TextWordWrap, text,
                      isRight || isPredicted ? ink->theme.text : ink->theme.mutedText);
        }
        if (ink != nullptr && barPx > 0) {
            const QString counted = tr("%1 of %2").arg(right[i]).arg(runs);
            const double room = QFontMetricsF(chartLabelFont()).horizontalAdvance(counted) + 8;
            const QRectF track(left, y + height + 3, width - left - room, kBarPx);
            ink->painter.fillRect(track, ink->theme.grid);
            const double share = runs > 0 ? static_cast<double>(right[i]) / static_cast<double>(runs) : 0;
            ink->painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * share, kBarPx)), ink->measured());
            ink->text({track.right(), track.top() - 5, room, kBarPx + 10}, Qt::AlignRight | Qt::AlignVCenter, counted,
                      ink->theme.mutedText);
        }
        y += height + barPx + kGapPx;
    }
    return y;
}

// The numbers that told it, a line each.
double PredictionChart::figures(Ink* ink, double top, int width) const {
    double y = top;
    for (const LabAskedFigure& figure : m_verdict.figures) {
        const QString text = askedLine(figure);
        const double height = wrappedHeight(text, width);
        if (ink != nullptr) ink->text({0, y, double(width), height}, Qt::TextWordWrap, text, ink->theme.text);
        y += height + 2;
    }
    return y;
}

// At the left the places that were predicted, at the right the options as they were measured, with their values as
// bars.
double PredictionChart::ordering(Ink* ink, double top, int width) const {
    const LabAnswer means = meanOfOptions();
    const double most = means.empty() ? 0 : *std::ranges::max_element(means);
    const double left = m_answer.empty() ? 0 : kRankPx, room = width - left;
    std::vector<double> middles;
    std::vector<double> tops{top};
    for (const double option : m_verdict.truth) {
        const double height = wrappedHeight(optionText(option), room) + kBarPx + 3 + kGapPx;
        middles.push_back(tops.back() + (height - kGapPx) / 2);
        tops.push_back(tops.back() + height);
    }
    if (ink == nullptr) return tops.back();
    for (std::size_t row = 0; row < m_verdict.truth.size(); ++row) {
        const auto option = static_cast<std::size_t>(m_verdict.truth[row]);
        const double mean = option < means.size() ? means[option] : 0;
        const QString text = optionText(m_verdict.truth[row]),
                      value = shortNumber(mean) + unitBehind(m_prediction, mean);
        const double height = tops[row + 1] - tops[row] - kBarPx - 3 - kGapPx;
        ink->text({left, tops[row], room, height}, Qt::TextWordWrap, text, ink->theme.text);
        const double valueWidth = QFontMetricsF(chartLabelFont()).horizontalAdvance(value) + 8;
        const QRectF track(left, tops[row] + height + 3, room - valueWidth, kBarPx);
        ink->painter.fillRect(track, ink->theme.grid);
        const double share = most > 0 ? std::clamp(mean / most, 0.0, 1.0) : 0;
        ink->painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * share, kBarPx)), ink->measured());
        ink->text({track.right(), track.top() - 5, valueWidth, kBarPx + 10}, Qt::AlignRight | Qt::AlignVCenter, value,
                  ink->theme.mutedText);
    }
    for (std::size_t place = 0; place < m_answer.size() && place < middles.size(); ++place) {
        const auto at = std::ranges::find(m_verdict.truth, m_answer[place]);
        if (at == m_verdict.truth.end()) continue;
        const auto row = static_cast<std::size_t>(at - m_verdict.truth.begin());
        const QPointF from(24, middles[place]), to(kRankPx - 10, middles[row]);
        ink->painter.setPen(QPen(row == place ? ink->theme.mutedText : ink->predicted(), 2,
                                 row == place ? Qt::SolidLine : Qt::DashLine));
        ink->painter.drawLine(from, to);
        ink->text({0, from.y() - 9, 14, 18}, Qt::AlignRight | Qt::AlignVCenter, QString::number(place + 1),
                  ink->theme.mutedText);
        ink->guess(from);
        ink->dot(to);
    }
    return tops.back();
}

// Those that have room on an axis of that length.
std::vector<Tick> PredictionChart::placesOf(double lengthPx) const {
    std::vector<Tick> all, shown;
    std::vector<double> middles, widths;
    const auto steps = static_cast<double>(m_prediction.at.size() - 1);
    for (std::size_t i = 0; i < m_prediction.at.size(); ++i) {
        all.push_back({static_cast<double>(i), shortNumber(m_prediction.at[i])});
        middles.push_back(static_cast<double>(i) / steps * lengthPx);
        widths.push_back(labelPx(all.back().label));
    }
    for (const std::size_t i : labelsWithRoom(middles, widths)) shown.push_back(all[i]);
    return shown;
}

// The places stand at even distances, as where it was sketched.
double PredictionChart::curve(Ink* ink, double top, int width) const {
    constexpr double kPlotPx = 130, kUnitPx = 26;
    const double height = kUnitPx + kPlotPx + axisPx();
    if (ink == nullptr) return top + height;
    double low = m_verdict.truth.front(), high = low;
    const auto include = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const double value : m_answer) include(value);
    for (const double value : m_verdict.truth) {
        const double room = roomOf(m_prediction, value);
        include(value < 0 ? value - room : std::max(value - room, 0.0));  // what counts does not go below nothing
        include(value + room);
    }
    for (const LabAnswer& trial : m_verdict.trials) std::ranges::for_each(trial, include);
    const bool whole = isWhole(m_prediction, m_answer, m_verdict.trials);
    const Scale y = scaleAround(low, high, whole);
    const std::vector<Tick> yTicks = plainTicks(y, whole);
    double labels = 0;
    for (const Tick& tick : yTicks) labels = std::max(labels, labelPx(tick.label));
    const double beside = std::max(3 * kEdgePx, labelPx(shortNumber(m_prediction.at.back())) / 2 + 4);
    const QRectF plot(labels + 14, kUnitPx, width - labels - 14 - beside, kPlotPx);
    StaticChart chart(QSizeF(width, height), plot, ink->theme);
    const std::vector<Tick> places = placesOf(plot.width());
    const auto last = static_cast<double>(m_prediction.at.size() - 1);
    chart.setAxes({0, last, false}, places, QString(), y, yTicks);
    const auto points = [](const LabAnswer& values) {
        std::vector<QPointF> all;
        for (std::size_t i = 0; i < values.size(); ++i) all.emplace_back(static_cast<double>(i), values[i]);
        return all;
    };
    chart.addLine(points(m_verdict.truth), QPen(ink->measured(), 2));
    if (m_verdict.trials.size() > 1)
        for (const LabAnswer& trial : m_verdict.trials) chart.addDots(points(trial), ink->measured(), 4);
    chart.addLine(points(m_answer), QPen(ink->predicted(), 2, Qt::DashLine));
    ink->painter.setBrush(Qt::NoBrush);  // lines that are dashed would be filled with it
    chart.paint(ink->painter, {0, top});
    ink->painter.save();
    ink->painter.translate(0, top);
    for (std::size_t i = 0; i < m_verdict.truth.size(); ++i) {
        const double value = m_verdict.truth[i], room = roomOf(m_prediction, value);
        const QPointF at = chart.at(static_cast<double>(i), value);
        const double from = chart.at(0, value + room).y();
        const double to = std::min(chart.at(0, value - room).y(), plot.bottom());
        if (room > 0) ink->painter.fillRect(QRectF(at.x() - 6, from, 12, to - from), ink->room());
        ink->dot(at);
    }
    for (std::size_t i = 0; i < m_answer.size(); ++i) ink->guess(chart.at(static_cast<double>(i), m_answer[i]));
    ink->painter.restore();
    ink->text({plot.left(), top + height - 24, plot.width(), 18}, Qt::AlignHCenter | Qt::AlignVCenter,
              Words::local(m_prediction.axis), ink->theme.mutedText);
    ink->text({0, top, plot.width(), kUnitPx}, Qt::AlignLeft | Qt::AlignTop, Words::local(m_prediction.unit),
              ink->theme.mutedText);
    return top + height;
}

}  // namespace ipclab
