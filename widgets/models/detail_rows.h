// The rows of a table whose things come and go while it is looked at: fields, mappings, threads, descriptors. Each row
// has a key; what is still there keeps its place, its selection and its scroll position, and only cells that differ are
// painted again. A heading is a row of its own, across all columns.
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <QIcon>
#include <QVariant>
#include <vector>

namespace ipclab {

struct DetailCell {
    QString text;
    QVariant order = {};  // what to sort by; the text where it is empty
    QString tip = {};     // the text where it is empty
    QIcon icon = {};
    bool absent = false;  // the text is the reason why there is no value

    bool operator==(const DetailCell& other) const {
        return text == other.text && tip == other.tip && order == other.order && absent == other.absent;
    }
};

struct DetailRow {
    QString key;
    std::vector<DetailCell> cells;
    bool heading = false;

    bool operator==(const DetailRow& other) const = default;
};

struct DetailColumn {
    QString title;
    QString tip = {};
    bool figure = false;  // right-aligned

    bool operator==(const DetailColumn&) const = default;
};

class DetailRows : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, HeadingRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<DetailColumn> columns);
    // Keys are unique, and things that stay come in the same order as before.
    void setRows(std::vector<DetailRow> rows);
    // Greyed: what is shown is no longer so.
    void setPast(bool past);

    [[nodiscard]] const std::vector<DetailRow>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void removeMissing(const std::vector<DetailRow>& rows);
    void insertNew(std::vector<DetailRow>& rows);

    std::vector<DetailColumn> m_columns;
    std::vector<DetailRow> m_rows;
    bool m_past = false;
};

}  // namespace ipclab
