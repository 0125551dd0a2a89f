// Quantities as people write them: 12.3k messages/s, 4.50 µs, 64 MiB. Times may be given in s, ms, µs or ns, sizes in
// B or B/s (powers of 1,024); everything else takes k, M, G.
#pragma once

#include <QString>
#include <vector>

namespace ipclab {

// value × factor is the number to write, suffix follows it at once (it brings its own space).
struct UnitScale {
    double factor = 1;
    QString suffix;
    bool namesUnit = false;  // the suffix holds the unit as well ("µs"), otherwise only a prefix ("k")
};

UnitScale scaleFor(double magnitude, const QString& unit);

// About `digits` significant digits. NaN gives an en dash.
QString formatQuantity(double value, const QString& unit, int digits = 3);

// The same without a unit that is only a word: 12.3k, but 4.50 µs.
QString formatBare(double value, const QString& unit, int digits = 3);

// Of such a text whose value was chosen and not measured: "5 s" for "5.000 s".
QString withoutTrailingZeros(QString quantity);

struct Tick {
    double value;
    QString label;
};

// Round values from low to high in one common prefix, at most maxTicks steps unless that leaves one value alone.
std::vector<Tick> linearTicks(double low, double high, int maxTicks, const QString& unit);
// The decades from low to high, each in its own prefix.
std::vector<Tick> logTicks(double low, double high, int maxTicks, const QString& unit);

// The smallest of 1, 2, 5 × 10^n that is not below the value.
double niceStep(double value);

}  // namespace ipclab
