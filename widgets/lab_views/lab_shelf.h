// The exercises by topic, with how long each takes and how far one is; below them those of the user's own, and the way
// to open one more.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace ipclab {

class LabSession;
struct OwnLab;

class LabShelf : public QWidget {
    Q_OBJECT
public:
    // The session outlives this.
    explicit LabShelf(LabSession& labs, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* list() const { return m_list; }
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
    QStandardItem* topic(const QString& title);
    void addOwn();
    [[nodiscard]] QStandardItem* rowOf(const OwnLab& own) const;
    void askRemove(const QPoint& at);

    LabSession& m_labs;
    QTreeView* m_list;
    QStandardItemModel* m_rows;
    QPushButton* m_open;
    QMenu* m_openMenu;
    QLabel* m_foot;
};

}  // namespace ipclab
