// Every claim with what came of it, one row each, and what is to be known of one as HTML.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "runs/claims/claim_result.h"

namespace ipclab {

class ClaimTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Statement, VerdictOf, Numbers, Act, ColumnCount };

    explicit ClaimTable(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const Claim& claim(int row) const { return *m_rows[static_cast<std::size_t>(row)].claim; }
    [[nodiscard]] int rowOf(const Claim& claim) const;
    [[nodiscard]] const std::optional<ClaimResult>& result(int row) const {
        return m_rows[static_cast<std::size_t>(row)].result;
    }
    [[nodiscard]] std::vector<ClaimResult> results() const;
    // Which is measured now; nullptr: none.
    void setMeasured(const Claim* claim);
    void setResult(ClaimResult result);
    [[nodiscard]] QString detailsHtml(int row) const;
    void retranslate();

    static QString verdictText(ClaimVerdict verdict);
    // Of a claim's figure: "512k/s", "EINVAL", "yes".
    static QString valueText(ClaimUnit unit, double value);

private:
    struct Row {
        const Claim* claim;
        std::optional<ClaimResult> result;
    };
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::vector<Row> m_rows;
    const Claim* m_measured = nullptr;
};

}  // namespace ipclab
