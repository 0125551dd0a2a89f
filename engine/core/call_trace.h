// The steps of remote calls, noted by the stubs of a process while they take them, for a program that shows a call step
// by step. All times are of CLOCK_MONOTONIC, so the steps of both sides stand on one line. Where nobody has asked for
// it nothing is noted, and a stub pays for one comparison. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/text.h"

namespace ipclab {

// In the order in which a call takes them: by the client, the server, the client.
enum class CallStep : std::uint8_t {
    LookUp,
    Marshal,
    Send,
    Dispatch,
    Unmarshal,
    Execute,
    MarshalReply,
    SendReply,
    UnmarshalReply
};
inline constexpr std::size_t kCallSteps = 9;

std::string_view nameOf(CallStep step);  // a TEXT of "fact"

// What the next bytes of a step are: names are TEXTs of "mark". Of none: a remark on the step, as of what a library
// does inside.
struct ByteMark {
    std::string_view name;
    std::size_t length = 0;
};

struct NotedStep {
    CallStep step;
    Nanoseconds beginNs = 0, endNs = 0;
    std::vector<std::byte> bytes;
    std::string marks;  // "4 record mark;4 call id": lengths and names, one after the other
};

class CallTrace {
public:
    // From here on everything is noted.
    static void start() { s_on = true; }
    // Where a port can be known or asked for, nobody is asked.
    static void usePortsAsKnown() { s_asks = false; }
    [[nodiscard]] static bool isOn() { return s_on; }
    [[nodiscard]] static bool asksForPorts() { return s_asks; }

    static void note(NotedStep step);
    // Since the last time.
    static std::vector<NotedStep> take();

private:
    static bool s_on, s_asks;
    static std::vector<NotedStep> s_steps;
};

// One step, from here to done().
class StepTimer {
public:
    explicit StepTimer(CallStep step, bool noted = true)
        : m_step(step), m_beginNs(noted && CallTrace::isOn() ? monotonicNow() : 0) {}
    [[nodiscard]] bool isNoted() const { return m_beginNs != 0; }
    void done(std::span<const std::byte> bytes, std::span<const ByteMark> marks) const {
        if (m_beginNs != 0) note(monotonicNow(), bytes, marks);
    }
    // It ended then.
    void done(Nanoseconds endNs, std::span<const std::byte> bytes, std::span<const ByteMark> marks) const {
        if (m_beginNs != 0) note(endNs, bytes, marks);
    }
    void done() const { done({}, {}); }

private:
    void note(Nanoseconds endNs, std::span<const std::byte> bytes, std::span<const ByteMark> marks) const;

    CallStep m_step;
    Nanoseconds m_beginNs;
};

}  // namespace ipclab
