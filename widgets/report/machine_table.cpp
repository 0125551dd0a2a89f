#include "report/machine_table.h"

#include <algorithm>
#include <array>

#include "bridge/quantity_words.h"
#include "models/figures.h"
#include "plot/units.h"
#include "results/quantity.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 4> kBesideIds{"load_start", "load_end", "others_cpu_s", "stolen_cpu_s"};

const Quantity& runQuantity(std::string_view id) { return *findQuantity(QuantityOwner::Run, id); }

std::vector<double> overAllRuns(const Sweep& sweep, std::string_view id) {
    std::vector<double> all;
    for (std::size_t figure = 0; figure < sweep.figures().size(); ++figure) {
        if (sweep.figures()[figure].owner != QuantityOwner::Run || sweep.figures()[figure].quantity != id) continue;
        for (const SweepCell& cell : sweep.cells()) {
            const std::vector<double> values = cell.valuesOf(figure);
            all.insert(all.end(), values.begin(), values.end());
        }
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

ReportTable MachineTable::emptyTable(const QString& caption) {
    ReportTable table;
    table.caption = caption;
    table.columns = {{tr("Figure")}, {tr("Value"), true}, {tr("What it is, and how it was had")}};
    return table;
}

// Of one processor: 0.5 s in a run of 10 s is 5 %.
QString MachineTable::shareText(double cpuSeconds, double durationS) {
    return durationS > 0 ? tr(" (%1 % of a CPU)").arg(plainDigits(100 * cpuSeconds / durationS, 3)) : QString();
}

ReportTable MachineTable::ofRun(const RunData& data) {
    ReportTable table = emptyTable(tr("What the machine did beside the run."));
    for (const std::string_view id : kBesideIds) {
        const Quantity& quantity = runQuantity(id);
        const MaybeQuantity value = quantity.get(data, {});
        QString text = value ? figureText(value, quantity.unit) : tr("not known");
        if (value && quantity.unit == QuantityUnit::Second) text += shareText(asDouble(*value), data.durationS());
        table.rows.push_back({QuantityWords::title(quantity), text, QuantityWords::tip(quantity)});
    }
    return table;
}

ReportTable MachineTable::ofSweep(const Sweep& sweep) {
    ReportTable table =
        emptyTable(tr("What the machine did beside the runs: the median over all of them, and from the "
                      "least to the most."));
    for (const std::string_view id : kBesideIds) {
        const Quantity& quantity = runQuantity(id);
        const std::vector<double> all = overAllRuns(sweep, id);
        const auto text = [&](double value) { return figureText(QuantityValue(value), quantity.unit); };
        table.rows.push_back(
            {QuantityWords::title(quantity),
             all.empty() ? tr("not known")
                         : QStringLiteral("%1 (%2 … %3)").arg(text(median(all)), text(all.front()), text(all.back())),
             QuantityWords::tip(quantity)});
    }
    return table;
}

}  // namespace ipclab
