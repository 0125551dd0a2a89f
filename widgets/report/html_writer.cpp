#include "report/html_writer.h"

#include <QCoreApplication>

#include "core/markup.h"
#include "plot/plain_tip.h"
#include "report/report_language.h"

namespace ipclab {

namespace {

constexpr const char* kStyle = R"(
@page { size: %1; margin: 20mm 20mm 22mm; }
:root { color-scheme: light; --ink: #1d2127; --quiet: #5b636e; --rule: #c4c8ce; --pale: #f4f5f7; --accent: #1b5fa8; }
* { box-sizing: border-box; }
body { font: 16px/1.55 "Noto Sans KR", "Noto Sans CJK KR", Pretendard, "Apple SD Gothic Neo", "Malgun Gothic",
       "Noto Sans", system-ui, sans-serif; color: var(--ink); background: #fff; max-width: 50rem; margin: 3rem auto;
       padding: 0 1.25rem; overflow-wrap: break-word; }
:lang(ko) { word-break: keep-all; }
h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 .4rem; }
header { border-bottom: 2px solid var(--accent); padding-bottom: .8rem; margin-bottom: 2rem; }
header p { margin: 0; color: var(--quiet); }
h2 { font-size: 1.35rem; color: var(--accent); margin: 2.4rem 0 .7rem; break-after: avoid; }
h2 span { margin-right: .7em; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; } h4, h5 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
h3, h4, h5 { break-after: avoid; }
p { margin: .6rem 0; orphans: 2; widows: 2; }
.lead { font-size: 1.15rem; } .quiet { color: var(--quiet); font-size: .87rem; }
blockquote { margin: .8rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); color: var(--quiet); }
figure { margin: 1.5rem 0; break-inside: avoid; text-align: center; }
figure img { max-width: 100%; height: auto; }
figcaption, caption { color: var(--quiet); font-size: .85rem; text-align: left; }
figcaption { margin-top: .4rem; } caption { caption-side: top; padding-bottom: .35rem; break-after: avoid; }
.scroll { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; font-variant-numeric: tabular-nums; }
th { color: var(--quiet); font-weight: 600; text-align: left; vertical-align: bottom;
     border-bottom: 1.5px solid var(--quiet); }
td { border-bottom: 1px solid var(--rule); vertical-align: top; text-align: left; }
th, td { padding: .3rem .5rem; } .n { text-align: right; white-space: nowrap; } th.n { white-space: normal; }
tr { break-inside: avoid; } thead { display: table-header-group; }
dl { display: grid; grid-template-columns: minmax(8rem, 27%) 1fr; gap: .25rem 1rem; margin: .8rem 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.verdict { display: grid; grid-template-columns: 1.5rem 1fr; gap: .6rem; margin: .7rem 0; break-inside: avoid; }
.verdict b { width: 1.35rem; height: 1.35rem; border-radius: 50%; color: #fff; text-align: center; line-height: 1.35rem;
             font-size: .85rem; margin-top: .1rem; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.good b { background: #1f7a4d; } .bad b { background: #b32b2b; } .open b { background: #9a6800; }
.verdict p { margin: 0; }
ul.warnings { list-style: none; padding: 0; } ul.warnings li { padding-left: 1.4rem; text-indent: -1.4rem; }
ul.warnings li::before { content: "!"; color: #9a6800; font-weight: 700; display: inline-block; width: 1.4rem;
                         text-indent: 0; }
li { margin: .25rem 0; } ul.items { list-style: none; padding: 0; }
ul.items li { display: grid; grid-template-columns: 1.5rem 1fr; }
code, pre { font-family: "DejaVu Sans Mono", "Noto Sans Mono CJK KR", ui-monospace, monospace; font-size: .85em; }
pre { background: var(--pale); padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.4; }
a { color: var(--accent); }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .85rem; }
@media print {
  body { font-size: 10pt; margin: 0; padding: 0; max-width: none; } .scroll { overflow: visible; }
  table { font-size: 8pt; } a { text-decoration: none; }
}
)";

constexpr double kEnlarged = 1.12;  // text on a screen is larger than on paper

QString element(const char* name, const QString& content, const QString& attributes = {}) {
    const QString tag = QLatin1String(name);
    return QStringLiteral("<%1%2>%3</%1>")
        .arg(tag, attributes.isEmpty() ? QString() : QLatin1Char(' ') + attributes, content);
}

QString classOf(const char* name) { return QStringLiteral("class=\"%1\"").arg(QLatin1String(name)); }

QString markup(const ReportSpan& span) {
    QString text = markupText(span.text);
    if (span.code) text = element("code", text);
    if (span.bold) text = element("strong", text);
    if (span.italic) text = element("em", text);
    if (span.struck) text = element("s", text);
    if (span.link.isEmpty()) return text;
    return element("a", text, QStringLiteral("href=\"%1\" rel=\"noreferrer\"").arg(markupText(span.link)));
}

QString markup(const ReportText& text) {
    QString all;
    for (const ReportSpan& span : text) all += markup(span);
    return all;
}

QString captionOf(const QString& label, const QString& caption) {
    return (label.isEmpty() ? QString() : element("strong", markupText(label + QLatin1Char('.'))) + QLatin1Char(' ')) +
           markupText(caption);
}

class BlockMarkup {
public:
    QString operator()(const ReportParagraph& paragraph) const {
        using Kind = ReportParagraph::Kind;
        if (paragraph.kind == Kind::Quote) return element("blockquote", markup(paragraph.text));
        return element("p", markup(paragraph.text),
                       paragraph.kind == Kind::Lead    ? classOf("lead")
                       : paragraph.kind == Kind::Quiet ? classOf("quiet")
                                                       : QString());
    }

    QString operator()(const ReportHeading& heading) const {
        const QByteArray name = "h" + QByteArray::number(heading.level);
        return element(name.constData(), markup(heading.text));
    }

    // Markers and depths are the text's own, so that a list which begins at 3 does so on paper and here.
    QString operator()(const ReportList& list) const {
        QString items;
        for (const ReportItem& item : list.items) {
            if (list.warns) {
                items += element("li", markup(item.text)) + QLatin1Char('\n');
                continue;
            }
            const QString marker = item.marker.isEmpty() ? QStringLiteral("•") : item.marker;
            const QString indent =
                item.depth > 0 ? QStringLiteral("style=\"margin-left:%1rem\"").arg(1.5 * item.depth) : QString();
            items += element("li", element("span", markupText(marker)) + element("div", markup(item.text)), indent) +
                     QLatin1Char('\n');
        }
        return element("ul", QLatin1Char('\n') + items, classOf(list.warns ? "warnings" : "items"));
    }

    QString operator()(const ReportCode& code) const { return element("pre", markupText(code.text)); }

    QString operator()(const ReportFacts& facts) const {
        QString rows;
        for (const auto& [name, value] : facts.rows)
            rows += element("dt", markupText(name)) + element("dd", markupText(value)) + QLatin1Char('\n');
        return element("dl", QLatin1Char('\n') + rows);
    }

    QString operator()(const ReportTable& table) const {
        const auto row = [&](const char* cell, const auto& textOf) {
            QString cells;
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                cells += element(cell, markupText(textOf(c)), table.columns[c].number ? classOf("n") : QString());
            return element("tr", cells) + QLatin1Char('\n');
        };
        QString html = table.caption.isEmpty() ? QString() : element("caption", captionOf(table.label, table.caption));
        html += element("thead", row("th", [&](std::size_t c) { return table.columns[c].title; }));
        QString body;
        for (const QStringList& cells : table.rows)
            body += row("td", [&](std::size_t c) { return cells.value(static_cast<qsizetype>(c)); });
        html = element("table", html + element("tbody", QLatin1Char('\n') + body));
        if (!table.note.isEmpty()) html += element("p", markupText(table.note), classOf("quiet"));
        return element("div", html, classOf("scroll"));
    }

    // As an image and not inline: the ids inside several drawings would collide, and an image runs nothing.
    QString operator()(const ReportFigure& figure) const {
        const QString image =
            QStringLiteral("<img alt=\"%1\" width=\"%2\" src=\"data:image/svg+xml;base64,%3\"/>")
                .arg(markupText(figure.caption),
                     QString::number(qRound(figure.picture.size.width() * pictureScale() * kEnlarged)),
                     QString::fromLatin1(figure.picture.svg().toBase64()));
        return element("figure", image + element("figcaption", captionOf(figure.label, figure.caption)));
    }

    QString operator()(const ReportVerdict& verdict) const {
        const bool good = verdict.kind == ReportVerdict::Kind::Good, bad = verdict.kind == ReportVerdict::Kind::Bad;
        const QString sign = good ? QStringLiteral("✓") : bad ? QStringLiteral("✗") : QStringLiteral("–");
        QString text = element("p", markup(verdict.spansOf(verdict.statement)));
        if (!verdict.reason.isEmpty()) text += element("p", markup(verdict.spansOf(verdict.reason)), classOf("quiet"));
        return element("div", element("b", sign) + element("div", text),
                       classOf(good  ? "verdict good"
                               : bad ? "verdict bad"
                                     : "verdict open"));
    }
};

QString headOf(const Report& report, Paper paper) {
    const QString style =
        QString::fromUtf8(kStyle).arg(paper == Paper::A4 ? QStringLiteral("A4") : QStringLiteral("letter"));
    return element("head", QStringLiteral("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
                                          "content=\"width=device-width, initial-scale=1\"/>\n") +
                               element("title", markupText(report.title)) + QLatin1Char('\n') +
                               element("style", style));
}

QString headerOf(const Report& report) {
    QStringList parts{report.author, report.date};
    parts.removeAll(QString());
    return element("header", element("h1", markupText(report.title)) +
                                 element("p", markupText(parts.join(QStringLiteral(" · ")))));
}

}  // namespace

QByteArray htmlOf(const Report& report, Paper paper) {
    const ReportLanguage inThat(report.language);
    QString body = headerOf(report) + QLatin1Char('\n');
    int number = 0;
    for (const ReportSection& section : report.sections) {
        QString html =
            element("h2", element("span", QString::number(++number)) + markupText(section.title)) + QLatin1Char('\n');
        for (const ReportBlock& block : section.blocks) html += std::visit(BlockMarkup(), block) + QLatin1Char('\n');
        body += element("section", QLatin1Char('\n') + html, QStringLiteral("id=\"%1\"").arg(markupText(section.id))) +
                QLatin1Char('\n');
    }
    body += element("footer", markupText(report.origin));
    const QString page =
        element("html", QLatin1Char('\n') + headOf(report, paper) + QLatin1Char('\n') + element("body", body),
                QStringLiteral("lang=\"%1\"").arg(markupText(report.language)));
    return QByteArray("<!DOCTYPE html>\n") + page.toUtf8() + '\n';
}

}  // namespace ipclab
