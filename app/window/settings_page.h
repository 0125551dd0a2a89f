// A page of the settings: rows of a label, a field and one sentence on what it does. What is set holds at once; what
// others change is shown at once.
#pragma once

#include <QWidget>
#include <vector>

#include "window/preferences_in_force.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace ipclab {

class SettingsPage : public QWidget {
    Q_OBJECT
public:
    // What the list of pages calls it.
    [[nodiscard]] virtual QString title() const = 0;
    virtual void retranslate() = 0;
    // As it is now.
    virtual void showValues() = 0;

protected:
    SettingsPage(PreferencesInForce& preferences, QWidget* parent);

    struct Row {
        QLabel* label;
        QWidget* field;
        QLabel* note;

        // label: with its mnemonic.
        void say(const QString& label, const QString& note) const;
    };
    // beside: what stands right of the field, in its line.
    Row addRow(QWidget* field, QWidget* beside = nullptr);
    // Under the fields.
    void addBelow(QWidget* widget);
    // What holds for the page as a whole, below all rows.
    QLabel* addRemark();

    // Keeps what is chosen.
    static void setWords(QComboBox* box, const QStringList& words);
    static void choose(QComboBox* box, int index);

    PreferencesInForce& m_preferences;

private:
    QGridLayout* m_grid;
    int m_nextRow = 0;
};

// Whatever is chosen in the dialog, in the order of its list.
std::vector<SettingsPage*> makeSettingsPages(PreferencesInForce& preferences, QWidget* parent);

}  // namespace ipclab
