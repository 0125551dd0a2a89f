// The guide in a window of its own beside the laboratory: its contents with a search over every word of it at the left,
// a page at the right, and the way back.
#pragma once

#include <QStandardItemModel>
#include <QStringList>
#include <QWidget>

#include "window/guide.h"

class QAction;
class QLineEdit;
class QSplitter;
class QTreeView;

namespace ipclab {

class GuideView;
class SearchList;
class WindowSettings;

class GuideWindow : public QWidget {
    Q_OBJECT
public:
    GuideWindow(Guide guide, WindowSettings& settings, QWidget* parent);

    // "states#ready", with or without "guide:" in front. What there is no page of shows the first.
    void showPlace(const QString& place);
    [[nodiscard]] QString page() const { return m_visited.value(m_at).page; }
    [[nodiscard]] GuideView* view() const { return m_view; }
    [[nodiscard]] QLineEdit* search() const;
    [[nodiscard]] QTreeView* contents() const { return m_contents; }
    [[nodiscard]] QAction* backAction() const { return m_back; }
    [[nodiscard]] QAction* forwardAction() const { return m_forward; }

signals:
    // A "try it" link: an experiment of the library.
    void experimentWanted(const QString& presetId);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeSide();
    void connectParts();
    void fillContents();
    void fillTexts();
    void follow(const QUrl& link);
    void visit(const GuidePlace& place);
    void display(const GuidePlace& place);
    void go(int steps);
    void markCurrent();
    void scaleBy(double factor);
    void retranslate();
    QAction* makeAction(const char* icon, std::initializer_list<const char*> keys, void (GuideWindow::*slot)());
    void goBack() { go(-1); }
    void goForward() { go(1); }
    void enlargeText() { scaleBy(1.1); }
    void reduceText() { scaleBy(1 / 1.1); }
    void usualText() { scaleBy(0); }

    Guide m_guide;
    WindowSettings& m_settings;
    QStandardItemModel m_pages;
    QTreeView* m_contents;
    SearchList* m_search;
    GuideView* m_view;
    QSplitter* m_columns;
    QAction *m_back, *m_forward, *m_larger, *m_smaller, *m_usual;
    QList<GuidePlace> m_visited;
    int m_at = -1;
    bool m_textsKnown = false;
    bool m_quiet = false;
};

}  // namespace ipclab
