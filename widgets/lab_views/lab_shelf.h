// The exercises by topic, with how long each takes and how far one is, and a field to find one by its words; below them
// those of the user's own, which are read beside the window's thread, and the way to open one more.
#pragma once

#include <QWidget>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "exercises/own_labs.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace ipclab {

class LabSession;
class SearchList;

class LabShelf : public QWidget {
    Q_OBJECT
public:
    // The session outlives this.
    explicit LabShelf(LabSession& labs, QWidget* parent = nullptr);
    ~LabShelf() override;  // what is being read is read no further

    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] QLineEdit* search() const;
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    // Of what is kept, again.
    void fill();

signals:
    void labChosen(const QString& id);
    void ownLabChosen(const QString& path);
    void folderWanted();
    void archiveWanted();
    void removeWanted(const QString& path);  // from the list alone

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void open(const QModelIndex& index);
    QStandardItem* topic(const QString& title);
    void addOwn();
    void readOwn(std::vector<std::filesystem::path> paths);
    void showOwn(const OwnLab& own);
    void fillRow(QStandardItem& row, const OwnLab& own) const;
    void askRemove(const QPoint& at);

    LabSession& m_labs;
    QTreeView* m_list;
    QStandardItemModel* m_rows;
    SearchList* m_found;
    QPushButton* m_open;
    QMenu* m_openMenu;
    QLabel* m_foot;
    struct Reading;
    std::shared_ptr<Reading> m_reading;                 // of the list as it is shown
    std::map<std::filesystem::path, OwnLab> m_ownRead;  // as each was found last
};

}  // namespace ipclab
