// A model of BSD's kqueue: one queue for everything a program may wait for. A kevent says what (ident and filter) and
// how (flags, fflags, data), and carries a pointer of the caller's (udata). Built from this system's own: epoll(7)
// keeps the queue; a timer is a timerfd, a signal a signalfd, a child a pidfd, an event of the program's an eventfd.
// Where it differs: a signal that is watched is blocked in the calling thread and taken by the queue, and several of
// one kind that come before it is looked at count once; read and write of one descriptor are both EV_CLEAR or neither;
// the error of a socket is left to the call that meets it, as asking for it takes it away. One thread.
#pragma once

#include <signal.h>

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "core/unique_fd.h"

namespace ipclab {

// Read: data says how many bytes wait; 0 of a listening socket. Timer: data is its period in milliseconds, and in the
// event how often it has run out. Signal: ident is its number. Proc: ident is a child's pid, data its status as of
// waitpid(2), which is still to be called. User: ident is the program's.
enum class Filter : std::int16_t { Read, Write, Timer, Signal, Proc, User };

// Of kevent::flags.
inline constexpr std::uint16_t kEvAdd = 0x1, kEvDelete = 0x2, kEvEnable = 0x4, kEvDisable = 0x8, kEvOneshot = 0x10,
                               kEvClear = 0x20, kEvDispatch = 0x80, kEvError = 0x4000, kEvEof = 0x8000;
// Of kevent::fflags.
inline constexpr std::uint32_t kNoteExit = 0x80000000, kNoteTrigger = 0x01000000;

struct Kevent {
    std::uint64_t ident = 0;
    Filter filter = Filter::Read;
    std::uint16_t flags = 0;
    std::uint32_t fflags = 0;
    std::int64_t data = 0;
    void* udata = nullptr;
};

class Kqueue {
public:
    Kqueue();
    // Lets the signals through again that it has blocked.
    ~Kqueue();
    Kqueue(const Kqueue&) = delete;
    Kqueue& operator=(const Kqueue&) = delete;

    // Carries out the changes and waits for events, at most so long (negative: for ever; no room for events: not at
    // all). Returns how many there are, or -1 and errno, EINTR for one. A change that fails is an event with kEvError
    // and the errno in data, where there is room for it, and else -1.
    int kevent(std::span<const Kevent> changes, std::span<Kevent> events, Nanoseconds timeoutNs);

    // Made so far for all that, the wait included.
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

private:
    using Key = std::pair<Filter, std::uint64_t>;
    struct Note {
        Kevent asked;
        bool enabled = true;
        UniqueFd own;  // the timer, signal, child or user event
        int fd = -1;   // what the instance watches
    };
    struct Watched {
        std::uint32_t events = 0;  // as the instance has them; 0: not in it
        Note* read = nullptr;      // or the only one, of other filters
        Note* write = nullptr;
    };

    int change(const Kevent& change);
    int add(const Kevent& change);
    int makeOwn(Note& note);
    int makeTimer(Note& note);
    int makeSignal(Note& note);
    int update(int fd);
    void forget(std::map<Key, Note>::iterator it);
    [[nodiscard]] Watched& watched(int fd);
    void collect(int fd, std::uint32_t ready, std::span<Kevent> events, std::size_t& count);
    void report(Note& note, std::uint32_t ready, std::span<Kevent> events, std::size_t& count);
    bool fill(const Note& note, std::uint32_t ready, Kevent& event);
    void fillSocket(const Note& note, std::uint32_t ready, Kevent& event);
    void afterReport(Note& note);

    UniqueFd m_epoll;
    std::map<Key, Note> m_notes;
    std::vector<Watched> m_watched;  // by descriptor
    sigset_t m_blocked{};            // by this queue
    std::uint64_t m_systemCalls = 0;
};

}  // namespace ipclab
