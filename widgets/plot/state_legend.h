// A row of swatches that says what each state looks like; wraps where there is no room. Kept in sight wherever
// states are drawn.
#pragma once

#include <QWidget>
#include <vector>

#include "core/process_state.h"
#include "plot/chart_theme.h"

namespace ipclab {

class StateLegend : public QWidget {
    Q_OBJECT
public:
    explicit StateLegend(QWidget* parent = nullptr);

    // Default: all but "ready or running", which only sampling needs.
    void setStates(std::vector<ProcessState> states);
    [[nodiscard]] const std::vector<ProcessState>& states() const { return m_states; }
    void setTheme(const ChartTheme& theme);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    // The same picture into any painter, for exports, and how high it will be. paint() returns the height used.
    static int heightOf(const std::vector<ProcessState>& states, const QFontMetrics& metrics, int width);
    static int paint(QPainter& painter, const QRect& area, const std::vector<ProcessState>& states,
                     const ChartTheme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();
    std::vector<ProcessState> m_states;
    ChartTheme m_theme;
};

}  // namespace ipclab
