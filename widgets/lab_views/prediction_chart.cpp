#include "lab_views/prediction_chart.h"

#include <QEvent>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "bridge/words.h"
#include "lab_views/lab_text.h"
#include "lab_views/prediction_ink.h"
#include "labs/measures.h"
#include "plot/picture_menu.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kLeastWidthPx = 190;
constexpr double kLinePx = 18, kSamplePx = 16, kBetweenPx = 14;

}  // namespace

std::optional<double> theOnly(const LabAnswer& answer) {
    return answer.size() == 1 ? std::optional(answer.front()) : std::nullopt;
}

QString unitBehind(const LabPrediction& prediction, std::optional<double> number) {
    const QString unit =
        Words::local(number == 1.0 && !prediction.unitOfOne.empty() ? prediction.unitOfOne : prediction.unit);
    if (unit.isEmpty() || unit.front().script() == QChar::Script_Hangul) return unit;
    return QLatin1Char(' ') + unit;
}

QString whyNotJudged(const LabPredictionVerdict& verdict) {
    QString why = verdict.unmet.empty() ? said(verdict.reason)
                                        : said(notJudgedBecause(Words::local(verdict.unmet).toStdString()));
    if (!why.isEmpty()) why.front() = why.front().toUpper();  // a sentence of its own
    return why;
}

QString predictedNumber(double value, const LabPrediction& prediction) {
    const auto isName = [](const LabExpression& truth) { return truth.gives(isNameMember); };
    if (prediction.kind == LabPrediction::Kind::Number && std::ranges::any_of(prediction.truth, isName))
        return QString::number(value, 'f', 0);
    if (prediction.kind == LabPrediction::Kind::Curve && value != 0) {
        const double digit = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
        value = std::round(value / digit) * digit;
    }
    return plainDigits(value, 4);
}

PredictionChart::PredictionChart(LabPrediction prediction, LabAnswer answer, LabPredictionVerdict verdict)
    : m_prediction(std::move(prediction)), m_answer(std::move(answer)), m_verdict(std::move(verdict)) {}

QString PredictionChart::optionText(double option) const {
    const auto index = static_cast<std::size_t>(std::max(option, 0.0));
    return index < m_prediction.options.size() ? plainLineOf(Words::local(m_prediction.options[index]))
                                               : plainDigits(option, 6);
}

// Of an ordering; of one that was read without its runs the places themselves.
LabAnswer PredictionChart::meanOfOptions() const {
    LabAnswer means(m_prediction.options.size(), 0.0);
    std::size_t runs = 0;
    for (const LabAnswer& trial : m_verdict.trials) {
        if (trial.size() != means.size()) continue;
        for (std::size_t i = 0; i < means.size(); ++i) means[i] += trial[i];
        ++runs;
    }
    for (double& mean : means) mean /= static_cast<double>(std::max<std::size_t>(runs, 1));
    return means;
}

bool PredictionChart::hasRoom() const {
    using enum LabPrediction::Kind;
    const bool isNumeric = m_prediction.kind == Number || m_prediction.kind == Curve;
    return isNumeric && std::ranges::any_of(m_verdict.truth, [&](double t) { return roomOf(m_prediction, t) > 0; });
}

// What stands beside the right answer.
QString PredictionChart::truthName() const { return isMeasured(m_prediction) ? tr("measured") : tr("known"); }

int PredictionChart::heightFor(int width) const {
    return isEmpty() ? 0 : static_cast<int>(std::ceil(whole(nullptr, std::max(width, kLeastWidthPx))));
}

