// What a mechanism is, as data: the window's properties table, the validation of documents and the tests read the
// same words. The terms are those of the textbooks and the manual pages.
#pragma once

#include <cstdint>
#include <string_view>

namespace ipclab {

enum class Family : std::uint8_t { Pipe, Socket, MessageQueue, SharedMemory, Signal, File, Rpc, Model };
enum class Direction : std::uint8_t { OneWay, HalfDuplex, FullDuplex };
enum class Kinship : std::uint8_t { Related, Any };  // must the ends inherit it from an ancestor?
enum class Reach : std::uint8_t { Process, Machine, Network };
enum class Boundaries : std::uint8_t { Bytes, Messages, Cell, Call };
enum class Ordering : std::uint8_t { Fifo, Priority, None };
enum class Persistence : std::uint8_t { Process, Kernel, Filesystem };  // how long the object outlives its users
enum class CapacityKind : std::uint8_t { None, Bytes, Messages, Cell };
enum class Synchroniser : std::uint8_t { System, User };  // who makes readers and writers wait for one another
enum class EndOfStream : std::uint8_t { System, User };   // who tells a receiver that every sender is gone
// What of its room can be changed while it is used: nothing; a pipe's size (fcntl(2), F_SETPIPE_SZ); a queue's bytes,
// by whoever holds the object; the buffers of its ends' sockets (socket(7)).
enum class Resizing : std::uint8_t { Nothing, Pipe, Queue, Buffers };

struct Traits {
    Direction direction = Direction::OneWay;
    Kinship kinship = Kinship::Any;
    Reach reach = Reach::Machine;
    Boundaries boundaries = Boundaries::Bytes;
    Ordering ordering = Ordering::Fifo;
    Persistence persistence = Persistence::Process;
    CapacityKind capacity = CapacityKind::Bytes;
    Synchroniser synchroniser = Synchroniser::System;
    EndOfStream endOfStream = EndOfStream::System;
    Resizing resizing = Resizing::Nothing;
    bool reliable = true;        // nothing sent to a live receiver is lost
    bool manySenders = true;     // several processes may send on one link
    bool manyReceivers = true;   // several processes may receive from one link
    bool everyReceiver = false;  // each receiver gets every message, instead of one of them
    bool descriptors = true;     // the ends are descriptors a foreign command can read and write
    bool named = false;          // where they are none: it finds the object by the name it is handed
    bool joins = false;          // a process that starts later finds the object by its name and takes an end of it
    bool types = false;          // a message has a type, by which a receiver may choose
    bool pollable = true;        // an end can be waited for by poll(2), outside its call
    bool connections = false;    // its ends talk over connections, which an end may have several of (socket(7))
    bool execOnly = false;       // its ends are opened in a program of their own alone (links/stack_mechanism.h)
    bool callsHidden = false;    // a library makes the system calls and does not say how many
    bool wire = false;           // its ends may be on two hosts of this machine, joined by a wire (links/two_hosts.h)
    bool tcp = false;            // its bytes go over TCP, whose choices a link may make (links/tcp_choices.h)
    bool outlivesSender = true;  // what a sender that was killed had sent is still there to be received
    unsigned calls = 1;   // into the system, of a send or receive that does not wait; 0: the more the longer it is
    unsigned copies = 2;  // of a message's bytes from the sender's buffer to the receiver's, by design
};

// The ids used in JSON and on the command line.
std::string_view id(Family value);
std::string_view id(Direction value);
std::string_view id(Kinship value);
std::string_view id(Reach value);
std::string_view id(Boundaries value);
std::string_view id(Ordering value);
std::string_view id(Persistence value);
std::string_view id(CapacityKind value);
std::string_view id(Synchroniser value);
std::string_view id(EndOfStream value);
std::string_view id(Resizing value);

}  // namespace ipclab
