// What a report says, as data: sections of headings, paragraphs, lists, tables, figures and verdicts. Who makes it
// (report_of_run.h, report_of_sweep.h, whoever has something to hand in) knows nothing of paper or markup; the two
// writers (html_writer.h, pdf_writer.h) know nothing of runs. All text is plain text: nothing in it is markup, wherever
// it comes from.
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <variant>
#include <vector>

#include "plot/painted_picture.h"

namespace ipclab {

// A piece of text of one appearance.
struct ReportSpan {
    QString text;
    bool bold = false, italic = false, code = false, struck = false;
    QString link{};  // http, https or mailto; else empty

    bool operator==(const ReportSpan&) const = default;
};
using ReportText = std::vector<ReportSpan>;

QString plainTextOf(const ReportText& text);

struct ReportParagraph {
    enum class Kind { Body, Lead, Quiet, Quote };
    ReportText text;
    Kind kind = Kind::Body;
};

// Inside a section: 3, 4 …; the section's own title is of level 2.
struct ReportHeading {
    ReportText text;
    int level = 3;
};

struct ReportItem {
    ReportText text;
    int depth = 0;
    QString marker{};  // "1."; empty: a bullet
};
struct ReportList {
    std::vector<ReportItem> items;
    bool warns = false;
};

// Lines that stand as they are, of one width.
struct ReportCode {
    QString text;
};

// "Kernel: 6.1", one below the other.
struct ReportFacts {
    std::vector<std::pair<QString, QString>> rows;
};

struct ReportColumn {
    QString title;
    bool number = false;  // aligned at the right
};
struct ReportTable {
    std::vector<ReportColumn> columns;
    std::vector<QStringList> rows;
    QString caption;
    QString note{};   // below it
    QString label{};  // "Table 2", given by number()
};

struct ReportFigure {
    PaintedPicture picture;  // light
    QString caption;
    QString label{};  // "Figure 2"
};

struct ReportVerdict {
    enum class Kind { Good, Bad, Open };
    Kind kind = Kind::Open;
    QString statement;
    QString reason{};
    bool hasCode = false;  // between backticks, in both

    [[nodiscard]] ReportText spansOf(const QString& part) const;
};

using ReportBlock = std::variant<ReportParagraph, ReportHeading, ReportList, ReportCode, ReportFacts, ReportTable,
                                 ReportFigure, ReportVerdict>;

struct ReportSection {
    QString id;
    QString title;
    std::vector<ReportBlock> blocks{};
};

struct Report {
    QString language;  // "en", "ko": texts that pictures paint are in it, too
    QString title;
    QString author;
    QString date;
    QString origin;  // the program and its version
    std::vector<ReportSection> sections;
};

// Gives every table and figure its number, in the order they stand. In the language of the application as it is now.
void number(Report& report);

ReportText plain(const QString& text);
// What stands between `these` is code.
ReportText withCode(const QString& text);

// Pictures are painted with the text of the window, which may be of any size: what makes it 12 CSS pixels high.
double pictureScale();

}  // namespace ipclab
