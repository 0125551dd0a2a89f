// What the processes share in memory, one row an object: what came of it, what was lost, who holds its lock now.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class FactList;

class SharedSection : public QWidget {
    Q_OBJECT
public:
    explicit SharedSection(const RunSource& source, QWidget* parent = nullptr);
    // Hidden where nothing is shared.
    void refresh();
    void retranslate();

private:
    void showObject(int row, const SharedData& shared);
    [[nodiscard]] QString figuresOf(const SharedData& shared) const;

    const RunSource& m_source;
    QLabel* m_heading;
    FactList* m_facts;
    int m_rows = 0;
};

}  // namespace ipclab
