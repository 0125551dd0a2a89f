// What a stack's file gives: a client and a server of its library, each driven step by step by the end that has it
// (stacks/ends.h). No step waits, unless it is told that it may, and then a signal ends it. A stack is
//   - one file, impl/<id>.cpp, that defines `const Stack& <key>Stack()`,
//   - one entry in links/stacks.def, with the same key,
//   - one line in resources/cmake/IpclabStacks.cmake, that finds its library.
// Nothing else names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/connection_slot.h"
#include "core/deadline.h"
#include "core/unique_fd.h"

namespace ipclab {

enum class StackStep : std::uint8_t {
    Done,
    Later,        // not yet: wait(), then again
    Gone,         // the other side is, and nothing more will come
    Interrupted,  // by a signal, while it was allowed to wait
    Corrupt,      // the other side sent what is no message; it was dropped
};

// A library that waits for itself and knows no signal waits in slices of this, and says Interrupted after each: whoever
// drives it then looks at what was asked of him and comes again.
inline constexpr Nanoseconds kStackSliceNs = 20'000'000;

enum class StackWait : std::uint8_t { ForRoom, ForMessage };
enum class StackPatience : std::uint8_t { None, MayWait };

// What both sides know of one another.
struct StackPlace {
    std::string address;      // "127.0.0.1:4711", or a path in the private folder of the run
    std::string token;        // what every client shows in the stack's own way; 32 hexadecimal digits
    std::uint64_t limit = 0;  // of a message, in bytes; longer ones of strangers are refused, before memory is taken
    unsigned clients = 1;     // how many there will be
    unsigned client = 0;      // of a client, which of them it is
    bool answered = false;    // do answers carry messages? Otherwise each is empty, a receipt
    ConnectionPool
        connections{};  // where those of a stack that shows its connections are recorded (links/connection.h)
};

class StackClient {
public:
    virtual ~StackClient() = default;
    // Begins a call, or hands a message over; the bytes are copied. Of a stack of calls, not before the one before it
    // was answered. Later: the library has no room, nothing was begun.
    [[nodiscard]] virtual StackStep call(std::span<const std::byte> request) = 0;
    // The answer to the call that was begun, or, of a stack of messages, the next that came back; valid until the next
    // step. Of a stack of messages without a way back it is never asked for.
    [[nodiscard]] virtual StackStep answer(std::span<const std::byte>& reply, StackPatience patience) = 0;
    // Waits until the step may get further, so long at most.
    [[nodiscard]] virtual WaitResult wait(StackWait what, Nanoseconds atMostNs) = 0;
    // Hands on what it has taken and had no room for. Done: nothing of it waits in this process any more.
    [[nodiscard]] virtual StackStep flush() { return StackStep::Done; }
    // Once all was sent: Done when nothing is on its way that is lost if this goes now.
    [[nodiscard]] virtual StackStep settle() { return StackStep::Done; }
    // Made so far. Where the library hides them, which links/stacks.def says (callsHidden), none.
    [[nodiscard]] virtual std::uint64_t systemCalls() const { return 0; }
    // The record of the connection that the newest message went over.
    [[nodiscard]] virtual ConnectionSlot* connection() const { return nullptr; }
};

class StackServer {
public:
    virtual ~StackServer() = default;
    // The next message from any client, valid until the next step.
    [[nodiscard]] virtual StackStep next(std::span<const std::byte>& request, StackPatience patience) = 0;
    // Answers the request that next() gave last; of a stack of messages, one to the only client. Done: it was taken.
    [[nodiscard]] virtual StackStep answer(std::span<const std::byte> reply) = 0;
    [[nodiscard]] virtual WaitResult wait(StackWait what, Nanoseconds atMostNs) = 0;
    // Asked after next() had nothing: will nothing ever come? sendersGone: known already before that next().
    [[nodiscard]] virtual bool ended(bool sendersGone) = 0;
    // As StackClient's.
    [[nodiscard]] virtual StackStep flush() { return StackStep::Done; }
    [[nodiscard]] virtual std::uint64_t systemCalls() const { return 0; }
    [[nodiscard]] virtual ConnectionSlot* connection() const { return nullptr; }
    // Connections dropped because they showed no token, were silent for too long or sent what is no message.
    [[nodiscard]] virtual std::uint64_t refused() const { return 0; }
};

struct Stack {
    std::string_view id;
    bool calls = true;  // every message is a call that has an answer; false: messages, one way or both
    // Neither waits for the other side. nullptr: there is no server any more. Throw std::system_error.
    std::unique_ptr<StackClient> (*connect)(const StackPlace& place) = nullptr;
    // listener: where the address listens already (StackAddress).
    std::unique_ptr<StackServer> (*serve)(const StackPlace& place, UniqueFd listener) = nullptr;
};

}  // namespace ipclab
