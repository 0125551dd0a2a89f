#pragma once

#include <QCoreApplication>

#include "window/settings_page.h"

class QLineEdit;
class QPushButton;

namespace ipclab {

// Where pictures, data and experiments are saved: where something was saved last, or always in one folder.
class SavingPage : public SettingsPage {
    Q_OBJECT
public:
    SavingPage(PreferencesInForce& preferences, QWidget* parent);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void showValues() override;

private:
    void typed();
    void browse();
    void keep(const QString& folder);

    QLineEdit* m_folder;
    QPushButton* m_browse;
    Row m_row;
    QString m_problem;  // with what was typed
};

}  // namespace ipclab
