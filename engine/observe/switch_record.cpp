#include "observe/switch_record.h"

#include <linux/perf_event.h>

#include <algorithm>
#include <cstring>

namespace ipclab {
namespace {

// What sample_id_all appends to every record for TID | TIME | CPU.
struct SampleId {
    std::uint32_t pid, tid;
    std::uint64_t time;
    std::uint32_t cpu, reserved;
};
struct TaskBody {
    std::uint32_t pid, ppid, tid, ptid;
    std::uint64_t time;
};
struct CommHead {
    std::uint32_t pid, tid;
};
struct LostBody {
    std::uint64_t id, lost;
};

// The body lies between header and sample id; it is copied out because a record need not be aligned for its type.
template <typename Body>
bool readBody(std::span<const std::byte> body, Body& to) {
    if (body.size() < sizeof to) return false;
    std::memcpy(&to, body.data(), sizeof to);
    return true;
}

bool decodeTask(std::span<const std::byte> body, SwitchRecord& record) {
    TaskBody task{};
    if (!readBody(body, task)) return false;
    record.pid = static_cast<pid_t>(task.pid);
    record.tid = static_cast<pid_t>(task.tid);
    record.parentPid = static_cast<pid_t>(task.ppid);
    record.parentTid = static_cast<pid_t>(task.ptid);
    return true;
}

bool decodeComm(std::span<const std::byte> body, SwitchRecord& record) {
    CommHead head{};
    if (!readBody(body, head)) return false;
    record.pid = static_cast<pid_t>(head.pid);
    record.tid = static_cast<pid_t>(head.tid);
    const auto text = body.subspan(sizeof head);
    const std::size_t length = std::min(text.size(), record.comm.size() - 1);
    std::memcpy(record.comm.data(), text.data(), length);
    return true;
}

bool decodeLost(std::span<const std::byte> body, SwitchRecord& record) {
    LostBody lost{};
    if (!readBody(body, lost)) return false;
    record.lost = lost.lost;
    return true;
}

SwitchKind switchKind(std::uint16_t misc) {
    if ((misc & PERF_RECORD_MISC_SWITCH_OUT) == 0) return SwitchKind::SwitchIn;
    return (misc & PERF_RECORD_MISC_SWITCH_OUT_PREEMPT) != 0 ? SwitchKind::Preempted : SwitchKind::SwitchOut;
}

// A sample begins with what sample_type asked for, in the order of perf_event_open(2); the raw data comes last.
std::optional<SwitchRecord> decodeWaking(std::span<const std::byte> body, std::uint32_t pidOffset) {
    SampleId id{};
    std::uint32_t rawBytes = 0;
    std::int32_t woken = 0;
    if (!readBody(body, id)) return std::nullopt;
    body = body.subspan(sizeof id);
    if (!readBody(body, rawBytes)) return std::nullopt;
    body = body.subspan(sizeof rawBytes);
    if (rawBytes > body.size() || pidOffset > rawBytes ||
        !readBody(body.subspan(0, rawBytes).subspan(pidOffset), woken))
        return std::nullopt;
    SwitchRecord record;
    record.kind = SwitchKind::Waking;
    record.time = static_cast<Nanoseconds>(id.time);
    record.cpu = static_cast<std::int32_t>(id.cpu);
    record.tid = woken;
    return record;
}

bool decodeBody(const perf_event_header& header, std::span<const std::byte> body, SwitchRecord& record) {
    switch (header.type) {
        case PERF_RECORD_SWITCH:
            record.kind = switchKind(header.misc);
            return true;
        case PERF_RECORD_FORK:
            record.kind = SwitchKind::Fork;
            return decodeTask(body, record);
        case PERF_RECORD_EXIT:
            record.kind = SwitchKind::Exit;
            return decodeTask(body, record);
        case PERF_RECORD_COMM:
            record.kind = (header.misc & PERF_RECORD_MISC_COMM_EXEC) != 0 ? SwitchKind::Exec : SwitchKind::Comm;
            return decodeComm(body, record);
        case PERF_RECORD_LOST:
            record.kind = SwitchKind::Lost;
            return decodeLost(body, record);
        default:
            return false;
    }
}

}  // namespace

std::optional<SwitchRecord> decodeSwitchRecord(std::span<const std::byte> bytes, std::uint32_t wakePidOffset) {
    perf_event_header header{};
    SampleId id{};
    if (bytes.size() < sizeof header + sizeof id) return std::nullopt;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.size != bytes.size()) return std::nullopt;
    if (header.type == PERF_RECORD_SAMPLE) {
        return wakePidOffset == 0 ? std::nullopt : decodeWaking(bytes.subspan(sizeof header), wakePidOffset);
    }
    std::memcpy(&id, bytes.data() + bytes.size() - sizeof id, sizeof id);

    SwitchRecord record;
    record.time = static_cast<Nanoseconds>(id.time);
    record.cpu = static_cast<std::int32_t>(id.cpu);
    record.pid = static_cast<pid_t>(id.pid);
    record.tid = static_cast<pid_t>(id.tid);
    const auto body = bytes.subspan(sizeof header, bytes.size() - sizeof header - sizeof id);
    if (!decodeBody(header, body, record)) return std::nullopt;
    return record;
}

}  // namespace ipclab