void PredictionChart::paint(QPainter& painter, int width, const ChartTheme& theme) const {
    if (isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    Ink ink{painter, theme};
    whole(&ink, std::max(width, kLeastWidthPx));
}

double PredictionChart::whole(Ink* ink, int width) const {
    const double top = legend(ink, 0, width) + 4;
    using enum LabPrediction::Kind;
    switch (m_prediction.kind) {
        case Choice:
            return figures(ink, choice(ink, top, width), width);
        case Number:
            return number(ink, top, width);
        case Ordering:
            return ordering(ink, top, width);
        case Curve:
            return curve(ink, top, width);
    }
    return top;
}

// Its entries one beside the other, on as many lines as they need.
double PredictionChart::legend(Ink* ink, double top, int width) const {
    const QFontMetricsF metrics(chartLabelFont());
    double x = 0, y = top;
    const auto entry = [&](const QString& text, auto sample) {
        const double wide = kSamplePx + metrics.horizontalAdvance(text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += kLinePx;
        }
        if (ink != nullptr) {
            sample(QPointF(x + 6, y + kLinePx / 2));
            ink->text({x + kSamplePx, y, wide, kLinePx}, Qt::AlignLeft | Qt::AlignVCenter, text, ink->theme.mutedText);
        }
        x += wide + kBetweenPx;
    };
    if (!m_answer.empty()) entry(tr("predicted"), [&](const QPointF& at) { ink->guess(at); });
    entry(truthName(), [&](const QPointF& at) { ink->dot(at, 4.5); });
    if (hasRoom()) {
        entry(tr("counts as right"),
              [&](const QPointF& at) { ink->painter.fillRect(QRectF(at.x() - 6, at.y() - 5, 12, 10), ink->room()); });
    }
    return y + kLinePx;
}

QString PredictionChart::text() const {
    if (isEmpty()) return {};
    using enum LabPrediction::Kind;
    const bool names = m_prediction.kind == Choice || m_prediction.kind == Ordering;
    const auto said = [&](const LabAnswer& answer) {
        QStringList parts;
        for (const double each : answer) {
            const QString text = names ? optionText(each) : predictedNumber(each, m_prediction);
            parts << (!names ? text : m_prediction.kind == Choice ? quoted(text) : nameIn(text));
        }
        const QString text = parts.join(m_prediction.kind == Ordering ? QStringLiteral(" < ") : QStringLiteral(" · "));
        return names ? text : text + unitBehind(m_prediction, theOnly(answer));
    };
    const QString truth = isMeasured(m_prediction) ? tr("Measured: %1.") : tr("Known, not measured: %1.");
    QStringList sentences{truth.arg(said(m_verdict.truth))};
    if (!m_answer.empty()) sentences.prepend(tr("Predicted: %1.").arg(said(m_answer)));
    for (const auto& figure : m_verdict.figures)  // numbers, though what is predicted is a choice
        sentences << askedLine(figure) + QLatin1Char('.');
    return sentences.join(QLatin1Char(' '));
}

PaintedPicture PredictionChart::painted(int width) const {
    return {.size = isEmpty() ? QSize() : QSize(width, heightFor(width)),
            .title = plainLineOf(Words::local(m_prediction.question)),
            .caption = text(),
            .paint = [chart = *this, width](QPainter& painter, double) {
                painter.fillRect(QRectF(0, 0, width, chart.heightFor(width)), Qt::white);
                chart.paint(painter, width, ChartTheme::light());
            }};
}

PredictionView::PredictionView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    new PictureMenu(this, [this] { return m_chart.painted(std::max(width(), kLeastWidthPx)); });
}

void PredictionView::setChart(PredictionChart chart) {
    m_chart = std::move(chart);
    tell();
    updateGeometry();
    update();
}

void PredictionView::tell() {
    setAccessibleName(tr("Prediction and measurement"));
    setAccessibleDescription(m_chart.text());
    setToolTip(tr("What you predicted and what was measured. A right click copies it as a picture."));
}

QSize PredictionView::sizeHint() const { return {300, m_chart.heightFor(300)}; }
QSize PredictionView::minimumSizeHint() const { return {kLeastWidthPx, m_chart.heightFor(width())}; }

void PredictionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartTheme& theme = ChartTheme::of(palette());
    m_chart.paint(painter, width(), theme);
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.selection, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void PredictionView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        tell();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab
