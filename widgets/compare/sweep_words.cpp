#include "compare/sweep_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "bridge/quantity_words.h"
#include "core/wall_clock.h"
#include "document/field_list.h"
#include "export/result_json.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString asText(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

// "links.*.capacity.bytes": of what, and the field's name as the lists of fields have it.
struct NamedField {
    std::string owner;  // empty: the experiment
    const FieldInfo* field = nullptr;
};

std::string withSlashes(std::string path) {
    if (path.starts_with('/')) path.erase(0, 1);
    std::ranges::replace(path, '.', '/');
    return path;
}

const FieldInfo* findAnywhere(std::string_view name) {
    for (const auto kind : {Part::Kind::Process, Part::Kind::Link, Part::Kind::Shared}) {
        if (const FieldInfo* field = findField(kind, name)) return field;
    }
    const auto ends = endFieldList();
    const auto found = std::ranges::find(ends, name, &FieldInfo::name);
    return found == ends.end() ? nullptr : &*found;
}

// The longest name of a field at its end; names of parts may hold dots.
NamedField fieldOf(const std::string& path) {
    const std::string whole = withSlashes(path);
    if (const FieldInfo* field = findField(Part::Kind::None, whole)) return {{}, field};
    for (std::size_t at = whole.find('/'); at != whole.npos; at = whole.find('/', at + 1)) {
        if (const FieldInfo* field = findAnywhere(std::string_view(whole).substr(at + 1)))
            return {path.substr(path.starts_with('/') ? 1 : 0, at), field};
    }
    return {};
}

QString numberOrText(const std::string& text, const QString& unit) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    if (!isNumber || unit.isEmpty()) return asText(text);
    if (isInBytes(unit)) return withoutTrailingZeros(formatQuantity(number, unit));
    return QStringLiteral("%1 %2").arg(asText(text), unit);
}

}  // namespace

std::optional<std::vector<double>> numbersOf(const SweepAxis& axis) {
    std::vector<double> numbers;
    for (const std::string& text : axis.values) {
        double& number = numbers.emplace_back();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    }
    return numbers;
}

QString SweepWords::axis(const std::string& path) {
    if (path == "pin") return tr("Placement");
    if (path == "loop") return tr("Loop");
    const NamedField named = fieldOf(path);
    if (named.field == nullptr) return asText(path);
    const QString label = translated("field", named.field->label);
    if (named.owner.empty() || named.owner.ends_with('*')) return label;
    return tr("%1 of %2").arg(label, asText(named.owner));
}

QString SweepWords::unit(const SweepAxis& axis) {
    const NamedField named = fieldOf(axis.path);
    return named.field == nullptr ? QString() : asText(named.field->kind.unit);
}

QString SweepWords::value(const SweepAxis& axis, std::size_t value) {
    const std::string& text = axis.values.at(value);
    if (isPin(axis)) return text == "same" ? tr("one CPU") : text == "apart" ? tr("CPUs apart") : tr("free");
    if (isLoop(axis)) return text == "bare" ? tr("bare") : tr("ipclab");
    return numberOrText(text, unit(axis));
}

QString SweepWords::cell(const Sweep& sweep, const SweepCell& cell) {
    QStringList names;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        names << value(sweep.options().axes[axis], cell.values[axis]);
    return names.join(QStringLiteral(", "));
}

QString SweepWords::baseline(const Sweep& sweep, const SweepBaseline& baseline) {
    return value(sweep.options().axes.at(baseline.axis), baseline.value);
}

QString SweepWords::figure(const SweepFigure& figure) {
    const Quantity* quantity = findQuantity(figure.owner, figure.quantity);
    const QString title = quantity == nullptr ? asText(figure.quantity) : QuantityWords::title(*quantity);
    return figure.name.empty() ? title : QStringLiteral("%1: %2").arg(asText(figure.name), title);
}

QString SweepWords::unit(const SweepFigure& figure) {
    const QuantityUnit unit = unitOf(figure);
    return asText(symbol(unit == QuantityUnit::Nanosecond ? QuantityUnit::Second : unit));
}

double SweepWords::scale(const SweepFigure& figure) { return unitOf(figure) == QuantityUnit::Nanosecond ? 1e-9 : 1; }

QString SweepWords::number(double value, const SweepFigure& figure) {
    return formatQuantity(value * scale(figure), unit(figure));
}

QString SweepWords::interval(double low, double high, const SweepFigure& figure) {
    return QStringLiteral("%1 … %2").arg(formatBare(low * scale(figure), unit(figure)), number(high, figure));
}

QString SweepWords::ratio(double ratio) {
    return std::isfinite(ratio) ? formatQuantity(ratio, QString()) + QChar(0xd7) : QString(QChar(0x2013));
}

// Of too few repeats there is no interval that is worth the name.
QString SweepWords::ratio(const SweepComparison& comparison) {
    const QString middle = ratio(comparison.ratio.median);
    if (comparison.difference == Difference::TooFew || !std::isfinite(comparison.ratio.low)) return middle;
    const QString high = std::isfinite(comparison.ratio.high) ? formatQuantity(comparison.ratio.high, QString())
                                                              : QString(QChar(0x221e));
    return QStringLiteral("%1 (%2 … %3)").arg(middle, formatQuantity(comparison.ratio.low, QString()), high);
}

QString SweepWords::difference(Difference difference) {
    switch (difference) {
        case Difference::Higher:
            return tr("higher");
        case Difference::Lower:
            return tr("lower");
        case Difference::NotShown:
            return tr("no difference shown");
        case Difference::TooFew:
            break;
    }
    return tr("too few repeats to tell");
}

QString SweepWords::verdict(const SweepSlice& slice, std::size_t cell) {
    const Sweep& sweep = slice.sweep();
    const SweepEntry& entry = slice.entry(cell);
    if (!slice.baseline()) return tr("Choose a baseline to see whether a difference is real.");
    const QString other = baseline(sweep, *slice.baseline());
    if (entry.isBaseline) return tr("This is the baseline: the others are compared with it.");
    if (!entry.summary) return tr("Nothing was measured here that could be compared.");
    if (!entry.against) return tr("The baseline, %1, was not measured here.").arg(other);
    const SweepComparison& against = *entry.against;
    const QString name =
        value(sweep.options().axes[slice.baseline()->axis], sweep.cells()[cell].values[slice.baseline()->axis]);
    const QString p =
        against.test.p < 0.001 ? tr("p below 0.001") : QStringLiteral("p = %1").arg(against.test.p, 0, 'f', 3);
    if (against.difference == Difference::TooFew)
        return tr(
            "With so few repeats nothing can be decided: even the clearest order of them would come about by "
            "chance too often. From four repeats of each on there can be a verdict.");
    const QString by = tr("Mann and Whitney's test of the repeats: %1").arg(p);
    if (against.difference == Difference::NotShown)
        return tr("No difference is shown: repeats of %1 and %2 mix as they would by chance (%3). That does not prove "
                  "them equal; the ratio lies between %4 and %5.")
            .arg(name, other, by, ratio(against.ratio.low), ratio(against.ratio.high));
    const QString text =
        against.difference == Difference::Higher
            ? tr("The difference is real: %1 is higher, %2 the value of %3 (95 % interval %4 … %5). %6.")
            : tr("The difference is real: %1 is lower, %2 the value of %3 (95 % interval %4 … %5). %6.");
    return text.arg(name, ratio(against.ratio.median), other, ratio(against.ratio.low), ratio(against.ratio.high), by);
}

QString SweepWords::skipped(const SweepCell& cell) {
    std::string_view why = cell.skipped;
    if (const std::size_t end = why.find(": "); why.starts_with('/') && end != why.npos) why.remove_prefix(end + 2);
    return said(why);
}

QString SweepWords::doubt(const SweepSlice& slice, std::size_t cell) {
    const SweepEntry& entry = slice.entry(cell);
    QStringList doubts;
    if (entry.disagrees) doubts << tr("Its repeats disagree: the interval reaches further than 15 % from the median.");
    std::string last;
    for (const SweepSample* sample : slice.sweep().cells()[cell].counted()) last = sample->disturbance.value_or(last);
    if (entry.disturbed > 0)
        doubts << tr("In %n repeat(s) other work disturbed it: %1.", nullptr, static_cast<int>(entry.disturbed))
                      .arg(said(last));
    return doubts.join(QLatin1Char(' '));
}

QString SweepWords::caption(const Sweep& sweep, const nlohmann::ordered_json& host, const std::string& startedAt) {
    const auto cells = std::ranges::count_if(sweep.cells(), [](const SweepCell& cell) { return cell.skipped.empty(); });
    const HostFacts facts = hostFromJson(host);
    return tr("%1 cells × %2 runs, interleaved · %3 · Linux %4 · %5 · ipclab")
        .arg(QString::number(cells), QString::number(sweep.options().repeats), asText(facts.cpuModel),
             asText(facts.kernel), asText(dateText(startedAt)));
}

}  // namespace ipclab
