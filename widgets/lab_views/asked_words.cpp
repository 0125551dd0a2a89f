// What an exercise asks of a run, in the words of the window.
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "bridge/event_words.h"
#include "bridge/quantity_words.h"
#include "core/text.h"
#include "lab_views/prediction_chart.h"
#include "labs/measure_list.h"
#include "labs/measures.h"
#include "plot/units.h"
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
    {"t_s", TEXT("asked", "when")},
    {"code", TEXT("asked", "exit code")},
    {"signal", TEXT("asked", "signal")},
    {"cause", TEXT("asked", "cause")},
    {"count", TEXT("asked", "processes that it and its children have made")},
    {"alive", TEXT("asked", "processes of its making that outlived the run")},
    {"zombie_s", TEXT("asked", "time its descendants were zombies")},
    {"reparented", TEXT("asked", "descendants that got another parent")},
    {"processes", TEXT("asked", "processes")},
    {"links", TEXT("asked", "links")},
    {"shared", TEXT("asked", "shared objects")},
    {"pid", TEXT("asked", "PID")},
    {"ppid", TEXT("asked", "PID of the parent")},
    {"parent", TEXT("asked", "PID of the parent")},
    {"text_bytes", TEXT("asked", "text")},
    {"data_bytes", TEXT("asked", "data")},
    {"heap_bytes", TEXT("asked", "heap")},
    {"stack_bytes", TEXT("asked", "stack")},
    {"mapped_bytes", TEXT("asked", "mapped memory")},
    {"resident_bytes", TEXT("asked", "resident memory")},
    {"size_bytes", TEXT("asked", "size")},
    {"left_bytes", TEXT("asked", "left over")},
    {"private_pages", TEXT("asked", "pages of its own")},
    {"shared_pages", TEXT("asked", "shared pages")},
    {"page_faults", TEXT("asked", "page faults")},
    {"found", TEXT("asked", "found")},
    {"value", TEXT("asked", "value")},
    {"median_ns", TEXT("asked", "median")},
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
    {"refused", TEXT("asked", "refused")},
    {"never", TEXT("asked", "never executed")},
    {"given_up", TEXT("asked", "given up")},
    {"stack_address", TEXT("asked", "addresses of the local variable")},
    {"shared_address", TEXT("asked", "addresses of the global variable")},
    {"user_s", TEXT("asked", "time in user mode")},
    {"system_s", TEXT("asked", "time in kernel mode")},
});

std::optional<QString> knownWords(const std::string& member) {
    const auto found = std::ranges::find(kMemberWords, member, &MemberWords::member);
    return found != kMemberWords.end() ? std::optional(translated("asked", found->english)) : std::nullopt;
}

// What has no words here is at least no name of a field.
QString memberWords(const std::string& member) {
    return knownWords(member).value_or(QString::fromStdString(member).replace(QLatin1Char('_'), QLatin1Char(' ')));
}

// A title, inside a line: "Lifetime" but "PID".
QString insideLine(QString title) {
    if (title.size() > 1 && title.at(1).isLower()) title.front() = title.front().toLower();
    return title;
}

// Of a quantity its words here, where they say more than its title beside others in a table.
QString quantityWords(const MeasureWord& word, const std::string& member) {
    if (const auto known = knownWords(member)) return *known;
    const auto* quantity = findQuantity(word.owner, member);
    return quantity != nullptr ? insideLine(QuantityWords::title(*quantity)) : memberWords(member);
}

QString wordsOf(const LabQuestion& question) {
    if (!question.member.empty()) return memberWords(question.member);
    if (question.name == "time_in") return PredictionChart::tr("seconds in a state");
    if (question.name == "waited") return PredictionChart::tr("seconds it waited for");
    if (question.name == "setting") return PredictionChart::tr("set in the experiment");
    return QString::fromStdString(question.name);
}

