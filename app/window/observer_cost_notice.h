// Measures what observing costs the experiment that is open, and says so in the notice bar.
#pragma once

#include <QObject>
#include <memory>

#include "runs/observer_cost.h"

namespace ipclab {

class NoticeBar;

class ObserverCostNotice : public QObject {
    Q_OBJECT
public:
    ObserverCostNotice(NoticeBar* notice, QObject* parent);

    void measure(const Experiment& experiment);
    // Ends the measurement; nothing of it is left when finished() has come.
    void stop();
    // The same, and nothing is said.
    void abandon();
    [[nodiscard]] bool isActive() const { return m_run != nullptr; }
    // Of the last measurement that came to an end.
    [[nodiscard]] const std::optional<ObserverCost>& cost() const { return m_cost; }

signals:
    void changed();  // isActive()

private:
    void showProgress();
    void conclude(const QString& problem);
    [[nodiscard]] QString text(const ObserverCost& cost) const;

    NoticeBar* m_notice;
    std::unique_ptr<ObserverCostRun> m_run;
    std::optional<ObserverCost> m_cost;
};

}  // namespace ipclab
