#include "models/claim_table.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr std::size_t kNumbersShown = 2;

QString ofClaim(std::string_view english) { return translated("claim", english); }

QString claimErrnoText(double value) {
    const char* name = ::strerrorname_np(static_cast<int>(value));
    return value == 0 || name == nullptr ? ClaimTable::tr("none") : QString::fromLatin1(name);
}

QString claimIntervalText(ClaimUnit unit, const ClaimInterval& interval) {
    const QString middle = ClaimTable::valueText(unit, interval.median);
    if (interval.low == interval.high) return middle;
    return QStringLiteral("%1  (%2 … %3)")
        .arg(middle, ClaimTable::valueText(unit, interval.low), ClaimTable::valueText(unit, interval.high));
}

QColor verdictColor(ClaimVerdict verdict, const ChartTheme& theme) {
    if (verdict == ClaimVerdict::Confirmed) return theme.curves[2];
    return verdict == ClaimVerdict::Refuted ? theme.curves[1] : theme.mutedText;
}

QPixmap dot(const QColor& color) {
    constexpr int kSide = 20;
    QPixmap picture(kSide, kSide);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QRectF(1, 1, 8, 8));
    return picture;
}

QString claimParagraph(const QString& name, const QString& text) {
    return QStringLiteral("<p style='margin:2px 0 6px 0'><b>%1</b>&nbsp; %2</p>")
        .arg(markupText(name), markupText(text));
}

QString claimFiguresHtml(const ClaimResult& result) {
    QString rows;
    for (const ClaimFigure& figure : result.claim->figures) {
        const auto samples = result.samples.find(figure.id);
        if (samples == result.samples.end()) continue;
        rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
                    .arg(markupText(ofClaim(figure.name)),
                         markupText(claimIntervalText(figure.unit, bootstrapMedian(samples->second))));
    }
    return rows.isEmpty() ? QString() : QStringLiteral("<table style='margin:2px 0 8px 0'>%1</table>").arg(rows);
}

}  // namespace

ClaimTable::ClaimTable(QObject* parent) : QAbstractTableModel(parent) {
    for (const Claim* claim : allClaims()) m_rows.push_back({claim, std::nullopt});
}

int ClaimTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int ClaimTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

int ClaimTable::rowOf(const Claim& claim) const {
    return static_cast<int>(std::ranges::find(m_rows, &claim, &Row::claim) - m_rows.begin());
}

std::vector<ClaimResult> ClaimTable::results() const {
    std::vector<ClaimResult> all;
    for (const Row& row : m_rows) {
        if (row.result) all.push_back(*row.result);
    }
    return all;
}

void ClaimTable::setMeasured(const Claim* claim) {
    if (m_measured == claim) return;
    m_measured = claim;
    emit dataChanged(index(0, VerdictOf), index(rowCount() - 1, Numbers));
}

void ClaimTable::setResult(ClaimResult result) {
    const int row = rowOf(*result.claim);
    m_rows[static_cast<std::size_t>(row)].result = std::move(result);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QString ClaimTable::verdictText(ClaimVerdict verdict) {
    if (verdict == ClaimVerdict::Confirmed) return tr("confirmed");
    return verdict == ClaimVerdict::Refuted ? tr("refuted") : tr("cannot tell");
}

QString ClaimTable::valueText(ClaimUnit unit, double value) {
    switch (unit) {
        case ClaimUnit::Time:
            return durationText(std::llround(value));
        case ClaimUnit::Bytes:
            return bytesText(static_cast<std::uint64_t>(std::max(value, 0.0)));
        case ClaimUnit::PerSecond:
            return tr("%1/s").arg(rateText(value));
        case ClaimUnit::Share:
            return tr("%1 %").arg(percentText(value));
        case ClaimUnit::Ratio:
            return formatQuantity(value, QString());
        case ClaimUnit::Errno:
            return claimErrnoText(value);
        case ClaimUnit::YesNo:
            return value != 0 ? tr("yes") : tr("no");
        case ClaimUnit::Count:
            break;
    }
    return countText(static_cast<std::uint64_t>(std::max(value, 0.0)));
}

QString ClaimTable::text(const Row& row, int column) const {
    if (column == Statement) return ofClaim(row.claim->statement);
    if (column == VerdictOf) {
        if (row.claim == m_measured) return tr("measuring…");
        return row.result ? verdictText(row.result->verdict) : QString();
    }
    if (column != Numbers || !row.result) return {};
    QStringList numbers;
    for (const ClaimFigure& figure : row.claim->figures) {
        const auto samples = row.result->samples.find(figure.id);
        if (samples == row.result->samples.end() || static_cast<std::size_t>(numbers.size()) == kNumbersShown) continue;
        numbers << QStringLiteral("%1: %2").arg(ofClaim(figure.name),
                                                valueText(figure.unit, bootstrapMedian(samples->second).median));
    }
    return numbers.isEmpty() ? said(row.result->doubt) : numbers.join(QStringLiteral(" · "));
}

QVariant ClaimTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Statement:
            return tr("Claim");
        case VerdictOf:
            return tr("Verdict here");
        case Numbers:
            return tr("Numbers");
        default:
            return QString();
    }
}

QVariant ClaimTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == Statement) return plainTip(text(row, Statement));
    if (role == Qt::DecorationRole && index.column() == VerdictOf && row.result && row.claim != m_measured)
        return dot(verdictColor(row.result->verdict, ChartTheme::of(QGuiApplication::palette())));
    return {};
}

QString ClaimTable::detailsHtml(int row) const {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    QString html =
        QStringLiteral("<p style='margin:2px 0 6px 0'><b>%1</b></p>").arg(markupText(ofClaim(at.claim->statement)));
    if (at.result) {
        const QColor color = verdictColor(at.result->verdict, ChartTheme::of(QGuiApplication::palette()));
        html += QStringLiteral("<p style='margin:2px 0 6px 0'><b style='color:%1'>%2</b>&nbsp; %3</p>")
                    .arg(color.name(), markupText(verdictText(at.result->verdict)), markupText(said(at.result->doubt)));
        html += claimFiguresHtml(*at.result);
    }
    html += claimParagraph(tr("Why"), ofClaim(at.claim->explanation));
    return html + claimParagraph(tr("Measured"), ofClaim(at.claim->method));
}

void ClaimTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace ipclab
