// What an exercise asks of a run, in the words of the window.
#include <QStringList>
#include <algorithm>
#include <array>

#include "bridge/event_words.h"
#include "bridge/quantity_words.h"
#include "core/text.h"
#include "lab_views/prediction_chart.h"
#include "labs/measure_list.h"
#include "results/words.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString wordOf(const std::optional<LabScalar>& argument) {
    if (!argument) return PredictionChart::tr("all");
    if (const auto* text = std::get_if<std::string>(&*argument)) return QString::fromStdString(*text);
    return QString::fromStdString(labValueText(std::visit([](const auto& v) -> LabValue { return v; }, *argument)));
}

// What a member stands for, whatever it is asked of.
struct MemberWords {
    std::string_view member, english;
};
constexpr auto kMemberWords = std::to_array<MemberWords>({
    {"t_s", TEXT("asked", "when, in seconds")},
    {"code", TEXT("asked", "exit code")},
    {"signal", TEXT("asked", "signal")},
    {"cause", TEXT("asked", "cause")},
    {"count", TEXT("asked", "processes that it and its children have made")},
    {"alive", TEXT("asked", "processes of its making that outlived the run")},
    {"zombie_s", TEXT("asked", "seconds its descendants were zombies")},
    {"reparented", TEXT("asked", "descendants that got another parent")},
    {"processes", TEXT("asked", "processes")},
    {"links", TEXT("asked", "links")},
    {"shared", TEXT("asked", "shared objects")},
    {"pid", TEXT("asked", "PID")},
    {"ppid", TEXT("asked", "PID of the parent")},
    {"parent", TEXT("asked", "PID of the parent")},
    {"text_bytes", TEXT("asked", "text, in bytes")},
    {"data_bytes", TEXT("asked", "data, in bytes")},
    {"heap_bytes", TEXT("asked", "heap, in bytes")},
    {"stack_bytes", TEXT("asked", "stack, in bytes")},
    {"mapped_bytes", TEXT("asked", "mapped memory, in bytes")},
    {"resident_bytes", TEXT("asked", "resident memory, in bytes")},
    {"size_bytes", TEXT("asked", "size, in bytes")},
    {"left_bytes", TEXT("asked", "left over, in bytes")},
    {"private_pages", TEXT("asked", "pages of its own")},
    {"shared_pages", TEXT("asked", "shared pages")},
    {"page_faults", TEXT("asked", "page faults")},
    {"found", TEXT("asked", "found")},
    {"value", TEXT("asked", "value")},
    {"median_ns", TEXT("asked", "median, in nanoseconds")},
    {"port", TEXT("asked", "port")},
    {"second_port", TEXT("asked", "second port")},
    {"retransmitted", TEXT("asked", "sent again")},
    {"answered", TEXT("asked", "answered")},
    {"executed", TEXT("asked", "executed")},
    {"twice", TEXT("asked", "executed twice")},
    {"more", TEXT("asked", "executed more often")},
    {"arrivals", TEXT("asked", "arrivals")},
    {"reads", TEXT("asked", "reads")},
    {"wake_ups", TEXT("asked", "wake-ups")},
    {"woken", TEXT("asked", "woken")},
    {"useful", TEXT("asked", "useful wake-ups")},
});

// What has no words here is at least no name of a field.
QString memberWords(const std::string& member) {
    const auto found = std::ranges::find(kMemberWords, member, &MemberWords::member);
    if (found != kMemberWords.end()) return translated("asked", found->english);
    return QString::fromStdString(member).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString wordsOf(const LabQuestion& question) {
    if (!question.member.empty()) return memberWords(question.member);
    if (question.name == "time_in") return PredictionChart::tr("seconds in a state");
    if (question.name == "waited") return PredictionChart::tr("seconds it waited for");
    if (question.name == "setting") return PredictionChart::tr("set in the experiment");
    return QString::fromStdString(question.name);
}

// The sentence of such an event, of nobody in particular: what is not known of it is left out.
QString eventText(const LabQuestion& question) {
    const auto& asked = question.arguments;
    SpelledValues values;
    for (std::size_t i = 2; i + 1 < asked.size(); i += 2)
        values.emplace_back(wordOf(asked[i]).toStdString(), wordOf(asked[i + 1]).toStdString());
    const RunEvent event = readEvent(wordOf(asked.front()).toStdString(), values);
    const bool isAnyEnd = event.kind == EventKind::Exited && event.values.empty();
    const QString text = isAnyEnd
                             ? PredictionChart::tr("ended")
                             : EventWords::text(event, RunData()).replace(QStringLiteral("–"), QStringLiteral("…"));
    return asked.size() > 1 && asked[1] ? QStringLiteral("%1: %2").arg(wordOf(asked[1]), text) : text;
}

QString questionText(const LabQuestion& question) {
    const auto* word = findMeasure(question.name);
    if (word == nullptr) return {};
    QStringList parts;
    if (word->kind == MeasureKind::Quantities) {
        if (const auto* quantity = findQuantity(word->owner, question.member)) parts << QuantityWords::title(*quantity);
    } else if (word->kind == MeasureKind::Events) {
        return eventText(question) +
               (question.member.empty() ? QString() : QStringLiteral(" · ") + memberWords(question.member));
    } else {
        parts << wordsOf(question);
    }
    for (const auto& argument : question.arguments) parts << wordOf(argument);
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString askedWords(const LabAskedFigure& figure) {
    const QString text = questionText(figure.question);
    return figure.function == "count" ? PredictionChart::tr("How often: %1").arg(text) : text;
}

}  // namespace ipclab
