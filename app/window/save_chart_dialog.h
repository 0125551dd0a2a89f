// How a chart is to be saved: which, how large, on which theme. The format follows from the file's name.
#pragma once

#include <QDialog>

#include "plot/chart_export.h"
#include "window/charts_panel.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ipclab {

class SaveChartDialog : public QDialog {
    Q_OBJECT
public:
    SaveChartDialog(const ChartsPanel& charts, const QString& title, QWidget* parent = nullptr);

    // Nothing: the whole page.
    [[nodiscard]] TimeChart* chart() const;
    void setChart(TimeChart* chart);
    [[nodiscard]] PictureOptions options() const;
    [[nodiscard]] QString suffix() const;  // "png"

private:
    const ChartsPanel& m_charts;
    QComboBox* m_what;
    QComboBox* m_format;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_theme;
    QLineEdit* m_title;
};

// Under the picture: parameters, machine, date.
QString chartCaption(const RunData& run);

}  // namespace ipclab
