#include "inspect/scale_control.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <optional>

#include "inspect/byte_text.h"

namespace ipclab {
namespace {

constexpr int kSliderSteps = 1000;

// Two significant digits: what a hand on a slider means.
double rounded(double value) {
    const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
}

// Bytes may be typed with a unit, as in the fields of a document: "4 KiB".
class BytesBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QValidator::State validate(QString& text, int& at) const override {
        if (const auto bytes = typed(text))
            return *bytes >= minimum() && *bytes <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
        const QValidator::State plain = QDoubleSpinBox::validate(text, at);
        static const QRegularExpression begun(QStringLiteral("^\\s*[\\d.,]+\\s*\\p{L}*\\s*$"));
        return plain == QValidator::Invalid && begun.match(withoutUnit(text)).hasMatch() ? QValidator::Intermediate
                                                                                         : plain;
    }
    double valueFromText(const QString& text) const override {
        const auto bytes = typed(text);
        return bytes ? *bytes : QDoubleSpinBox::valueFromText(text);
    }

private:
    // The unit that stands there stays behind one that is typed: "4 KiB B".
    [[nodiscard]] QString withoutUnit(const QString& text) const {
        return text.endsWith(suffix()) ? text.chopped(suffix().size()) : text;
    }
    [[nodiscard]] std::optional<double> typed(const QString& text) const {
        const auto bytes = bytesFromText(withoutUnit(text));
        return bytes ? std::optional(static_cast<double>(*bytes)) : std::nullopt;
    }
};

}  // namespace

ScaleControl::ScaleControl(const Range& range, QWidget* parent)
    : QWidget(parent),
      m_range(range),
      m_lastAboveZero(std::sqrt(range.low * range.high)),
      m_name(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_field(range.bytes ? new BytesBox(this) : new QDoubleSpinBox(this)),
      m_zeroBox(new QCheckBox(this)) {
    m_slider->setRange(0, kSliderSteps);
    m_slider->setPageStep(kSliderSteps / 10);
    m_slider->setSingleStep(kSliderSteps / 50);
    m_field->setDecimals(range.decimals);
    m_field->setRange(range.zero ? 0 : range.low, range.high);
    m_field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_field->setKeyboardTracking(false);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setMinimumWidth(112);
    m_name->setBuddy(m_field);
    m_name->setWordWrap(true);

    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_slider);
    column->addWidget(m_zeroBox);

    connect(m_slider, &QSlider::valueChanged, this, &ScaleControl::moved);
    connect(m_field, &QDoubleSpinBox::valueChanged, this, &ScaleControl::choose);
    connect(m_zeroBox, &QCheckBox::toggled, this, &ScaleControl::zeroToggled);
    show(range.zero ? 0 : range.low);
}

void ScaleControl::setTexts(const QString& name, const QString& unit, const QString& zeroText, const QString& tip) {
    m_name->setText(name);
    m_field->setSuffix(QLatin1Char(' ') + unit);
    m_field->setAccessibleName(name);
    m_slider->setAccessibleName(name);
    m_zeroBox->setText(zeroText);
    m_zeroBox->setVisible(!zeroText.isEmpty());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_field, m_slider, m_zeroBox})
        widget->setToolTip(tip);
    show(m_value);
}

void ScaleControl::setHigh(double high) {
    if (m_range.high == high) return;
    m_range.high = std::max(high, m_range.low);
    const QSignalBlocker quiet(m_field);
    m_field->setMaximum(m_range.high);
    show(m_value);
}

int ScaleControl::positionOf(double value) const {
    const double least = m_range.zero ? 1 : 0;  // the leftmost place is zero's
    if (value <= 0) return 0;
    const double share =
        std::log(std::max(value / m_range.low, 1.0)) / std::log(std::max(m_range.high / m_range.low, 1.001));
    return static_cast<int>(std::lround(least + std::clamp(share, 0.0, 1.0) * (kSliderSteps - least)));
}

double ScaleControl::valueAt(int position) const {
    if (m_range.zero && position == 0) return 0;
    const double least = m_range.zero ? 1 : 0;
    const double share = (position - least) / (kSliderSteps - least);
    return std::clamp(rounded(m_range.low * std::pow(m_range.high / m_range.low, share)), m_range.low, m_range.high);
}

void ScaleControl::setValue(double value) {
    if (m_slider->isSliderDown()) return;
    if (m_field->hasFocus() && m_field->text() != m_field->textFromValue(m_value) + m_field->suffix()) return;
    if (value != m_value) show(value);
}

void ScaleControl::show(double value) {
    m_value = value;
    if (value > 0) m_lastAboveZero = value;
    const QSignalBlocker quietSlider(m_slider), quietField(m_field), quietBox(m_zeroBox);
    const bool named = !m_zeroBox->text().isEmpty();
    m_slider->setValue(positionOf(value));
    m_field->setValue(value);
    m_zeroBox->setChecked(named && value <= 0);
    m_field->setEnabled(!named || value > 0);
    m_slider->setEnabled(!named || value > 0);
}

void ScaleControl::choose(double value) {
    if (value == m_value) return;
    show(value);
    emit valueChosen(value);
}

void ScaleControl::moved(int position) { choose(valueAt(position)); }

void ScaleControl::zeroToggled(bool on) { choose(on ? 0 : m_lastAboveZero); }

}  // namespace ipclab
