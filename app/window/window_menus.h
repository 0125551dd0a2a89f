// The menu bar, made of the window's actions and those of the charts.
#pragma once

#include <QObject>
#include <array>
#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace ipclab {

class ChartsPanel;
class DocumentMenus;
class EditActions;
class WindowActions;

class WindowMenus : public QObject {
    Q_OBJECT
public:
    WindowMenus(QMainWindow* window, const WindowActions& actions, const EditActions& edits, DocumentMenus& documents,
                ChartsPanel* charts);
    void retranslate();
    void addToView(QMenu* menu);

private:
    enum Menu { File, Edit, RunMenu, Replay, View, Charts, Language, Help, MenuCount };
    void fill(const WindowActions& actions, const EditActions& edits);
    void fillReplay(const WindowActions& actions);
    void fillCharts();
    void showChartChoices();

    QMainWindow* m_window;
    ChartsPanel* m_charts;
    std::array<QMenu*, MenuCount> m_menus{};
    DocumentMenus& m_documents;
    QMenu* m_theme;
    QMenu* m_arrange;
    std::vector<QAction*> m_chartToggles;  // in the order of runCharts()
};

}  // namespace ipclab
