// What a network does to the messages it carries: shares in percent, times in milliseconds.
#pragma once

#include <QWidget>
#include <array>

#include "core/network_conditions.h"

class QDoubleSpinBox;
class QLabel;

namespace ipclab {

class NetworkControl : public QWidget {
    Q_OBJECT
public:
    enum Field { Loss, Duplicate, Reorder, Delay, Jitter, Fields };

    explicit NetworkControl(QWidget* parent = nullptr);

    void retranslate();
    // From outside: emits nothing, and leaves a field alone that is being typed into.
    void setConditions(const NetworkConditions& conditions);

    [[nodiscard]] QDoubleSpinBox* field(Field which) const { return m_rows[which].field; }

signals:
    void conditionsChosen(const NetworkConditions& conditions);

private:
    struct Row {
        QLabel* name = nullptr;
        QDoubleSpinBox* field = nullptr;
    };
    void choose(int row, double value);

    NetworkConditions m_conditions;
    std::array<Row, Fields> m_rows;
};

}  // namespace ipclab
