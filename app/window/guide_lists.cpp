#include "window/guide_lists.h"

#include <QLocale>
#include <algorithm>
#include <array>

#include "bridge/quantity_words.h"
#include "bridge/words.h"
#include "document/field_list.h"
#include "inspect/field_words.h"
#include "plot/state_palette.h"
#include "plot/units.h"
#include "results/event_text.h"
#include "runs/said.h"
#include "serving/registry.h"
#include "sync/registry.h"
#include "window/guide_text.h"

namespace ipclab {
namespace {

QString plainCell(const QString& text) { return GuideText::escaped(text); }
QString code(std::string_view text) { return QLatin1Char('`') + GuideText::utf8(text) + QLatin1Char('`'); }

QString sentences(const EventKindInfo& info, EventKind kind) {
    QStringList all{translated(info.of, info.sentence)};
    for (const EventCase& one : allEventCases())
        if (one.kind == kind) all << translated(info.of, one.sentence);
    all.removeDuplicates();
    for (QString& one : all) one = GuideText::escaped(one);
    return all.join(QStringLiteral(" · "));
}

QString weightWord(EventWeight weight) {
    switch (weight) {
        case EventWeight::Note:
            return GuideLists::tr("note");
        case EventWeight::Steering:
            return GuideLists::tr("steering");
        case EventWeight::Warning:
            return GuideLists::tr("warning");
        case EventWeight::Failure:
            return GuideLists::tr("failure");
    }
    return {};
}

QString kindWord(QuantityKind kind) {
    switch (kind) {
        case QuantityKind::Counter:
            return GuideLists::tr("counter");
        case QuantityKind::Gauge:
            return GuideLists::tr("gauge");
        case QuantityKind::Distribution:
            return GuideLists::tr("distribution");
        case QuantityKind::Total:
            return GuideLists::tr("total");
    }
    return {};
}

// What a field may hold, shortly.
QString holds(const FieldInfo& field) {
    const ValueKind& kind = field.kind;
    QStringList words;
    for (const std::string_view word : kind.words) words << code(word);
    if (!words.isEmpty()) return words.join(QLatin1Char(' '));
    switch (kind.type) {
        case ValueType::Whole:
        case ValueType::Number:
        case ValueType::Duration:
            return QStringLiteral("%1 … %2 %3")
                .arg(plainDigits(kind.low, 12), plainDigits(kind.high, 12), GuideText::utf8(kind.unit));
        case ValueType::Boolean:
            return QStringLiteral("`true` `false`");
        case ValueType::Wholes:
            return GuideLists::tr("numbers");
        case ValueType::Texts:
            return GuideLists::tr("texts");
        case ValueType::Presence:
        case ValueType::Object:
            return GuideLists::tr("may be there or not");
        default:
            return GuideLists::tr("a text");
    }
}

std::optional<std::span<const FieldInfo>> fieldsOf(const QString& of) {
    if (of == QLatin1String("experiment")) return fieldList(Part::Kind::None);
    if (of == QLatin1String("process")) return fieldList(Part::Kind::Process);
    if (of == QLatin1String("link")) return fieldList(Part::Kind::Link);
    if (of == QLatin1String("end")) return endFieldList();
    if (of == QLatin1String("shared")) return fieldList(Part::Kind::Shared);
    if (of == QLatin1String("step")) return fieldList(Part::Kind::Step);
    return std::nullopt;
}

constexpr std::array kQuantityOwners{QuantityOwner::Process, QuantityOwner::Link,      QuantityOwner::End,
                                     QuantityOwner::Shared,  QuantityOwner::Processor, QuantityOwner::Run};

}  // namespace

QString GuideLists::row(const QStringList& cells) {
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString GuideLists::head(const QStringList& titles) {
    return row(titles) + QStringLiteral("|") + QStringLiteral(" --- |").repeated(static_cast<int>(titles.size())) +
           QLatin1Char('\n');
}

QString GuideLists::list(const QString& name, const QString& of) {
    if (name == QLatin1String("state")) return state(of);
    if (name == QLatin1String("events")) return events();
    if (name == QLatin1String("quantity-owners")) return quantityOwners();
    if (name == QLatin1String("mechanisms")) return mechanisms();
    if (name == QLatin1String("programs")) return programs();
    if (name == QLatin1String("primitives")) return primitives();
    if (name == QLatin1String("strategies")) return strategies();
    return name == QLatin1String("fields") ? fields(of) : QString();
}

QString GuideLists::state(const QString& id) {
    for (std::size_t i = 0; i < kProcessStateCount; ++i) {
        const auto state = static_cast<ProcessState>(i);
        if (GuideText::utf8(stateId(state)) != id) continue;
        return QStringLiteral("![%1](state:%1) **%2** — %3\n")
            .arg(id, plainCell(QString(StatePalette::style(state, false).letter)),
                 plainCell(StatePalette::description(state)));
    }
    return {};
}

QString GuideLists::events() {
    QString text = head({tr("Event"), tr("Weight"), tr("In the charts"), tr("What is said"), tr("Fields")});
    const auto kinds = allEventKinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const EventKindInfo& info = kinds[i];
        if (info.sentence.empty()) continue;
        QStringList fieldNames;
        for (const auto& field : info.fields)
            if (!field.name.empty()) fieldNames << code(field.name);
        text += row({QStringLiteral("{#%1}").arg(GuideText::utf8(info.id)) + code(info.id), weightWord(info.weight),
                     info.marksCharts ? tr("a tick") : QStringLiteral("–"), sentences(info, static_cast<EventKind>(i)),
                     fieldNames.join(QLatin1Char(' '))});
    }
    return text;
}

QString GuideLists::quantityTitle(QuantityOwner owner) {
    switch (owner) {
        case QuantityOwner::Process:
            return tr("Figures of a process");
        case QuantityOwner::Link:
            return tr("Figures of a link");
        case QuantityOwner::End:
            return tr("Figures of an end of a link");
        case QuantityOwner::Shared:
            return tr("Figures of a shared object");
        case QuantityOwner::Processor:
            return tr("Figures of a processor");
        case QuantityOwner::Run:
            return tr("Figures of the whole run");
    }
    return {};
}

QString GuideLists::quantityOwners() {
    QString text;
    for (const QuantityOwner owner : kQuantityOwners)
        text += QStringLiteral("- [%1](guide:quantities/%2): %3\n")
                    .arg(quantityTitle(owner), GuideText::utf8(id(owner)),
                         tr("%n figure(s)", nullptr, static_cast<int>(quantitiesOf(owner).size())));
    return text;
}

QString GuideLists::quantityPage(QuantityOwner owner) {
    QString text = QStringLiteral("# %1\n\n").arg(quantityTitle(owner));
    text += head({tr("Figure"), tr("Unit"), tr("Kind"), tr("What it means"), tr("How it is had"), tr("In the result")});
    for (const Quantity& quantity : quantitiesOf(owner)) {
        const QString over = quantity.series != nullptr ? tr(", over time") : QString();
        text += row(
            {QStringLiteral("{#%1}**%2**").arg(GuideText::utf8(quantity.id), plainCell(QuantityWords::title(quantity))),
             plainCell(GuideText::utf8(symbol(quantity.unit))), kindWord(quantity.kind) + over,
             plainCell(translated("quantity", quantity.meaning)), plainCell(translated("quantity", quantity.source)),
             code(quantity.json)});
    }
    return text;
}

QString GuideLists::primitives() {
    QString text = head({tr("Primitive"), tr("Id"), tr("Waiting"), tr("What to know of it"), tr("Documented in")});
    for (const Primitive* primitive : allPrimitives()) {
        const PrimitiveInfo& info = primitive->info();
        text += row({QStringLiteral("{#%1}%2").arg(GuideText::utf8(info.id), plainCell(Words::primitive(info.id))),
                     code(info.id), info.busy ? tr("keeps a core busy") : tr("sleeps"),
                     plainCell(translated("primitive", info.note)), plainCell(GuideText::utf8(info.source))});
    }
    return text;
}

QString GuideLists::strategies() {
    QString text;
    for (const Strategy* strategy : allStrategies()) {
        const StrategyInfo& info = strategy->info();
        text += QStringLiteral("## %1 {#%2}\n\n%3\n\n")
                    .arg(plainCell(translated("strategy", info.name)), GuideText::utf8(info.id),
                         plainCell(translated("strategy", info.note)));
        if (!info.models.empty())
            text += tr("A model of %1.").arg(plainCell(translated("strategy", info.models))) + QStringLiteral("\n\n");
        QStringList facts{tr("In files: %1").arg(code(info.id)),
                          tr("Documented in %1").arg(plainCell(GuideText::utf8(info.source)))};
        if (info.descriptorLimit != 0) facts << tr("ends at descriptor %1").arg(info.descriptorLimit - 1);
        if (info.edge) facts << tr("tells what arrives, once");
        if (info.spins) facts << tr("never sleeps");
        text += facts.join(QStringLiteral(" · ")) + QStringLiteral("\n\n");
    }
    return text;
}

QString GuideLists::fields(const QString& of) {
    const auto all = fieldsOf(of);
    if (!all) return {};
    QString text = head({tr("Field"), tr("In the file"), tr("What it means"), tr("May hold")});
    for (const FieldInfo& field : *all) {
        QString meaning = said(say(field.meaning));
        if (!meaning.isEmpty()) meaning[0] = meaning[0].toUpper();
        text += row({plainCell(translated("field", field.label)), code(field.name), plainCell(meaning), holds(field)});
    }
    return text;
}

}  // namespace ipclab
