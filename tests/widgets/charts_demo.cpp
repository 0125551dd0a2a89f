// A page of charts with made-up live data, to look at: not a test. Arguments, all optional:
//   charts_demo [--dark] [--size WxH] [--lanes N] [--window SECONDS] [--frozen] [--markers] [--empty] [--log]
//               [--export DIR]
#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTimer>
#include <cmath>
#include <memory>
#include <random>

#include "plot/chart_export.h"
#include "plot/chart_page.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"

namespace {

using namespace ipclab;

constexpr Nanoseconds kMs = 1'000'000;

// Two processes that take turns on a bounded buffer, a few that compute, and one that mostly sleeps.
class Source {
public:
    explicit Source(int laneCount) : m_states(static_cast<std::size_t>(laneCount)), m_cpus(2) {
        m_now = m_begin = monotonicNow() - 40 * kNsPerSecond;
        m_until.assign(m_states.size(), m_begin);
        m_cpuUntil.assign(2, m_begin);
    }

    void runTo(Nanoseconds now) {
        for (; m_now + kMs <= now; m_now += kMs) sample();
        for (std::size_t lane = 0; lane < m_states.size(); ++lane) switchTo(lane, now);
        for (std::size_t cpu = 0; cpu < 2; ++cpu) occupyTo(cpu, now);
    }

    Nanoseconds begin() const { return m_begin; }
    TimeSeries sent, received, depth, capacity, p50, p99;
    std::vector<StateSeries>& states() { return m_states; }
    std::vector<StateSeries>& cpus() { return m_cpus; }

private:
    void sample() {
        const double s = toSeconds(m_now - m_begin);
        const double rate = 42'000 * (1 + 0.35 * std::sin(s * 0.9)) + 2500 * m_normal(m_random);
        sent.append(m_now, rate);
        received.append(m_now, rate * 0.93 + 1800 * m_normal(m_random));
        m_depth = std::clamp(m_depth + 3 * m_normal(m_random) + 0.8 * std::sin(s * 1.7), 0.0, 64.0);
        depth.append(m_now, std::round(m_depth));
        capacity.append(m_now, 64);
        if ((m_now / kMs) % 100 != 0) return;
        p50.append(m_now, 5200 + 600 * m_normal(m_random));
        p99.append(m_now, 61'000 * std::exp(0.5 * m_normal(m_random)) + (s > 22 && s < 24 ? 900'000 : 0));
    }

    void switchTo(std::size_t lane, Nanoseconds now) {
        StateSeries& series = m_states[lane];
        Nanoseconds& t = m_until[lane];
        const double busy = 0.15 + 0.7 * static_cast<double>(lane % 5) / 5;
        while (true) {
            const double mean = lane == 2 ? 900e6 : lane % 7 == 0 ? 0.4e6 : lane % 3 == 0 ? 60e6 : 9e6;
            const auto length = static_cast<Nanoseconds>(-mean * std::log(1 - m_uniform(m_random) * 0.999)) + 3000;
            ProcessState state = m_uniform(m_random) < busy ? ProcessState::Running : ProcessState::Waiting;
            if (m_uniform(m_random) < 0.18) state = ProcessState::Ready;
            if (t == m_begin) state = ProcessState::New;
            if (lane == 4 && t - m_begin > 30 * kNsPerSecond)
                state = t - m_begin > 33 * kNsPerSecond ? ProcessState::Terminated : ProcessState::Zombie;
            if (lane == 5 && t - m_begin > 12 * kNsPerSecond && t - m_begin < 15 * kNsPerSecond)
                state = ProcessState::Stopped;
            series.setOpen(state, t, static_cast<std::int16_t>(lane % 2));
            if (t + length > now) return;
            series.append(t, t + length, state,
                          state == ProcessState::Running ? static_cast<std::int16_t>(lane % 2) : std::int16_t{-1},
                          static_cast<std::uint8_t>(lane));
            t += length;
        }
    }

    void occupyTo(std::size_t cpu, Nanoseconds now) {
        Nanoseconds& t = m_cpuUntil[cpu];
        while (t < now) {
            const auto length = static_cast<Nanoseconds>(180e6 * m_uniform(m_random)) + 100'000;
            if (m_uniform(m_random) < 0.8)
                m_cpus[cpu].append(t, t + length, ProcessState::Running, static_cast<std::int16_t>(cpu),
                                   static_cast<std::uint8_t>(m_random() % 6));
            t += length;
        }
    }

    Nanoseconds m_begin, m_now;
    double m_depth = 20;
    std::vector<StateSeries> m_states, m_cpus;
    std::vector<Nanoseconds> m_until, m_cpuUntil;
    std::mt19937 m_random{7};
    std::normal_distribution<double> m_normal;
    std::uniform_real_distribution<double> m_uniform{0, 1};
};

const QStringList kNames{"producer",     "consumer", "io-bound",    "cpu-bound 1",
                         "zombie-maker", "client",   "cpu-bound 2", "relay"};

