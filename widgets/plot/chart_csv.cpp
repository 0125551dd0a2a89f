#include "plot/chart_csv.h"

#include <QByteArray>
#include <QIODevice>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/csv_cell.h"

namespace ipclab {
namespace {

constexpr qsizetype kFlushBytes = 1 << 16;

QByteArray quoted(const QString& text) { return QByteArray::fromStdString(csvCell(text.toStdString())); }

QByteArray seconds(Nanoseconds t) {
    char text[40];
    const bool negative = t < 0;
    const auto magnitude = static_cast<std::uint64_t>(negative ? -t : t);
    std::snprintf(text, sizeof text, "%s%llu.%09llu", negative ? "-" : "",
                  static_cast<unsigned long long>(magnitude / kNsPerSecond),
                  static_cast<unsigned long long>(magnitude % kNsPerSecond));
    return text;
}

class Writer {
public:
    explicit Writer(QIODevice& device) : m_device(device) {}
    QByteArray& line() { return m_text; }
    bool end() {
        m_text += '\n';
        return m_text.size() < kFlushBytes || flush();
    }
    bool flush() {
        const bool ok = m_device.write(m_text) == m_text.size();
        m_text.clear();
        return ok;
    }

private:
    QIODevice& m_device;
    QByteArray m_text;
};

}  // namespace

bool writeCsv(QIODevice& device, const std::vector<Curve>& curves, Nanoseconds t0, Nanoseconds t1, Nanoseconds origin) {
    Writer out(device);
    out.line() += "time (s)";
    std::vector<std::size_t> next;
    for (const Curve& curve : curves) {
        out.line() +=
            ',' + quoted(curve.unit.isEmpty() ? curve.name : curve.name + QStringLiteral(" (%1)").arg(curve.unit));
        next.push_back(curve.series ? curve.series->lowerBound(t0) : 0);
    }
    if (!out.end()) return false;
    const auto pending = [&](std::size_t i) -> const Sample* {
        const TimeSeries* series = curves[i].series;
        return series && next[i] < series->endIndex() ? &series->sample(next[i]) : nullptr;
    };
    for (;;) {
        Nanoseconds t = t1;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            if (const Sample* sample = pending(i)) t = std::min(t, sample->t);
        }
        if (t >= t1) break;
        out.line() += seconds(t - origin);
        for (std::size_t i = 0; i < curves.size(); ++i) {
            out.line() += ',';
            const Sample* sample = pending(i);
            if (!sample || sample->t != t) continue;
            ++next[i];
            if (!std::isnan(sample->value)) out.line() += QByteArray::number(sample->value, 'g', 12);
        }
        if (!out.end()) return false;
    }
    return out.flush();
}

bool writeCsv(QIODevice& device, const std::vector<Lane>& lanes, Nanoseconds t0, Nanoseconds t1, Nanoseconds origin) {
    Writer out(device);
    out.line() += "process,pid,start (s),end (s),state,cpu,reason,text";
    bool ok = out.end();
    for (const Lane& lane : lanes) {
        if (!lane.series) continue;
        lane.series->forEach(t0, t1, [&](const StateInterval& it) {
            if (!ok) return;
            const std::string_view state = stateId(it.state);
            out.line() += quoted(lane.name) + ',' + (lane.pid > 0 ? QByteArray::number(lane.pid) : QByteArray()) + ',' +
                          seconds(it.start - origin) + ',' + (it.isOpen() ? QByteArray() : seconds(it.end - origin)) +
                          ',' + QByteArray(state.data(), static_cast<qsizetype>(state.size())) + ',' +
                          (it.cpu >= 0 ? QByteArray::number(it.cpu) : QByteArray()) + ',' +
                          QByteArray::number(it.reason) + ',' +
                          (lane.intervalText ? quoted(lane.intervalText(it)) : QByteArray());
            ok = out.end();
        });
    }
    return ok && out.flush();
}

}  // namespace ipclab
