#include "report/report.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QGuiApplication>

namespace ipclab {

namespace {

struct ReportLabels {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ReportLabels)
};

}  // namespace

QString plainTextOf(const ReportText& text) {
    QString plain;
    for (const ReportSpan& span : text) plain += span.text;
    return plain;
}

ReportText withCode(const QString& text) {
    ReportText spans;
    const QStringList parts = text.split(QLatin1Char('`'));
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (!parts[i].isEmpty()) spans.push_back({.text = parts[i], .code = i % 2 == 1});
    return spans;
}

ReportText ReportVerdict::spansOf(const QString& part) const { return hasCode ? withCode(part) : plain(part); }

double pictureScale() {
    constexpr double kUsualTextPx = 12;
    return kUsualTextPx / QFontInfo(QGuiApplication::font()).pixelSize();
}

ReportText plain(const QString& text) { return {{.text = text}}; }

void number(Report& report) {
    int tables = 0, figures = 0;
    for (ReportSection& section : report.sections) {
        for (ReportBlock& block : section.blocks) {
            if (auto* table = std::get_if<ReportTable>(&block); table != nullptr && !table->caption.isEmpty())
                table->label = ReportLabels::tr("Table %1").arg(++tables);
            if (auto* figure = std::get_if<ReportFigure>(&block))
                figure->label = ReportLabels::tr("Figure %1").arg(++figures);
        }
    }
}

}  // namespace ipclab
