// Every action of the window with its text, icon, shortcut and tooltip, in one place: menus, toolbar and tests share
// them. The actions of the charts belong to their page (plot/chart_page.h).
#pragma once

#include <QObject>
#include <vector>

class QAction;
class QActionGroup;
class QWidget;

namespace ipclab {

class WindowActions : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QWidget* window);

    QAction *newDocument, *open, *save, *saveAs, *saveChart, *saveData, *saveRecording, *report, *showLastRuns, *exercises,
        *settings, *quit;
    QAction *run, *stop, *revert, *keepSteps, *sweep, *observerCost;
    QAction *play, *playBack, *eventNext, *eventBefore, *switchNext, *switchBefore, *toFirst, *toLast, *toCrosshair,
        *faster, *slower;
    QAction *pauseProcess, *terminateProcess, *killProcess;
    QAction *showLibrary, *showCanvas, *showCharts, *showTables, *showInspector, *fullScreen, *resetLayout, *search,
        *mechanisms, *compareMechanisms, *claims, *costs, *waiting, *machine;
    QAction* compareRecordings;
    QAction *themeDesktop, *themeLight, *themeDark;
    QAction *languageDesktop, *english, *korean;
    QAction *hints, *guide, *guidePages, *whatsThis, *commands, *shortcuts, *about;
    QActionGroup *themes, *languages;

    void retranslate();
    // Those that need something to play.
    [[nodiscard]] std::vector<QAction*> ofPlayer() const;
    // When it can be had, told where it is greyed out: "while a run goes on"; empty: nothing is known.
    static QString condition(const QAction* action);
    static void setCondition(QAction* action, const QString& text);

private:
    QAction* make(const char* icon, std::initializer_list<const char*> keys);
    QAction* makeChoice(QActionGroup* group);
    static void name(QAction* action, const QString& text, const QString& tip = {});
    void nameFileAndRun();
    void makePlayer();
    void nameViews();
    void namePlayer();
    void tellConditions();

    QWidget* m_window;
};

}  // namespace ipclab
