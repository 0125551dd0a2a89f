// A message in the window, where others would put a modal box: what happened and what can be done, until it is closed
// or something else takes its place.
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace ipclab {

class NoticeBar : public QWidget {
    Q_OBJECT
public:
    enum class Weight { Information, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Weight weight, const QString& text, const QString& detail = {});
    // With something to do about it.
    void ask(Weight weight, const QString& text, const QString& detail, const QString& button,
             std::function<void()> action);
    void dismiss();
    // Away with it, where it is what is said.
    void take(const QString& text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton* actionButton() const { return m_button; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_detail;
    QPushButton* m_button;
    QToolButton* m_close;
    Weight m_weight = Weight::Information;
    std::function<void()> m_action;
};

}  // namespace ipclab
