// A quantity set by hand over many decades: a logarithmic slider and a field for the exact figure, always in step, and
// where zero means something of its own ("as fast as possible") a box for that.
#pragma once

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace ipclab {

class ScaleControl : public QWidget {
    Q_OBJECT
public:
    struct Range {
        double low = 1;  // of the slider; above zero
        double high = 1e6;
        bool zero = false;  // zero may be chosen too, at the slider's left end
        int decimals = 0;
        bool bytes = false;  // units of it may be typed
    };

    explicit ScaleControl(const Range& range, QWidget* parent = nullptr);

    // zeroText: what zero is called; empty: there is no box for it.
    void setTexts(const QString& name, const QString& unit, const QString& zeroText, const QString& tip);
    void setHigh(double high);

    [[nodiscard]] double value() const { return m_value; }
    // From outside: emits nothing, and leaves a control alone that is being dragged or typed into.
    void setValue(double value);

    [[nodiscard]] QSlider* slider() const { return m_slider; }
    [[nodiscard]] QDoubleSpinBox* field() const { return m_field; }
    [[nodiscard]] QCheckBox* zeroBox() const { return m_zeroBox; }

signals:
    void valueChosen(double value);

private:
    void choose(double value);
    void show(double value);
    void moved(int position);
    void zeroToggled(bool on);
    [[nodiscard]] int positionOf(double value) const;
    [[nodiscard]] double valueAt(int position) const;

    Range m_range;
    double m_value = 0;
    double m_lastAboveZero;
    QLabel* m_name;
    QSlider* m_slider;
    QDoubleSpinBox* m_field;
    QCheckBox* m_zeroBox;
};

}  // namespace ipclab
