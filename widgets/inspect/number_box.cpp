#include "inspect/number_box.h"

#include <QLineEdit>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr int kRestMs = 350;

// Of the second digit: 64 goes to 65, 4096 to 4100.
double stepOf(double value, const NumberBox::Bounds& bounds) {
    const double least = bounds.whole ? 1 : bounds.high <= 1 ? 0.01 : 0.1;
    if (value == 0) return least;
    return std::max(std::pow(10, std::floor(std::log10(std::abs(value))) - 1), least);
}

}  // namespace

NumberBox::NumberBox(const Bounds& bounds, QWidget* parent) : QAbstractSpinBox(parent), m_bounds(bounds) {
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    setCorrectionMode(CorrectToPreviousValue);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NumberBox::rest);
    connect(lineEdit(), &QLineEdit::textEdited, &m_rest, &QTimer::stop);
}

void NumberBox::setText(const QString& text) {
    m_rest.stop();
    if (lineEdit()->text() != text) lineEdit()->setText(text);
}

void NumberBox::setPlaceholder(const QString& text) { lineEdit()->setPlaceholderText(text); }

QString NumberBox::typed() const { return lineEdit()->text().trimmed(); }

void NumberBox::stepBy(int steps) {
    bool isNumber = false;
    double value = typed().toDouble(&isNumber);
    if (!isNumber) value = m_usual;
    const double step = stepOf(value, m_bounds);
    value = std::clamp(std::round((value + steps * step) / step) * step, m_bounds.low, m_bounds.high);
    lineEdit()->setText(QString::number(value, 'g', 12));
    lineEdit()->selectAll();
    m_rest.start();
}

void NumberBox::rest() {
    m_rest.stop();
    emit stepped();
}

QSize NumberBox::sizeHint() const { return {112, QAbstractSpinBox::sizeHint().height()}; }

// A page is scrolled over many of these: only the one that has the focus turns.
void NumberBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
    if (m_rest.isActive()) rest();
    QAbstractSpinBox::focusOutEvent(event);
}

}  // namespace ipclab