// What is asked of events: the kind, whose, and fields that have to be so.
struct AskedEvents {
    explicit AskedEvents(const LabQuestion& question) : member(question.member) {
        const auto& asked = question.arguments;
        id = wordOf(asked.front()).toStdString();
        if (asked.size() > 1 && asked[1]) whose = wordOf(asked[1]);
        for (std::size_t i = 2; i + 1 < asked.size(); i += 2)
            fields.emplace_back(wordOf(asked[i]).toStdString(), wordOf(asked[i + 1]).toStdString());
    }
    // As a word of the language; empty: any will do.
    [[nodiscard]] QString field(std::string_view name) const {
        const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
        return found != fields.end() ? translated("fact", found->second) : QString();
    }
    [[nodiscard]] FieldType type() const { return typeOf(readEvent(id, {}).kind, member); }

    std::string id, member;
    QString whose;  // empty: of nobody in particular
    SpelledValues fields;
};

// The sentence of such an event as far as it is known.
QString eventText(const AskedEvents& asked) {
    const QString text = EventWords::text(readEvent(asked.id, asked.fields), RunData());
    const qsizetype unknown = text.indexOf(QStringLiteral("–"));
    QString known = unknown < 0 ? text : text.left(unknown).trimmed();
    while (!known.isEmpty() && known.back().isPunct()) known.chop(1);
    return known.isEmpty() ? QString::fromStdString(asked.id).replace(QLatin1Char('-'), QLatin1Char(' ')) : known;
}

// How many of them there are: of a process, or processes.
QString countedWords(const AskedEvents& asked) {
    const QString signal = asked.field("signal"), code = asked.field("code"), how = asked.field("how");
    if (asked.id == "exited" && asked.whose.isEmpty()) {
        if (!signal.isEmpty()) return PredictionChart::tr("processes ended by signal %1").arg(signal);
        return code.isEmpty() ? PredictionChart::tr("processes that ended")
                              : PredictionChart::tr("processes that ended with exit code %1").arg(code);
    }
    if (asked.id == "exited") {
        if (!signal.isEmpty()) return PredictionChart::tr("times it was ended by signal %1").arg(signal);
        return code.isEmpty() ? PredictionChart::tr("times it ended")
                              : PredictionChart::tr("times it ended with exit code %1").arg(code);
    }
    if (asked.id == "child-exited" || asked.id == "child-signalled")
        return how.isEmpty() ? PredictionChart::tr("children that ended")
                             : PredictionChart::tr("children that ended by %1").arg(how);
    if (asked.id == "access-granted" && !asked.field("attempt").isEmpty())
        return PredictionChart::tr("times this was granted: %1").arg(asked.field("attempt"));
    return PredictionChart::tr("how often: %1").arg(eventText(asked));
}

// What tells this member from the same one of other events.
QString contextOf(const AskedEvents& asked) {
    if (asked.id == "exec-before") return PredictionChart::tr("before exec");
    if (asked.id == "exec-after") return PredictionChart::tr("after exec");
    if (asked.id == "child-gone" || asked.id == "child-exited") return PredictionChart::tr("of the child");
    QStringList words;
    for (const auto& [name, value] : asked.fields) words << translated("fact", value);
    return words.join(QStringLiteral(", "));
}

// Of several.
QString whichOf(const std::string& function, const QString& what) {
    if (function == "max") return PredictionChart::tr("%1, the largest").arg(what);
    if (function == "min") return PredictionChart::tr("%1, the smallest").arg(what);
    if (function == "sum") return PredictionChart::tr("%1, the sum").arg(what);
    return function == "mean" ? PredictionChart::tr("%1, the mean").arg(what) : what;
}

// When something was, as a sentence that its time ends.
QString momentWords(const AskedEvents& asked, const std::string& function) {
    if (asked.id == "exited" && !asked.whose.isEmpty()) return PredictionChart::tr("%1 ended at").arg(asked.whose);
    if (asked.id == "launched" && !asked.whose.isEmpty())
        return PredictionChart::tr("%1 was started at").arg(asked.whose);
    const QString when = function == "min" ? PredictionChart::tr("first time of: %1").arg(eventText(asked))
                                           : PredictionChart::tr("last time of: %1").arg(eventText(asked));
    return asked.whose.isEmpty() ? when : QStringLiteral("%1: %2").arg(asked.whose, when);
}

