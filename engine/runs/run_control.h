// What can be set of a process, and what can be done to one that lives: how a view steers what it shows, whatever that
// is. Processes are numbered as in RunData. GUI thread only.
#pragma once

#include <cstdint>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

// Of the next run, or of one that goes on. What was asked of the kernel and is not answered yet counts as in effect.
class ProcessSettings {
public:
    virtual ~ProcessSettings() = default;

    [[nodiscard]] virtual const ProgramSettings& program(std::uint32_t process) const = 0;
    [[nodiscard]] virtual int nice(std::uint32_t process) const = 0;
    [[nodiscard]] virtual const std::vector<unsigned>& cpus(std::uint32_t process) const = 0;  // empty: any

    virtual void setRate(std::uint32_t process, double messagesPerSecond) = 0;
    virtual void setWork(std::uint32_t process, Nanoseconds workNs) = 0;
    virtual void setMessageBytes(std::uint32_t process, std::uint32_t bytes) = 0;
    virtual void setNetwork(std::uint32_t process, const NetworkConditions& conditions) = 0;
    virtual void setNice(std::uint32_t process, int nice) = 0;
    virtual void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) = 0;
};

// Of a run that goes on. What is asked of a process that cannot be signalled is ignored.
class RunControl : public ProcessSettings {
public:
    [[nodiscard]] virtual bool canSignal(std::uint32_t process) const = 0;
    virtual void setPaused(std::uint32_t process, bool paused) = 0;
    virtual void terminate(std::uint32_t process) = 0;
    virtual void kill(std::uint32_t process) = 0;
    // What results/joining.h refuses is ignored.
    virtual void startProcess(std::uint32_t process) = 0;
    virtual void retire(std::uint32_t process) = 0;
    // The room of a link (Traits::resizing).
    virtual void setRoom(std::uint32_t link, const LinkRoom& room) = 0;

    // Asks for registers and stack of a thread (tid; 0: the main one); RunSource::threadInspected() brings them.
    virtual void inspect(std::uint32_t process, std::int32_t thread) = 0;
    // Executes so many of its instructions one by one and holds it there (Run::step).
    virtual void step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) = 0;
    virtual void letGo(std::uint32_t process) = 0;
};

}  // namespace ipclab
