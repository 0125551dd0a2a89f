// One remote call step by step: lanes of client and server to scale, the steps with their times, and the bytes of the
// chosen one. The newest call is followed until another is chosen with the arrows.
#pragma once

#include <QWidget>

#include "bridge/wire_facts.h"
#include "runs/run_source.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace ipclab {

class CallLanes;
class DetailTable;
class StepBytes;

class CallStepsView : public QWidget {
    Q_OBJECT
public:
    explicit CallStepsView(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed while it is not seen.
    void setShown(bool shown);
    void retranslate();
    void chooseCall(std::size_t call);
    void chooseStep(std::size_t step);

    [[nodiscard]] const std::vector<CallPair>& pairs() const { return m_pairs; }
    [[nodiscard]] const TakenCall* call() const;
    [[nodiscard]] CallLanes* lanes() const { return m_lanes; }
    [[nodiscard]] DetailTable* table() const { return m_table; }
    [[nodiscard]] StepBytes* bytes() const { return m_bytes; }
    [[nodiscard]] QComboBox* pairBox() const { return m_pairBox; }

private:
    QWidget* makeHead();
    QWidget* makeBody();
    void refresh();
    void fillPairs();
    void showCall();
    void go(int by);
    [[nodiscard]] const CallPair* pair() const;
    [[nodiscard]] QString nameOf(std::uint32_t process) const;

    const RunSource& m_source;
    std::vector<CallPair> m_pairs;
    QComboBox* m_pairBox;
    QToolButton* m_back;
    QToolButton* m_on;
    QLabel* m_which;
    CallLanes* m_lanes;
    DetailTable* m_table;
    StepBytes* m_bytes;
    std::optional<std::size_t> m_held;  // the call that was chosen; nothing: the newest
    std::size_t m_step = 0;
    bool m_shown = false;
    bool m_quiet = false;
};

}  // namespace ipclab
