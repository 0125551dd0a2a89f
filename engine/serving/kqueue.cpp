#include "serving/kqueue.h"

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/error.h"

namespace ipclab {

namespace {

bool isOfFile(Filter filter) { return filter == Filter::Read || filter == Filter::Write; }

// What wait(2) calls a status, of what waitid(2) tells.
int statusOf(const siginfo_t& info) {
    if (info.si_code == CLD_EXITED) return (info.si_status & 0xff) << 8;
    return info.si_status | (info.si_code == CLD_DUMPED ? 0x80 : 0);
}

}  // namespace

Kqueue::Kqueue() : m_epoll(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")) { ::sigemptyset(&m_blocked); }

Kqueue::~Kqueue() { ::pthread_sigmask(SIG_UNBLOCK, &m_blocked, nullptr); }

Kqueue::Watched& Kqueue::watched(int fd) {
    const auto place = static_cast<std::size_t>(fd);
    if (place >= m_watched.size()) m_watched.resize(2 * place + 1);
    return m_watched[place];
}

int Kqueue::kevent(std::span<const Kevent> changes, std::span<Kevent> events, Nanoseconds timeoutNs) {
    std::size_t count = 0;
    for (const Kevent& one : changes) {
        const int error = change(one);
        if (error == 0) continue;
        if (count == events.size()) {
            errno = error;
            return -1;
        }
        events[count] = one;
        events[count].flags = kEvError;
        events[count++].data = error;
    }
    if (count == events.size()) return static_cast<int>(count);
    if (count > 0) timeoutNs = 0;
    std::array<epoll_event, 64> ready{};
    const std::size_t room = std::clamp<std::size_t>((events.size() - count) / 2, 1, ready.size());
    const int timeoutMs = timeoutNs < 0 ? -1 : static_cast<int>((timeoutNs + 999'999) / 1'000'000);
    ++m_systemCalls;
    const int got = ::epoll_wait(m_epoll.get(), ready.data(), static_cast<int>(room), timeoutMs);
    if (got < 0 && count == 0) return -1;
    for (int i = 0; i < got; ++i) {
        const epoll_event& one = ready[static_cast<std::size_t>(i)];
        collect(one.data.fd, one.events, events, count);
    }
    return static_cast<int>(count);
}

int Kqueue::change(const Kevent& change) {
    if ((change.flags & kEvAdd) != 0) {
        if (const int error = add(change)) return error;
    }
    const auto it = m_notes.find({change.filter, change.ident});
    if (it == m_notes.end()) return ENOENT;
    Note& note = it->second;
    if ((change.flags & kEvDelete) != 0) {
        forget(it);
        return 0;
    }
    const bool enabled = (change.flags & kEvDisable) == 0 && (note.enabled || (change.flags & kEvEnable) != 0);
    if (enabled != note.enabled) {
        note.enabled = enabled;
        if (const int error = update(note.fd)) return error;
    }
    if (change.filter == Filter::User && (change.fflags & kNoteTrigger) != 0) {
        ++m_systemCalls;
        if (::eventfd_write(note.own.get(), 1) != 0) return errno;
    }
    return 0;
}

int Kqueue::add(const Kevent& change) {
    const auto [it, isNew] = m_notes.try_emplace({change.filter, change.ident});
    Note& note = it->second;
    note.asked = change;
    note.asked.flags &= kEvOneshot | kEvClear | kEvDispatch;
    note.enabled = (change.flags & kEvDisable) == 0;
    int error = 0;
    if (isOfFile(change.filter)) {
        note.fd = static_cast<int>(change.ident);
    } else if (isNew || change.filter == Filter::Timer) {
        error = makeOwn(note);
    }
    if (error == 0) {
        Watched& both = watched(note.fd);
        (change.filter == Filter::Write ? both.write : both.read) = &note;
        error = update(note.fd);
    }
    if (error != 0) forget(it);
    return error;
}

int Kqueue::makeOwn(Note& note) {
    ++m_systemCalls;
    switch (note.asked.filter) {
        case Filter::Timer:
            return makeTimer(note);
        case Filter::Signal:
            return makeSignal(note);
        case Filter::Proc:
            if ((note.asked.fflags & kNoteExit) == 0) return EINVAL;
            note.own.reset(static_cast<int>(::syscall(SYS_pidfd_open, note.asked.ident, 0)));
            break;
        default:
            note.own.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
            break;
    }
    note.fd = note.own.get();
    return note.own ? 0 : errno;
}

// Anew for one that is there: it begins again.
int Kqueue::makeTimer(Note& note) {
    if (note.asked.data <= 0) return EINVAL;
    if (!note.own) note.own.reset(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    if (!note.own) return errno;
    note.fd = note.own.get();
    itimerspec period{};
    period.it_value = toTimespec(note.asked.data * 1'000'000);
    if ((note.asked.flags & kEvOneshot) == 0) period.it_interval = period.it_value;
    ++m_systemCalls;
    return ::timerfd_settime(note.fd, 0, &period, nullptr) == 0 ? 0 : errno;
}

int Kqueue::makeSignal(Note& note) {
    const auto number = static_cast<int>(note.asked.ident);
    sigset_t set, before;
    ::sigemptyset(&set);
    if (::sigaddset(&set, number) != 0) return EINVAL;
    note.own.reset(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!note.own) return errno;
    note.fd = note.own.get();
    ++m_systemCalls;
    ::pthread_sigmask(SIG_BLOCK, &set, &before);
    if (::sigismember(&before, number) == 0) ::sigaddset(&m_blocked, number);
    return 0;
}

// The instance has one entry a descriptor, for both directions. It forgets a descriptor that is closed: what is asked
// of it then is about another file of the same number.
int Kqueue::update(int fd) {
    Watched& both = watched(fd);
    std::uint32_t wanted = 0;
    bool byEdge = false, byLevel = false;
    const auto add = [&](const Note* note, std::uint32_t events) {
        if (note == nullptr || !note->enabled) return;
        wanted |= events;
        ((note->asked.flags & kEvClear) != 0 && isOfFile(note->asked.filter) ? byEdge : byLevel) = true;
    };
    add(both.read, EPOLLIN | EPOLLRDHUP);
    add(both.write, EPOLLOUT);
    if (byEdge && byLevel) return EINVAL;
    epoll_event event{};
    event.events = wanted | (byEdge ? std::uint32_t{EPOLLET} : 0U);
    event.data.fd = fd;
    const auto control = [&](int operation) {
        ++m_systemCalls;
        return ::epoll_ctl(m_epoll.get(), operation, fd, &event) == 0 ? 0 : errno;
    };
    int error = 0;
    if (wanted == 0) {
        if (both.events != 0) control(EPOLL_CTL_DEL);
    } else {
        error = control(both.events != 0 ? EPOLL_CTL_MOD : EPOLL_CTL_ADD);
        if (error == ENOENT) error = control(EPOLL_CTL_ADD);
        if (error == EEXIST) error = control(EPOLL_CTL_MOD);
    }
    both.events = error == 0 ? wanted : 0;
    return error;
}

void Kqueue::forget(std::map<Key, Note>::iterator it) {
    const int fd = it->second.fd;
    if (fd >= 0) {
        Watched& both = watched(fd);
        if (both.read == &it->second) both.read = nullptr;
        if (both.write == &it->second) both.write = nullptr;
        update(fd);
    }
    if (it->first.first == Filter::Signal) {
        sigset_t set;
        const auto number = static_cast<int>(it->first.second);
        ::sigemptyset(&set);
        if (::sigaddset(&set, number) == 0 && ::sigismember(&m_blocked, number) == 1) {
            ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
            ::sigdelset(&m_blocked, number);
        }
    }
    m_notes.erase(it);
}

void Kqueue::collect(int fd, std::uint32_t ready, std::span<Kevent> events, std::size_t& count) {
    constexpr std::uint32_t kEnded = EPOLLHUP | EPOLLERR;
    Watched both = watched(fd);
    if (both.read != nullptr && both.read->enabled && (ready & (EPOLLIN | EPOLLRDHUP | kEnded)) != 0)
        report(*both.read, ready, events, count);
    if (both.write != nullptr && both.write->enabled && (ready & (EPOLLOUT | kEnded)) != 0)
        report(*both.write, ready, events, count);
}

// Where there is no room it is reported again by the next wait, unless it is EV_CLEAR: room is kept for two an entry.
void Kqueue::report(Note& note, std::uint32_t ready, std::span<Kevent> events, std::size_t& count) {
    if (count == events.size()) return;
    Kevent event = note.asked;
    if (!fill(note, ready, event)) return;
    events[count++] = event;
    afterReport(note);
}

bool Kqueue::fill(const Note& note, std::uint32_t ready, Kevent& event) {
    std::uint64_t value = 0;
    switch (note.asked.filter) {
        case Filter::Timer: {
            ++m_systemCalls;
            if (::read(note.fd, &value, sizeof value) != sizeof value) return false;
            event.data = static_cast<std::int64_t>(value);
            return true;
        }
        case Filter::Signal: {
            signalfd_siginfo one{};
            event.data = 0;
            while (++m_systemCalls, ::read(note.fd, &one, sizeof one) == sizeof one) ++event.data;
            return event.data > 0;
        }
        case Filter::Proc: {
            siginfo_t info{};
            ++m_systemCalls;
            if (::waitid(P_PIDFD, static_cast<id_t>(note.fd), &info, WEXITED | WNOWAIT | WNOHANG) != 0) return false;
            event.fflags = kNoteExit;
            event.flags |= kEvEof | kEvOneshot;
            event.data = statusOf(info);
            return true;
        }
        case Filter::User:
            event.fflags = kNoteTrigger;
            if ((note.asked.flags & kEvClear) == 0) return true;
            ++m_systemCalls;
            return ::eventfd_read(note.fd, &value) == 0;
        default:
            fillSocket(note, ready, event);
            return true;
    }
}

void Kqueue::fillSocket(const Note& note, std::uint32_t ready, Kevent& event) {
    event.data = 0;
    int waiting = 0;
    if (note.asked.filter == Filter::Read) {
        ++m_systemCalls;
        if (::ioctl(note.fd, FIONREAD, &waiting) == 0) event.data = waiting;
    }
    if ((ready & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) event.flags |= kEvEof;
}

// A child ends once.
void Kqueue::afterReport(Note& note) {
    if ((note.asked.flags & kEvOneshot) != 0 || note.asked.filter == Filter::Proc) {
        forget(m_notes.find({note.asked.filter, note.asked.ident}));
    } else if ((note.asked.flags & kEvDispatch) != 0) {
        note.enabled = false;
        update(note.fd);
    }
}

}  // namespace ipclab
