// What the experiment is about, as numbers in front of everything else, as they become known. Hidden where there will
// be none.
#pragma once

#include <QWidget>
#include <vector>

#include "runs/run_source.h"

class QGridLayout;
class QLabel;

namespace ipclab {

class AnswerStrip : public QWidget {
    Q_OBJECT
public:
    explicit AnswerStrip(const RunSource& source, QWidget* parent = nullptr);

    [[nodiscard]] std::size_t count() const { return m_cells.size(); }
    [[nodiscard]] QString labelAt(std::size_t index) const;
    [[nodiscard]] QString valueAt(std::size_t index) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Cell {
        QLabel* label;
        QLabel* value;
    };
    void begin();
    void refresh();
    void setCount(std::size_t count);
    Cell addCell(int row, int column);

    const RunSource& m_source;
    QLabel* m_waiting;  // while nothing has been told yet
    QGridLayout* m_grid;
    std::vector<Cell> m_cells;
};

}  // namespace ipclab
