// Quantities as people write them: 12.3k messages/s, 4.50 µs, 64 MiB. Times may be given in s, ms, µs or ns, sizes in
// B or B/s (powers of 1,024, or of 1,000: core/byte_units.h), parts of one as a share; everything else takes k, M, G.
#pragma once

#include <QString>

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

// A share of one, as people write it: "100 %", "34 %", "4.2 %", "<0.1 %"; never in powers of ten, and "100 %" of all
// alone.
QString percentText(double share);

// With so many digits that count, as the language of the program writes numbers: 0.25, 12.5, 24,000. Where 'g' would
// write powers of ten, which are no figures for people, all digits before the point stand.
QString plainDigits(double value, int digits);

// A share of one in percent, without the sign: 100, 34, 4.2, <0.1. All is 100, and nearly all is 99.
QString percentDigits(double share);

// As a number alone, with so many decimals, a dot, and the sign that is as wide as a digit.
QString plainNumber(double value, int decimals);

bool isInBytes(const QString& unit);

// Is it written with the prefixes of powers of 1,024?
bool hasBinaryPrefixes(const QString& unit);

}  // namespace ipclab
