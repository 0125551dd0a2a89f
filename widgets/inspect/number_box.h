// A field for numbers of any size: typed as they are, stepped with the arrow keys in steps of their second digit. It
// judges nothing: what is no number is the reader's to refuse.
#pragma once

#include <QAbstractSpinBox>
#include <QTimer>

namespace ipclab {

class NumberBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    struct Bounds {
        double low = 0;
        double high = 1;
        bool whole = false;
    };

    explicit NumberBox(const Bounds& bounds, QWidget* parent = nullptr);
    // From where steps begin while nothing is typed.
    void setUsual(double usual) { m_usual = usual; }
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    [[nodiscard]] QString typed() const;

    void stepBy(int steps) override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    // Stepped, and not for a moment since: many steps are one change.
    void stepped();

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rest();

    Bounds m_bounds;
    double m_usual = 0;
    QTimer m_rest;
};

}  // namespace ipclab
