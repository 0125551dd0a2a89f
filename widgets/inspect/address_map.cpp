#include "inspect/address_map.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>
#include <algorithm>

#include "inspect/plain_text.h"
#include "inspect/section_palette.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr int kMarginPx = 1;
constexpr int kAddressesFromPx = 380;  // from here on there is room for addresses
constexpr int kAddressPx = 128;

}  // namespace

AddressMap::AddressMap(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void AddressMap::show(std::shared_ptr<const ProcessDetails> details, bool past) {
    m_past = past;
    if (details != m_details) {
        m_details = std::move(details);
        m_blocks = m_details && m_details->memory ? blocksOf(*m_details->memory) : std::vector<AddressBlock>();
        // A block that has grown downwards or been split is still found by where it was.
        const auto same = std::ranges::find_if(m_blocks, [this](const AddressBlock& block) {
            return m_selectedStart >= block.start && m_selectedStart < block.end;
        });
        m_selected = m_selected < 0 || same == m_blocks.end() ? -1 : static_cast<int>(same - m_blocks.begin());
        arrange();
        updateGeometry();
    }
    update();
}

void AddressMap::clear() { show(nullptr, false); }

BlockHeights AddressMap::heights() const {
    const double line = fontMetrics().height();
    return {line + 2, line, 2};
}

void AddressMap::arrange() { m_bytesPerPx = layOut(m_blocks, heights(), height() - 2 * kMarginPx); }

QSize AddressMap::sizeHint() const {
    // Room for sizes to differ, whatever it takes: where the place is smaller, the picture is scrolled.
    constexpr int kForScalePx = 90;
    const int spare = m_blocks.empty() ? 0 : kForScalePx;
    return {260, static_cast<int>(leastHeight(m_blocks, heights())) + spare + 2 * kMarginPx + 1};
}

void AddressMap::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

QRectF AddressMap::rectOf(const AddressBlock& block) const {
    return {0, kMarginPx + block.topPx, static_cast<double>(width()), block.heightPx};
}

QRectF AddressMap::barOf(const AddressBlock& block) const {
    const QRectF row = rectOf(block);
    const double left = width() >= kAddressesFromPx ? kAddressPx : kMarginPx;
    const double bar = std::clamp(width() * (width() >= kAddressesFromPx ? 0.28 : 0.36), 70.0, 260.0);
    return {left + 0.5, row.top() + 0.5, bar, row.height() - 1};
}

int AddressMap::blockAt(double y) const {
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const QRectF row = rectOf(m_blocks[i]);
        if (y >= row.top() && y < row.bottom()) return m_blocks[i].gap ? -1 : static_cast<int>(i);
    }
    return -1;
}

void AddressMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const AddressBlock& block = m_blocks[i];
        painter.setOpacity(m_past ? 0.55 : 1);
        if (block.gap) {
            paintGap(painter, block);
        } else {
            paintBlock(painter, block, static_cast<int>(i) == m_selected);
            paintLabel(painter, block);
        }
    }
}

// A broken edge on both sides, and between them how much is left out.
void AddressMap::paintGap(QPainter& painter, const AddressBlock& block) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF bar = barOf(block);
    QPainterPath edge;
    constexpr double kTooth = 5;
    for (const double y : {bar.top() + 3, bar.bottom() - 3}) {
        edge.moveTo(bar.left(), y);
        bool up = true;
        for (double x = bar.left() + kTooth; x <= bar.right(); x += kTooth, up = !up)
            edge.lineTo(x, up ? y - 2 : y + 2);
    }
    painter.setPen(QPen(theme.mutedText, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge);
    const QRectF label(bar.right() + 8, bar.top(), width() - bar.right() - 10, bar.height());
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, tr("%1 unused").arg(bytesText(block.end - block.start)));
}

