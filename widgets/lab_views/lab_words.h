// The questions that are answered in words, and the name that stands in what is handed in. What is typed is kept as it
// is typed; another language changes the questions and not the answers.
#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ipclab {

class LabSession;

class LabWords : public QWidget {
    Q_OBJECT
public:
    // The session outlives this; an exercise is open.
    explicit LabWords(LabSession& labs, QWidget* parent = nullptr);

    [[nodiscard]] QPlainTextEdit* answer(std::size_t index) const { return m_entries.at(index).answer; }
    [[nodiscard]] QLineEdit* student() const { return m_student; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        QLabel *question, *counted;
        QPlainTextEdit* answer;
        unsigned least;
    };
    void retranslate();
    static void showCount(const Entry& entry);

    LabSession& m_labs;
    std::vector<Entry> m_entries;
    QLabel* m_name;
    QLineEdit* m_student;
};

}  // namespace ipclab
