// What drawing costs, against the budgets of the charts' design: GUI thread, per frame or per query. Run with
// QT_QPA_PLATFORM=offscreen or xcb; the label of each line gives its budget.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTimer>
#include <cmath>
#include <memory>
#include <random>

#include "core/clock.h"
#include "plot/chart_export.h"
#include "plot/chart_page.h"
#include "plot/curve_chart.h"
#include "plot/distribution_chart.h"
#include "plot/heat_map_chart.h"
#include "plot/lane_chart.h"
#include "plot/lane_image.h"

namespace {

using namespace ipclab;

constexpr Nanoseconds kMs = 1'000'000;
constexpr Nanoseconds kOrigin = 1'000'000 * kMs;

// CPU time of this thread: what the budgets are in, and what other work on the machine disturbs least.
Nanoseconds threadTime() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

void append(TimeSeries& series, Nanoseconds from, Nanoseconds to, int seed) {
    std::minstd_rand random(static_cast<unsigned>(seed) + 1);
    for (Nanoseconds t = from; t < to; t += kMs) {
        series.append(t, 50 * std::sin(toSeconds(t) * 0.5 + seed) + static_cast<double>(random() % 20) + 100 * seed);
    }
}

void zoomQuery(benchmark::State& state) {
    static TimeSeries* series = [] {
        auto* made = new TimeSeries(1 << 24);
        for (int i = 0; i < 10'000'000; ++i) made->append(kOrigin + i * 100'000LL, i % 1009);
        return made;
    }();
    const Nanoseconds whole = 1'000'000'000'000;
    const Nanoseconds window = whole / state.range(0);
    std::vector<Column> columns;
    Nanoseconds at = 0;
    for (auto _ : state) {
        at = (at + window / 7) % (whole - window + 1);
        series->reduce(ColumnGrid::covering(kOrigin + at, kOrigin + at + window, 1500), columns);
        benchmark::DoNotOptimize(columns.data());
    }
    state.SetLabel("budget 0.3 ms");
}
BENCHMARK(zoomQuery)->Arg(1)->Arg(10)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void stateQuery(benchmark::State& state) {
    StateSeries series;
    std::minstd_rand random(1);
    Nanoseconds t = kOrigin;
    for (int i = 0; i < 1'000'000; ++i) {
        const Nanoseconds length = 1000 + random() % 20'000;
        series.append(t, t + length, static_cast<ProcessState>(1 + i % 3));
        t += length;
    }
    std::vector<StateColumn> columns;
    const Nanoseconds window = (t - kOrigin) / state.range(0);
    for (auto _ : state) series.reduce(ColumnGrid::covering(kOrigin, kOrigin + window, 2000), columns);
    state.SetLabel("budget 1 ms");
}
BENCHMARK(stateQuery)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

// A page of curves at 1 kHz, ten minutes deep; one iteration is one tick of a 60 Hz timer.
struct Scene {
    Scene(int chartCount, int perChart, Nanoseconds window) {
        page.axis()->restart(kOrigin);
        page.axis()->setWindow(window);
        for (int c = 0; c < chartCount; ++c) {
            auto* chart = new CurveChart(page.axis());
            chart->setTitle("Chart");
            std::vector<Curve> curves;
            for (int i = 0; i < perChart; ++i) {
                series.push_back(std::make_unique<TimeSeries>());
                append(*series.back(), kOrigin, kOrigin + 600'000 * kMs, i);
                curves.push_back(
                    {QStringLiteral("curve %1").arg(i), series.back().get(), i, Qt::SolidLine, "messages"});
            }
            chart->setCurves(std::move(curves));
            page.addChart(chart);
        }
        page.resize(980, 300 * chartCount + 40);
        page.show();
        now = kOrigin + 600'000 * kMs;
        page.setNow(now);
        QApplication::processEvents();
    }
    void tick() {
        for (std::size_t i = 0; i < series.size(); ++i) append(*series[i], now, now + 16 * kMs, static_cast<int>(i));
        now += 16'666'667;
        page.setNow(now);
        QApplication::processEvents();
    }
    std::vector<std::unique_ptr<TimeSeries>> series;
    ChartPage page;
    Nanoseconds now = 0;
};

void liveTick(benchmark::State& state) {
    Scene scene(static_cast<int>(state.range(0)), static_cast<int>(16 / state.range(0)), state.range(1) * kNsPerSecond);
    std::vector<double> costs;
    for (auto _ : state) {
        const Nanoseconds before = threadTime();
        scene.tick();
        costs.push_back(static_cast<double>(threadTime() - before) * 1e-6);
    }
    std::sort(costs.begin(), costs.end());
    double sum = 0;
    for (double cost : costs) sum += cost;
    state.counters["core_share_%"] = sum / static_cast<double>(costs.size()) / 16.667 * 100;
    state.counters["p99_ms"] = costs[costs.size() * 99 / 100];
    state.SetLabel(state.range(1) == 600 ? "16 series; budget 5 %"
                   : state.range(0) == 1 ? "16 series, every frame; budget 20 %"
                                         : "16 series, every frame; budget 40 %, p99 20 ms");
}
BENCHMARK(liveTick)->Args({1, 600})->Args({4, 600})->Args({1, 10})->Args({4, 10})->Iterations(300)->Unit(
    benchmark::kMillisecond);

// Every frame drawn anew although 600 s are in sight: as if each tick completed a column.
void fullRedraw(benchmark::State& state) {
    Scene scene(1, 16, 600 * kNsPerSecond);
    for (auto _ : state) {
        scene.now += 700 * kMs;
        scene.page.setNow(scene.now);
        QApplication::processEvents();
    }
    state.SetLabel("16 series × 600 s, one chart; budget 20 % of 16.7 = 3.3 ms");
}
BENCHMARK(fullRedraw)->Iterations(200)->Unit(benchmark::kMillisecond);

struct Lanes {
    Lanes() {
        std::minstd_rand random(1);
        for (int i = 0; i < 64; ++i) {
            series.push_back(std::make_unique<StateSeries>());
            Nanoseconds t = kOrigin;
            for (int k = 0; k < 100'000; ++k) {
                const Nanoseconds length = 10'000 + random() % 2'000'000;
                series.back()->append(t, t + length, static_cast<ProcessState>(1 + k % 3));
                t += length;
            }
            end = std::max(end, t);
        }
    }
    std::vector<LaneSource> sources() const {
        std::vector<LaneSource> result;
        for (const auto& it : series) result.push_back({it.get(), false});
        return result;
    }
    std::vector<std::unique_ptr<StateSeries>> series;
    Nanoseconds end = 0;
};

Lanes& lanes() {
    static Lanes made;
    return made;
}

void laneImage(benchmark::State& state) {
    LaneImage image;
    const Nanoseconds length = (lanes().end - kOrigin) / state.range(0);
    for (auto _ : state) {
        state.PauseTiming();
        image.reset(lanes().sources(), 900, 16, 13, false);
        state.ResumeTiming();
        image.update(ColumnGrid::covering(kOrigin + length / 2, kOrigin + length / 2 + length, 900));
    }
    state.SetLabel(state.range(0) == 1 ? "whole range; was 17 ms" : "10 % of the range; budget 6 ms");
}
BENCHMARK(laneImage)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

void laneNewestColumns(benchmark::State& state) {
    LaneImage image;
    image.reset(lanes().sources(), 900, 16, 13, false);
    const Nanoseconds step = 11 * kMs;
    Nanoseconds first = kOrigin / step;
    image.update({first * step, step, 900});
    for (auto _ : state) {
        ++first;
        image.update({first * step, step, 900});
    }
    state.SetLabel("one new column, 64 lanes; budget 0.1 ms");
}
BENCHMARK(laneNewestColumns)->Iterations(2000)->Unit(benchmark::kMillisecond);

void laneChartTick(benchmark::State& state) {
    ChartPage page;
    auto* chart = new LaneChart(page.axis());
    std::vector<Lane> list;
    for (const auto& it : lanes().series) list.push_back({QStringLiteral("worker"), 1000, it.get(), {}, false});
    chart->setLanes(list);
    page.addChart(chart);
    page.resize(980, 64 * 16 + 100);
    page.axis()->restart(kOrigin);
    page.show();
    Nanoseconds now = kOrigin + 20'000 * kMs;
    for (auto _ : state) {
        page.setNow(now += 16'666'667);
        QApplication::processEvents();
    }
    state.SetLabel("64 lanes, painted whole to the screen each frame");
}
BENCHMARK(laneChartTick)->Iterations(300)->Unit(benchmark::kMillisecond);

// Real time: a timer asks for sixty frames a second while sixteen curves of ten minutes at 1 kHz and the states of 64
// processes grow. What is counted are frames, what the loop was busy for between two turns, and the thread's CPU time.
struct SixtyFrames {
    explicit SixtyFrames(Nanoseconds window) : scene(4, 4, window) {
        for (int i = 0; i < 64; ++i) {
            states.push_back(std::make_unique<StateSeries>());
            grow(*states.back(), i, kOrigin, scene.now);
        }
        auto* chart = new LaneChart(scene.page.axis());
        std::vector<Lane> list;
        for (const auto& it : states) list.push_back({QStringLiteral("worker"), 1000, it.get(), {}, false});
        chart->setLanes(list);
        scene.page.addChart(chart);
        scene.page.resize(1280, 1400);
        QApplication::processEvents();
    }
    static void grow(StateSeries& series, int seed, Nanoseconds from, Nanoseconds to) {
        for (Nanoseconds t = from; t < to; t += 4 * kMs)
            series.append(t, std::min(t + 4 * kMs, to), static_cast<ProcessState>(1 + (t / kMs + seed) % 3));
    }
    void frame() {
        const Nanoseconds before = scene.now;
        scene.tick();
        for (std::size_t i = 0; i < states.size(); ++i) grow(*states[i], static_cast<int>(i), before, scene.now);
        ++frames;
    }
    Scene scene;
    std::vector<std::unique_ptr<StateSeries>> states;
    int frames = 0;
};

void sixtyFrames(benchmark::State& state) {
    constexpr Nanoseconds kFor = 10 * kNsPerSecond;
    SixtyFrames shown(state.range(0) * kNsPerSecond);
    QTimer asks;
    asks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&asks, &QTimer::timeout, [&] { shown.frame(); });
    for (auto _ : state) {
        asks.start(16);
        Nanoseconds longest = 0;
        const Nanoseconds began = monotonicNow(), cpu = threadTime();
        for (Nanoseconds last = began; last - began < kFor;) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            const Nanoseconds now = monotonicNow();
            longest = std::max(longest, now - last);
            last = now;
        }
        const double seconds = toSeconds(monotonicNow() - began);
        state.counters["frames_per_s"] = shown.frames / seconds;
        state.counters["gap_max_ms"] = toSeconds(longest) * 1e3;
        state.counters["core_share_%"] = toSeconds(threadTime() - cpu) / seconds * 100;
    }
    state.SetLabel("16 series × 10 min, 64 lanes; 55 frames, gap 50 ms, core 35 %");
}
BENCHMARK(sixtyFrames)->Arg(600)->Arg(60)->Arg(10)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

// Ten links of 40 bins each tenth of a second; one iteration is one tick of a 60 Hz timer.
void heatMapTick(benchmark::State& state) {
    std::vector<LatencyHistory> histories(10);
    std::vector<LatencySource> sources;
    const auto grow = [&](Nanoseconds from, Nanoseconds to) {
        for (Nanoseconds t = from / (100 * kMs) * (100 * kMs); t + 100 * kMs <= to; t += 100 * kMs) {
            if (t < from - 100 * kMs) continue;
            std::vector<LatencyHistory::Count> counts;
            for (std::uint32_t bin = 80; bin < 120; ++bin) counts.push_back({bin, 1 + bin % 17});
            for (LatencyHistory& history : histories) {
                if (t >= history.lastTime()) history.append(t, t + 100 * kMs, counts);
            }
        }
    };
    Nanoseconds now = kOrigin + 600 * kNsPerSecond;
    grow(kOrigin, now);
    for (const LatencyHistory& history : histories) sources.push_back({QStringLiteral("link"), &history, 0});
    ChartPage page;
    auto* heat = new HeatMapChart(page.axis());
    auto* spread = new DistributionChart(page.axis());
    for (LatencyChart* chart : {static_cast<LatencyChart*>(heat), static_cast<LatencyChart*>(spread)}) {
        chart->setSources(sources);
        page.addChart(chart);
    }
    page.resize(980, 400);
    page.axis()->restart(kOrigin);
    page.axis()->setWindow(state.range(0) * kNsPerSecond);
    page.show();
    page.setNow(now);
    QApplication::processEvents();
    for (auto _ : state) {
        grow(now, now + 16'666'667);
        page.setNow(now += 16'666'667);
        QApplication::processEvents();
    }
    state.SetLabel("heat map and histogram of ten links, 10 min deep; budget 1.5 ms");
}
BENCHMARK(heatMapTick)->Arg(10)->Arg(600)->Iterations(600)->Unit(benchmark::kMillisecond);

void firstPaint(benchmark::State& state) {
    for (auto _ : state) {
        ChartPage page;
        for (int i = 0; i < 4; ++i) page.addChart(new CurveChart(page.axis()));
        page.resize(1280, 800);
        page.show();
        QApplication::processEvents();
    }
    state.SetLabel("page of four charts; part of the 200 ms of a start");
}
BENCHMARK(firstPaint)->Unit(benchmark::kMillisecond);

void pngAt4x(benchmark::State& state) {
    Scene scene(4, 4, 600 * kNsPerSecond);
    PictureOptions options;
    options.scale = 4;
    options.size = {1000, 800};
    const QString path = QStringLiteral("/tmp/ipclab_bench_charts.%1.png").arg(QCoreApplication::applicationPid());
    for (auto _ : state) {
        if (!ChartPicture(scene.page).save(path, options).isEmpty()) state.SkipWithError("not written");
    }
    std::remove(qPrintable(path));
    state.SetLabel("1000 × 800 at 4×; budget 600 ms");
}
BENCHMARK(pngAt4x)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
