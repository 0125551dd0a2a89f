// How a chart is to be saved or copied: which, of which time, how large, on which theme.
#pragma once

#include <QDialog>

#include "observe/host_facts.h"
#include "plot/chart_export.h"
#include "window/charts_panel.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ipclab {

class SaveChartDialog : public QDialog {
    Q_OBJECT
public:
    SaveChartDialog(const ChartsPanel& charts, const QString& title, QWidget* parent = nullptr);

    // Nothing: the whole page.
    [[nodiscard]] TimeChart* chart() const;
    void setChart(TimeChart* chart);
    [[nodiscard]] PictureRange range() const;
    void setRange(PictureRange range);
    [[nodiscard]] PictureOptions options() const;
    void setScale(int scale);
    void setFormat(const QString& suffix);
    // It was accepted by "Copy": nothing is to be saved.
    [[nodiscard]] bool copies() const { return m_copies; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QString suffix() const;  // "png"

private:
    void fillChoices();
    void explain();
    [[nodiscard]] QFormLayout* makeForm();
    void fitToFormat();

    const ChartsPanel& m_charts;
    QComboBox* m_what;
    QComboBox* m_range;
    QComboBox* m_format;
    QComboBox* m_scale;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_theme;
    QLineEdit* m_title;
    QPushButton* m_copy;
    bool m_copies = false;
};

// Under the picture: parameters, the machine it ran on, date.
QString chartCaption(const RunData& run, const HostFacts& host = readHostFacts());

}  // namespace ipclab
