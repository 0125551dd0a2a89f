// The left side: presets in groups with a search field. Choosing one opens it; a double click or Enter runs it.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace ipclab {

class PresetFilter;
class PresetTree;

class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(QWidget* parent = nullptr);

    // Shows it as the one that is open; emits nothing. Empty: none of the presets is.
    void setCurrent(const QString& presetId);
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QTreeView* tree() const { return m_tree; }

signals:
    void presetChosen(const QString& presetId);
    void presetRunWanted(const QString& presetId);
    void openFileWanted();
    void mechanismsWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void filter(const QString& text);
    void showOpen();
    void chooseFirst();
    [[nodiscard]] QString idAt(const QModelIndex& index) const;

    QLineEdit* m_search;
    QTreeView* m_tree;
    QLabel* m_nothing;
    QPushButton* m_open;
    QPushButton* m_mechanisms;
    PresetTree* m_presets;
    PresetFilter* m_filter;
    QString m_openId;
    bool m_quiet = false;
};

}  // namespace ipclab
