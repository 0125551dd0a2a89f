#include "inspect/representation_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "inspect/byte_grid.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "programs/record_form.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr double kFormsMargin = 12, kFormsLegendPx = 26, kFormsFormGap = 8, kFormsNamePx = 40;
constexpr double kFormsLeastNameWidth = 210, kFormsMostNameWidth = 260, kFormsMisreadRowPx = 20;

}  // namespace

RepresentationView::RepresentationView(const RunSource& source, QWidget* parent) : QWidget(parent), m_source(source) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        m_forms.clear();
        m_misread.clear();
    });
    connect(&source, &RunSource::viewChanged, this, &RepresentationView::refresh);
    connect(&source, &RunSource::figuresDue, this, &RepresentationView::refresh);
}

void RepresentationView::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void RepresentationView::retranslate() { refresh(); }

void RepresentationView::refresh() {
    if (!m_shown) return;
    m_forms = writtenForms(m_source.view());
    m_misread = misreadNumbers(m_source.view());
    const int wanted = heightForWidth(width());
    if (minimumHeight() != wanted) setMinimumHeight(wanted);
    QStringList lines;
    for (const WrittenForm& form : m_forms) lines << tr("%1: %2").arg(nameOf(form.form), bytesText(form.sizeBytes));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QString RepresentationView::nameOf(const std::string& form) {
    const auto kinds = allFormKinds();
    const auto found = std::ranges::find(kinds, form, &FormKind::id);
    return found == kinds.end() ? QString::fromStdString(form) : translated("form", found->name);
}

std::vector<QString> RepresentationView::fieldNames() const {
    std::vector<QString> names;
    for (const std::string_view name : kSampleFieldNames) names.push_back(translated("fact", name));
    return names;
}

double RepresentationView::bytesLeft() const {
    double widest = kFormsLeastNameWidth;  // for the figures below the name
    for (const WrittenForm& form : m_forms)
        widest = std::max(widest, QFontMetricsF(font()).horizontalAdvance(nameOf(form.form)));
    return kFormsMargin + std::min(std::ceil(widest), kFormsMostNameWidth) + 16;
}

double RepresentationView::rowHeight(std::size_t form, double widthPx) const {
    const ByteGrid grid({0, 0}, widthPx - bytesLeft() - kFormsMargin, ByteGrid::font(),
                        m_forms[form].content.bytes.size());
    return std::max(grid.height(), kFormsNamePx) + kFormsFormGap;
}

double RepresentationView::topOf(std::size_t form, double widthPx) const {
    double top = kFormsMargin + kFormsLegendPx;
    for (std::size_t i = 0; i < form; ++i) top += rowHeight(i, widthPx);
    return top;
}

int RepresentationView::heightForWidth(int width) const {
    if (m_forms.empty()) return 84;
    const double misread = m_misread.empty() ? 0 : kFormsMisreadRowPx * static_cast<double>(m_misread.size() + 1);
    return static_cast<int>(std::ceil(topOf(m_forms.size(), width) + misread + kFormsMargin));
}

QSize RepresentationView::sizeHint() const { return {560, heightForWidth(std::max(width(), 560))}; }

QRectF RepresentationView::cellOf(std::size_t form, std::size_t byte) const {
    return ByteGrid({bytesLeft(), topOf(form, width())}, width() - bytesLeft() - kFormsMargin, ByteGrid::font(),
                    m_forms.at(form).content.bytes.size())
        .cell(byte);
}

std::optional<RepresentationView::Place> RepresentationView::placeAt(const QPointF& point) const {
    for (std::size_t form = 0; form < m_forms.size(); ++form) {
        const ByteGrid grid({bytesLeft(), topOf(form, width())}, width() - bytesLeft() - kFormsMargin, ByteGrid::font(),
                            m_forms[form].content.bytes.size());
        if (const auto byte = grid.byteAt(point)) return Place{form, *byte};
    }
    return std::nullopt;
}

void RepresentationView::raise(std::optional<std::size_t> field) {
    if (m_raised == field) return;
    m_raised = field;
    update();
}

void RepresentationView::mouseMoveEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position());
    raise(place ? m_forms[place->form].content.rangeAt(place->byte) : std::nullopt);
}

