// One option to choose: a radio button whose text has as many lines as it needs, where a button's own has one.
#pragma once

#include <QWidget>

class QLabel;
class QRadioButton;

namespace ipclab {

class OptionRow : public QWidget {
public:
    explicit OptionRow(QWidget* parent = nullptr);

    void setText(const QString& sentence);  // with code between backticks
    [[nodiscard]] QRadioButton* button() const { return m_button; }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRadioButton* m_button;
    QLabel* m_text;
};

}  // namespace ipclab
