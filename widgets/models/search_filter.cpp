#include "models/search_filter.h"

namespace ipclab {

SearchFilter::SearchFilter(Order order, QObject* parent) : QSortFilterProxyModel(parent), m_order(order) {
    setRecursiveFilteringEnabled(true);
}

void SearchFilter::setText(const QString& text) {
    m_query = SearchQuery(text);
    m_scores.clear();
    if (m_order == Order::OfModel) return invalidateFilter();
    sort(m_query.isEmpty() ? -1 : 0);
    invalidate();
}

// Ahead of the base class, which filters anew when it is told of the same.
void SearchFilter::setSourceModel(QAbstractItemModel* model) {
    if (sourceModel() != nullptr) sourceModel()->disconnect(this);
    const auto forget = [this] { m_scores.clear(); };
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, forget);
    connect(model, &QAbstractItemModel::dataChanged, this, forget);
    QSortFilterProxyModel::setSourceModel(model);
}

QModelIndex SearchFilter::first() const { return firstBelow({}); }

QModelIndex SearchFilter::firstBelow(const QModelIndex& parent) const {
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex at = index(row, 0, parent);
        if ((flags(at) & Qt::ItemIsSelectable) != 0) return at;
        if (const QModelIndex below = firstBelow(at); below.isValid()) return below;
    }
    return {};
}

int SearchFilter::scoreOf(const QModelIndex& index) const {
    const auto known = m_scores.constFind(index);
    if (known != m_scores.constEnd()) return *known;
    const int score =
        m_query.score(index.data(SearchNamesRole).toStringList(), index.data(SearchTextsRole).toStringList());
    m_scores.insert(index, score);
    return score;
}

bool SearchFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    return m_query.isEmpty() || scoreOf(sourceModel()->index(row, 0, parent)) > 0;
}

// What is worth the same stays in the order of the model, which the sort keeps.
bool SearchFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    return scoreOf(left) > scoreOf(right);
}

}  // namespace ipclab
