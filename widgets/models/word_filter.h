// The rows of a table or tree that have every one of some words, each in any of the columns that are seen, in the order
// of the model or of a column. Order and choice are made when they are asked for, not whenever a figure changes: rows
// stay under the eye that reads them. Rows that compare equal keep the model's order.
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <functional>

namespace ipclab {

class WordFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    // What a column is sorted by, where the model has more than the text: a number, a time.
    static constexpr int kSortRole = Qt::UserRole;

    explicit WordFilter(QObject* parent = nullptr);

    void setWords(const QString& text);
    [[nodiscard]] const QString& words() const { return m_text; }
    // Words are looked for in these columns; in all of them while nobody says so.
    void setSeen(std::function<bool(int column)> seen) { m_seen = std::move(seen); }
    // Nothing is sorted and no word is looked for: everything is as in the model.
    [[nodiscard]] bool isIdle() const { return m_words.isEmpty() && sortColumn() < 0; }
    // Figures have changed: chooses and sorts anew.
    void again();

    // Of the source, however deep.
    [[nodiscard]] int countAll() const { return countIn(*sourceModel(), {}); }
    [[nodiscard]] int countShown() const { return countIn(*this, {}); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    // Beside the words.
    [[nodiscard]] virtual bool isCandidate(int /*row*/, const QModelIndex& /*parent*/) const { return true; }

private:
    [[nodiscard]] static int countIn(const QAbstractItemModel& model, const QModelIndex& parent);

    QString m_text;
    QStringList m_words;
    QCollator m_collator;
    std::function<bool(int)> m_seen;
};

}  // namespace ipclab
