// Where the figures of a link come from, and why one is not known: a command counts nothing itself.
#pragma once

#include <cstdint>
#include <string>

#include "results/run_data.h"

namespace ipclab {

enum class SourceKind : std::uint8_t {
    Counted,   // by those who receive
    BySender,  // by those who send: what arrived nobody tells
    ByProcIo,  // by /proc/PID/io of the commands at both ends
    NotKnown,
};

enum class UnknownWhy : std::uint8_t {
    None,
    NoMessages,      // what the command writes are no messages
    NobodyCounts,    // both ends are commands, and they do not tell their messages
    ReceiverSilent,  // the command that receives does not tell when it has
    SeveralLinks,    // no command at an end has this link alone in its direction
    NotByIo,         // it is neither read nor written: /proc/PID/io does not see it
    NotReadable,     // /proc/PID/io of none of them can be read
    NoStamps,        // nothing that carries its send time has arrived
};

struct FigureSource {
    SourceKind kind = SourceKind::Counted;
    UnknownWhy why = UnknownWhy::None;
    std::string process{};  // the command it is about

    [[nodiscard]] bool isKnown() const { return kind != SourceKind::NotKnown; }
    bool operator==(const FigureSource&) const = default;
};

FigureSource messagesSource(const RunData& data, const LinkData& link);
FigureSource bytesSource(const RunData& data, const LinkData& link);
FigureSource latencySource(const RunData& data, const LinkData& link);

// "counted", "counted by the sender", "by /proc/PID/io", "not known: …".
std::string inWords(const FigureSource& source);

}  // namespace ipclab
