#include "bridge/answer_words.h"

#include <QLocale>
#include <algorithm>
#include <array>

#include "bridge/event_words.h"

namespace ipclab {
namespace {

QString filled(std::string_view sentence, const Answer& answer) {
    return QString::fromStdString(answerText(sentence, answer, EventWords::wording()));
}

bool isName(std::string_view value) {
    constexpr std::array<std::string_view, 4> kNames{"pid", "ppid", "port", "second_port"};
    return std::ranges::find(kNames, value) != kNames.end();
}

// In large figures thousands are told apart.
Answer withGroups(Answer answer) {
    for (auto& [name, value] : answer.values) {
        const auto number = value.type == FieldType::Integer && !isName(name) ? value.data.number() : std::nullopt;
        if (number) value = {FieldType::Text, QLocale().toString(*number, 'f', 0).toStdString()};
    }
    return answer;
}

}  // namespace

QString AnswerWords::label(const Answer& answer) { return filled(answer.label, answer); }

QString AnswerWords::value(const Answer& answer) {
    const std::size_t open = answer.value.find('{');
    const std::string_view first = answer.value.substr(open + 1, answer.value.find('}') - open - 1);
    const bool known = std::ranges::any_of(answer.values, [&](const auto& value) { return value.first == first; });
    return known ? filled(answer.value, withGroups(answer)) : QString(QChar(0x2013));
}

}  // namespace ipclab
