#include "cli/lab_arguments.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/argument_words.h"

namespace ipclab {

namespace {

void addLanguage(CLI::App& app, std::string& code) {
    app.add_option("--language", code, "of what is said of it: en or ko; en")
        ->type_name("CODE")
        ->check(oneOf({"en", "ko"}));
}

}  // namespace

void addLabOptions(CLI::App& app, LabArguments& v) {
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("ID|FOLDER", *words,
                   "the id of an exercise, or a folder or zip archive\nof one; `new FOLDER` and "
                   "`check FOLDER` are for\nauthors")
        ->required()
        ->expected(1, 2)
        ->type_name(" ");
    app.add_option("--set", v.settings, "change a value of a step's experiment, as far as\nthe exercise allows it")
        ->type_name("STEP:POINTER=VALUE")
        ->allow_extra_args(false);
    app.add_option("--predict", v.predictions, "what is predicted: a number, or several with\ncommas between")
        ->type_name("ID=NUMBER")
        ->allow_extra_args(false);
    app.add_option("--words", v.words, "answer a question in words; with @ the answer is\nin that file")
        ->type_name("ID=TEXT|@FILE")
        ->allow_extra_args(false);
    app.add_option("--program", v.programs,
                   "what fills the node of a step: a C source, which\nis compiled here, or an executable")
        ->type_name("STEP:FILE")
        ->allow_extra_args(false);
    app.add_option("--starter", v.starter, "print the C source to begin this step with")->type_name("STEP");
    app.add_option("--solution", v.solution, "set what this solution of the author's sets")->type_name("NAME");
    app.add_option("--student", v.student, "who hands it in")->type_name("NAME");
    app.add_option("--id", v.newId, "of `new`: the id, where none can be made of the\nfolder's name")
        ->type_name("ID")
        ->check(named);
    app.add_option("--runs", v.runs, "of `check`: how often each solution is run; 3")
        ->type_name("N")
        ->transform(between(1U, 1000U, "a whole number from 1 to 1000"));
    app.add_option("--report", v.report, "write one file to hand in, a zip archive, with a\nreport for people inside")
        ->type_name("FILE")
        ->check(named);
    addLanguage(app, v.language);
    addJson(app, v.json);
    app.callback([&v, words] {
        v.isNew = words->size() == 2 && words->front() == "new";
        v.isCheck = words->size() == 2 && words->front() == "check";
        if (words->size() == 2 && !v.isNew && !v.isCheck) {
            throw CLI::ValidationError("lab " + words->front(),
                                       "expected `lab ID`, `lab new FOLDER` or `lab check FOLDER`");
        }
        if (!v.newId.empty() && !v.isNew) throw CLI::ValidationError("--id", "is of `lab new` alone");
        v.id = words->back();
    });
}

void addGradeOptions(CLI::App& app, GradeArguments& v) {
    app.add_option("FOLDER", v.folder, "where the files are that were handed in, or one")->required()->type_name(" ");
    app.add_option("--lab", v.labs, "an exercise that does not come along: its folder\nor archive")
        ->type_name("FOLDER");
    app.add_flag("--answers", v.answers, "the answers in words alone, by question, to be read");
    app.add_flag("--csv", v.csv, "a line for each file, for a spreadsheet; with\n--answers for each answer");
    addLanguage(app, v.language);
    addJson(app, v.json);
}

}  // namespace ipclab
