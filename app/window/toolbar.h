// The bar on top: run, stop, freeze, how long, how closely to observe, the time that has passed, the state, and the
// two ways to take results out. The actions come from the window, so that menu and bar are the same.
#pragma once

#include <QWidget>

#include "bridge/session.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace ipclab {

class StatusPill;

struct ToolbarActions {
    QAction* run;
    QAction* stop;
    QAction* freeze;
    QAction* saveChart;
    QAction* saveData;
};

class Toolbar : public QWidget {
    Q_OBJECT
public:
    Toolbar(Session& session, const ToolbarActions& actions, QWidget* parent = nullptr);

    // Without its labels, which go where there is little room: the fields say in their tips what they are.
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] QDoubleSpinBox* duration() const { return m_duration; }
    [[nodiscard]] QComboBox* observe() const { return m_observe; }
    [[nodiscard]] StatusPill* status() const { return m_status; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* button(QAction* action, const char* kind, bool text);
    void retranslate();
    void fitClock();
    [[nodiscard]] int labelsWidth() const;
    void showSettings();
    void showState();
    void showTime();

    Session& m_session;
    QLabel* m_durationLabel;
    QDoubleSpinBox* m_duration;
    QLabel* m_observeLabel;
    QComboBox* m_observe;
    QLabel* m_clock;
    StatusPill* m_status;
};

}  // namespace ipclab
