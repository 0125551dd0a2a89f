// A recording, or the run that has just ended, played again.
#include <QAction>
#include <cmath>

#include "bridge/icons.h"
#include "canvas/canvas_view.h"
#include "plot/chart_page.h"
#include "window/charts_panel.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/player_bar.h"
#include "window/window_actions.h"

namespace ipclab {

// Of the run that has just ended its recording takes its place the first time it is played.
ReplaySource* MainWindow::replayed() {
    if (m_session->recording() != nullptr || !m_player->canPlay()) return m_session->recording();
    try {
        m_session->replayRun();
    } catch (const std::exception& error) {
        tellRefused(error);
        return nullptr;
    }
    followRecording();
    return m_session->recording();
}

// Of the recording that is shown now.
void MainWindow::followRecording() {
    ReplaySource* replay = m_session->recording();
    connect(replay, &ReplaySource::momentMoved, this, &MainWindow::showMoment);
    connect(replay, &ReplaySource::playingChanged, this, &MainWindow::showPlaying);
    connect(replay, &ReplaySource::readFailed, this, [this](const QString& why) {
        m_notice->show(NoticeBar::Weight::Error, tr("The recording cannot be read any further."), why);
    });
    showMoment();
    showPlaying();
}

void MainWindow::showMoment() {
    const ReplaySource* replay = m_session->recording();
    m_player->follow();
    if (replay == nullptr) return;
    // At the end there is nothing a line would say.
    const bool atEnd = replay->moment() >= replay->lastNs();
    m_charts->page()->axis()->setMoment(atEnd ? std::nullopt : std::optional(replay->moment()));
}

void MainWindow::showPlaying() {
    const ReplaySource* replay = m_session->recording();
    const bool playing = replay != nullptr && replay->isPlaying();
    const bool back = playing && replay->speed() < 0;
    m_actions->play->setIcon(themedIcon(playing && !back ? QStringLiteral("pause") : QStringLiteral("run")));
    m_actions->playBack->setIcon(themedIcon(back ? QStringLiteral("pause") : QStringLiteral("play-back")));
}

void MainWindow::showCanPlay() {
    const bool can = m_player->canPlay();
    for (QAction* action : m_actions->ofPlayer()) action->setEnabled(can);
}

// Pressed again it pauses; pressed while it plays the other way it turns round.
void MainWindow::playOrPause(int direction) {
    ReplaySource* replay = replayed();
    if (replay == nullptr) return;
    const bool same = replay->isPlaying() && (replay->speed() > 0) == (direction > 0);
    if (same) return replay->pause();
    replay->play(direction * m_player->speed());
    showPlaying();
}

// 0 … 1 of the recording, which begins and ends a little beside the run.
void MainWindow::goToPlace(double share) {
    ReplaySource* replay = replayed();
    if (replay == nullptr) return;
    const auto length = static_cast<double>(replay->lastNs() - replay->firstNs());
    replay->goTo(replay->firstNs() + std::llround(share * length));
    showMoment();
}

void MainWindow::connectPlayer() {
    const WindowActions& a = *m_actions;
    const auto stepped = [this](QAction* action, auto step) {
        connect(action, &QAction::triggered, this, [this, step] {
            ReplaySource* replay = replayed();
            if (replay == nullptr) return;
            replay->pause();
            step(*replay);
        });
    };
    connect(a.play, &QAction::triggered, this, [this] { playOrPause(1); });
    connect(a.playBack, &QAction::triggered, this, [this] { playOrPause(-1); });
    stepped(a.eventNext, [](ReplaySource& replay) { replay.stepForward(); });
    stepped(a.eventBefore, [](ReplaySource& replay) { replay.stepBack(); });
    stepped(a.switchNext, [this](ReplaySource& replay) { replay.stepSwitch(true, selectedProcess()); });
    stepped(a.switchBefore, [this](ReplaySource& replay) { replay.stepSwitch(false, selectedProcess()); });
    stepped(a.toFirst, [](ReplaySource& replay) { replay.goTo(replay.firstNs()); });
    stepped(a.toLast, [](ReplaySource& replay) { replay.goTo(replay.lastNs()); });
    stepped(a.toCrosshair, [this](ReplaySource& replay) {
        if (const auto t = m_charts->page()->axis()->crosshair()) replay.goTo(*t);
    });
    connect(a.faster, &QAction::triggered, this, [this] { m_player->changeSpeed(1); });
    connect(a.slower, &QAction::triggered, this, [this] { m_player->changeSpeed(-1); });
    connect(m_charts->page()->chartActions().follow, &QAction::triggered, this, [this] {
        if (ReplaySource* replay = m_session->recording()) replay->goTo(replay->lastNs());
    });
    connect(m_player, &PlayerBar::placeWanted, this, &MainWindow::goToPlace);
    // The charts' first frame of a run begins their axis anew, and the mark on it is gone.
    connect(&m_session->shown(), &RunSource::framePassed, this, [this] {
        if (m_session->recording() != nullptr) showMoment();
    });
    connect(m_player, &PlayerBar::speedChanged, this, [this](double speed) {
        ReplaySource* replay = m_session->recording();
        if (replay != nullptr && replay->isPlaying()) replay->play(replay->speed() < 0 ? -speed : speed);
    });
    connect(m_player, &PlayerBar::canPlayChanged, this, &MainWindow::showCanPlay);
    showCanPlay();
}

}  // namespace ipclab
