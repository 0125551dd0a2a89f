#include "run_charts/quantity_choice.h"

#include <QStringList>
#include <algorithm>
#include <array>

#include "bridge/quantity_words.h"

namespace ipclab {
namespace {

constexpr std::array kOwners{QuantityOwner::Process, QuantityOwner::Link,      QuantityOwner::End,
                             QuantityOwner::Shared,  QuantityOwner::Processor, QuantityOwner::Run};
constexpr std::array<const char*, 3> kOfIds{"each", "sum", "one"};

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

}  // namespace

QString QuantityChoice::id() const {
    const QString plain = QStringLiteral("%1/%2/%3")
                              .arg(text(ipclab::id(quantity->owner)), text(quantity->id),
                                   QLatin1String(kOfIds.at(static_cast<std::size_t>(of))));
    return of == Of::One ? plain + QLatin1Char('/') + QString::fromStdString(name) : plain;
}

std::optional<QuantityChoice> QuantityChoice::fromId(const QString& id) {
    const QStringList parts = id.split(QLatin1Char('/'));
    if (parts.size() < 3) return std::nullopt;
    const auto owner =
        std::ranges::find_if(kOwners, [&](QuantityOwner it) { return parts[0] == text(ipclab::id(it)); });
    const auto of = std::ranges::find_if(kOfIds, [&](const char* it) { return parts[2] == QLatin1String(it); });
    if (owner == kOwners.end() || of == kOfIds.end()) return std::nullopt;
    QuantityChoice choice;
    choice.quantity = findQuantity(*owner, parts[1].toStdString());
    choice.of = static_cast<Of>(of - kOfIds.begin());
    choice.name = parts.mid(3).join(QLatin1Char('/')).toStdString();
    const bool sound = choice.quantity != nullptr && choice.quantity->series != nullptr &&
                       (choice.of == Of::One) == !choice.name.empty() &&
                       (choice.of != Of::Sum || choice.quantity->sum == QuantitySum::Sum);
    return sound ? std::optional(choice) : std::nullopt;
}

QString QuantityChoice::title() const {
    const QString what = QuantityWords::title(*quantity);
    return of == Of::One ? QStringLiteral("%1 · %2").arg(what, QString::fromStdString(name)) : what;
}

bool QuantityChoice::canHave(const RunData& run, QuantityOwner owner) {
    const bool toCome = owner == QuantityOwner::Processor && run.startNs == 0 && !run.processes.empty();
    return toCome || !ownersIn(run, owner).empty();
}

bool QuantityChoice::hasSubject(const RunData& run) const {
    if (of != Of::One) return canHave(run, quantity->owner);
    return std::ranges::any_of(ownersIn(run, quantity->owner),
                               [&](const QuantityOf& owner) { return nameOf(run, owner) == name; });
}

}  // namespace ipclab