void fill(ChartPage& page, Source& source, const QCommandLineParser& arguments) {
    auto* throughput = new CurveChart(page.axis());
    throughput->setTitle("Throughput");
    throughput->setQuantity("rate");
    throughput->setCurves({{"sent", &source.sent, 0, Qt::SolidLine, "messages/s"},
                           {"received", &source.received, 1, Qt::SolidLine, "messages/s"}});
    page.addChart(throughput, 3);
    auto* depth = new CurveChart(page.axis());
    depth->setTitle("Queue depth");
    depth->setQuantity("depth");
    depth->setCurves({{"pipe a→b", &source.depth, 2, Qt::SolidLine, "messages", true},
                      {"capacity", &source.capacity, 7, Qt::DashLine, "messages", true}});
    page.addChart(depth, 3);
    auto* latency = new CurveChart(page.axis());
    latency->setTitle("Latency");
    latency->setQuantity("one way");
    latency->setCurves({{"p50", &source.p50, 0, Qt::SolidLine, "ns"}, {"p99", &source.p99, 1, Qt::SolidLine, "ns"}});
    latency->setLogarithmic(arguments.isSet("log"));
    page.addChart(latency, 3);
    auto* cpus = new LaneChart(page.axis());
    cpus->setTitle("Processors");
    std::vector<Lane> lanes;
    for (int i = 0; i < 2; ++i) {
        lanes.push_back({QStringLiteral("CPU %1").arg(i), 0, &source.cpus()[static_cast<std::size_t>(i)],
                         [](const StateInterval& it) { return kNames[it.reason]; }, true});
    }
    cpus->setLanes(lanes);
    page.addChart(cpus, 1);
    auto* states = new LaneChart(page.axis());
    states->setTitle("Process states");
    lanes.clear();
    for (std::size_t i = 0; i < source.states().size(); ++i) {
        const int n = static_cast<int>(i);
        lanes.push_back({n < kNames.size() ? kNames[n] : QStringLiteral("worker %1").arg(n),
                         12400 + n,
                         &source.states()[i],
                         {},
                         false});
    }
    states->setLanes(lanes);
    page.addChart(states, 4);
    std::vector<ChartEvent> events{{source.begin() + 12 * kNsPerSecond, "stop client", EventWeight::Steering},
                                   {source.begin() + 15 * kNsPerSecond, "continue client", EventWeight::Steering},
                                   {source.begin() + 30 * kNsPerSecond, "zombie-maker ended", EventWeight::Warning},
                                   {source.begin() + 33 * kNsPerSecond, "rate 50k", EventWeight::Note},
                                   {source.begin() + 36 * kNsPerSecond, "relay killed", EventWeight::Failure}};
    page.setEvents(events);
}

void exportAll(const ChartPage& page, const QString& folder, bool dark) {
    PictureOptions options;
    options.title = "Bounded buffer over a pipe";
    options.caption =
        "producer → consumer, pipe, 64 B messages, bounded 64; AMD EPYC, 2 CPUs, Linux 6.1; 2025-11-21 04:12; 한국어 "
        "설명";
    if (dark) options.theme = ChartTheme::darkTheme();
    const ChartPicture whole(page);
    for (const char* ending : {"png", "svg", "pdf"}) {
        const QString problem = whole.save(QDir(folder).filePath(QStringLiteral("page.%1").arg(ending)), options);
        if (!problem.isEmpty()) qWarning("%s", qPrintable(problem));
        options.size.setHeight(0);
    }
    const ChartPicture one(*page.charts().front());
    for (const char* ending : {"png", "svg", "pdf"}) {
        const QString problem = one.save(QDir(folder).filePath(QStringLiteral("one.%1").arg(ending)), options);
        if (!problem.isEmpty()) qWarning("%s", qPrintable(problem));
    }
}

QPalette darkPalette() {
    QPalette palette(QColor(0x2b, 0x2e, 0x33), QColor(0x1e, 0x20, 0x24));
    return palette;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QCommandLineParser arguments;
    for (const char* flag : {"dark", "frozen", "markers", "empty", "log"}) arguments.addOption({flag, flag});
    for (const char* value : {"size", "lanes", "export", "window"}) arguments.addOption({value, value, "VALUE"});
    arguments.process(application);
    if (arguments.isSet("dark")) QApplication::setPalette(darkPalette());
    Source source(arguments.isSet("lanes") ? arguments.value("lanes").toInt() : 8);
    ChartPage page;
    if (arguments.isSet("dark")) page.setTheme(ChartTheme::darkTheme());
    fill(page, source, arguments);
    page.axis()->restart(source.begin());
    if (arguments.isSet("window"))
        page.axis()->setWindow(static_cast<Nanoseconds>(arguments.value("window").toDouble() * 1e9));
    const QStringList size = arguments.value("size").split('x');
    page.resize(size.size() == 2 ? QSize(size[0].toInt(), size[1].toInt()) : QSize(1280, 800));
    if (!arguments.isSet("empty")) {
        source.runTo(monotonicNow());
        page.setNow(monotonicNow());
    }
    page.show();
    page.activateWindow();
    page.charts().front()->setFocus();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &page, [&] {
        const Nanoseconds now = monotonicNow();
        source.runTo(now);
        page.setNow(now);
    });
    if (!arguments.isSet("empty")) timer.start(16);
    if (arguments.isSet("frozen")) page.chartActions().freeze->trigger();
    if (arguments.isSet("markers")) {
        const TimeAxis& axis = *page.axis();
        page.axis()->setMarker(Marker::A, axis.begin() + axis.window() / 4);
        page.axis()->setMarker(Marker::B, axis.begin() + axis.window() / 2);
        page.axis()->setCrosshair(axis.begin() + axis.window() * 6 / 10);
    }
    if (arguments.isSet("export")) {
        exportAll(page, arguments.value("export"), arguments.isSet("dark"));
        return 0;
    }
    return QApplication::exec();
}
