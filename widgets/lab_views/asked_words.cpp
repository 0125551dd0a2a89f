// What an exercise asks of a run, in the words of the window.
#include <QStringList>

#include "bridge/event_words.h"
#include "bridge/quantity_words.h"
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

// The sentence of such an event, of nobody in particular.
QString eventText(const LabQuestion& question) {
    const auto& asked = question.arguments;
    SpelledValues values;
    for (std::size_t i = 2; i + 1 < asked.size(); i += 2)
        values.emplace_back(wordOf(asked[i]).toStdString(), wordOf(asked[i + 1]).toStdString());
    const RunEvent event = readEvent(wordOf(asked.front()).toStdString(), values);
    const QString text = EventWords::text(event, RunData());
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
               (question.member.empty() ? QString() : QStringLiteral(" · ") + QString::fromStdString(question.member));
    } else {
        parts << QString::fromStdString(question.member.empty() ? question.name : question.member);
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
