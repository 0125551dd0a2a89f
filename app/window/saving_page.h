#pragma once

#include <QCoreApplication>

#include "window/settings_page.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ipclab {

// Where pictures, data, recordings and experiments are saved: where something was saved last, or always in one folder.
// And how many of the runs made last are kept by themselves, of which size together.
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
    [[nodiscard]] std::uint64_t unitBytes() const;

    QLineEdit* m_folder;
    QPushButton* m_browse;
    Row m_row;
    QSpinBox* m_count;
    QSpinBox* m_bytes;
    Row m_countRow, m_bytesRow;
    QString m_problem;  // with what was typed
};

}  // namespace ipclab
