#include "runs/safety_text.h"

#include <QLocale>

#include "runs/run.h"
#include "runs/said.h"

namespace ipclab {

QString safetyText(const SafetyFacts& safety) {
    const QString why = safety.why.empty() ? QString() : QStringLiteral(" (") + said(safety.why) + QLatin1Char(')');
    if (safety.endedBy == "memory") {
        const QLocale plain = QLocale::c();
        return Run::tr(
                   "the run was ended because its processes used %1 of memory together; its limit is %2%3. Raise it "
                   "with \"safety\": {\"memory_bytes\": …}")
            .arg(plain.formattedDataSize(static_cast<qint64>(safety.found)),
                 plain.formattedDataSize(static_cast<qint64>(safety.limit)), why);
    }
    return Run::tr(
               "the run was ended because it had %1 processes; its limit is %2%3. Where so many are meant, raise it "
               "with \"safety\": {\"processes\": …}")
        .arg(QString::number(safety.found), QString::number(safety.limit), why);
}

}  // namespace ipclab
