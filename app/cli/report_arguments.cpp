#include "cli/report_arguments.h"

#include <CLI/CLI.hpp>

#include "cli/argument_words.h"
#include "report/report_plan.h"

namespace ipclab {

namespace {

std::vector<std::string_view> templateIds() {
    std::vector<std::string_view> ids;
    for (const ReportTemplate& one : reportTemplates()) ids.emplace_back(one.id);
    return ids;
}

std::vector<std::string_view> sectionIds() {
    std::vector<std::string_view> ids;
    for (const ReportPartInfo& one : reportParts()) ids.emplace_back(one.id);
    return ids;
}

std::string endsLikeAReport(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    return ending == ".html" || ending == ".pdf" ? std::string()
                                                 : "a report is a .html or a .pdf: give the file one of these endings";
}

}  // namespace

void addReportOptions(CLI::App& app, ReportArguments& v) {
    app.add_option("FILE", v.file, "a recording (*.ipclab) or a sweep")->required()->type_name(" ")->check(named);
    app.add_option("--to", v.to, "what is written; a file of that name is replaced")
        ->required()
        ->type_name("FILE.html|FILE.pdf")
        ->check(named)
        ->check(endsLikeAReport);
    app.add_option("--template", v.templateId,
                   "student, comparison or plain; of a run plain is\nusual, of a sweep comparison")
        ->type_name("ID")
        ->check(oneOf(templateIds()));
    app.add_option_function<std::string>(
           "--sections", [&v](const std::string& list) { v.sections = partsOf(list); },
           "what it says, in this order, instead of the\ntemplate's choice")
        ->type_name("ID[,ID]")
        ->check(each(oneOf(sectionIds())));
    app.add_option("--language", v.language, "en or ko; en")->type_name("CODE")->check(oneOf({"en", "ko"}));
    app.add_option_function<std::string>(
           "--paper", [&v](const std::string& word) { v.letter = word == "letter"; }, "a4 or letter; a4")
        ->type_name("WORD")
        ->check(oneOf({"a4", "letter"}));
    app.add_option("--notes", v.notes, "the author's notes, Markdown; without it those in\nFILE.notes.md")
        ->type_name("FILE.md")
        ->check(named);
    app.add_option("--title", v.title, "instead of the experiment's name")->type_name("TEXT");
    app.add_option("--author", v.author, "who hands it in")->type_name("TEXT");
    app.add_option("--date", v.date, "instead of when it was measured")->type_name("TEXT");
    app.add_option("--question", v.question, "what it is to answer")->type_name("TEXT");
    app.add_option("--baseline", v.baseline, "of a sweep: a value of an axis that the others are\ncompared with")
        ->type_name("[POINTER=]VALUE")
        ->check(named);
}

}  // namespace ipclab
