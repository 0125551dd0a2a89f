// A run from start to result. It starts the launcher with QProcess, hands it the plan, follows its messages, and
// owns the sampling thread. All of its members are called on one thread, the one it lives on; the sampling thread
// shares nothing with it but a lock-free queue, which drain() empties.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "document/approval.h"
#include "observe/captured_thread.h"
#include "runs/run_limits.h"

namespace ipclab {

struct AddressReached;  // protocol/messages.h
struct StepsTaken;

struct RunOptions {
    Experiment experiment;
    QString launcherPath;  // empty: beside this program, else in ../libexec/ipclab
    // How long a run that was asked to stop may take for each stage before the next one (terminate, kill).
    std::chrono::milliseconds askFor{2000};
    std::chrono::milliseconds terminateFor{500};
    std::optional<ObserverCost> observerCost = {};  // as measured before, to stand with the result
    // A command line that is not among them is refused.
    Approvals approvals = Approvals::everything();
    RunLimits limits = {};      // of the user's settings
    bool bare = false;          // bare loops over the links instead of the programs: the reference of a benchmark
    bool collectSeries = true;  // false for benchmarks: no sampling thread, only totals at the end
};

// Where one end of a link is among the descriptors of its process.
struct DescriptorEnd {
    int number = -1;
    std::uint32_t link = 0;
    PortRole role = PortRole::Sender;
};

class Run : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Starting, Running, Stopping, Finished, Failed };
    Q_ENUM(State)

    explicit Run(RunOptions options, QObject* parent = nullptr);
    ~Run() override;  // ends the run at once and leaves nothing behind

    [[nodiscard]] State state() const;
    [[nodiscard]] const RunData& data() const;
    [[nodiscard]] QString failure() const;  // why it failed, for people; empty unless Failed

    // Takes over what was measured since the last call. Cheap; call it from the one timer that redraws.
    void drain();

    // Steering. Takes effect at once (the control word is shared memory) and leaves an event. Indices are those
    // of data().processes. Calls that cannot apply (a dead process, a foreign command) are ignored.
    void setRate(std::uint32_t process, double messagesPerSecond);
    void setWork(std::uint32_t process, Nanoseconds workNs);
    void setMessageBytes(std::uint32_t process, std::uint32_t bytes);
    // Asked of the system, for a command too: the event comes with its answer, "control" or "refused".
    void setNetwork(std::uint32_t process, const NetworkConditions& conditions);
    void setNice(std::uint32_t process, int nice);
    void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus);  // none: any
    // The room of a link: what is given of it and its mechanism can change (links/link_room.h).
    void setRoom(std::uint32_t link, const LinkRoom& room);
    void pause(std::uint32_t process);   // asked of our own programs; SIGSTOP for a command
    void resume(std::uint32_t process);  // likewise; SIGCONT
    void sendSignal(std::uint32_t process, int signal);
    // Of one that starts later; and of one whose program ends when it is asked to (results/joining.h).
    void startProcess(std::uint32_t process);
    void retire(std::uint32_t process);

    // Which descriptors of the process are ends of links, as it said itself when it opened them.
    [[nodiscard]] std::vector<DescriptorEnd> descriptorEnds(std::uint32_t process) const;
    // Registers and stack of a thread (tid; 0: the main one): the launcher holds it for a moment and threadInspected()
    // brings what it saw, or why it saw nothing.
    void inspect(std::uint32_t process, std::int32_t thread = 0);
    // Executes so many instructions of a thread one by one: addressReached() tells where it stands before each,
    // stepped() when they are done. It is held from then on, until it is let go or the run stops. None: it is held
    // where it is.
    void step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions);
    void letGo(std::uint32_t process);

public slots:
    void start();
    void stop();  // ask, then terminate, then kill

signals:
    void stateChanged(ipclab::Run::State state);
    void threadInspected(std::uint32_t process, std::shared_ptr<const ipclab::CapturedThread> thread);
    void addressReached(const ipclab::AddressReached& place);
    void stepped(const ipclab::StepsTaken& steps);
    void eventHappened();  // data().events has grown
    void finished();       // Finished or Failed: nothing of the run is left, data() is complete

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipclab
