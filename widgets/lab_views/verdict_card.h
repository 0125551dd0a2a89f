// What is said of one check: what is asked for, whether it holds, the numbers, why, and on request a hint.
#pragma once

#include <QWidget>
#include <optional>

#include "labs/verdict.h"

class QLabel;
class QPushButton;

namespace ipclab {

class VerdictCard : public QWidget {
    Q_OBJECT
public:
    explicit VerdictCard(LabCheck check, bool hintsCost, QWidget* parent = nullptr);

    // Null: the step was not run yet.
    void setVerdict(const LabVerdict* verdict);
    void setHintRead(bool read);
    // Whether a recording of it is there to be shown.
    void setCanShow(bool can);
    [[nodiscard]] QPushButton* hintButton() const { return m_ask; }
    [[nodiscard]] QPushButton* chartButton() const { return m_chart; }
    [[nodiscard]] QString said() const;  // of the verdict, as plain text

signals:
    void hintWanted(const std::string& check);
    void chartWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show();

    LabCheck m_check;
    bool m_hintsCost;
    std::optional<LabVerdict> m_verdict;
    bool m_hintRead = false, m_canShow = false;
    QString m_told;
    QLabel *m_mark, *m_what, *m_points, *m_said, *m_why, *m_hint;
    QPushButton *m_ask, *m_chart;
};

}  // namespace ipclab
