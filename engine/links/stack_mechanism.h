// A stack of remote calls or messages (links/stacks.def), its light part: what launcher, window and validation have of
// it. The launcher makes the address and a secret, which every client shows in the stack's own way; whoever does not
// is refused. The ends need the stack's library. They are in a program of its own, ipclab-stacks, which processes
// that have such ends are exec'd into and which sets the openers; in any other program they cannot be opened.
#pragma once

#include <string>
#include <string_view>

#include "links/mechanism.h"

namespace ipclab {

// Where a server is met. Port: of the loopback interface, chosen by the system; Socket: a UNIX socket in the private
// folder of the run. Both listen already, and the server inherits them. Path: a name in that folder, where the library
// makes what it likes.
enum class StackAddress : std::uint8_t { Port, Socket, Path };

struct StackInfo {
    MechanismInfo mechanism;
    StackAddress address;
    std::string_view package;  // of Debian: brings the library
    bool builtIn;              // was it there when this was built?
};

// The part an end has in its link. OneWay: a request, and a receipt for it where the stack knows none but calls.
// Otherwise two links share the calls (LinkRequest::duplex): requests go forth, answers come back.
enum class StackPart : std::uint8_t { OneWay, Forth, Back };

// EndWiring as the ends read it. The descriptor stays the wiring's.
struct StackEnd {
    std::string stack;    // its id
    std::string address;  // "127.0.0.1:4711", or a path
    std::string token;    // 32 hexadecimal digits, to be shown by every client
    int listener = -1;    // of a server, where the address listens already
    std::uint64_t limit;  // of a message, in bytes
    unsigned clients;     // how many there will be
    unsigned client;      // of a client, which of them it is
    StackPart part;
};

struct StackOpeners {
    std::unique_ptr<Sender> (*sender)(const StackEnd& end, const EndOptions& options, const Peers& peers);
    std::unique_ptr<Receiver> (*receiver)(const StackEnd& end, const EndOptions& options, const Peers& peers);
};

// At the start of the program that has them.
void setStackOpeners(const StackOpeners& openers);

// The program beside the launcher, or beside the one that asks. The file may be missing.
std::string stacksProgramBeside(const std::string& program);

inline constexpr std::string_view kStacksProgram = "ipclab-stacks";

}  // namespace ipclab
