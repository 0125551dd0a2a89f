#include "bridge/answer_words.h"

#include <algorithm>

#include "bridge/fact_words.h"
#include "programs/facts.h"

namespace ipclab {
namespace {

// The sentences stand in programs/answers.def and results/answers.h; listed here so that they can be translated.
constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("ipclab::Answers", "{who}: the variable holds"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{who}: pages of its own"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{who}: page faults by writing"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: {method}"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: heap / stack / mapped"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: refused more memory after"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: processes of {forks} forks"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: sum of {threads} threads in one variable"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: waited for its child"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: state of its child"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}, {when}: parent"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: {resource}, limit {limit}"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: {resource}, limit {limit}, not met"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: resident when filled"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: resident when paged out"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: resident, nothing went out"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: major faults to come back"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{link}: lost of those sent"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{lost} of {sent}: {lost_share}"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{link}: most queued"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{shared}: one hand-off, p50 / p99"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{shared}: updates lost"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{lost} of {updates}"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{shared}: passed too early"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: most memory"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "a switch from one process to another"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{mean_ns} ({switches} times)"),
    QT_TRANSLATE_NOOP("ipclab::Answers", "{process}: killed with {process_bytes} at"),
};

QString fill(std::string_view sentence, const Answer& answer) {
    const QByteArray source(sentence.data(), static_cast<qsizetype>(sentence.size()));
    const std::string translated = QCoreApplication::translate("ipclab::Answers", source.constData()).toStdString();
    return QString::fromStdString(fillSentence(translated, answer.values, [](auto name, const std::string& value) {
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

bool AnswerWords::knows(std::string_view sentence) {
    return std::ranges::any_of(kSentences, [&](const char* known) { return sentence == known; });
}

}  // namespace ipclab
