#include "cli/figures_text.h"

#include <array>

#include "cli/quantities.h"
#include "cli/text_table.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

constexpr std::array<QuantityOwner, 6> kOwners{QuantityOwner::Run, QuantityOwner::Process, QuantityOwner::Link,
                                               QuantityOwner::End, QuantityOwner::Shared,  QuantityOwner::Processor};

std::string ownerTitle(const RunData& data, const QuantityOf& of) {
    return of.owner == QuantityOwner::Run ? "the run" : nameOf(data, of);
}

// visit(owner's title, quantity, value as text) for every figure of that kind of owner.
template <typename Visit>
void forEachFigure(const RunData& data, QuantityOwner owner, Visit visit) {
    const auto owners = ownersIn(data, owner);
    for (const QuantityOf& of : owners) {
        for (const Quantity& quantity : quantitiesOf(owner))
            visit(ownerTitle(data, of), quantity, figureText(quantity.get(data, of), unitOf(quantity, data, of)));
    }
    if (owners.size() < 2) return;
    for (const Quantity& quantity : quantitiesOf(owner)) {
        if (const MaybeQuantity all = overAll(quantity, data))
            visit(quantity.sum == QuantitySum::Largest ? "the largest" : "all together", quantity,
                  figureText(all, quantity.unit));
    }
}

}  // namespace

std::string allFiguresText(const RunData& data) {
    TextTable table({{"every figure of", Align::Left}, {"figure", Align::Left}, {"value"}});
    for (const QuantityOwner owner : kOwners) {
        std::string before;
        forEachFigure(data, owner, [&](const std::string& who, const Quantity& quantity, const std::string& value) {
            table.add({who == before ? std::string() : printable(who), std::string(quantity.id), value});
            before = who;
        });
    }
    return table.text() + "  `ipclab list quantities` says what each is and how it is had\n";
}

}  // namespace ipclab
