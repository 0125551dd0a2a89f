// The first start's three hints, side by side in one line, until they are dismissed for good; each tells more when
// pointed at.
#pragma once

#include <QWidget>
#include <array>

class QLabel;
class QPushButton;

namespace ipclab {

class HintBar : public QWidget {
    Q_OBJECT
public:
    explicit HintBar(QWidget* parent = nullptr);
    [[nodiscard]] QPushButton* dismissButton() const { return m_dismiss; }

signals:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::array<QLabel*, 3> m_hints{};
    QPushButton* m_dismiss;
};

}  // namespace ipclab
