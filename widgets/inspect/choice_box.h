// A box to choose from in a narrow place: what has no room ends in an ellipsis, and the tooltip says all of it.
#pragma once

#include <QComboBox>

namespace ipclab {

class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);
    // What is shown of the text that is chosen.
    [[nodiscard]] QString shownText() const;
    // The list is as wide as what stands in it.
    void showPopup() override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace ipclab
