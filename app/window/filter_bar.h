// One field that looks for words in the table in front, and how many rows have them: "12 of 340". It is there when it
// is asked for (Ctrl+F in a table), and gone, with its words, by Escape.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ipclab {

class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QString countText() const;
    // With what is looked for in what is in front now.
    void open(const QString& words);
    void showCount(int shown, int all);
    void retranslate();

    // "12 of 340"; nothing while all are shown.
    [[nodiscard]] static QString countOf(int shown, int all);

signals:
    void wordsChanged(const QString& words);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void close();

    QLineEdit* m_field;
    QLabel* m_count;
    QToolButton* m_close;
};

}  // namespace ipclab
