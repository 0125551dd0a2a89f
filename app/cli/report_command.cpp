#include <QGuiApplication>
#include <iostream>

#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "core/utf8.h"
#include "core/whole_file.h"
#include "report/html_writer.h"
#include "report/notes_file.h"
#include "report/pdf_writer.h"
#include "report/report_subject.h"

namespace ipclab {

namespace {

ReportSubject subjectOf(const ReportArguments& arguments) {
    try {
        return readReportSubject(arguments.file);
    } catch (const std::runtime_error& error) {
        throw Failure(kWrongUsage, error.what());
    }
}

ReportNotes notesOf(const ReportArguments& arguments) {
    std::error_code error;
    if (!arguments.notes.empty() && !std::filesystem::exists(arguments.notes, error))
        throw Failure(kWrongUsage, "report: --notes: " + arguments.notes.string() + ": there is no such file");
    try {
        return readNotes(arguments.notes.empty() ? notesBeside(arguments.file) : arguments.notes);
    } catch (const std::runtime_error& wrong) {
        throw Failure(kWrongUsage, std::string("report: ") + wrong.what());
    }
}

ReportPlan planOf(const ReportArguments& arguments, ReportOf what) {
    const auto given = [](const std::optional<std::string>& option, const QString& else_) {
        return option ? QString::fromStdString(*option) : else_;
    };
    const ReportNotes notes = notesOf(arguments);
    const ReportTemplate* chosen = findReportTemplate(QString::fromStdString(arguments.templateId));
    ReportPlan plan;
    plan.parts = (chosen != nullptr ? *chosen : usualTemplate(what)).parts;
    if (!arguments.sections.empty()) plan.parts.clear();
    for (const std::string& id : arguments.sections) plan.parts.push_back(*reportPartOf(QString::fromStdString(id)));
    plan.language = QString::fromStdString(arguments.language);
    plan.title = given(arguments.title, notes.title);
    plan.author = given(arguments.author, notes.author);
    plan.date = given(arguments.date, {});
    plan.question = given(arguments.question, notes.question);
    plan.notes = notes.text;
    return plan;
}

void takeBaseline(const std::string& text, ReportSubject& subject) {
    if (text.empty()) return;
    auto* sweep = std::get_if<SweepSubject>(&subject);
    if (sweep == nullptr) throw Failure(kWrongUsage, "report: --baseline is of sweeps, and this is a recording");
    const ParsedBaseline parsed = parseBaseline(sweep->sweep->options(), text);
    if (!parsed.mistake.empty()) throw Failure(kWrongUsage, "report: --baseline: " + parsed.mistake);
    sweep->baseline = parsed.baseline;
}

void tellCutOff(const ReportArguments& arguments, const ReportSubject& subject) {
    const auto* run = std::get_if<RunSubject>(&subject);
    if (run == nullptr || run->complete) return;
    std::cerr << "ipclab: " << printable(arguments.file.string())
              << ": the recording was cut off before the run had ended; what it holds is reported\n";
}

}  // namespace

int reportCommand(const ReportArguments& arguments) {
    const auto application = makeApplication(true);
    QGuiApplication::setFont(reportFont(QGuiApplication::font()));  // of the charts, too
    ReportSubject subject = subjectOf(arguments);
    takeBaseline(arguments.baseline, subject);
    tellCutOff(arguments, subject);
    Report report = reportOf(subject, planOf(arguments, kindOf(subject)));
    const Paper paper = arguments.letter ? Paper::Letter : Paper::A4;
    const bool isPdf = arguments.to.extension() == ".pdf";
    const QByteArray bytes = isPdf ? ReportPages(std::move(report), paper).pdf() : htmlOf(report, paper);
    try {
        writeWholeFile(arguments.to, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    } catch (const FileError& error) {
        throw Failure(kFailed, error.what());
    }
    return kDone;
}

}  // namespace ipclab
