// Every figure of what is selected, folded away until somebody asks for it: whatever quantities (results/quantity.h)
// its owners have.
#pragma once

#include <QWidget>
#include <vector>

#include "results/quantity.h"
#include "runs/run_source.h"

class QToolButton;

namespace ipclab {

class FactList;

class FiguresSection : public QWidget {
    Q_OBJECT
public:
    explicit FiguresSection(const RunSource& source, QWidget* parent = nullptr);

    // Whose figures; it keeps showing those.
    void setOwners(std::vector<QuantityOf> owners);
    void refresh();
    void retranslate();
    void setUnfolded(bool unfolded);

private:
    void nameRows();

    const RunSource& m_source;
    QToolButton* m_fold;
    FactList* m_facts;
    std::vector<QuantityOf> m_owners;
    int m_rows = 0;
    bool m_named = false;
};

}  // namespace ipclab
