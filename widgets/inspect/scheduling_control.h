// The nice value and the processors of a process, which the kernel may refuse: what it says stands under the field.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "inspect/refused_input.h"

class QComboBox;
class QLabel;
class QSpinBox;

namespace ipclab {

class SchedulingControl : public QWidget {
    Q_OBJECT
public:
    explicit SchedulingControl(QWidget* parent = nullptr);

    void retranslate();
    // From outside: emits nothing, and leaves a field alone that is being typed into.
    void setNice(int nice);
    void setCpus(const std::vector<unsigned>& cpus);  // empty: any
    // Why the last attempt was refused; empty: it was not.
    void setRefusals(const QString& nice, const QString& cpus);
    // Another process: what was typed for the last one is forgotten.
    void forget();
    // Processors are seen that cannot be taken.
    [[nodiscard]] std::optional<RefusedInput> refused() const;

    [[nodiscard]] QSpinBox* niceField() const { return m_nice; }
    [[nodiscard]] QComboBox* cpusField() const { return m_cpus; }
    [[nodiscard]] QLabel* niceProblem() const { return m_niceProblem; }
    [[nodiscard]] QLabel* cpusProblem() const { return m_cpusProblem; }

signals:
    void niceChosen(int nice);
    void cpusChosen(const std::vector<unsigned>& cpus);

private:
    void chooseCpus();
    // Nothing where the text names no processors, or one that is not there; m_mistake says so.
    [[nodiscard]] std::optional<std::vector<unsigned>> typedCpus();
    [[nodiscard]] QString textOf(const std::vector<unsigned>& cpus) const;
    void showProblem(QLabel* label, const QString& text);

    std::vector<unsigned> m_online;
    std::vector<unsigned> m_shownCpus;
    int m_shownNice = 0;
    QString m_mistake;  // in the field of processors
    QString m_cpusRefusal;
    QLabel* m_niceName;
    QSpinBox* m_nice;
    QLabel* m_niceProblem;
    QLabel* m_cpusName;
    QComboBox* m_cpus;
    QLabel* m_cpusProblem;
};

}  // namespace ipclab