void AddressMap::paintBlock(QPainter& painter, const AddressBlock& block, bool selected) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF bar = barOf(block);
    painter.setRenderHint(QPainter::Antialiasing, false);
    SectionPalette::paintAbsent(painter, bar, block.section, theme.dark);
    if (block.sum.size > 0) {
        const double whole = static_cast<double>(block.sum.size);
        const double own = std::min(1.0, static_cast<double>(block.sum.privateBytes) / whole) * bar.width();
        const double shared =
            std::min(bar.width() - own, static_cast<double>(block.sum.sharedBytes) / whole * bar.width());
        SectionPalette::paintPrivate(painter, {bar.left(), bar.top(), own, bar.height()}, block.section, theme.dark);
        SectionPalette::paintShared(painter, {bar.left() + own, bar.top(), shared, bar.height()}, block.section,
                                    theme.dark);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(SectionPalette::color(block.section, theme.dark), 1));
    painter.drawRect(bar);
    if (block.guarded) painter.fillRect(QRectF(bar.left(), bar.bottom() - 2, bar.width() + 1, 3), theme.mutedText);
    if (selected) {
        painter.setPen(QPen(theme.selection, 2));
        painter.drawRect(bar.adjusted(0, 0, 0, 0));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void AddressMap::paintLabel(QPainter& painter, const AddressBlock& block) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF bar = barOf(block);
    const double line = fontMetrics().height() + 2;
    const QRectF label(bar.right() + 8, bar.top(), width() - bar.right() - 10, std::min(line, bar.height()));
    const QString size = bytesText(block.sum.size);
    painter.setPen(theme.text);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, size);
    const double room = label.width() - fontMetrics().horizontalAdvance(size) - 8;
    painter.drawText(QRectF(label.left(), label.top(), room, label.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(nameOf(block), Qt::ElideMiddle, static_cast<int>(room)));
    painter.setPen(theme.mutedText);
    if (bar.height() >= 2 * line) {
        const QRectF second(label.left(), label.top() + line, label.width(), line);
        painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(tr("%1 in memory").arg(bytesText(block.sum.resident)), Qt::ElideRight,
                                                  static_cast<int>(second.width())));
    }
    if (width() < kAddressesFromPx) return;
    const QRectF address(0, bar.top(), kAddressPx - 8, std::min(line, bar.height()));
    painter.drawText(address, Qt::AlignRight | Qt::AlignVCenter, hex(block.end));
    if (bar.height() >= 2 * line)
        painter.drawText(QRectF(0, bar.bottom() - line, kAddressPx - 8, line), Qt::AlignRight | Qt::AlignVCenter,
                         hex(block.start));
}

QString AddressMap::firstNames(const AddressBlock& block, std::size_t most) const {
    QStringList names;
    std::size_t more = 0;
    for (std::size_t at = block.first; at <= block.last; ++at) {
        const QString name = QString::fromStdString(shortName(m_details->memory->ranges[at].mapping));
        if (name.isEmpty() || name.startsWith(QLatin1Char('[')) || names.contains(name)) continue;
        if (static_cast<std::size_t>(names.size()) < most) {
            names << name;
        } else {
            ++more;
        }
    }
    if (more > 0) names << QString(QChar(0x2026));
    return names.join(QStringLiteral(", "));
}

QString AddressMap::nameOf(const AddressBlock& block) const {
    const QString name = SectionPalette::name(block.section);
    if (block.section == Section::Shared || block.section == Section::MappedFile) {
        const QString names = firstNames(block, 1);
        return names.isEmpty() ? name : names;
    }
    if (block.section == Section::ThreadStack && block.sum.mappings == 1) {
        const std::int32_t tid = m_details->memory->ranges[block.first].thread;
        return tid == 0 ? tr("Thread stack") : tr("Stack of %1").arg(tid);
    }
    return name;
}

QString AddressMap::textOf(const AddressBlock& block) const {
    const MemoryMapping& first = m_details->memory->ranges[block.first].mapping;
    QStringList lines;
    lines << QStringLiteral("%1 – %2").arg(hex(block.start), hex(block.end));
    const QString names = firstNames(block, 12);
    if (!names.isEmpty()) lines << names;
    if (block.first == block.last) lines << tr("Permissions: %1").arg(QString::fromStdString(first.permissions()));
    if (block.sum.mappings > 1) lines << tr("Mappings: %1").arg(block.sum.mappings);
    lines << tr("Size: %1").arg(bytesText(block.sum.size));
    lines << tr("In memory: %1 (its own %2, shared %3)")
                 .arg(bytesText(block.sum.resident), bytesText(block.sum.privateBytes),
                      bytesText(block.sum.sharedBytes));
    lines << tr("Its fair share (PSS): %1").arg(bytesText(block.sum.proportional));
    if (block.sum.swapped > 0) lines << tr("Swapped out: %1").arg(bytesText(block.sum.swapped));
    if (block.guarded) lines << tr("A guard page lies below it.");
    return lines.join(QLatin1Char('\n'));
}

void AddressMap::select(int block) {
    m_selected = block;
    m_selectedStart = block < 0 ? 0 : m_blocks[static_cast<std::size_t>(block)].end - 1;
    if (block >= 0) setAccessibleDescription(nameOf(m_blocks[static_cast<std::size_t>(block)]));
    emit blockSelected(block);
    update();
}

void AddressMap::mousePressEvent(QMouseEvent* event) {
    const int block = blockAt(event->position().y());
    select(block == m_selected ? -1 : block);
}

void AddressMap::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_blocks.empty()) return QWidget::keyPressEvent(event);
    const int count = static_cast<int>(m_blocks.size());
    int next = m_selected < 0 ? (step > 0 ? 0 : count - 1) : m_selected + step;
    while (next >= 0 && next < count && m_blocks[static_cast<std::size_t>(next)].gap) next += step;
    if (next >= 0 && next < count) select(next);
}

bool AddressMap::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = blockAt(help->pos().y());
        if (at < 0) {
            QToolTip::hideText();
        } else {
            const AddressBlock& block = m_blocks[static_cast<std::size_t>(at)];
            QToolTip::showText(help->globalPos(),
                               plainTip(QStringLiteral("%1 — %2\n%3")
                                            .arg(SectionPalette::name(block.section),
                                                 SectionPalette::description(block.section), textOf(block))),
                               this);
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace ipclab
