// A report on paper: as a PDF, or page by page for whoever paints it (the preview). Charts stay lines and text, fonts
// are embedded as far as they are used, no line, row or figure is cut by the end of a page.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QSizeF>
#include <memory>

#include "report/report.h"
#include "report/report_plan.h"

class QPainter;

namespace ipclab {

// Of that size, with letters of Korean and Latin that go together, as a report has it.
QFont reportFont(QFont font);

class ReportPages {
public:
    // Needs a QGuiApplication for its fonts. GUI thread.
    ReportPages(Report report, Paper paper);
    ~ReportPages();
    ReportPages(const ReportPages&) = delete;
    ReportPages& operator=(const ReportPages&) = delete;

    [[nodiscard]] int count() const;
    [[nodiscard]] QSizeF sizePt() const;
    // In points from the top left corner of the sheet.
    void paint(int page, QPainter& painter) const;
    [[nodiscard]] QByteArray pdf() const;

private:
    void paintPage(int page, QPainter& painter) const;

    struct Content;
    Report m_report;
    Paper m_paper;
    std::unique_ptr<Content> m_content;
};

}  // namespace ipclab
