// Every mechanism with its traits, one row each, read from the registry, and its limits as this system gives them. The
// limits are asked for on a thread of their own the first time somebody looks: a link of every kind is made and taken
// down for it.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <atomic>
#include <thread>
#include <vector>

#include "links/mechanism.h"
#include "runs/mechanism_limits.h"

namespace ipclab {

class MechanismTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Id,
        FamilyOf,
        Carries,
        Capacity,
        Longest,
        Copies,
        DirectionOf,
        Ends,
        ReachOf,
        Order,
        Lasts,
        Synchronises,
        TellsEnd,
        Reliable,
        Senders,
        Receivers,
        Descriptors,
        Pollable,
        StartedBy,
        Connections,
        OpenedBy,
        Here,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, FamilyRole };

    explicit MechanismTable(QObject* parent = nullptr);
    ~MechanismTable() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const Mechanism& mechanism(int row) const { return *m_rows[static_cast<std::size_t>(row)].mechanism; }
    // What is to be known of one beyond its cells: a few paragraphs of HTML.
    [[nodiscard]] QString detailsHtml(int row) const;

    void askForLimits();
    [[nodiscard]] bool limitsKnown() const { return m_limitsKnown; }
    void retranslate();

    static QString familyName(Family family);

signals:
    void limitsCame();

private:
    struct Row {
        const Mechanism* mechanism;
        Availability here;
        MechanismLimits limits;
    };
    void takeLimits(const std::vector<MechanismLimits>& all);
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QString limitText(const Row& row, int column) const;
    [[nodiscard]] QVariant sortKey(const Row& row, int column) const;
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString tip(int column) const;

    std::vector<Row> m_rows;
    bool m_limitsKnown = false;
    std::jthread m_asking;  // last: it ends before what it writes to
};

// By text, anywhere in a row; by family; by a trait.
class MechanismFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Trait {
        Any,
        FullDuplex,
        Unrelated,
        OverNetwork,
        WholeMessages,
        ByPriority,
        ManyReceivers,
        CanBePolled,
        ForCommands,
        UserSynchronises,
        OneCopyOrNone,
        IsModel,
        TraitCount
    };

    explicit MechanismFilter(QObject* parent = nullptr);
    void setText(const QString& text);
    void setFamily(int family);  // below 0: all
    void setTrait(Trait trait);
    static QString traitName(Trait trait);
    // What is shown, in its order, with a line of titles.
    [[nodiscard]] QString csv() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    int m_family = -1;
    Trait m_trait = Any;
};

}  // namespace ipclab
