// What a report says, as a list that is checked and ordered: by hand, by mouse or by keys, and remembered for each
// template and kind of report.
#pragma once

#include <QWidget>
#include <vector>

#include "report/report_plan.h"

class QListWidget;
class QToolButton;

namespace ipclab {

class ReportSectionsList : public QWidget {
    Q_OBJECT
public:
    explicit ReportSectionsList(QWidget* parent = nullptr);

    // Those of this kind alone; the template's come first, checked. kept: as text() gave it, over that; empty: nothing.
    void show(const ReportTemplate& chosen, ReportOf what, const QString& kept);
    [[nodiscard]] std::vector<ReportPart> parts() const;
    // "question,-host,charts": in their order, with a dash what is not checked.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QListWidget* list() const { return m_list; }
    void retranslate();

signals:
    void changed();

private:
    void add(ReportPart part, bool checked);
    void move(int by);

    QListWidget* m_list;
    QToolButton *m_up, *m_down;
    bool m_filling = false;
};

}  // namespace ipclab
