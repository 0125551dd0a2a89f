// The exercises by topic, with how long each takes and how far one is.
#pragma once

#include <QWidget>

class QLabel;
class QStandardItemModel;
class QTreeView;

namespace ipclab {

class LabSession;

class LabShelf : public QWidget {
    Q_OBJECT
public:
    // The session outlives this.
    explicit LabShelf(LabSession& labs, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* list() const { return m_list; }
    // Of what is kept, again.
    void fill();

signals:
    void labChosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();

    LabSession& m_labs;
    QTreeView* m_list;
    QStandardItemModel* m_rows;
    QLabel* m_foot;
};

}  // namespace ipclab
