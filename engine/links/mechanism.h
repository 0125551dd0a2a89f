// A mechanism of interprocess communication behind one interface. Three roles, three lifetimes:
//   Mechanism  stateless, one per id, found through the registry (links/registry.h);
//   Link       the object itself and its name, made and owned by the launcher before anybody is forked;
//   Sender and Receiver   one end in one worker, opened from EndWiring, which is plain data, so that it reaches
//              a fork'd child by memory and an exec'd one as text.
// Setting up throws std::system_error (core/error.h); sending and receiving return values: in a laboratory
// EPIPE is data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "core/connection_slot.h"
#include "core/run_directory.h"
#include "core/text.h"
#include "links/deadline.h"
#include "links/host_wire.h"
#include "links/tcp_choices.h"
#include "links/traits.h"

namespace ipclab {

struct MechanismInfo {
    std::string_view id;    // as in files and on the command line: "posix-mq"
    std::string_view name;  // for people: TEXT("mechanism", "POSIX message queue")
    Family family;
    Traits traits;
    std::string_view source;  // where it is documented: "mq_overview(7)"
    std::string_view note{};  // what to know of it, one or two sentences for people, a TEXT of "mechanism"
    // What another system has and this one builds from primitives of its own: TEXT("mechanism", "ports of the Mach
    // kernel"). Empty: it is the thing itself. Whoever shows a mechanism says so.
    std::string_view models{};
};

struct Availability {
    bool available = true;
    std::string reason;  // why not, and how to get it
};

enum class DepthUnit : std::uint8_t { Bytes, Messages };

// Why a link cannot be made as asked, and what could; empty: it can.
struct Refusal : std::string {
    Refusal() = default;
    Refusal(std::string text) : std::string(std::move(text)) {}
    Refusal(const char* text) : std::string(text) {}

    // It is a limit of this machine that stands in the way and can be raised, no rule of the mechanism.
    bool ofMachine = false;
};
inline Refusal refusalOfMachine(std::string text) {
    Refusal refusal(std::move(text));
    refusal.ofMachine = true;
    return refusal;
}

// What the document asks of a link. Zero or absent: the system's default.
struct LinkRequest {
    std::string name;
    unsigned senders = 1;
    unsigned receivers = 1;
    std::uint32_t maxMessageBytes = 0;  // the largest message anybody will send, header included
    std::optional<std::uint64_t> capacityBytes;
    std::optional<std::uint64_t> capacityMessages;
    std::vector<unsigned> priorities{};  // of each sender, where one was asked for
    bool duplex = false;  // a second link carries the other way over the same object; one sender, one receiver
    std::optional<HostWire> wire{};  // its ends are on two hosts, joined by this; Traits::wire
    std::string sync{};              // shared memory: what synchronises its ends (sync/registry.h); empty: its own
    // Its receiver is a server: it accepts any number of connections for as long as it lives, each of which shows the
    // nonce of the link, and answers over them (programs/held_end.h).
    bool served = false;
    std::optional<std::uint32_t>
        backlog{};     // of its listening socket (listen(2)); absent: as many as the system allows
    TcpChoices tcp{};  // where Traits::tcp
};

// What the system really gave. Absent where the mechanism has no such figure.
struct LinkProperties {
    std::optional<std::uint64_t> capacityBytes{};
    std::optional<std::uint64_t> capacityMessages{};
    std::optional<std::uint64_t> maxMessageBytes{};
    std::optional<std::uint64_t> sendBufferBytes{};
    std::optional<std::uint64_t> receiveBufferBytes{};
    std::vector<unsigned> priorities{};  // of each sender, where messages have priorities
    std::optional<TcpChoices> tcp{};     // read back, the buffers apart
};

// The room of a link that is in use, as it may be changed (Traits::resizing): what is there is asked for.
struct LinkRoom {
    std::optional<std::uint64_t> capacityBytes{};       // of a pipe (F_SETPIPE_SZ), of a queue (msgctl(2))
    std::optional<std::uint64_t> sendBufferBytes{};     // SO_SNDBUF, of every sender's socket
    std::optional<std::uint64_t> receiveBufferBytes{};  // SO_RCVBUF, of every receiver's

    bool operator==(const LinkRoom&) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == LinkRoom{}; }
};

struct Depth {
    std::uint64_t queued = 0;
    std::optional<std::uint64_t> capacity;
    DepthUnit unit = DepthUnit::Bytes;
};

// What a worker needs to open its end.
struct EndWiring {
    std::vector<int> descriptors{};  // inherited, same numbers in the child
    std::vector<std::string> names{};
    std::vector<std::uint64_t> numbers{};
};

enum class Blocking : std::uint8_t { Blocking, NonBlocking };

struct EndOptions {
    Blocking mode = Blocking::Blocking;
    Nanoseconds timeoutNs = -1;         // of each blocking call; negative: wait for ever
    Nanoseconds spinNs = 0;             // a blocking call tries again for so long before it sleeps (links/spin.h)
    std::uint32_t maxMessageBytes = 0;  // as in the LinkRequest
    unsigned priority = 0;              // of what this end sends, where Traits::ordering is Priority
    // Where Traits::types: of a sender the type of its messages (0: 1), of a receiver which ones it takes, as
    // msgrcv(2) means it: 0 the first, n > 0 the first of type n, n < 0 the first of the lowest type up to |n|.
    std::int64_t type = 0;
    // Chosen for the whole link (links/tcp_choices.h); its ends take them from their wiring.
    std::uint32_t writes = 1;
    bool quickAck = false;
};

