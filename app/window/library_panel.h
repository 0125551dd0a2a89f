// The left side: presets in groups with a search field. Choosing one opens it; a double click or Enter runs it.
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace ipclab {

class PresetTree;
class SearchList;

class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(QWidget* parent = nullptr);

    // Shows it as the one that is open; emits nothing. Empty: none of the presets is.
    void setCurrent(const QString& presetId);
    [[nodiscard]] QLineEdit* search() const;
    [[nodiscard]] QTreeView* tree() const { return m_tree; }

signals:
    void presetChosen(const QString& presetId);
    void presetRunWanted(const QString& presetId);
    void openFileWanted();
    void mechanismsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showOpen();
    [[nodiscard]] QString idAt(const QModelIndex& index) const;

    QTreeView* m_tree;
    QPushButton* m_open;
    QPushButton* m_mechanisms;
    PresetTree* m_presets;
    SearchList* m_list;
    QString m_openId;
    bool m_quiet = false;
};

}  // namespace ipclab
