// What is agreed on a link, whatever carries it: buffer, naming, who receives next, owner; and, when the run has ended,
// what came of it: who received how much from whom, and how the first receives went.
#pragma once

#include <QWidget>

#include "results/run_data.h"

class QLabel;

namespace ipclab {

class FactList;

class RulesSection : public QWidget {
    Q_OBJECT
public:
    explicit RulesSection(QWidget* parent = nullptr);

    // link: its index in both.
    void show(const RunData& run, std::uint32_t link);
    void retranslate();

private:
    enum Rule { Buffer, Named, Receives, Owner, InCall, UntilMessage };
    void showRules(const LinkSpec& plan);
    void showReceives(const LinkData& link);
    void showDeliveries(const RunData& run, const LinkData& link);

    QLabel* m_heading;
    FactList* m_rules;
    QLabel* m_deliveryHeading;
    FactList* m_deliveries;
    int m_deliveryRows = 0;
};

}  // namespace ipclab
