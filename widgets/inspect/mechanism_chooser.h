// The mechanisms a link can be changed to, in a popup: searched by typing, grouped by family, each with what it is
// like; one that cannot be chosen here is grey and says why. One click, or Return, chooses.
#pragma once

#include <QFrame>

#include "bridge/editor.h"

class QLineEdit;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace ipclab {

class MechanismChooser : public QFrame {
    Q_OBJECT
public:
    MechanismChooser(const Editor& editor, PartId link, QWidget* parent = nullptr);

    // Below this widget, as wide as there is room.
    void showAt(QWidget* widget);

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    // False of what is grey: it can be gone to, and says why.
    [[nodiscard]] static bool canBeChosen(const QModelIndex& index);

signals:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const Editor& editor, PartId link);
    void filter(const QString& text);
    void choose(const QModelIndex& index);
    void step(QModelIndex (QTreeView::*next)(const QModelIndex&) const);

    QLineEdit* m_search;
    QTreeView* m_list;
    QStandardItemModel* m_model;
};

// The edit that gives a link another mechanism, and the link that goes the other way through the same object with it.
Edit changeMechanism(const Document& document, PartId link, const std::string& mechanism);

}  // namespace ipclab
