#include "inspect/step_rows.h"

#include <algorithm>

#include "inspect/control_rows.h"
#include "inspect/plain_text.h"
#include "models/figures.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString bytesText(const std::vector<std::uint8_t>& bytes) {
    const QByteArray raw(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(raw.toHex(' '));
}

// What is next, of which only the beginning is known to belong to it.
QString beginningText(std::vector<std::uint8_t> bytes) {
    constexpr std::size_t kShown = 4;
    if (bytes.size() <= kShown) return bytesText(bytes);
    bytes.resize(kShown);
    return bytesText(bytes) + QStringLiteral(" …");
}

const char* whatItDoes(const SteppedInstruction& step) {
    if (step.kind == InstructionKind::Call) return "calls";
    if (step.kind == InstructionKind::Return) return "returns";
    if (step.kind == InstructionKind::SystemCall) return "calls the kernel";
    return step.jumped ? "jumps" : "goes on";
}

// Names of C++ are long: what is in front of the last part, and the parameters, are in the tooltip.
QString shortName(const std::string& name) {
    QString shown = text(name).remove(QStringLiteral("(anonymous namespace)::"));
    const qsizetype open = shown.indexOf(QLatin1Char('(')), close = shown.lastIndexOf(QLatin1Char(')'));
    if (open > 0 && close > open) shown.remove(open, close - open + 1);
    return shown.section(QStringLiteral("::"), -1);
}

}  // namespace

std::vector<DetailColumn> StepRows::columns() {
    return {{QStringLiteral("#"), {}, true},
            {tr("Program counter"), tr("The function and how far in it; the address is in the tooltip.")},
            {tr("It"), tr("Where the counter goes from here.")},
            {tr("Changes"), tr("The registers it changes, as they are afterwards.")},
            {tr("Bytes"), tr("The instruction itself.")},
            {tr("Stack pointer"), tr("Before it.")}};
}

std::vector<DetailRow> StepRows::rows(const StepView& view) {
    std::vector<DetailRow> rows;
    const auto& steps = view.trace().steps();
    for (std::size_t i = steps.size() > kMost ? steps.size() - kMost : 0; i < steps.size(); ++i) {
        const SteppedInstruction& step = steps[i];
        const std::string name = view.nameOf(step.address);
        QStringList changes;
        for (const RegisterValue& value : view.changed(i))
            changes << QString::fromUtf8(value.name.data(), static_cast<qsizetype>(value.name.size())) +
                           QLatin1Char('=') + hex(value.value);
        const QString where = QString(2 * std::clamp(step.depth, 0, 8), QLatin1Char(' ')) +
                              (name.empty() ? hex(step.address) : shortName(name));
        const QString tip = hex(step.address) + QLatin1Char('\n') + text(name);
        rows.push_back({QString::number(i + 1),
                        {{QString::number(i + 1)},
                         {where, {}, tip},
                         {translated("fact", whatItDoes(step)), {}, QStringLiteral("→ ") + hex(step.next)},
                         {changes.join(QStringLiteral("  "))},
                         {bytesText(step.bytes)},
                         {hex(step.stackBefore)}},
                        false});
    }
    if (!view.stands()) return rows;
    const std::string name = view.nameOf(view.counter());
    rows.push_back({QStringLiteral("now"),
                    {{QStringLiteral("▶")},
                     {name.empty() ? hex(view.counter()) : shortName(name), {}, hex(view.counter())},
                     {view.taken().waits ? tr("waits in the kernel") : tr("is next")},
                     {},
                     {beginningText(view.code()), {}, bytesText(view.code())},
                     {hex(view.stack())}},
                    false});
    return rows;
}

std::vector<DetailRow> StepRows::told(const RunData& run, std::uint32_t process) {
    std::vector<DetailRow> rows;
    for (auto event = run.events.rbegin(); event != run.events.rend() && rows.size() < kMost; ++event) {
        if (event->kind != EventKind::Instruction || event->process != process) continue;
        const auto value = [&](const char* name) { return event->text(name); };
        rows.push_back({text(value("number")),
                        {{text(value("number"))},
                         {text(value("function")), {}, text(value("address"))},
                         {translated("fact", value("what")), {}, QStringLiteral("→ ") + text(value("next"))},
                         {text(value("changed"))},
                         {text(value("code"))},
                         {text(value("stack"))}},
                        false});
    }
    std::ranges::reverse(rows);
    return rows;
}

QString StepRows::standing(const StepView& view) {
    const StepsTaken& taken = view.taken();
    if (!taken.problem.empty()) return tr("It cannot be stepped: %1.").arg(ControlRows::reasonText(taken.problem));
    if (taken.compared == 0) return taken.held ? tr("It is held and stands still.") : QString();
    const QString same =
        taken.differing == 0 ? tr("the same each time") : tr("others %1 times").arg(countText(taken.differing));
    return tr("Held for %1 in all, %2 context switches. Its registers, read again before it went on: %3.")
        .arg(durationText(taken.heldNs), countText(taken.switches), same);
}

}  // namespace ipclab
