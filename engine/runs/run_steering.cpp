// What is changed of a run while it goes on, and looked at in its processes.
#include <signal.h>

#include <algorithm>

#include "core/futex.h"
#include "document/machine.h"
#include "links/link_room.h"
#include "runs/run_private.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

bool Run::Private::canSteer(std::uint32_t process) const {
    const bool active = m_state == State::Starting || m_state == State::Running;
    if (!active || process >= m_builder.data().processes.size()) return false;
    return m_builder.data().processes[process].endedNs == 0;
}

void Run::Private::control(std::uint32_t process, const char* what, double value) {
    ControlSlot& slot = m_segment.controls()[process];
    slot.sequence.fetch_add(1, memory_order_release);
    futexWakeAll(slot.sequence);
    m_launcher.send(ControlChanged{process});
    m_builder.noteSettings(process, m_segment);
    m_builder.addEvent({.atNs = monotonicNow(),
                        .process = process,
                        .kind = EventKind::Control,
                        .values = {{"what", what}, {"value", value}}});
}

void Run::setRate(std::uint32_t process, double messagesPerSecond) {
    if (!d->canSteer(process) || data().processes[process].foreign) return;
    d->m_segment.controls()[process].ratePerSecond.store(std::max(0.0, messagesPerSecond), memory_order_relaxed);
    d->control(process, "rate_per_s", messagesPerSecond);
}

void Run::setWork(std::uint32_t process, Nanoseconds workNs) {
    if (!d->canSteer(process) || data().processes[process].foreign) return;
    d->m_segment.controls()[process].workNs.store(std::max<Nanoseconds>(0, workNs), memory_order_relaxed);
    d->control(process, "work_us", static_cast<double>(workNs) / 1000);
}

void Run::setMessageBytes(std::uint32_t process, std::uint32_t bytes) {
    if (!d->canSteer(process) || data().processes[process].foreign) return;
    d->m_segment.controls()[process].messageBytes.store(bytes, memory_order_relaxed);
    d->control(process, "message_bytes", bytes);
}

void Run::setNetwork(std::uint32_t process, const NetworkConditions& conditions) {
    if (!d->canSteer(process) || data().processes[process].foreign) return;
    SharedConditions& shared = d->m_segment.controls()[process].network;
    const NetworkConditions before = shared.load();
    shared.store(conditions);
    const auto tell = [&](const char* what, double was, double is) {
        if (was != is) d->control(process, what, is);
    };
    tell("loss", before.loss, conditions.loss);
    tell("duplicate", before.duplicate, conditions.duplicate);
    tell("reorder", before.reorder, conditions.reorder);
    tell("delay_ms", static_cast<double>(before.delayNs) / 1e6, static_cast<double>(conditions.delayNs) / 1e6);
    tell("jitter_ms", static_cast<double>(before.jitterNs) / 1e6, static_cast<double>(conditions.jitterNs) / 1e6);
}

void Run::setNice(std::uint32_t process, int nice) {
    if (!d->canSteer(process) || data().processes[process].pid == 0) return;
    d->m_builder.data().processes[process].scheduling.niceAsked = nice;
    d->m_launcher.send(NiceAsked{process, nice});
}

void Run::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) {
    if (!d->canSteer(process) || data().processes[process].pid == 0) return;
    const std::string text = cpuListText(cpus);
    d->m_builder.data().processes[process].scheduling.cpusAsked = parseCpuList(text);
    d->m_launcher.send(CpusAsked{process, text});
}

void Run::setRoom(std::uint32_t link, const LinkRoom& room) {
    if (d->m_state != State::Running || link >= data().links.size()) return;
    LinkRoom& asked = d->m_builder.data().links[link].resizing.asked;
    for (const RoomField& field : kRoomFields) {
        if (room.*field.member) asked.*field.member = room.*field.member;
    }
    d->m_launcher.send(LinkSetAsked{link, room.capacityBytes, room.sendBufferBytes, room.receiveBufferBytes});
}

void Run::pause(std::uint32_t process) {
    if (!d->canSteer(process)) return;
    d->m_builder.data().processes[process].paused = true;
    if (data().processes[process].foreign) return sendSignal(process, SIGSTOP);
    d->m_segment.controls()[process].paused.store(1, memory_order_relaxed);
    d->control(process, "pause", 1);
}

void Run::resume(std::uint32_t process) {
    if (!d->canSteer(process)) return;
    d->m_builder.data().processes[process].paused = false;
    if (data().processes[process].foreign) return sendSignal(process, SIGCONT);
    d->m_segment.controls()[process].paused.store(0, memory_order_relaxed);
    d->control(process, "pause", 0);
}

void Run::startProcess(std::uint32_t process) {
    if (d->m_state == State::Running && process < data().processes.size()) d->m_launcher.send(StartAsked{process});
}

void Run::retire(std::uint32_t process) {
    if (d->canSteer(process)) d->m_launcher.send(RetireAsked{process});
}

void Run::sendSignal(std::uint32_t process, int signal) {
    if (d->isUnderWay() && process < data().processes.size()) d->m_launcher.send(SignalAsked{process, signal});
}

std::vector<DescriptorEnd> Run::descriptorEnds(std::uint32_t process) const {
    std::vector<DescriptorEnd> ends;
    if (d->m_segment.fd() < 0) return ends;
    for (const EndpointSlot& slot : d->m_segment.endpoints()) {
        const std::int32_t fd = slot.fd.load(memory_order_relaxed);
        if (slot.process == process && fd > 0) ends.push_back({fd - 1, slot.link, slot.role});
    }
    return ends;
}

void Run::inspect(std::uint32_t process, std::int32_t thread) {
    if (d->isUnderWay() && process < data().processes.size()) d->m_launcher.send(InspectAsked{process, thread});
}

void Run::step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) {
    if (d->canSteer(process)) d->m_launcher.send(StepAsked{process, thread, instructions});
}

void Run::letGo(std::uint32_t process) {
    if (d->canSteer(process)) d->m_launcher.send(LetGoAsked{process});
}

}  // namespace ipclab
