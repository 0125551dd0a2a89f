#include "models/word_filter.h"

#include <algorithm>

namespace ipclab {
namespace {

// The plain locale of POSIX does not count.
QCollator numbersCounted() {
    const QLocale here;
    QCollator collator(here.language() == QLocale::C ? QLocale(QLocale::English) : here);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

}  // namespace

WordFilter::WordFilter(QObject* parent) : QSortFilterProxyModel(parent), m_collator(numbersCounted()) {
    setSortRole(kSortRole);
    setDynamicSortFilter(false);
}

void WordFilter::setWords(const QString& text) {
    m_text = text;
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    again();
}

void WordFilter::again() {
    invalidateFilter();
    if (sortColumn() >= 0) sort(sortColumn(), sortOrder());
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (!isCandidate(row, parent)) return false;
    const QAbstractItemModel& source = *sourceModel();
    return std::ranges::all_of(m_words, [&](const QString& word) {
        for (int column = 0; column < source.columnCount(parent); ++column) {
            if (m_seen && !m_seen(column)) continue;
            if (source.index(row, column, parent).data().toString().contains(word, Qt::CaseInsensitive)) return true;
        }
        return false;
    });
}

bool WordFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(sortRole()), b = right.data(sortRole());
    const bool texts = !a.isValid() || !b.isValid() || a.typeId() == QMetaType::QString;
    if (!texts) return QSortFilterProxyModel::lessThan(left, right);
    return m_collator.compare(left.data().toString(), right.data().toString()) < 0;
}

int WordFilter::countIn(const QAbstractItemModel& model, const QModelIndex& parent) {
    const int rows = model.rowCount(parent);
    int count = rows;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex child = model.index(row, 0, parent);
        if (model.hasChildren(child)) count += countIn(model, child);
    }
    return count;
}

}  // namespace ipclab