QString eventWords(const LabQuestion& question, const std::string& function) {
    const AskedEvents asked(question);
    if (asked.member == "t_s" && function != "count") return momentWords(asked, function);
    QString what = asked.member.empty() || function == "count" ? countedWords(asked) : memberWords(asked.member);
    if (!asked.member.empty() && function != "count") {
        const QString context = contextOf(asked);
        if (!context.isEmpty()) what += QStringLiteral(", ") + context;
        if (asked.whose.isEmpty() || function == "sum" || function == "mean") what = whichOf(function, what);
    }
    return asked.whose.isEmpty() ? what : QStringLiteral("%1: %2").arg(asked.whose, what);
}

// Whose it is before what it is; of all of them which.
QString questionText(const LabQuestion& question, const std::string& function) {
    const auto* word = findMeasure(question.name);
    if (word == nullptr) return {};
    if (word->kind == MeasureKind::Events) return eventWords(question, function);
    QString what = word->kind == MeasureKind::Quantities ? quantityWords(*word, question.member) : wordsOf(question);
    if (word->kind == MeasureKind::Setting) return QStringLiteral("%1: %2").arg(what, wordOf(question.arguments[0]));
    QStringList whose;
    bool isOfAll = false;
    for (const auto& argument : question.arguments) {
        isOfAll = isOfAll || !argument;
        if (argument) whose << wordOf(argument);
    }
    if (word->kind == MeasureKind::OfOneProcess && whose.size() > 1) what += QStringLiteral(", ") + whose.takeLast();
    if (function == "count") what = PredictionChart::tr("how often: %1").arg(what);
    if (isOfAll) what = whichOf(function, what);
    if (question.name == "end" && whose.size() == 2)
        whose = {PredictionChart::tr("end %2 of %1").arg(whose.front(), whose.back())};
    return whose.isEmpty() ? what : QStringLiteral("%1: %2").arg(whose.join(QLatin1Char(' ')), what);
}

QString seconds(double value) {
    const QString text = PredictionChart::tr("%1 s").arg(QLocale().toString(std::abs(value), 'f', 3));
    return value < 0 ? QChar(0x2212) + text : text;  // as on the time axis
}

QString inUnit(double value, const QString& unit) {
    return scaleFor(value, unit).namesUnit ? withoutTrailingZeros(formatQuantity(value, unit)) : plainDigits(value, 6);
}

QString symbolOf(FieldType type) {
    switch (type) {
        case FieldType::Bytes:
            return QStringLiteral("B");
        case FieldType::TimeNs:
            return QStringLiteral("ns");
        case FieldType::TimeUs:
            return QStringLiteral("us");
        case FieldType::TimeS:
            return QStringLiteral("s");
        case FieldType::Share:
            return QStringLiteral("share");
        default:
            return {};
    }
}

QString unitOfQuantity(QuantityUnit unit) {
    return unit == QuantityUnit::Share ? QStringLiteral("share") : QString::fromUtf8(symbol(unit));
}

QString valueText(const LabAskedFigure& figure, double value) {
    const auto& [name, arguments, member, step, at] = figure.question;
    if (figure.function == "count") return plainDigits(value, 6);
    if (isNameMember(member)) return QString::number(value, 'f', 0);
    if (member == "t_s" || member == "zombie_s" || name == "time_in" || name == "waited") return seconds(value);
    const auto* word = findMeasure(name);
    if (word == nullptr) return plainDigits(value, 6);
    if (word->kind == MeasureKind::Events) return inUnit(value, symbolOf(AskedEvents(figure.question).type()));
    const auto* quantity = word->kind == MeasureKind::Quantities ? findQuantity(word->owner, member) : nullptr;
    return inUnit(value, quantity != nullptr ? unitOfQuantity(quantity->unit) : QString());
}

}  // namespace

QString askedWords(const LabAskedFigure& figure) { return questionText(figure.question, figure.function); }

QString askedLine(const LabAskedFigure& figure) {
    QStringList values;
    for (const double value : figure.trials) values << valueText(figure, value);
    return QStringLiteral("%1: %2").arg(askedWords(figure), values.join(QStringLiteral(" · ")));
}

}  // namespace ipclab
