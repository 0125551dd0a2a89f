#include "bridge/answer_words.h"

#include <algorithm>

#include "bridge/event_words.h"

namespace ipclab {
namespace {

QString filled(std::string_view sentence, const Answer& answer) {
    return QString::fromStdString(answerText(sentence, answer, EventWords::wording()));
}

}  // namespace

QString AnswerWords::label(const Answer& answer) { return filled(answer.label, answer); }

QString AnswerWords::value(const Answer& answer) {
    const std::size_t open = answer.value.find('{');
    const std::string_view first = answer.value.substr(open + 1, answer.value.find('}') - open - 1);
    const bool known = std::ranges::any_of(answer.values, [&](const auto& value) { return value.first == first; });
    return known ? filled(answer.value, answer) : QString(QChar(0x2013));
}

}  // namespace ipclab
