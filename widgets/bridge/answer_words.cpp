#include "bridge/answer_words.h"

#include <algorithm>

#include "bridge/fact_words.h"
#include "programs/facts.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString fill(std::string_view sentence, const Answer& answer) {
    return QString::fromStdString(fillSentence(
        translated("answer", sentence).toStdString(), answer.values, [](auto name, const std::string& value) {
            const bool named =
                name == "process" || name == "link" || name == "shared";  // by the user, and not to be translated
            return named ? value : FactWords::value(name, value).toStdString();
        }));
}

}  // namespace

QString AnswerWords::label(const Answer& answer) { return fill(answer.label, answer); }

QString AnswerWords::value(const Answer& answer) {
    const std::size_t open = answer.value.find('{');
    const std::string_view first = answer.value.substr(open + 1, answer.value.find('}') - open - 1);
    const bool known = std::ranges::any_of(answer.values, [&](const auto& value) { return value.first == first; });
    return known ? fill(answer.value, answer) : QString(QChar(0x2013));
}

}  // namespace ipclab
