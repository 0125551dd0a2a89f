#include "bridge/fact_words.h"

#include <QLocale>

#include "programs/facts.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString timeText(double seconds) {
    const QLocale locale;
    if (seconds < 1e-3) return FactWords::tr("%1 µs").arg(locale.toString(seconds * 1e6, 'f', 1));
    if (seconds < 1) return FactWords::tr("%1 ms").arg(locale.toString(seconds * 1e3, 'f', 1));
    return FactWords::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
}

// Why something failed: a text of the programs, or what the system calls the error.
QString saidError(const std::string& why) {
    const QString text = translated("fact", why);
    return text == QString::fromStdString(why) ? said(why) : text;
}

std::string valueText(std::string_view name, const std::string& value) {
    return FactWords::value(name, value).toStdString();
}

}  // namespace

QString FactWords::value(std::string_view name, const std::string& value) {
    const double number = std::strtod(value.c_str(), nullptr);
    if (name.ends_with("_bytes") || name == "bytes") return QLocale().formattedDataSize(static_cast<qint64>(number), 1);
    if (name.ends_with("_ns")) return timeText(number / 1e9);
    if (name.ends_with("_us")) return timeText(number / 1e6);
    if (name.ends_with("_s")) return timeText(number);
    if (name.ends_with("_share")) return tr("%1 %").arg(QLocale().toString(number * 100, 'f', 1));
    return name == "error" || name == "why" ? saidError(value) : translated("fact", value);
}

QString FactWords::text(const RunEvent& event, const RunData& data) {
    const FactKind* kind = findFactKind(event.what);
    if (kind == nullptr) return {};
    const std::string sentence = translated("fact", kind->sentence).toStdString();
    const QString text = QString::fromStdString(fillSentence(sentence, event.details, valueText));
    const bool byDescendant = event.process && *event.process < data.processes.size() && !event.details.empty() &&
                              event.details.front().second != std::to_string(data.processes[*event.process].pid);
    if (!byDescendant || sentence.find("{pid}") != sentence.npos) return text;
    return tr("process %1: %2").arg(QString::fromStdString(event.details.front().second), text);
}

QString FactWords::budgetText(const RunEvent& event) {
    const std::string sentence =
        tr("killed by the launcher, being the least important ({importance}): all together used "
           "{used_bytes}, the budget is {budget_bytes}; this one {process_bytes}")
            .toStdString();
    return QString::fromStdString(fillSentence(sentence, event.details, valueText));
}

}  // namespace ipclab