void RepresentationView::leaveEvent(QEvent*) { raise(std::nullopt); }

void RepresentationView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_forms.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Run it: the bytes of each form appear here, with its fields marked."));
        return;
    }
    paintLegend(painter);
    for (std::size_t i = 0; i < m_forms.size(); ++i) paintForm(painter, i);
    paintMisread(painter, topOf(m_forms.size(), width()));
}

void RepresentationView::paintLegend(QPainter& painter) const {
    const std::vector<QString> names = fieldNames();
    double x = kFormsMargin;
    painter.setFont(font());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double text = std::ceil(painter.fontMetrics().horizontalAdvance(names[i]));
        const QRectF swatch(x, kFormsMargin - 2, text + 14, kFormsLegendPx - 8);
        painter.fillRect(swatch, ByteGrid::groundOf(i, palette()));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(swatch, Qt::AlignCenter, names[i]);
        x += swatch.width() + 8;
    }
}

void RepresentationView::paintForm(QPainter& painter, std::size_t index) const {
    const WrittenForm& form = m_forms[index];
    const double top = topOf(index, width());
    const QRectF head(kFormsMargin, top, bytesLeft() - kFormsMargin - 8, ByteGrid::kRowPx);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(
        head, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(nameOf(form.form), Qt::ElideRight, static_cast<int>(head.width())));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString figures =
        form.package.empty()
            ? tr("%1 · write %2 · read %3")
                  .arg(bytesText(form.sizeBytes), durationText(form.encodeNs), durationText(form.decodeNs))
            : tr("not built in: needs the package %1").arg(QString::fromStdString(form.package));
    painter.setFont(chartLabelFont());
    const QRectF below = head.translated(0, ByteGrid::kRowPx - 2);
    painter.drawText(below.adjusted(0, 0, form.package.empty() ? 0 : width(), 0), Qt::AlignLeft | Qt::AlignVCenter,
                     figures);
    const ByteGrid grid({bytesLeft(), top}, width() - bytesLeft() - kFormsMargin, ByteGrid::font(),
                        form.content.bytes.size());
    grid.paint(
        painter, form.content, palette(), [&](std::size_t range) { return ByteGrid::groundOf(range, palette()); },
        m_raised);
}

void RepresentationView::paintMisread(QPainter& painter, double top) const {
    if (m_misread.empty()) return;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    QRectF row(kFormsMargin, top, width() - 2 * kFormsMargin, kFormsMisreadRowPx);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Big-endian bytes, read by a little-endian program that forgets to convert:"));
    painter.setPen(palette().color(QPalette::Text));
    for (const MisreadNumber& number : m_misread) {
        row.translate(0, kFormsMisreadRowPx);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%1: %2 becomes %3")
                             .arg(translated("fact", number.field), QString::fromStdString(number.written),
                                  QString::fromStdString(number.read)));
    }
}

QString RepresentationView::tipOf(std::size_t index, std::size_t byte) const {
    const WrittenForm& form = m_forms.at(index);
    const int value = std::to_integer<int>(form.content.bytes.at(byte));
    const QString what = tr("Byte %1: 0x%2, %3").arg(byte).arg(value, 2, 16, QLatin1Char('0')).arg(value);
    const auto range = form.content.rangeAt(byte);
    if (!range) return what + QLatin1Char('\n') + tr("of no field: it frames the record");
    const ByteRange& field = form.content.ranges[*range];
    return what + QLatin1Char('\n') +
           tr("%1 = %2: %3 bytes")
               .arg(translated("fact", field.name), QString::fromStdString(field.value))
               .arg(field.length);
}

bool RepresentationView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto place = placeAt(help->pos())) {
        QToolTip::showText(help->globalPos(), plainTip(tipOf(place->form, place->byte)), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

}  // namespace ipclab
