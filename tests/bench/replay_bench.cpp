// What a long recording costs in the window: how long it takes to open, the memory it uses, and how many pictures a
// second its charts show while they are scrolled and while it is played; and when the states of all of it are told.
//   ipclab_bench_replay [--minutes M] [--processes P] [--rate R] [--file FILE.ipclab] [--seconds S] [--compare FILE]
// Default: 10 minutes of 64 processes, of each 1,000 samples and 200 changes of state a second. FILE is made where it
// is not there, and stays; without one it is made in the folder for temporary files and removed. With --compare the two
// are compared instead.
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <optional>
#include <vector>

#include "arguments.h"
#include "plot/chart_page.h"
#include "plot/chart_stack.h"
#include "recording/recording.h"
#include "states/schedule_view.h"
#include "window/charts_panel.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/recordings_dialog.h"
#include "window/settings.h"
#include "window/tables_panel.h"
#include "window/theme.h"

using namespace ipclab;

namespace {

constexpr Nanoseconds kStart = 5'000 * kNsPerSecond;
constexpr int kSwitchesPerSecond = 200;

struct Wanted {
    int minutes = 10, processes = 64, rate = 1'000;
    double seconds = 5;
    std::filesystem::path file{}, compared{};
};

// Half of them send to the other half.
Experiment crowdOf(int processes, int minutes) {
    Experiment experiment;
    experiment.id = "long";
    experiment.name = {{"en", "A long recording"}};
    experiment.durationNs = minutes * 60 * kNsPerSecond;
    for (int i = 0; i < processes; ++i) {
        ProcessSpec& process = experiment.processes.emplace_back();
        process.name = (i % 2 == 0 ? "p" : "c") + std::to_string(i / 2);
        process.program = i % 2 == 0 ? "producer" : "consumer";
        if (i % 2 == 0) continue;
        LinkSpec& link = experiment.links.emplace_back();
        link.name = "pipe" + std::to_string(i / 2);
        link.mechanism = "pipe";
        link.senders.emplace_back().process = "p" + std::to_string(i / 2);
        link.receivers.emplace_back().process = process.name;
    }
    return experiment;
}

void addSecond(int second, int rate, RunData& run) {
    const Nanoseconds begin = kStart + second * kNsPerSecond, each = kNsPerSecond / rate;
    double phase = 0;
    for (ProcessData& process : run.processes) {
        for (int i = 0; i < rate; ++i) {
            const double t = second + static_cast<double>(i) / rate;
            process.cpuShare.append(begin + i * each, 0.5 + 0.4 * std::sin(t + phase) + 0.1 * (i % 10) / 10);
        }
        constexpr Nanoseconds kTurn = kNsPerSecond / (kSwitchesPerSecond / 2);
        for (Nanoseconds t = begin; t < begin + kNsPerSecond; t += kTurn) {
            appendInterval(process, {t, t + kTurn / 3, ProcessState::Running, 0, 0});
            appendInterval(process, {t + kTurn / 3, t + kTurn, ProcessState::Waiting, -1, 2});
        }
        process.residentBytes.append(begin, 1e6 * (1 + std::sin(second * 0.01)));
        process.runningS += 0.33;
        phase += 0.1;
    }
    for (LinkData& link : run.links) {
        for (int tenth = 0; tenth < 10; ++tenth) {
            const Nanoseconds t = begin + tenth * kNsPerSecond / 10;
            link.messagesPerSecond.append(t, 1'000 + tenth);
            link.depthMessages.append(t, tenth);
            link.latencies.append(t, t + kNsPerSecond / 10, {{80, 50}, {85, 40}, {90, 10}});
        }
        link.sent = link.received += 1'000;
    }
    run.events.push_back({begin,
                          static_cast<std::uint32_t>(second) % static_cast<std::uint32_t>(run.processes.size()),
                          0U,
                          EventKind::LinkFull,
                          {}});
    run.sampledNs = begin + kNsPerSecond;
}

void make(const Wanted& wanted) {
    RunData run = RunData::of(crowdOf(wanted.processes, wanted.minutes));
    run.startNs = kStart;
    run.observer.asked = run.observer.level = ObserveLevel::Exact;
    int pid = 100;
    for (ProcessData& process : run.processes) {
        process.pid = ++pid;
        process.bornNs = kStart;
        process.lane = StateSeries(StateSeries::kDefaultIntervals / 50);
        process.cpuShare = TimeSeries(1U << 16);
    }
    RecordingWriter writer(wanted.file, run);
    for (int second = 0; second < wanted.minutes * 60; ++second) {
        addSecond(second, wanted.rate, run);
        writer.update(run);
        // As fast as the disk takes it: what is not taken is kept, but not for ever.
        if (second % 30 == 29) std::printf("\rmaking %s: %d s", wanted.file.c_str(), second + 1), std::fflush(stdout);
        while (second % 10 == 9 && writer.isBehind()) ::usleep(10'000);
    }
    run.endNs = run.sampledNs;
    for (ProcessData& process : run.processes) {
        process.endedNs = run.endNs;
        process.exit = ExitStatus{.code = 0, .signal = {}};
        process.state = ProcessState::Terminated;
    }
    writer.finish(run, {});
    std::printf("\r");
}

struct Memory {
    double residentMiB = 0, mostMiB = 0;
};
Memory memory() {
    std::ifstream file("/proc/self/statm");
    long total = 0, resident = 0;
    file >> total >> resident;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return {static_cast<double>(resident) * 4096 / (1 << 20), static_cast<double>(usage.ru_maxrss) / 1024};
}

// Of the window's thread: what a frame costs also where others keep the machine busy.
double threadCpuMs() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double milliseconds(const std::function<void()>& work) {
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

// Each frame moves the charts and paints what has changed; what is read comes in between, as it does for a user.
void scroll(MainWindow& window, const char* what, Nanoseconds width, double seconds) {
    TimeAxis& axis = *window.charts()->page()->axis();
    const RunData& run = window.session().recording()->history();
    axis.showRange(run.startNs, run.startNs + width);
    QTest::qWait(300);
    std::vector<double> frames;
    const double cpu = threadCpuMs();
    QElapsedTimer whole;
    whole.start();
    double direction = 1;
    while (static_cast<double>(whole.elapsed()) < seconds * 1000) {
        frames.push_back(milliseconds([&] {
            axis.pan(static_cast<Nanoseconds>(direction * static_cast<double>(width) / 40));
            QApplication::sendPostedEvents();
            QApplication::processEvents();
        }));
        if (axis.end() >= run.endNs) direction = -1;
        if (axis.begin() <= run.startNs) direction = 1;
    }
    const double cpuMs = (threadCpuMs() - cpu) / static_cast<double>(frames.size());
    std::sort(frames.begin(), frames.end());
    const double mean = static_cast<double>(whole.nsecsElapsed()) * 1e-6 / static_cast<double>(frames.size());
    std::printf(
        "%-28s %6.1f frames a second; a frame %.1f ms, p99 %.1f ms, longest %.1f ms, %.1f ms of CPU; resident %.0f "
        "MiB\n",
        what, 1'000 / mean, frames[frames.size() / 2], frames[frames.size() * 99 / 100], frames.back(), cpuMs,
        memory().residentMiB);
}

void play(MainWindow& window, const char* what, double speed, double seconds) {
    ReplaySource& replay = *window.session().recording();
    int frames = 0, moments = 0;
    QObject counter;
    QObject::connect(&replay, &RunSource::momentChanged, &counter, [&] { ++frames; });
    QObject::connect(&replay, &ReplaySource::momentMoved, &counter, [&] { ++moments; });
    replay.goTo(speed > 0 ? replay.firstNs() : replay.lastNs());
    replay.play(speed);
    QTest::qWait(static_cast<int>(seconds * 1000));
    replay.pause();
    std::printf("%-28s the cursor moved %.0f times a second, what was then was shown %.0f times; resident %.0f MiB\n",
                what, moments / seconds, frames / seconds, memory().residentMiB);
}

// How long until a page of states tells of what it is asked, and the longest piece of work of the window meanwhile.
void tellStates(MainWindow& window, const char* what, const std::function<void()>& ask) {
    const auto all = [&] {
        const auto& rows = window.tables()->scheduleView()->rows();
        return std::ranges::all_of(rows, [](const ScheduleView::Row& row) { return row.counted; });
    };
    bool summed = false;
    QObject listener;
    QObject::connect(window.session().recording(), &RunSource::statesSummed, &listener, [&] { summed = true; });
    double longest = 0;
    const auto work = [&](const std::function<void()>& piece) {
        const double before = threadCpuMs();
        piece();
        longest = std::max(longest, threadCpuMs() - before);
    };
    work(ask);
    const double askedMs = longest;
    longest = 0;
    QElapsedTimer clock;
    clock.start();
    while ((!summed || !all()) && clock.elapsed() < 120'000) {
        work([] { QApplication::processEvents(); });
        ::usleep(1'000);
    }
    const auto& row = window.tables()->scheduleView()->rows().front();
    std::printf(
        "%-28s told after %lld ms: %llu slices of the first process; asking took the window %.1f ms of CPU, the "
        "longest "
        "piece of work afterwards %.1f ms\n",
        what, static_cast<long long>(clock.elapsed()), static_cast<unsigned long long>(row.slices.count()), askedMs,
        longest);
}

std::optional<Wanted> readWanted(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i], value = i + 1 < argc ? argv[i + 1] : "";
        const auto number = bench::numberIn<int>(value, 1, 10'000);
        if (name == "--minutes" && number) {
            wanted.minutes = *number;
        } else if (name == "--processes" && number) {
            wanted.processes = *number;
        } else if (name == "--rate" && number) {
            wanted.rate = *number;
        } else if (name == "--seconds" && number) {
            wanted.seconds = *number;
        } else if (name == "--file" && !value.empty()) {
            wanted.file = value;
        } else if (name == "--compare" && !value.empty()) {
            wanted.compared = value;
        } else {
            std::fprintf(stderr,
                         "not understood: %s %s\nUsage: ipclab_bench_replay [--minutes M] [--processes P] [--rate R] "
                         "[--file FILE.ipclab] [--seconds S] [--compare FILE.ipclab]     numbers from 1 to 10000\n",
                         argv[i], value.data());
            return std::nullopt;
        }
    }
    return wanted;
}

void measure(const Wanted& wanted) {
    WindowSettings settings(true);
    Theme theme;
    theme.install();
    theme.choose(ThemeChoice::Light);
    Language language;
    language.choose(QStringLiteral("en"));
    MainWindow window(theme, language, settings);
    window.resize(1280, 800);
    window.openInitial(QStringLiteral("first"));
    window.show();
    QTest::qWait(500);
    const double before = memory().residentMiB;
    const double openedMs = milliseconds([&] { window.openRecording(QString::fromStdString(wanted.file)); });
    if (window.session().recording() == nullptr) {
        std::printf("it is refused: %s\n", qPrintable(window.notice()->text()));
        return;
    }
    const double paintedMs = openedMs + milliseconds([&] { QApplication::processEvents(); });
    const double detailedMs = paintedMs + milliseconds([&] {
                                  window.session().recording()->settle();
                                  QApplication::processEvents();
                              });
    const auto bytes = static_cast<double>(std::filesystem::file_size(wanted.file));
    std::printf(
        "%.0f MiB; opened %.0f ms, painted %.0f ms, all in sight read %.0f ms; resident %.0f MiB before, %.0f "
        "after\n",
        bytes / (1 << 20), openedMs, paintedMs, detailedMs, before, memory().residentMiB);
    TablesPanel& tables = *window.tables();
    const ReplaySource& replay = *window.session().recording();
    tellStates(window, "scheduling", [&] { tables.tabs()->setCurrentWidget(tables.scheduleTab()); });
    tellStates(window, "between two markers", [&] {
        const Nanoseconds length = replay.lastNs() - replay.firstNs();
        TimeAxis& axis = *window.charts()->page()->axis();
        axis.setMarker(Marker::A, replay.firstNs() + length / 10);
        axis.setMarker(Marker::B, replay.firstNs() + length / 2);
        tables.tabs()->setCurrentWidget(tables.scheduleTab());
    });
    window.charts()->page()->axis()->clearMarkers();
    QTest::qWait(500);
    tables.tabs()->setCurrentIndex(0);
    scroll(window, "scrolled, 1 s in sight", kNsPerSecond, wanted.seconds);
    scroll(window, "scrolled, 20 s in sight", 20 * kNsPerSecond, wanted.seconds);
    scroll(window, "scrolled, 2 min in sight", 120 * kNsPerSecond, wanted.seconds);
    play(window, "played as fast as it was", 1, wanted.seconds);
    play(window, "played backwards, 20 times", -20, wanted.seconds);
    std::printf("most memory ever %.0f MiB; windows of what is in sight %.0f MiB; platform %s\n", memory().mostMiB,
                static_cast<double>(window.session().recording()->file().windowBytes()) / (1 << 20),
                qPrintable(QGuiApplication::platformName()));
}

// Until nothing has come for half a second: what is in sight is there.
double settledMs() {
    QElapsedTimer clock, calm;
    clock.start();
    calm.start();
    double last = 0;
    while (calm.elapsed() < 500) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        const double cpu = threadCpuMs();
        if (cpu - last > 5) calm.restart();
        last = cpu;
        ::usleep(10'000);
    }
    return static_cast<double>(clock.elapsed() - calm.elapsed());
}

void compare(const Wanted& wanted) {
    Theme theme;
    theme.install();
    theme.choose(ThemeChoice::Light);
    RecordingsDialog dialog;
    dialog.resize(1280, 800);
    dialog.show();
    QTest::qWait(300);
    const double before = memory().residentMiB;
    double openedMs = 0;
    for (const auto& file : {wanted.file, wanted.compared})
        openedMs += milliseconds([&] { dialog.add(QString::fromStdString(file)); });
    const double paintedMs = openedMs + milliseconds([&] { QApplication::processEvents(); });
    const double restMs = settledMs();
    std::printf(
        "compared: %zu recordings opened in %.0f ms, painted %.0f ms, all in sight read %.0f ms; resident %.0f MiB "
        "before, %.0f after, most ever %.0f MiB\n",
        dialog.runs().runs.size(), openedMs, paintedMs, paintedMs + restMs, before, memory().residentMiB,
        memory().mostMiB);
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    auto wanted = readWanted(argc, argv);
    if (!wanted) return bench::kWrongUsage;
    if (wanted->file.empty()) wanted->file = folder.filePath(QStringLiteral("long.ipclab")).toStdString();
    if (!std::filesystem::exists(wanted->file)) {
        const double madeMs = milliseconds([&] { make(*wanted); });
        std::printf("made in %.0f s\n", madeMs / 1'000);
    }
    if (wanted->compared.empty()) {
        measure(*wanted);
    } else {
        compare(*wanted);
    }
    return 0;
}
