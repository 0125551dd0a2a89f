// pselect(2): select(2) that exchanges the signal mask for as long as it waits. Signals are held back between two
// waits, so that one which arrives after the server has looked whether it is to stop still ends the wait.
#include <pthread.h>
#include <signal.h>

#include "serving/select_list.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "pselect",
    .name = TEXT("strategy", "pselect"),
    .note = TEXT("strategy",
                 "select, but signals are let in only while it waits: none is lost between looking whether to stop and "
                 "waiting. The same bitmaps with the same end at descriptor 1,023."),
    .source = "pselect(2)",
    .descriptorLimit = FD_SETSIZE,
};

// Signals are held back while it lives, but for as long as it waits. Now and then, and whenever a signal has come or
// nothing, they are let in for a look at all that is asked of the server: it may be told to pause, and sleeps then.
class MaskedSelect final : public SelectCall {
public:
    MaskedSelect() {
        ::sigfillset(&m_all);
        for (const int own : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) ::sigdelset(&m_all, own);
        ::pthread_sigmask(SIG_BLOCK, &m_all, &m_before);
    }
    ~MaskedSelect() override { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    MaskedSelect(const MaskedSelect&) = delete;
    MaskedSelect& operator=(const MaskedSelect&) = delete;

    bool goOn(ServingLoop& loop) override {
        if (++m_waits % kWaitsBetweenLooks != 0 && !m_wasQuiet) return loop.goOn(Look::AtStopAlone);
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
        const bool goesOn = loop.goOn();
        ::pthread_sigmask(SIG_BLOCK, &m_all, nullptr);
        return goesOn && loop.goOn(Look::AtStopAlone);
    }

    int wait(SelectList& list, Nanoseconds timeoutNs) override {
        const timespec timeout = toTimespec(timeoutNs);
        const int ready = ::pselect(list.limit(), &list.readable(), &list.writable(), nullptr, &timeout, &m_before);
        m_wasQuiet = ready <= 0;
        return ready;
    }

private:
    static constexpr unsigned kWaitsBetweenLooks = 64;

    sigset_t m_all{}, m_before{};
    unsigned m_waits = 0;
    bool m_wasQuiet = true;
};

class PselectStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }
    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        MaskedSelect call;
        serveBySelect(kInfo, listeners, service, control, call);
    }
};

}  // namespace

const Strategy& pselectStrategy() {
    static const PselectStrategy strategy;
    return strategy;
}

}  // namespace ipclab
