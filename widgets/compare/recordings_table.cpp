#include "compare/recordings_table.h"

#include <algorithm>

#include "bridge/quantity_words.h"
#include "plot/plain_tip.h"
#include "plot/units.h"

namespace ipclab {

void RecordingsTable::show(const AlignedRuns& runs) {
    beginResetModel();
    m_runs = runs.runs.size();
    m_figures = runs.figures();
    endResetModel();
}

void RecordingsTable::refresh(const AlignedRuns& runs) {
    std::vector<AlignedFigure> figures = runs.figures();
    const auto same = [](const AlignedFigure& a, const AlignedFigure& b) {
        return a.owner == b.owner && a.of == b.of && a.quantity == b.quantity;
    };
    if (runs.runs.size() != m_runs || !std::ranges::equal(figures, m_figures, same)) return show(runs);
    m_figures = std::move(figures);
    if (!m_figures.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordingsTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_figures.size());
}

int RecordingsTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_runs == 0 ? 0 : static_cast<int>(3 * m_runs);
}

RecordingsTable::Place RecordingsTable::placeOf(int column) {
    if (column == 2) return {0, Value};
    return {static_cast<std::size_t>((column - 3) / 3 + 1), static_cast<Part>((column - 3) % 3)};
}

QVariant RecordingsTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section < 2 ? Qt::AlignLeft : Qt::AlignRight));
    if (section < 2 && role == Qt::DisplayRole) return section == 0 ? tr("Of") : tr("Quantity");
    if (section < 2) return {};
    const Place place = placeOf(section);
    const QString letter = AlignedRuns::letter(place.run);
    if (role == Qt::DisplayRole) {
        if (place.part == Value) return letter;
        return place.part == Difference ? QStringLiteral("%1 − A").arg(letter) : QStringLiteral("%1 ÷ A").arg(letter);
    }
    if (role != Qt::ToolTipRole) return {};
    if (place.part == Value) return plainTip(tr("What it was in run %1").arg(letter));
    return plainTip(place.part == Difference ? tr("How much more it was in run %1 than in run A").arg(letter)
                                             : tr("How many times what it was in run A it was in run %1").arg(letter));
}

std::optional<double> RecordingsTable::number(const AlignedFigure& figure, const Place& place) {
    if (place.part == Difference) return figure.difference(place.run);
    if (place.part == Ratio) return figure.ratio(place.run);
    const MaybeQuantity& value = figure.values[place.run];
    return value ? std::optional(asDouble(*value)) : std::nullopt;
}

QString RecordingsTable::valueText(double value, QuantityUnit unit) {
    const bool nanoseconds = unit == QuantityUnit::Nanosecond;
    if (unit == QuantityUnit::Share) return formatQuantity(value, QStringLiteral("share"));
    if (unit == QuantityUnit::Messages) return formatBare(value, tr("messages"));
    const std::string_view text = symbol(nanoseconds ? QuantityUnit::Second : unit);
    return formatQuantity(nanoseconds ? value * 1e-9 : value,
                          QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QString RecordingsTable::text(const AlignedFigure& figure, const Place& place) const {
    const auto value = number(figure, place);
    if (!value) return QString(QChar(0x2013));
    if (place.part == Ratio) return formatQuantity(*value, QString()) + QChar(0xd7);
    const QString plain = valueText(*value, figure.unit);
    return place.part == Difference && *value > 0 ? QLatin1Char('+') + plain : plain;
}

QVariant RecordingsTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const AlignedFigure& figure = m_figures[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column < 2 ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole) return QuantityWords::tip(*figure.quantity);
    if (role != Qt::DisplayRole && role != kSortRole) return {};
    if (column == 0) return figure.owner == QuantityOwner::Run ? tr("the run") : figure.of;
    if (column == 1) return QuantityWords::title(*figure.quantity);
    const Place place = placeOf(column);
    if (role == Qt::DisplayRole) return text(figure, place);
    const auto value = number(figure, place);
    return value ? QVariant(*value) : QVariant();
}

}  // namespace ipclab
