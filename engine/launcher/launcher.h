// The launcher: one thread, no Qt, the parent of every process of one run. It makes the links, forks, lets
// everybody go at once, carries out the steps, ends the run in order, reaps, and leaves nothing behind. Whatever
// happens to the window happens to the run: its socket closes, or its death arrives as a signal.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/run_directory.h"
#include "core/segment.h"
#include "launcher/children.h"
#include "launcher/control_channel.h"
#include "launcher/link_table.h"
#include "launcher/memory_budget.h"
#include "launcher/own_session.h"
#include "launcher/run_guard.h"
#include "launcher/shared_table.h"
#include "launcher/single_stepper.h"
#include "launcher/stop_sequence.h"
#include "launcher/thread_capture.h"
#include "observe/switch_events.h"
#include "observe/wake_events.h"
#include "protocol/launch_order.h"

namespace ipclab {

class Launcher {
public:
    // The segment is attached; the socket is the launcher's end; the switch events were opened before anything else,
    // with the privilege given up since. Throws std::system_error.
    Launcher(LaunchOrder order, Segment segment, UniqueFd control, std::string workerExecutable, SwitchEvents events,
             OwnSession session);
    ~Launcher();

    // From the first link to the last process reaped. Returns the exit status.
    int run();

private:
    void prepare();
    void handOverSwitchEvents();
    void awaitObserver();
    void watch(int fd, std::uint64_t tag);
    void watchControl();
    void watchStreams();
    void watchStreams(std::size_t process);
    void watchEnd(std::uint32_t process);
    void turn();
    void dispatch(std::uint64_t tag);
    void readSignals();
    void reap();
    void readControl();
    void windowGone();
    void obey(const Message& message);
    void tick(Nanoseconds now);
    void letGo(Nanoseconds now);
    void keepBudget(Nanoseconds now);
    void keepSafe(Nanoseconds now);
    unsigned endAll();
    void forward(const Message& message);
    void takeSteps(Nanoseconds now);
    void takeStep(const Step& step);
    void set(std::uint32_t process, const Step& step);
    void pause(std::uint32_t process, bool paused);
    // Of one that starts later; false: it cannot, any more.
    bool start(std::uint32_t process);
    void resize(std::uint32_t link, const LinkRoom& room, bool byStep);
    void checkEnd(Nanoseconds now);
    void enterStage(StopStage stage, Nanoseconds now);
    void finish();
    [[nodiscard]] Nanoseconds nextDeadline() const;
    void tell(const Message& message) { m_control.send(encode(message)); }

    LaunchOrder m_order;
    Segment m_segment;
    ControlChannel m_control;
    std::string m_workerExecutable;
    UniqueFd m_epoll;
    UniqueFd m_signals;
    SwitchEvents m_switchEvents;
    OwnSession m_session;
    RunDirectory m_names;
    LinkTable m_links;
    SharedTable m_shared;
    Children m_children;
    ThreadCapture m_capture;
    SingleStepper m_stepper;
    StopSequence m_stop;
    std::optional<MemoryBudget> m_budget;
    RunGuard m_guard;
    std::optional<Nanoseconds> m_startNs;
    Nanoseconds m_nextTickNs = 0;
    Nanoseconds m_nextProbeNs = 0;
    std::size_t m_nextStep = 0;
    bool m_watchesRoom = false;  // on the control socket
};

}  // namespace ipclab
