#include "cli/answers_text.h"

#include <QCoreApplication>
#include <set>
#include <sstream>

#include "cli/text_table.h"
#include "core/csv_cell.h"
#include "core/utf8.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

// Of one question: who wrote what, and who wrote nothing.
void addQuestion(std::ostringstream& out, const std::string& lab, const std::string& id, const std::string& question,
                 const std::vector<Graded>& all) {
    out << "== " << printable(lab) << " / " << printable(id) << '\n';
    if (!question.empty()) out << "   " << wrapped(printable(question), 3) << '\n';
    std::string silent;
    for (const auto& each : all) {
        if (each.lab != lab) continue;
        const auto found = each.words.find(id);
        if (found != each.words.end() && !isBlank(found->second))
            out << '\n' << whoOf(each) << "\n    " << wrapped(printable(found->second), 4) << '\n';
        else if (each.refused.empty())
            silent += (silent.empty() ? "" : ", ") + whoOf(each);
    }
    if (!silent.empty())
        out << '\n'
            << wrapped(QCoreApplication::translate("grade", "no answer:").toStdString() + ' ' + silent, 4) << '\n';
    out << '\n';
}

}  // namespace

std::string whoOf(const Graded& of) {
    const std::string file = printable(of.file.filename().string());
    return of.student.empty() ? file : printable(of.student) + " (" + file + ")";
}

std::string answersSheet(const std::vector<Graded>& all, const LabFinder& labs, const std::string& language) {
    std::set<std::string> ids;
    for (const auto& each : all) {
        if (!each.lab.empty()) ids.insert(each.lab);
    }
    std::ostringstream out;
    for (const auto& id : ids) {
        const auto known = labs(id);
        if (!known) continue;
        for (const auto& of : known->lab.reflection) {
            addQuestion(out, id, of.id, std::string(textIn(of.question, language)), all);
        }
    }
    return out.str();
}

std::string answersCsv(const std::vector<Graded>& all) {
    std::ostringstream out;
    out << "file,student,exercise,question,answer\r\n";
    for (const auto& each : all) {
        for (const auto& [question, text] : each.words) {
            out << csvCell(each.file.filename().string()) << ',' << csvCell(each.student) << ',' << csvCell(each.lab)
                << ',' << csvCell(question) << ',' << csvCell(text) << "\r\n";
        }
    }
    return out.str();
}

}  // namespace ipclab