// What an end has of the run it belongs to. Asked for the others only after a call was interrupted, timed out or would
// block: never on the path of a message.
class Peers {
public:
    virtual ~Peers() = default;
    [[nodiscard]] virtual bool sendersGone() const = 0;    // every sender of this link has closed or died
    [[nodiscard]] virtual bool receiversGone() const = 0;  // every receiver has
    // Where the end records its connections (links/connection.h), if it has such.
    [[nodiscard]] virtual ConnectionPool connections() const { return {}; }
};

enum class SendStatus : std::uint8_t {
    Sent,
    WouldBlock,    // non-blocking, and the link is full; nothing was sent
    TimedOut,      // nothing was sent
    Interrupted,   // by a signal before anything was sent: look at what was asked of you, then call again
    PeerClosed,    // no receiver is left; nothing was sent
    TooLong,       // longer than the link carries; nothing was sent
    LimitReached,  // of the memory an unbounded link may use (links/semantics.h); nothing was sent
};

enum class ReceiveStatus : std::uint8_t {
    Received,
    WouldBlock,
    TimedOut,
    Interrupted,
    PeerClosed,  // every sender is gone and everything was received
    Truncated,   // the message was longer than the buffer; the rest of it is gone
    Corrupt,     // bytes that are no message; what follows was found again
};

struct ReceiveResult {
    ReceiveStatus status = ReceiveStatus::Received;
    std::size_t sizeBytes = 0;  // with Received and Truncated: how much of the buffer was filled
};

// One thread at a time may use an end; ends of different processes are independent.
class End {
public:
    virtual ~End() = default;
    End() = default;
    End(const End&) = delete;
    End& operator=(const End&) = delete;

    // A descriptor whose queue the system can be asked about (FIONREAD, SIOCINQ), or -1.
    [[nodiscard]] virtual int descriptor() const { return -1; }
    // One poll(2), or what the mechanism has of its kind, until a call may get further. Only where Traits::pollable.
    [[nodiscard]] virtual WaitResult pollReady(Nanoseconds timeoutNs) = 0;
    // System calls made by send and receive so far; none where Traits::callsHidden.
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }
    // The connection the newest message went over, where one is recorded: whoever counts messages counts there too.
    [[nodiscard]] ConnectionSlot* connection() const { return m_connection; }

protected:
    std::uint64_t m_systemCalls = 0;
    ConnectionSlot* m_connection = nullptr;
};

class Sender : public End {
public:
    // The message is whole (links/message.h); it is copied before the call returns. Blocks unless NonBlocking.
    [[nodiscard]] virtual SendStatus send(std::span<const std::byte> message) = 0;
    // Where the system call wants something in front of the message, or the message where it can stay: room of the
    // end's own, prepared (links/message.h), for the longest message there may be, from which send() takes it without
    // copying it once more. It is another one after each message sent, and what send() is given from elsewhere goes
    // through it. Empty, always: any memory is as good.
    [[nodiscard]] virtual std::span<std::byte> buffer() { return {}; }
    [[nodiscard]] WaitResult pollReady(Nanoseconds timeoutNs) override;
};

class Receiver : public End {
public:
    // Fills the buffer with one message. Blocks unless NonBlocking.
    [[nodiscard]] virtual ReceiveResult receive(std::span<std::byte> buffer) = 0;
    // The same of receive(), and always the same room: filled without copying once more.
    [[nodiscard]] virtual std::span<std::byte> buffer() { return {}; }
    [[nodiscard]] WaitResult pollReady(Nanoseconds timeoutNs) override;
};

class Link {
public:
    virtual ~Link() = default;  // removes the object and its names
    Link() = default;
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    [[nodiscard]] virtual EndWiring senderWiring(unsigned index) const = 0;
    [[nodiscard]] virtual EndWiring receiverWiring(unsigned index) const = 0;
    [[nodiscard]] virtual LinkProperties effective() const = 0;

    // The same object the other way: its senders are this link's receivers. Lives as long as this. nullptr unless the
    // spec said duplex and one object of the mechanism carries both directions (Traits::direction).
    [[nodiscard]] virtual Link* reverse() { return nullptr; }

    // Called once everybody is forked: closes the launcher's copies of what the children inherited, without which
    // no reader would ever see end of file.
    virtual void releaseEnds() {}

    // What the object itself says is queued. Absent: ask the descriptors of the ends (observe/depth_probe.h).
    [[nodiscard]] virtual std::optional<Depth> depth() const { return std::nullopt; }

    // While it is used, where Traits::resizing is Queue: what the system made of it. Throws std::system_error.
    virtual std::uint64_t setCapacityBytes(std::uint64_t bytes);

    // A process that held an end has died: wakes whoever waits for it inside the object.
    virtual void wakeAll() {}
};

class SocketFamily;

class Mechanism {
public:
    virtual ~Mechanism() = default;

    [[nodiscard]] virtual const MechanismInfo& info() const = 0;
    // The kind of its sockets, where a server can listen on one (LinkRequest::served); else nullptr.
    [[nodiscard]] virtual const SocketFamily* servedBy() const { return nullptr; }
    [[nodiscard]] virtual Availability availability() const { return {}; }
    // Reads the system's limits.
    [[nodiscard]] virtual Refusal refusal(const LinkRequest& spec) const = 0;

    // In the launcher. Names come from the run's journal. Throws std::system_error.
    [[nodiscard]] virtual std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const = 0;

    // In a worker. The end takes the descriptors of the wiring over. Opening a receiver may block until a sender is
    // there; opening a sender never does, so whoever opens senders before receivers cannot deadlock in a circle.
    // Returns nullptr when interrupted by a signal or timed out before that (the wiring is untouched: call again), or
    // when peers says that nobody will come. Throws std::system_error.
    [[nodiscard]] virtual std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                                             const Peers& peers) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                                                 const Peers& peers) const = 0;
};

}  // namespace ipclab
