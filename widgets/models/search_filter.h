// The rows of a list or a tree that answer to what is typed (models/search_query.h). A heading stays while one of those
// below it does. Of a list the best may come first; without a query it is in the order of its model.
#pragma once

#include <QHash>
#include <QSortFilterProxyModel>

#include "models/search_query.h"

namespace ipclab {

class SearchFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Order { OfModel, BestFirst };
    explicit SearchFilter(Order order = Order::OfModel, QObject* parent = nullptr);

    void setText(const QString& text);
    void setSourceModel(QAbstractItemModel* model) override;
    [[nodiscard]] const SearchQuery& query() const { return m_query; }
    // What can be chosen, from the top; invalid: nothing is left.
    [[nodiscard]] QModelIndex first() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] int scoreOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex firstBelow(const QModelIndex& parent) const;

    Order m_order;
    SearchQuery m_query;
    mutable QHash<QModelIndex, int> m_scores;  // of the model's rows
};

}  // namespace ipclab
