#include "inspect/step_bytes.h"

#include <QPainter>
#include <cmath>

#include "inspect/byte_grid.h"
#include "models/figures.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr double kStepMargin = 10, kStepLabelPx = 20, kStepLabelGap = 6, kStepRemarkPx = 36;

}  // namespace

StepBytes::StepBytes(QWidget* parent) : QWidget(parent) {}

void StepBytes::show(const TakenStep& step) {
    m_content = step.content;
    m_remark = step.remark.empty() ? QString() : translated("mark", step.remark);
    if (step.sizeBytes > m_content.bytes.size())
        m_remark = tr("The first %1 of %2 bytes.").arg(m_content.bytes.size()).arg(step.sizeBytes);
    if (m_content.bytes.empty() && m_remark.isEmpty()) m_remark = tr("This step has no bytes of its own.");
    fitHeight();
    update();
}

void StepBytes::clear() {
    m_content = {};
    m_remark.clear();
    update();
}

std::vector<StepBytes::Label> StepBytes::labels(double& bottom) const {
    std::vector<Label> labels;
    const QFontMetricsF metrics(font());
    double x = kStepMargin, y = kStepMargin;
    for (const ByteRange& range : m_content.ranges) {
        const QString text = translated("mark", range.name) + QStringLiteral(" ") + QString::number(range.length);
        const double wide = std::ceil(metrics.horizontalAdvance(text)) + 12;
        if (x > kStepMargin && x + wide > width() - kStepMargin) {
            x = kStepMargin;
            y += kStepLabelPx + 2;
        }
        labels.push_back({QRectF(x, y, wide, kStepLabelPx), text});
        x += wide + kStepLabelGap;
    }
    bottom = labels.empty() ? kStepMargin : y + kStepLabelPx + kStepLabelGap;
    return labels;
}

void StepBytes::fitHeight() {
    double top = 0;
    static_cast<void>(labels(top));
    const ByteGrid grid({kStepMargin, top}, width() - 2 * kStepMargin, ByteGrid::font(), m_content.bytes.size());
    setMinimumHeight(static_cast<int>(std::ceil(top + grid.height() + kStepRemarkPx)));
}

void StepBytes::resizeEvent(QResizeEvent*) { fitHeight(); }

void StepBytes::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    double top = 0;
    const auto ground = [this](std::size_t range) { return ByteGrid::groundOf(range, palette()); };
    const std::vector<Label> named = labels(top);
    painter.setFont(font());
    for (std::size_t i = 0; i < named.size(); ++i) {
        painter.fillRect(named[i].place, ground(i));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(named[i].place, Qt::AlignCenter, named[i].text);
    }
    const ByteGrid grid({kStepMargin, top}, width() - 2 * kStepMargin, ByteGrid::font(), m_content.bytes.size());
    grid.paint(painter, m_content, palette(), ground, std::nullopt);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRectF(kStepMargin, top + grid.height(), width() - 2 * kStepMargin, kStepRemarkPx),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_remark);
}

}  // namespace ipclab
