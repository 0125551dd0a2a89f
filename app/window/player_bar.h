// What a finished run or a recording is played with: forwards and backwards, at a speed, to any moment, by steps of
// events and of context switches. There only where there is something to play.
#pragma once

#include <QWidget>

#include "core/clock.h"

class QAction;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace ipclab {

class ReplaySource;
class Session;
class WindowActions;

class PlayerBar : public QWidget {
    Q_OBJECT
public:
    PlayerBar(Session& session, const WindowActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] QSlider* slider() const { return m_slider; }
    [[nodiscard]] QComboBox* speeds() const { return m_speed; }
    [[nodiscard]] QString timeText() const;

    // A recording is shown, or a run that has ended and of which there is one.
    [[nodiscard]] bool canPlay() const;
    // So many times as fast as it was.
    [[nodiscard]] double speed() const;
    void changeSpeed(int steps);
    // Whatever the session shows now.
    void follow();

signals:
    void placeWanted(double share);
    void speedChanged(double speed);
    // There is something to play, or no more.
    void canPlayChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* button(QAction* action, QWidget* parent);
    void showMoment();
    void retranslate();
    [[nodiscard]] Nanoseconds firstNs() const;
    [[nodiscard]] Nanoseconds lastNs() const;
    [[nodiscard]] Nanoseconds momentNs() const;

    Session& m_session;
    QSlider* m_slider;
    QLabel* m_time;
    QComboBox* m_speed;
    bool m_couldPlay = false;
};

}  // namespace ipclab
