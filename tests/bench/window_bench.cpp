// What the window costs: time to the first paint, gaps in its event loop and the CPU time of its thread while sixteen
// processes send as fast as they can, and its memory over time.
//   ipclab_bench_window [--seconds S] [--minutes M]     default: 5 seconds; --minutes watches the memory that long
#include <sys/resource.h>
#include <time.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "canvas/canvas_editing.h"
#include "canvas/canvas_move.h"
#include "window/document.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/theme.h"

using namespace ipclab;

namespace {

double threadCpuMs() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double residentMiB() {
    std::ifstream file("/proc/self/statm");
    long total = 0, resident = 0;
    file >> total >> resident;
    return static_cast<double>(resident) * 4096 / (1 << 20);
}

// Sixteen processes on eight pipes, each pair as fast as it can.
Experiment crowd() {
    Experiment experiment;
    experiment.id = "crowd";
    experiment.name = {{"en", "Sixteen processes at full speed"}};
    for (int pair = 0; pair < 8; ++pair) {
        const std::string number = std::to_string(pair);
        ProcessSpec sender, receiver;
        sender.name = "p" + number;
        sender.program = "producer";
        receiver.name = "c" + number;
        receiver.program = "consumer";
        LinkSpec link;
        link.name = "pipe" + number;
        link.mechanism = "pipe";
        link.senders.emplace_back().process = sender.name;
        link.receivers.emplace_back().process = receiver.name;
        experiment.processes.push_back(sender);
        experiment.processes.push_back(receiver);
        experiment.links.push_back(link);
    }
    return experiment;
}

// Two hundred programs in ten columns, each sending on to two of the next one: four hundred links, less those of the
// last column, which go back to the first.
Experiment net() {
    constexpr int kColumns = 10, kRows = 20;
    Experiment experiment;
    experiment.id = "net";
    experiment.name = {{"en", "Two hundred programs and four hundred links"}};
    experiment.durationNs = kNsPerSecond;
    const auto nameOf = [](int column, int row) { return "p" + std::to_string(column) + "-" + std::to_string(row); };
    for (int place = 0; place < kColumns * kRows; ++place) {
        const int column = place / kRows, row = place % kRows;
        ProcessSpec& process = experiment.processes.emplace_back();
        process.name = nameOf(column, row);
        process.program = "relay";
        for (const int to : {row, (row * 7 + 3) % kRows}) {
            LinkSpec& link = experiment.links.emplace_back();
            link.name = "l" + std::to_string(experiment.links.size());
            link.mechanism = "pipe";
            link.senders.emplace_back().process = process.name;
            link.receivers.emplace_back().process = nameOf((column + 1) % kColumns, to);
        }
    }
    return experiment;
}

double milliseconds(const std::function<void()>& work) {
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

// A document of two hundred programs: opened, painted whole, edited, a program dragged over it.
void openNet(MainWindow& window) {
    WindowDocument document;
    document.experiment = net();
    CanvasView& canvas = *window.canvas();
    const double opened = milliseconds([&] {
        window.open(document);
        QApplication::processEvents();
    });
    const auto paint = [&] { canvas.grab(canvas.visibleRegion().boundingRect()); };
    paint();  // the glyphs are known then
    const double painted = milliseconds(paint);
    canvas.setSelection({Selection::Kind::Process, 50});
    const double moved = milliseconds([&] {
        window.editing()->moveSelected({40, 40});
        QApplication::processEvents();
    });
    const double again = milliseconds([&] {
        window.editing()->moveSelected({40, 40});
        QApplication::processEvents();
    });
    const double undone = milliseconds([&] {
        window.session().editor().undoStack().undo();
        QApplication::processEvents();
    });
    CanvasMove move({window.session().editor().document(), canvas.arrangement(), canvas.metrics()},
                    {{Part::Kind::Process, 50}});
    CanvasLayout layout = move.still();
    constexpr int kMoves = 100;
    const double dragged = milliseconds([&] {
        for (int step = 0; step < kMoves; ++step) move.moveBy(QPointF(step * 3, step), layout);
    });
    const auto proposals = window.editing()->proposals();
    const double proposed = milliseconds([&] {
        (void)proposals->propose({Selection::Kind::Process, 1}, {Selection::Kind::Process, 150});
    });
    std::printf(
        "200 programs, 400 links             opened %.0f ms; canvas painted %.1f ms; moved %.1f ms, again %.1f ms; "
        "undone %.1f ms; dragged %.3f ms a step, %.0f parts laid out; a link judged %.1f ms\n",
        opened, painted, moved, again, undone, dragged / kMoves, static_cast<double>(move.work()) / kMoves, proposed);
    canvas.zoomToWhole();
    QApplication::processEvents();
    std::printf("200 programs, 400 links, all seen   painted whole %.1f ms\n", milliseconds(paint));
    canvas.zoomToFit();
}

void waitFor(const std::function<bool()>& condition) {
    if (!QTest::qWaitFor(condition, 20'000)) std::printf("waited in vain\n");
}

struct Gaps {
    double maxMs = 0, p99Ms = 0;
};

// A timer of no length fires whenever the loop is free: what lies between two firings is what it was busy for.
Gaps watchLoop(double seconds) {
    std::vector<double> gaps;
    QElapsedTimer clock;
    QTimer ticker;
    ticker.setTimerType(Qt::PreciseTimer);
    QObject::connect(&ticker, &QTimer::timeout, [&] {
        gaps.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        clock.start();
    });
    clock.start();
    ticker.start(5);
    QTest::qWait(static_cast<int>(seconds * 1000));
    if (gaps.empty()) return {seconds * 1000, seconds * 1000};
    std::sort(gaps.begin(), gaps.end());
    return {gaps.back(), gaps[gaps.size() * 99 / 100]};
}

void watch(MainWindow& window, const char* what, double seconds) {
    window.session().start();
    if (!QTest::qWaitFor([&] { return window.session().view().startNs != 0; }, 20'000)) {
        std::printf("%s: the run did not start: %s\n", what, qPrintable(window.session().failure()));
        return;
    }
    const double cpu = threadCpuMs();
    QElapsedTimer wall;
    wall.start();
    const Gaps gaps = watchLoop(seconds);
    const double share = (threadCpuMs() - cpu) / static_cast<double>(wall.elapsed());
    std::printf("%-34s event-loop gap max %.1f ms, p99 %.1f ms; GUI thread %.1f %% of a core; resident %.1f MiB\n",
                what, gaps.maxMs, gaps.p99Ms, share * 100, residentMiB());
    window.session().stop();
    waitFor([&] { return !window.session().isActive(); });
}

void watchMemory(MainWindow& window, int minutes) {
    window.open(readPresetDocument(QStringLiteral("first")));
    window.session().setDuration(std::nullopt);
    window.session().start();
    for (int minute = 0; minute <= minutes; ++minute) {
        std::printf("first experiment, minute %d: resident %.1f MiB\n", minute, residentMiB());
        std::fflush(stdout);
        if (minute < minutes) QTest::qWait(60'000);
    }
    window.session().stop();
    waitFor([&] { return !window.session().isActive(); });
}

struct Lengths {
    double seconds = 5;
    int minutes = 0;
};

// Nothing where one of them is wrong, which is said. Qt has taken its own already.
std::optional<Lengths> readLengths(int argc, char** argv) {
    Lengths lengths;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i], value = i + 1 < argc ? argv[i + 1] : "";
        const auto seconds = bench::numberIn<double>(value, 0.1, 3600);
        const auto minutes = bench::numberIn<int>(value, 1, 24 * 60);
        if (name == "--seconds" && seconds) {
            lengths.seconds = *seconds;
        } else if (name == "--minutes" && minutes) {
            lengths.minutes = *minutes;
        } else {
            std::fprintf(stderr,
                         "not understood: %s %s\nUsage: ipclab_bench_window [--seconds S] [--minutes M]     S from 0.1 "
                         "to 3600, M from 1 to 1440\n",
                         argv[i], value.data());
            return std::nullopt;
        }
    }
    return lengths;
}

}  // namespace

int main(int argc, char** argv) {
    const Nanoseconds begun = monotonicNow();
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QApplication application(argc, argv);
    const auto lengths = readLengths(argc, argv);
    if (!lengths) return bench::kWrongUsage;
    WindowSettings settings(true);
    Theme theme;
    theme.install();
    theme.choose(ThemeChoice::Light);
    Language language;
    language.choose(QStringLiteral("en"));
    MainWindow window(theme, language, settings);
    double firstPaintMs = 0;
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] {
        if (firstPaintMs == 0) firstPaintMs = toSeconds(monotonicNow() - begun) * 1e3;
    });
    window.resize(1280, 800);
    window.openInitial(QStringLiteral("first"));
    window.show();
    waitFor([&] { return firstPaintMs > 0; });
    std::printf("first paint after %.0f ms; resident %.1f MiB; platform %s\n", firstPaintMs, residentMiB(),
                qPrintable(QGuiApplication::platformName()));
    QTest::qWait(500);
    watch(window, "first experiment, four charts", lengths->seconds);
    WindowDocument document;
    document.source = QStringLiteral("crowd");
    document.isPreset = true;
    document.experiment = crowd();
    window.open(document);
    watch(window, "sixteen processes at full speed", lengths->seconds);
    openNet(window);
    if (lengths->minutes > 0) watchMemory(window, lengths->minutes);
    return 0;
}
